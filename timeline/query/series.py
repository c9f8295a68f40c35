"""The next of a series, out of its past ones: never more than inferred."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from timeline.dates import Day, Grain, Interval, units
from timeline.events.records import Dated

YEAR, MONTH = 365.2425, 30.436875  # days
# What recurs after less than two years is expected in a month, after less than four weeks on a day.
YEARLY, MONTHLY = 1.9 * YEAR, 27.5


class Gaps(NamedTuple):
    """The times from one of a series to the next: how many, in what unit, the least, the middle and the most."""

    times: int
    unit: str  # "year", "month" or "day"
    least: int
    middle: int
    most: int


class Expected(NamedTuple):
    """The next of a series: the last that is known, its own number, when it is expected, and what that rests on."""

    last: Dated
    number: int | None
    date: Interval
    gaps: Gaps


def series_of(events: Iterable[Dated]) -> dict[str, list[Dated]]:
    """Return the events of each series in the order of their dates; the cancelled and the undated do not count."""
    found: dict[str, list[tuple[Day, Dated]]] = {}
    for one in events:
        first = one.interval.earliest if one.interval else None
        if one.event.series and one.event.status != "cancelled" and first is not None:
            found.setdefault(one.event.series, []).append((first, one))
    return {name: [one for _, one in sorted(members, key=lambda pair: pair[0])] for name, members in found.items()}


def next_of(members: Sequence[Dated]) -> Expected | None:
    """Return the next of a series whose members are in order; None where it is planned already, or too few are known.

    It is expected after the middle of the gaps between the past ones; a gap over missing numbers is shared among them.
    """
    days = _gaps(members)
    last = members[-1] if members else None
    if not days or last is None or last.interval is None or last.interval.earliest is None:
        return None
    if last.event.status == "planned":
        return None
    number = None if last.event.number is None else last.event.number + 1
    coarse = last.interval.grain.rank > Grain.MONTH.rank
    unit = "year" if coarse or median(days) >= YEARLY else "month" if median(days) >= MONTHLY else "day"
    gaps = _counted(days, unit)
    return Expected(last, number, _after(last.interval.earliest, gaps), gaps) if gaps.middle else None


def _gaps(members: Sequence[Dated]) -> list[float]:
    found = []
    for before, after in pairwise(members):
        first, second = before.interval, after.interval
        if first is None or second is None or first.earliest is None or second.earliest is None:
            continue
        steps = (after.event.number or 0) - (before.event.number or 0)
        numbered = before.event.number is not None and after.event.number is not None
        if numbered and steps < 1:  # a double, or out of order: `check` tells
            continue
        found.append((second.earliest - first.earliest) / (steps if numbered else 1))
    return [days for days in found if days > 0]


def _counted(days: list[float], unit: str) -> Gaps:
    length = {"year": YEAR, "month": MONTH, "day": 1.0}[unit]
    in_units = [round(gap / length) for gap in days]
    return Gaps(len(days), unit, min(in_units), round(median(days) / length), max(in_units))


def _after(last: Day, gaps: Gaps) -> Interval:
    if gaps.unit == "year":
        return units.year(last.year + gaps.middle)
    if gaps.unit == "month":
        return units.containing(last.add_months(gaps.middle), Grain.MONTH)
    return units.day(last + gaps.middle)
