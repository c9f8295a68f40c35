"""What is drafted from an article."""

from collections.abc import Mapping
from typing import NamedTuple

from timeline.dates import Interval
from timeline.extract.names import Name


class Draft(NamedTuple):
    """An event that an article tells of, as an archivist may take it over; start and end are of the date expression.

    `expression` is that of the text, `edtf` what it means there; `quote` the sentence. `kind` is one of the kinds, and
    "event" where none is known. `implied`: drawn from an anniversary, told by the text only through it. `doubtful`:
    there is a reason for a second look. `steps` tell what the date and the draft rest on.
    """

    start: int
    end: int
    expression: str
    edtf: str
    kind: str
    title: str
    organisations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    status: str = "held"
    implied: bool = False
    quote: str = ""
    interval: Interval | None = None
    inferred: bool = False
    doubtful: str = ""
    steps: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()


class Undated(NamedTuple):
    """A happening that a sentence tells of without a date that the text supports."""

    start: int
    end: int
    kind: str
    quote: str


class Extraction(NamedTuple):
    """What an article holds: drafts in the order of the text, and what was seen but has no date.

    `title` is its first line, where that is a headline; `published` the day that its stamp or dateline tells;
    `aliases` the abbreviations that it defines, by the name that they stand for.
    """

    drafts: tuple[Draft, ...] = ()
    undated: tuple[Undated, ...] = ()
    title: str = ""
    published: Interval | None = None
    aliases: Mapping[str, tuple[str, ...]] = {}
    language: str = ""
