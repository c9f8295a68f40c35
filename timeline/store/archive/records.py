"""What an archive is made of: inputs, the parts that they are cut into, and what is read out of them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from timeline.errors import TimelineError

LARGEST = 32 << 20  # bytes of one record: what is read as a whole has to have an end
TEXT, LINES, PACKED, ROWS = "text", "lines", "packed lines", "rows"  # the sorts of inputs

Where = Mapping[str, Any]


class ArchiveError(TimelineError):
    """An archive that cannot be read as it is asked for."""


class Keys(NamedTuple):
    """What the text, the day of publication (the first that is there) and the id of a record are called."""

    text: str = "text"
    published: tuple[str, ...] = ("published", "date")
    id: str = "id"


class Input(NamedTuple):
    """One file as it was looked at: its name as given, its sort, and what tells whether it has changed.

    `size` is in bytes, `modified` in nanoseconds, `digest` SHA-256, empty where it cannot be read. `cuts` are the
    places at which it may be parted: of lines (byte, number of the line that begins there), of rows (row, row).
    """

    name: str
    sort: str
    size: int
    modified: int
    digest: str = ""
    cuts: tuple[tuple[int, int], ...] = ()


class Piece(NamedTuple):
    """A stretch of an input: from `start` up to `stop` (None: its end), in bytes of lines and in rows of a table.

    `first` is the number of the line that begins it.
    """

    name: str
    sort: str
    start: int = 0
    stop: int | None = None
    first: int = 1


class Part(NamedTuple):
    """What is done in one go: pieces that follow each other. Numbers count from 1."""

    number: int
    pieces: tuple[Piece, ...]


class Record(NamedTuple):
    """A text, where it stands, and when it says that it was published.

    `where` has a "file", a "line" or a "row", and an "id" where there is one. `published` is as it stands there;
    `encoding` is empty for UTF-8.
    """

    where: Where
    text: str
    published: Any = None
    encoding: str = ""


class Trouble(NamedTuple):
    """What is wrong with a record, or with all that follows in its file: it is left out."""

    where: Where
    message: str
