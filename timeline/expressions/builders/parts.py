"""Units and parts of dates: quarters, decades, centuries, the nth of, early and late."""

from typing import Any

from timeline.dates import Grain, Part
from timeline.expressions import types as t
from timeline.expressions.builders.counted import relative
from timeline.expressions.builders.numbers import CLOCK_UNITS, unit_of
from timeline.expressions.builders.registry import builder


@builder
def cycle(grain: str, number: int, of: Any = None, direction: t.Direction | None = None) -> t.Cycle | None:
    """A quarter, half, season or week of a year, by its number."""
    kind = Grain(grain)
    if not 1 <= number <= {Grain.QUARTER: 4, Grain.HALF: 2, Grain.SEASON: 4, Grain.WEEK: 53}[kind]:
        return None
    if isinstance(of, int):
        of = t.Date(year=of)
    return t.Cycle(kind, number, of, direction)


@builder
def no_such_unit(unit: str, number: int, of: Any = None) -> t.Nth | None:
    """Q5 2021, week 60: read as what it is, so that its error can say so."""
    if cycle(unit, number, of) is not None:
        return None
    return t.Nth(number, Grain(unit), of or relative("year", 0))


@builder
def half_of(number: int, of: Any) -> Any:
    """The first or second half of any unit."""
    if number not in (1, 2):
        return None
    return t.Nth(number, Grain.HALF, of)


@builder
def decade(first: int) -> t.Block | None:
    """The decade that begins with a year: 1980s; the 1900s are the century first."""
    if first % 10:
        return None
    if first < 100:
        return t.Block(Grain.DECADE, first // 10, short=True)
    if first % 100 == 0 and first >= 1000:
        return t.Block(Grain.CENTURY, first // 100, ambiguous=True)
    return t.Block(Grain.DECADE, first // 10)


@builder
def century(number: int, era: str = "ce", grain: str = "century") -> t.Block | None:
    """The nth century or millennium: the 20th is 1900-1999, as EDTF writes 19XX; the 2nd BCE is -0199 to -0100."""
    if number < 1:
        return None
    return t.Block(Grain(grain), number - 1 if era == "ce" else -number)


@builder
def unit_holding(unit: str, of: Any) -> t.Inside:
    """The week of 6 October: the unit in which a date lies."""
    return t.Inside(t.Shift(t.Duration((unit_of(1, unit),)), 0), of)


@builder
def nth_of(
    number: int, of: Any, unit: str | None = None, weekday: int | None = None, sign: int = 1
) -> t.Expression | None:
    """The third Tuesday of March, the last day of 2020."""
    if unit == "half":
        return half_of(number, of)  # type: ignore[no-any-return]
    if number < 1 or unit == "fortnight":
        return None
    if unit in CLOCK_UNITS:
        return None
    return t.Nth(number * sign, Grain(unit) if unit else None, of, weekday)


@builder
def run_of(duration: t.Duration, of: Any, sign: int = 1) -> t.Run | None:
    """The first nine months of 2020."""
    if len(duration.parts) > 1:
        return None
    ((count, grain),) = duration.parts
    if isinstance(grain, t.Clock) or count % 1:
        return None
    return t.Run(int(count) * sign, grain, of)


@builder
def inside(what: Any, of: Any) -> t.Inside:
    """July of last year, Tuesday of next week."""
    return t.Inside(t.Date(day=what) if isinstance(what, int) else what, of)


@builder
def third(part: str, of: Any) -> t.Third:
    """Early, mid, late."""
    return t.Third(Part(part), of)


@builder
def third_of_unit(part: str, unit: str, direction: t.Direction = 0) -> t.Third:
    """The end of the year: of the anchor's unit."""
    return t.Third(Part(part), relative(unit, direction))


@builder
def weekday_after(number: int, weekday: int, of: Any) -> t.Nth:
    """The third Tuesday after a date."""
    return t.Nth(number, None, t.Open("after", of), weekday)


@builder
def first_said(of: Any, **_later: Any) -> Any:
    """What is dated twice, taken and printed later: its own date."""
    return of


@builder
def some_unit_of(of: Any, unit: str = "day") -> Any:  # noqa: ARG001  the unit is finer and says nothing of where
    """Some day in 1872: the date that holds it."""
    return of


@builder
def quarter_of_four(number: int, of_four: int, of: Any = None) -> t.Cycle | None:
    """3/4 of a year, as quarters are counted: the third."""
    return cycle("quarter", number, of) if of_four == 4 else None


@builder
def third_of_season(part: str, number: int, of: Any) -> t.Third:
    """Early summer 2021."""
    return t.Third(Part(part), t.Cycle(Grain.SEASON, number, of))


@builder
def quarter_pair(first: int, last: int, of: Any = None) -> t.Several | None:
    """The first and second quarters of 2021: the year is said once."""
    pair_of = cycle("quarter", first, of), cycle("quarter", last, of)
    return t.Several(pair_of, every=True) if all(pair_of) else None


@builder
def quarter_span(first: int, last: int, of: Any = None) -> t.Span | None:
    """The third to the fourth quarter of 2020."""
    start, end = cycle("quarter", first, of), cycle("quarter", last, of)
    return t.Span(start, end) if start and end and first < last else None


def plain_decade(first: int, like: int = 0) -> t.Block | None:
    """The decade and never the century; two digits behind a whole year are of its century: 1980-90s."""
    if first % 10:
        return None
    if first < 100 <= like:
        first += like // 100 * 100
    return t.Block(Grain.DECADE, first // 10, short=first < 100)


@builder
def third_of_decade(part: str, first: int) -> t.Third | None:
    """Early 2000s: of the decade, as only a decade is halved so."""
    of = plain_decade(first)
    return None if of is None else t.Third(Part(part), of)


@builder
def decade_of(first: int, of: t.Block) -> t.Block | None:
    """The thirties of the 19th century."""
    if first % 10 or of.number < 0:
        return None
    return t.Block(Grain.DECADE, first // 10 if first >= 100 else of.number * 10 + first // 10)


@builder
def cycle_of_short_year(grain: str, number: int, short: int) -> t.Cycle | None:
    """2H21: a half or quarter of a year of two digits."""
    return cycle(grain, number, t.Date(year=short, short=True))  # type: ignore[no-any-return]


@builder
def year_before_next(first: int, last: int) -> int | None:
    """The first of two years side by side: 2020-21."""
    return first if last in (first + 1, (first + 1) % 100) else None


@builder
def winter_of(number: int, of: int) -> t.Cycle | None:
    """The winter of 2020-21: the season that lies in two years."""
    return cycle("season", number, of) if number == 4 else None


@builder
def thirds(first: str, last: str, of: Any) -> t.Span:
    """Early to mid 2021."""
    return t.Span(t.Third(Part(first), of), t.Third(Part(last), of))


@builder
def turn_of(of: Any = None, unit: str = "century") -> t.Qualified | None:
    """The turn of a century or millennium: about its first year."""
    if of is None:
        of = relative(unit, 0)
    elif not isinstance(of, t.Block):
        return None
    return t.Qualified(t.Nth(1, Grain.YEAR, of), approximate=True)
