"""The days at which a date is drawn, for formats that know nothing but first and last days."""

from typing import NamedTuple

from timeline.dates.day import Day, month_length
from timeline.dates.grain import Grain
from timeline.dates.interval import Interval

EXACT, VAGUE, OPEN = "exact", "vague", "open"


class Placed(NamedTuple):
    """The first and the last day, both counted, and how they are meant.

    EXACT: these days. VAGUE: somewhere in them, or their ends are only about there. OPEN: the date has one end only,
    and these are the days of that end.
    """

    first: Day
    last: Day
    how: str


def placed(interval: Interval | None) -> tuple[Placed, ...]:
    """Return where a date is drawn: once, for each member of a set `{a,b}`, or nowhere if it has no year."""
    if interval is None or interval.yearless:
        return ()
    if interval.every:
        return tuple(one for member in interval.members for one in placed(member))
    first, last = interval.earliest, interval.latest
    if first is not None and last is not None:
        return (Placed(first, last, EXACT if _is_exact(interval) else VAGUE),)
    end, known = (interval.end, last) if first is None else (interval.start, first)
    if known is None:
        return ()
    if end is not None and end.earliest is not None and end.latest is not None:
        return (Placed(end.earliest, end.latest, OPEN),)
    return (Placed(known, known, OPEN),)


def fields(days: Placed) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the first and last date as coarse as whole years and months allow: year, then month, then day."""
    first, last = days.first.date, days.last.date
    if first[2] > 1 or last[2] < month_length(*last[:2]):
        return first, last
    return (first[:1], last[:1]) if (first[1], last[1]) == (1, 12) else (first[:2], last[:2])


def _is_exact(interval: Interval) -> bool:
    if interval.approximate or interval.uncertain or interval.members or interval.grain is not Grain.DAY:
        return False
    ends = (interval.start, interval.end)
    return interval.days == 1 or (interval.stretch and all(end is not None and end.grain is Grain.DAY for end in ends))
