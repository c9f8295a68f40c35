"""Dates that have a name: named days, anniversaries, events, lunar dates."""

from typing import Any

from timeline.expressions import types as t
from timeline.expressions.builders.fields import day_first, stated_year
from timeline.expressions.builders.registry import builder


@builder
def named_day(name: str, year: Any = None) -> t.NamedDay:
    """A day with a fixed rule."""
    return t.NamedDay(name, None if year is None else stated_year(year) if isinstance(year, (int, t.Date)) else year)


@builder
def anniversary(number: int, of: Any = None, within: Any = None) -> t.Anniversary:
    """The nth anniversary."""
    return t.Anniversary(number, of, within)


@builder
def event(id: str) -> t.EventDate:  # noqa: A002  the slot's name
    """The date of another event."""
    return t.EventDate(id)


@builder
def lunar(
    on: Any, year: Any = None, cycle: int | None = None, *, leap: bool = False, calendar: Any = "vi"
) -> t.Lunar | None:
    """A month, or a month and day, of the lunar calendar; `on` brings them as a Date or as [month, day]."""
    if isinstance(on, list):
        month, day = on
        return t.Lunar(month, day, year, cycle, leap, calendar)
    if isinstance(on, t.Numeric):
        on = day_first(on)
    if not isinstance(on, t.Date) or on.month is None or (on.day or 1) > 30:
        return None
    if on.year is not None:
        year = on._replace(month=None, day=None, weekday=None)
    return t.Lunar(on.month, on.day, year, cycle, leap, calendar)


@builder
def feast_day(feast: list[int], on: Any) -> Any:
    """A feast of the lunar year and a date beside it: its own lunar one once more, else the solar one."""
    said = day_first(on) if isinstance(on, t.Numeric) else on
    if isinstance(said, t.Date) and [said.month, said.day] == feast:
        return lunar(said)
    return on


@builder
def lunar_year(cycle: int, calendar: Any = "vi") -> t.Lunar:
    """The year of a name in the cycle of sixty."""
    return t.Lunar(None, None, None, cycle, calendar=calendar)


@builder
def known_anniversary(number: int, day: str) -> t.Anniversary:
    """The nth anniversary of an event whose day everybody knows; the day is ISO."""
    year, month, number_of_day = (int(field) for field in day.split("-"))
    return t.Anniversary(number, t.Date(year, month, number_of_day))


@builder
def lunar_of_year(on: t.Date, year: Any = None, of: Any = None, *, leap: bool = False) -> t.Lunar | None:
    """A Korean lunar date, its year said before the word lunar or behind it."""
    return lunar(on, year or of, leap=leap, calendar="ko")  # type: ignore[no-any-return]


@builder
def anniversary_of_year(number: int, of: Any = None) -> t.Anniversary | None:
    """The nth anniversary of a date that has its year."""
    if isinstance(of, (t.Date, t.Numeric)) and of.year is None:
        return None
    return t.Anniversary(number, of)


@builder
def solar_said(
    of: Any = None, year: t.Date | None = None, before: int = 0, month: int | None = None, day: int | None = None
) -> Any:
    """A lunar day with its solar one in brackets: the solar one, of the next year where its month runs back."""
    if year is None or year.year is None or month is None:
        return of
    return t.Date(year.year + (month < before), month, day)


@builder
def both_said(lunar: t.Lunar, solar: Any) -> Any:
    """A day of both calendars: the solar one, whose year the lunar one tells where it is left unsaid.

    The months of the lunar year begin later: a lower solar month is of the next year.
    """
    on = day_first(solar) if isinstance(solar, t.Numeric) else solar
    if not isinstance(on, t.Date) or on.year is not None or on.month is None or lunar.month is None:
        return solar
    if isinstance(lunar.year, t.Date) and lunar.year.year is not None:
        year = lunar.year.year + (on.month < lunar.month)
        return on._replace(year=year, short=lunar.year.short)
    return solar if lunar.year is None and lunar.cycle is None else t.Doubled(on, lunar)
