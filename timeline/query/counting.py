"""How many events of a selection there are by unit of the calendar, by name, or by pairs of these."""

from collections.abc import Callable, Iterator
from itertools import combinations, product
from typing import NamedTuple

from timeline.dates import Grain, Interval, units
from timeline.query.certainty import POSSIBLE
from timeline.query.filters import FILTERS, QueryError
from timeline.query.groups import UNITS, Label, by_size, grouping, labels, unit_known
from timeline.query.selection import Match, Selection

MOST_SILENT = 5000  # units without an event that are told one by one
NO_KEY = ""  # of what has no name or no unit


class TooManyGroupingsError(QueryError):
    """More groupings than rows can be counted by."""

    def __init__(self, text: str, option: str) -> None:
        """Take what was asked for, and the option that asked."""
        super().__init__(
            f'{option and option + ": "}events are counted by one thing or by two, as in org,org, not by "{text}"'
        )


class Row(NamedTuple):
    """A name, a unit of the calendar (its key is EDTF), or a pair; how many events, how many of them possible."""

    labels: tuple[Label, ...]
    events: int
    possible: int


class Counted(NamedTuple):
    """The rows by one or two groupings; `filled`: the silent units between the first and the last are among them."""

    by: tuple[str, ...]
    rows: tuple[Row, ...]
    filled: bool = True


def read_groupings(text: str, option: str = "") -> tuple[str, ...]:
    """Return the groupings that "year" or "org,kind" names; raises UnknownGroupingError."""
    names = tuple(grouping(part.strip(), option) for part in text.split(","))
    if len(names) > 2:
        raise TooManyGroupingsError(text, option)
    return names


def count(selection: Selection, by: tuple[str, ...]) -> Counted:
    """Count the events of a selection. One grouping twice ("org", "org") counts which two are named by one event.

    Units of the calendar come in order, alone with the silent ones between them; names with the most events first.
    """
    groupers = [_grouper(name, selection) for name in by]
    found: dict[tuple[Label, ...], list[int]] = {}
    for match in [*selection.matches, *(Match(one, "") for one in selection.shown_undated)]:
        for key in _keys([grouper(match) for grouper in groupers], by):
            counts = found.setdefault(key, [0, 0])
            counts[0] += 1
            counts[1] += match.certainty == POSSIBLE
    if len(by) == 2:
        pairs = sorted(found, key=lambda key: (*_days(key, by), -found[key][0], *(label.name for label in key)))
        return Counted(by, tuple(Row(key, *found[key]) for key in pairs))
    single = {key[0]: counts for key, counts in found.items()}
    if by[0] in UNITS:
        return _by_unit(by, single, selection.period)
    order = by_size((label, counts[0]) for label, counts in single.items())
    order.sort(key=lambda label: label.key == NO_KEY)
    return Counted(by, tuple(Row((label,), *single[label]) for label in order))


def _keys(named: list[list[Label]], by: tuple[str, ...]) -> Iterator[tuple[Label, ...]]:
    if len(named) == 1:
        return ((label,) for label in named[0])
    without = [[label for label in labels_ if label.key != NO_KEY] for labels_ in named]
    if by[0] == by[1]:
        return combinations(sorted(without[0], key=lambda label: (label.name, label.key)), 2)
    return product(*without)


def _grouper(name: str, selection: Selection) -> Callable[[Match], list[Label]]:
    if name in UNITS:
        return lambda match: [_unit(match, UNITS[name])]
    labelled = labels(name, selection.records)
    nothing = [Label(NO_KEY, f"no {FILTERS[name].noun}")]
    return lambda match: labelled(match.dated.event) or nothing


def _unit(match: Match, grain: Grain) -> Label:
    if match.ongoing:
        return Label(NO_KEY, "begun before")
    unit = unit_known(match.dated, grain)
    if unit:
        return Label(unit.edtf, unit.edtf)
    interval = match.dated.interval
    if not match.certainty:
        return Label(NO_KEY, "undated")
    open_ = interval is None or interval.earliest is None
    return Label(NO_KEY, "beginning unknown" if open_ else f"{grain.value} unknown")


def _days(pair: tuple[Label, ...], by: tuple[str, ...]) -> list[int]:
    """Return the first days of the units of the calendar in a pair."""
    from timeline.dates.edtf import parse

    return [_first(parse(label.key)) for label, name in zip(pair, by, strict=True) if name in UNITS]


def _by_unit(by: tuple[str, ...], found: dict[Label, list[int]], period: Interval | None) -> Counted:
    from timeline.dates.edtf import parse

    grain = UNITS[by[0]]
    dated = sorted((parse(label.key) for label in found if label.key != NO_KEY), key=_first)
    whole = _units(dated, grain, period)
    rows = [
        Row((Label(unit.edtf, unit.edtf),), *found.get(Label(unit.edtf, unit.edtf), (0, 0))) for unit in whole or dated
    ]
    rows += [Row((label,), *counts) for label, counts in found.items() if label.key == NO_KEY]
    return Counted(by, tuple(rows), filled=bool(whole) or not dated)


def _units(dated: list[Interval], grain: Grain, period: Interval | None) -> list[Interval]:
    """Return all units of the period, or from the first to the last that has an event; none where they are too many."""
    if not dated:
        return []
    unit, last = dated[0], dated[-1]
    if period is not None and period.earliest is not None:
        unit = units.containing(period.earliest, grain)
    if period is not None and period.latest is not None:
        last = units.containing(period.latest, grain)
    found = [unit]
    while _first(unit) < _first(last):
        if unit.latest is None or len(found) > MOST_SILENT:
            return []
        unit = units.containing(unit.latest + 1, grain)
        found.append(unit)
    return found


def _first(unit: Interval) -> int:
    return 0 if unit.earliest is None else unit.earliest
