"""What a timeline holds, as written (Event, Source, …) and as dated (Dated).

Named tuples and not dataclasses: defining one costs a tenth, and every command pays for it at its start.
"""

from collections.abc import Mapping
from typing import NamedTuple

from timeline.dates import Interval
from timeline.resolve import Resolution


class Conventions(NamedTuple):
    """How the dates of one file read: language ("en"), date order ("dmy", "mdy"), southern seasons."""

    language: str | None = None
    date_order: str | None = None
    south: bool = False


class FormerName(NamedTuple):
    """A name that an organisation bore; since and until are date expressions as written."""

    name: str
    since: str | None = None
    until: str | None = None


class Organisation(NamedTuple):
    """An organisation; parent is another one's id."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    names: tuple[FormerName, ...] = ()


class Person(NamedTuple):
    """A person with the other spellings of the name."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


class Place(NamedTuple):
    """A place with the other spellings of the name."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


class Source(NamedTuple):
    """Where something is told; `published` is a date expression, the anchor of the source's relative dates."""

    id: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    language: str | None = None
    published: str | None = None
    url: str = ""
    file: str = ""
    accessed: str | None = None
    archive: str = ""
    note: str = ""
    conventions: Conventions = Conventions()


class Stated(NamedTuple):
    """A date that is resolved already: a line of JSON Lines carries it, and nothing has to be anchored again."""

    edtf: str
    grain: str | None = None
    part: str | None = None
    inferred: bool = False


class Claim(NamedTuple):
    """What a source says of an event's date: `when` is a date expression, `source` a source's id."""

    when: str
    words: str = ""
    source: str | None = None
    quote: str = ""
    stated: Stated | None = None


class Event(NamedTuple):
    """One event as written: `when` and `anchor` are date expressions, organisations ids; `order` is over all files."""

    id: str
    title: str
    when: str | None = None
    words: str = ""
    anchor: str | None = None
    kind: str = "event"
    organisations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    status: str = "held"
    series: str | None = None
    number: int | None = None
    implied: bool = False
    source: str | None = None
    quote: str = ""
    notes: str = ""
    claims: tuple[Claim, ...] = ()
    order: int = 0
    stated: Stated | None = None
    conventions: Conventions = Conventions()


class Records(NamedTuple):
    """Everything a file or a folder holds, as written; language, date_order and hemisphere are those stated first."""

    title: str = ""
    language: str | None = None
    date_order: str | None = None
    hemisphere: str = "north"
    organisations: Mapping[str, Organisation] = {}
    people: Mapping[str, Person] = {}
    places: Mapping[str, Place] = {}
    sources: Mapping[str, Source] = {}
    events: tuple[Event, ...] = ()


class Dated(NamedTuple):
    """An event with its date.

    `resolution` is what `when` means; `interval` the date used, which a claim may have refined (`refined_by`), None
    where there is none. `conflicts` are sentences, one for each two dates that cannot both be true.
    """

    event: Event
    resolution: Resolution | None = None
    interval: Interval | None = None
    claims: tuple[tuple[Claim, Resolution | None], ...] = ()
    refined_by: Claim | None = None
    conflict: bool = False
    conflicts: tuple[str, ...] = ()
    inferred: bool = False


class Finding(NamedTuple):
    """Something to tell the user of a record.

    `where` is the way to it: ("event", id, "when"), ("event", id, "claim", 0, "when"), ("source", id, "published");
    `start` is an offset in code points inside the value there, where one word of it is meant.
    """

    where: tuple[str | int, ...]
    code: str
    message: str
    severity: str = "error"
    expected: str = ""
    start: int = 0


class Dating(NamedTuple):
    """What `date_events` gives: every event's date by its id, in file order, and what is wrong with the dates."""

    dated: Mapping[str, Dated]
    findings: tuple[Finding, ...]
