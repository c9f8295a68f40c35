"""What events can be put together by: a unit of the calendar, or what a filter looks for."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from timeline.dates import Grain, Interval, units
from timeline.events.names import did_you_mean, fold, spellings, suggest
from timeline.events.records import Dated, Event, Records
from timeline.query.filters import FILTERS, QueryError

UNITS = {"year": Grain.YEAR, "month": Grain.MONTH, "decade": Grain.DECADE, "century": Grain.CENTURY}
GROUPINGS = (*UNITS, *FILTERS)


class UnknownGroupingError(QueryError):
    """Something that events cannot be put together by."""

    def __init__(self, name: str, option: str = "") -> None:
        """Take what was asked for, and the option that asked."""
        known = {one: one for one in GROUPINGS} | {wanted.noun: one for one, wanted in FILTERS.items()}
        hint = did_you_mean(dict.fromkeys(known[word] for word in suggest(name, known)))
        hint = hint or f"; there are: {', '.join(GROUPINGS)}"
        super().__init__(f'{option and option + ": "}events are not put together by "{name}"{hint}')


class Label(NamedTuple):
    """What a group is called: an id, or the EDTF of a unit of the calendar; and the name people know it by."""

    key: str
    name: str


def labels(name: str, records: Records) -> Callable[[Event], list[Label]]:
    """Return what gives the labels of an event under a filter's name; two spellings of one name are one label."""
    wanted = FILTERS[name]
    registry = wanted.registry(records)
    by_spelling = {fold(text): id_ for id_, record in registry.items() for text in (id_, *spellings(record))}

    def found(event: Event) -> list[Label]:
        keys = (key for key in wanted.keys(event) if key)
        ids = dict.fromkeys(key if key in registry else by_spelling.get(fold(key), key) for key in keys)
        return [Label(id_, registry[id_].name if id_ in registry else id_) for id_ in ids]

    return found


def unit_begun(interval: Interval | None, grain: Grain) -> Interval | None:
    """Return the unit of the calendar in which a date begins; None where its beginning is open or unknown."""
    first = interval.earliest if interval else None
    return None if first is None else units.containing(first, grain)


def unit_known(one: Dated, grain: Grain) -> Interval | None:
    """Return the unit in which an event surely begins, or None where its date is open there, or coarser."""
    interval = one.interval
    unit = unit_begun(interval, grain)
    if interval is None or unit is None:
        return None
    start = interval.start if interval.stretch and interval.start else interval
    return unit if start.latest is not None and unit.latest is not None and start.latest <= unit.latest else None


def grouping(name: str, option: str = "") -> str:
    """Return the name if events can be put together by it; raises UnknownGroupingError."""
    if name not in GROUPINGS:
        raise UnknownGroupingError(name, option)
    return name


def by_size(found: Iterable[tuple[Label, int]]) -> list[Label]:
    """Return the labels with the largest groups first, those of one size by name."""
    return [label for label, _ in sorted(found, key=lambda pair: (-pair[1], fold(pair[0].name), pair[0].key))]
