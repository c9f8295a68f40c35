"""The events of a query in their order, each with how surely it belongs there, and what was left out."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from timeline.dates import Day, Interval
from timeline.events.records import Dated, Records
from timeline.query.certainty import CERTAIN, EVER, POSSIBLE, certainty, starts
from timeline.query.days import falls_on
from timeline.query.filters import conditions


class Match(NamedTuple):
    """A dated event, and whether it is in the period certainly or possibly."""

    dated: Dated
    certainty: str
    ongoing: bool = False  # a stretch that began before the period


class Counts(NamedTuple):
    """How many events are certain, are possible, are left out, and have no year: together every event of the file."""

    certain: int
    possible: int
    excluded: int
    undated: int


class Selection(NamedTuple):
    """What a query found.

    `matches` are in the order of a timeline, the ongoing among them. `undated` are the events that pass the filters and
    have no year: a query without a period shows them, one with a period only counts them. `latest_first`: the order is
    turned round. `cut` is how many a limit has taken away.
    """

    records: Records
    period: Interval | None
    matches: tuple[Match, ...]
    undated: tuple[Dated, ...]
    counts: Counts
    latest_first: bool = False
    cut: int = 0

    @property
    def shown_undated(self) -> tuple[Dated, ...]:
        """The undated events where they are shown."""
        return () if self.period else self.undated

    def reversed(self) -> "Selection":
        """Return the same with the latest first; the undated stay last."""
        return self._replace(matches=self.matches[::-1], latest_first=not self.latest_first)

    def limited(self, number: int) -> "Selection":
        """Return the first so many events of those that are shown; what is cut off counts as excluded."""
        matches = self.matches[:number]
        shown = self.shown_undated[: number - len(matches)]
        undated = self.undated if self.period else shown
        cut = len(self.matches) - len(matches) + len(self.undated) - len(undated)
        sure = sum(match.certainty == CERTAIN for match in matches)
        counts = Counts(sure, len(matches) - sure, self.counts.excluded + cut, len(undated))
        return self._replace(matches=matches, undated=undated, counts=counts, cut=self.cut + cut)


def select(
    dated: Iterable[Dated],
    records: Records,
    period: Interval | None = None,
    wanted: Mapping[str, Sequence[str]] | None = None,
    *,
    children: bool = False,
    certain: bool = False,
    starting: bool = False,
) -> Selection:
    """Select events by period and by names (see timeline.query.filters), and put them in order.

    `children` takes the organisations below one along, `certain` leaves the merely possible out, `starting` keeps what
    begins in the period.
    """
    every = tuple(dated)
    wanted_by = conditions(records, wanted or {}, children=children)
    passed = [one for one in every if all(test(one.event) for test in wanted_by)]
    undated = tuple(one for one in passed if not _has_year(one))
    matches = []
    for one in passed:
        found = _match(one, period, starting=starting)
        if found and not (certain and found.certainty == POSSIBLE):
            matches.append(found)
    matches.sort(key=_order)
    sure = sum(match.certainty == CERTAIN for match in matches)
    left_out = len(every) - len(matches) - len(undated)
    return Selection(
        records, period, tuple(matches), undated, Counts(sure, len(matches) - sure, left_out, len(undated))
    )


def select_day(selection: Selection, day: Day, *, certain: bool = False, starting: bool = False) -> Selection:
    """Return what of a selection fell on that day of the year, in any year; of the undated what names the day."""
    matches = []
    for match in selection.matches:
        interval = match.dated.interval
        found = falls_on(interval.start if starting and interval and interval.stretch else interval, day)
        match = match._replace(certainty=POSSIBLE if match.dated.inferred else found or "")  # noqa: PLW2901 - refined
        if found and not (certain and match.certainty == POSSIBLE):
            matches.append(match)
    undated = tuple(one for one in selection.undated if falls_on(one.interval, day))
    sure = sum(match.certainty == CERTAIN for match in matches)
    gone = len(selection.matches) - len(matches) + len(selection.undated) - len(undated)
    counts = Counts(sure, len(matches) - sure, selection.counts.excluded + gone, len(undated))
    return selection._replace(matches=tuple(matches), undated=undated, counts=counts)


def _has_year(one: Dated) -> bool:
    return one.interval is not None and (one.interval.dated or any(member.dated for member in one.interval.members))


def _match(one: Dated, period: Interval | None, *, starting: bool) -> Match | None:
    interval = one.interval
    if interval is None or not _has_year(one):
        return None
    if period is None:
        return Match(one, CERTAIN)
    found = (starts if starting else certainty)(interval, period)
    if found is None:
        return None
    began = -EVER if interval.earliest is None else interval.earliest
    ongoing = interval.stretch and period.earliest is not None and began < period.earliest
    return Match(one, POSSIBLE if one.inferred else found, ongoing)


def _order(match: Match) -> tuple[int, int, int, int]:
    interval = match.dated.interval
    assert interval is not None  # noqa: S101 - only what has a date matches
    return (
        -EVER if interval.earliest is None else interval.earliest,
        -interval.grain.rank,
        EVER if interval.latest is None else interval.latest,
        match.dated.event.order,
    )
