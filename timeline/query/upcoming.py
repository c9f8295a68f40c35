"""What comes in a period: anniversaries, planned events, and the next of each series. The day it is, is told."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from timeline.dates import Day, Grain, Interval, units
from timeline.events.chains import references
from timeline.events.kinds import kinds
from timeline.events.records import Dated
from timeline.query.certainty import CERTAIN, POSSIBLE, certainty, starts
from timeline.query.period import PeriodError
from timeline.query.series import Expected, next_of, series_of
from timeline.resolve.hanging import beginning, years_after

ANNIVERSARY, PLANNED, EXPECTED = "anniversary", "planned", "expected"
COMMEMORATION = "commemoration"  # the family of kinds that look back themselves


class Coming(NamedTuple):
    """Something that comes: what sort it is, when, and how surely that is in the period.

    `dated` is the event whose anniversary it is, the planned event, or the last of the series. `years` is for an
    anniversary, `next` for the next of a series.
    """

    sort: str
    date: Interval
    certainty: str
    dated: Dated
    inferred: bool = False
    years: int = 0
    next: Expected | None = None

    @property
    def roundness(self) -> int:
        """10 where the years are a multiple of 10, 5 where they are one of 5, else 0."""
        if not self.years or self.years % 5:
            return 0
        return 5 if self.years % 10 else 10


def months_from(today: Day) -> Interval:
    """Return the twelve months from a day on."""
    return units.stretch(units.day(today), units.day(today.add_months(12) - 1))


def bounded(period: Interval, today: Day | None, words: str) -> Interval:
    """Return a period with both ends; one without a beginning begins today. Raises PeriodError where it has no end."""
    if period.latest is None:
        raise PeriodError(words, "anniversaries come for ever; write where it ends, as in 2027-2030")
    if period.earliest is not None:
        return period
    if today is None or today > period.latest:
        raise PeriodError(words, "it lies behind, and has no beginning; write one, as in 2020-2025")
    return units.stretch(units.day(today), units.day(period.latest))


def upcoming(
    chosen: Iterable[Dated],
    every: Mapping[str, Dated],
    period: Interval,
    *,
    certain: bool = False,
    starting: bool = False,
) -> list[Coming]:
    """Return what comes in a period that has both ends, in order, of the chosen events among all of the timeline.

    `certain` leaves out what is only possibly in the period, `starting` what was planned to begin before it.
    """
    chosen = list(chosen)
    planned = _planned(chosen, period, starts if starting else certainty)
    found = [*_anniversaries(chosen, every, period), *planned, *_expected(chosen, every, period)]
    return sorted((one for one in found if not certain or one.certainty == CERTAIN), key=_order)


def _anniversaries(chosen: list[Dated], every: Mapping[str, Dated], period: Interval) -> Iterator[Coming]:
    recorded = set(_recorded(every.values()))
    for one in chosen:
        first = one.interval.earliest if one.interval else None
        if one.interval is None or first is None or not _has_anniversaries(one):
            continue
        for year in _years(period):
            if year <= first.year or (one.event.id, year) in recorded:
                continue
            date = years_after(one.interval, first, year - first.year)
            match = certainty(date, period)
            if match:
                match = POSSIBLE if one.inferred else match
                yield Coming(ANNIVERSARY, date, match, one, one.inferred, year - first.year)


def _has_anniversaries(one: Dated) -> bool:
    kind = kinds().get(one.event.kind)
    looks_back = kind is not None and kind.family == COMMEMORATION and kind.recurs
    if one.interval is None or one.event.status != "held" or looks_back:
        return False
    return beginning(one.interval).grain.rank <= Grain.YEAR.rank


def _recorded(every: Iterable[Dated]) -> Iterator[tuple[str, int]]:
    """Yield which anniversaries are events of the timeline themselves: the event they hang on, and their year."""
    for one in every:
        kind = kinds().get(one.event.kind)
        first = one.interval.earliest if one.interval else None
        if kind is not None and kind.family == COMMEMORATION and first is not None:
            yield from ((id_, first.year) for id_ in references(one.event))


def _years(period: Interval) -> range:
    first, last = period.earliest, period.latest
    return range(first.year, last.year + 1) if first is not None and last is not None else range(0)


def _planned(
    chosen: list[Dated], period: Interval, matching: Callable[[Interval, Interval], str | None]
) -> Iterator[Coming]:
    for one in chosen:
        match = matching(one.interval, period) if one.interval and one.event.status == "planned" else None
        if match and one.interval:
            yield Coming(PLANNED, one.interval, POSSIBLE if one.inferred else match, one, one.inferred)


def _expected(chosen: list[Dated], every: Mapping[str, Dated], period: Interval) -> Iterator[Coming]:
    """Yield the next of each series that has a chosen event; it is reckoned from all of the series."""
    wanted = {one.event.series for one in chosen}
    for name, members in series_of(every.values()).items():
        following = next_of(members) if name in wanted else None
        if following and certainty(following.date, period):
            yield Coming(EXPECTED, following.date, POSSIBLE, following.last, inferred=True, next=following)


def _order(one: Coming) -> tuple[int, int, int, int]:
    first = one.date.earliest
    return (
        0 if first is None else first,
        -one.date.grain.rank,
        (PLANNED, EXPECTED, ANNIVERSARY).index(one.sort),
        -one.years,
    )
