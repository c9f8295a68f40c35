"""What a format gives of a file: rows of values by the keys of an event, and what it has to remark."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from timeline.errors import TimelineError

# Beside the keys of an event's table: the date as another timeline has resolved it, or as two columns state it.
DATES = ("edtf", "grain", "part", "inferred", "earliest", "latest")
ADDRESS, TITLE = "url", "source_title"  # of the source
# What an export works out and an import works out anew.
DERIVED = ("schema", "match", "conflict", "conflicts", "refined_by")


class Remark(NamedTuple):
    """Something to tell of a row: its place ("row 3"), the column, why; `lost`: a value that is not in the timeline."""

    place: str
    column: str
    reason: str
    lost: bool = False

    def __str__(self) -> str:
        return ": ".join(part for part in (self.place, self.column, self.reason) if part)


class Row(NamedTuple):
    """One event as a file has it; `values` are by key, and as they stand there: texts, numbers, lists, tables."""

    place: str
    values: Mapping[str, Any]


class Rows(NamedTuple):
    """What a file holds: its events, remarks, and its sources, by the keys of a source."""

    rows: tuple[Row, ...] = ()
    remarks: tuple[Remark, ...] = ()
    sources: tuple[Row, ...] = ()


class UnreadableImportError(TimelineError):
    """A file that is not of the format that it should be of."""

    def __init__(self, name: str, reason: str) -> None:
        """Take the name of the file, and what is wrong with it."""
        super().__init__(f"{name}: {reason}; nothing was written")
