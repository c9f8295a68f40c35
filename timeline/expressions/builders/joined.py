"""What joins dates: stretches, open sides, lists, vagueness."""

from typing import Any

from timeline.dates import Part
from timeline.expressions import types as t
from timeline.expressions.builders.counted import day_shift
from timeline.expressions.builders.fields import LAST_YEAR, era_year, finer, stated_year
from timeline.expressions.builders.parts import century, cycle, decade, plain_decade
from timeline.expressions.builders.registry import builder


@builder
def duration_from(duration: t.Duration, start: Any) -> t.Lasting:
    """For ten days from 18 December."""
    return t.Lasting(start, duration)


@builder
def duration_to(duration: t.Duration, end: Any) -> t.Lasting:
    """The year ended 30 September."""
    return t.Lasting(end, duration, ends=True)


@builder
def span(start: Any, end: Any) -> Any:
    """From one to the other; up to the present is an open end."""
    if end == t.Reference("present"):
        return t.Open("since", start)
    if isinstance(start, t.Weekday) and isinstance(end, t.Date) and end.day is None:
        return None  # changed on Friday to December's figures
    return t.Span(start, end)


@builder
def day_span(first: int, last: int, month: int, year: Any = None) -> t.Span | None:
    """13 to 15 July 2021."""
    if first > last:
        return None
    stated = stated_year(year)
    return t.Span(*(t.Date(stated.year, month, day, None, stated.short) for day in (first, last)))


@builder
def numeric_day_span(first: int, on: Any) -> t.Span | None:
    """13.-15.7.2021: the day first, the rest from the end."""
    if isinstance(on, t.Numeric) and first < on.first:
        return t.Span(on._replace(first=first, sign="."), on._replace(sign="."))
    return None


@builder
def rest_of(of: Any) -> t.Span:
    """The rest of the week: from the anchor's day on."""
    return t.Span(day_shift(0), of)


@builder
def year_span(first: int, last: int) -> t.Span | None:
    """2002-2007, 2016-21."""
    if last < 100:
        last += first // 100 * 100
    return t.Span(t.Date(year=first), t.Date(year=last)) if first < last <= LAST_YEAR else None
    return t.Span(t.Date(year=first), t.Date(year=last)) if first < last and first <= LAST_YEAR else None


@builder
def century_span(
    first: int, last: int, part: str | None = None, era: str = "ce", ending: str | None = None
) -> t.Span | None:
    """The 17th to 19th centuries, the late 19th to the early 20th."""
    start, end = century(first, era), century(last, era)
    if start is None or end is None:
        return None
    return t.Span(t.Third(Part(part), start) if part else start, t.Third(Part(ending), end) if ending else end)


@builder
def bce_span(first: int, last: int, era: str) -> t.Span | None:
    """285-247 BCE: the era is said once."""
    start, end = era_year(first, era), era_year(last, era)
    return t.Span(start, end) if start and end else None


@builder
def open_side(relation: Any, of: Any) -> t.Open:
    """Since, until, by, before, after."""
    return t.Open(relation, of)


@builder
def pair(first: Any, rest: Any = ()) -> tuple[Any, ...]:
    """A list that grows to the right."""
    return (first, *(rest if isinstance(rest, tuple) and type(rest) is tuple else (rest,)))


@builder
def several(items: Any, *, every: bool = True) -> t.Several | None:
    """A list of dates; what counts from the date before it is none: in 1954, two years later."""
    return t.Several(tuple(items), every) if len(items) > 1 and not _counts_on(tuple(items[1:])) else None


def _counts_on(expression: Any) -> bool:
    """Whether an expression, or a part of it, counts from the date told last: the same day in the afternoon."""
    if isinstance(expression, t.Shift) and isinstance(expression.base, t.Told):
        return True
    return isinstance(expression, tuple) and any(_counts_on(part) for part in expression)


@builder
def century_in_part(number: int, part: str | None = None) -> t.Third | t.Block | None:
    """One of "late 19th and early 20th century": the word for the century comes at the end."""
    found = century(number)
    return t.Third(Part(part), found) if part and found else found


@builder
def several_centuries(centuries: Any, era: str = "ce") -> t.Several | None:
    """The 5th and 4th centuries BC: the era is said once."""
    if era != "ce":
        centuries = [_in_era(each, era) for each in centuries]
    return t.Several(tuple(centuries), every=True) if len(centuries) > 1 else None


def _in_era(each: Any, era: str) -> Any:
    if isinstance(each, t.Third):
        return each._replace(of=_in_era(each.of, era))
    return century(each.number + 1, era)


@builder
def days_of_month(days: tuple[int, ...], month: int, year: Any = None) -> t.Several | None:
    """4, 5 and 7 July 2019."""
    stated = stated_year(year)
    if len(days) < 2:
        return None
    return t.Several(tuple(t.Date(stated.year, month, day, None, stated.short) for day in days), every=True)


@builder
def months_of_year(months: tuple[int, ...], year: Any = None) -> t.Several | None:
    """June and July 2021."""
    stated = stated_year(year)
    if len(months) < 2:
        return None
    return t.Several(tuple(t.Date(stated.year, month, None, None, stated.short) for month in months), every=True)


@builder
def month_span(first: int, last: int, year: Any = None) -> t.Span:
    """May to December 2022."""
    stated = stated_year(year)
    start = stated.year
    if start is not None and first > last:
        start -= 1
    return t.Span(t.Date(start, first, short=stated.short), t.Date(stated.year, last, short=stated.short))


@builder
def season_span(first: int, last: int, year: Any = None) -> t.Span | None:
    """Spring/summer 2021: the year is said once."""
    return None if first == last else t.Span(cycle("season", first), cycle("season", last, year))


@builder
def from_now(start: Any, end: Any) -> t.Span:  # noqa: ARG001  now is the day of writing
    """Between now and Christmas."""
    return t.Span(day_shift(0), end)


@builder
def up_to_today(of: Any) -> t.Span:
    """The year to date."""
    return t.Span(of, day_shift(0))


@builder
def qualified(of: Any, *, approximate: bool = False, uncertain: bool = False) -> t.Qualified:
    """Around, about, circa; perhaps."""
    return t.Qualified(of, approximate, uncertain)


@builder
def around(duration: t.Duration, of: Any) -> t.Around:
    """Ten days around a date."""
    return t.Around(duration, of)


@builder
def lifetime(first: int, last: int) -> t.Span | None:
    """Two years that a dash joins, no further apart than a long life: 1886-1976, but not the number 1544-2000."""
    return year_span(first, last) if last <= 2100 and last - first <= 120 else None


@builder
def plain_decade_span(first: int, last: int) -> t.Span | None:
    """The 1980s to 90s."""
    start, end = plain_decade(first), plain_decade(last, first)
    return t.Span(start, end) if start and end and start.number < end.number else None


@builder
def decade_pair(first: int, last: int) -> t.Several | None:
    """The 1960s and 70s."""
    pair_of = plain_decade(first), plain_decade(last, first)
    return t.Several(pair_of, every=True) if pair_of[0] and pair_of[1] else None  # type: ignore[arg-type]


@builder
def century_pair(first: int, last: int) -> t.Several | None:
    """The 18th and 19th centuries."""
    pair_of = century(first), century(last)
    return t.Several(pair_of, every=True) if all(pair_of) else None


@builder
def numbers_span(
    first: int, last: int, field: str, of: Any = None, direction: t.Direction | None = None
) -> t.Span | None:
    """Two days or two months, their word said once: 20-21 June, from the coarse to the fine."""
    if first >= last and field == "day":
        return None
    start = _numbered(first, field, of)
    return t.Span(start if direction is None else t.Yearly(start, direction), _numbered(last, field))


@builder
def numbers_listed(numbers: Any, field: str, of: Any = None) -> t.Several | None:
    """Days, months or years in a list, their word said once."""
    if not isinstance(numbers, tuple) or len(numbers) < 2:
        return None
    first, *rest = numbers
    return t.Several((_numbered(first, field, of), *(_numbered(number, field) for number in rest)), every=True)


def _numbered(number: int, field: str, of: Any = None) -> Any:
    if of is not None:
        return finer(of, **{field: number})
    return t.Date(**{"year": None, field: number})  # type: ignore[arg-type]


@builder
def decade_span(first: int, last: int) -> t.Span | None:
    """The decades from one to another: 1960-1970, the seventies and eighties."""
    start, end = decade(first), decade(last)
    return t.Span(start, end) if start and end and first < last else None


@builder
def span_or_returns(start: Any, end: Any) -> Any:
    """From one date to another; a day and the same of a later year are it and its anniversary: 3/2/1930 - 3/2/2020."""
    first, last = ((end.first, end.second) if isinstance(end, t.Numeric) else None for end in (start, end))
    if first is not None and first == last and None not in (start.year, end.year) and start.year != end.year:
        return t.Several((start, end), every=True)
    return span(start, end)


@builder
def bce_choice(first: int, last: int, era: str) -> t.Several | None:
    """641 or 640 BCE: the era is said once."""
    choice = era_year(first, era), era_year(last, era)
    return t.Several(choice, every=False) if all(choice) else None
