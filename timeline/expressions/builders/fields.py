"""Dates by their fields: days, months, years, eras, numbers in either order."""

from typing import Any

from timeline.dates import Grain
from timeline.expressions import types as t
from timeline.expressions.builders.registry import builder

TWO_DIGITS = 99
LAST_YEAR = 2199  # four digits beyond are a quantity


@builder
def year_in_words(head: int, tail: int) -> int | None:
    """Two numbers of two digits: nineteen eighty-four."""
    return plausible_year(head * 100 + tail) if 10 <= head <= 99 and 1 <= tail <= 99 else None


@builder
def year_of_hundreds(head: int, tail: int = 0) -> int | None:
    """Nineteen hundred, nineteen hundred and five."""
    return plausible_year(head * 100 + tail) if tail <= 99 else None


@builder
def plausible_year(year: int) -> int | None:
    """Four digits as a year."""
    return year if 1 <= year <= LAST_YEAR else None


@builder
def month_day(day: int, month: int) -> t.Date | None:
    """A day of a month without a year."""
    return t.Date(month=month, day=day) if 1 <= day <= 31 else None


@builder
def no_such_day(day: int, month: int, year: Any = None) -> t.Date | None:
    """July 32, 2021: read as what it is, so that its error can say so and no other reading stands in for it."""
    return t.Date(stated_year(year).year, month, day) if day > 31 else None


@builder
def no_such_date(a: int, b: int, y: int) -> t.Date | None:
    """13/13/2021, 32/1/2021: read as what it is, the one that can be a month as the month."""
    if not 1 <= min(a, b) <= max(a, b) <= TWO_DIGITS or (max(a, b) <= 31 and min(a, b) <= 12):
        return None
    return t.Date(y, a, b) if a <= 12 else t.Date(y, b, a)


@builder
def no_such_month_or_day(y: int, m: int, d: int) -> t.Date | None:
    """2021-13-01: read as what it is, from the coarse to the fine."""
    return None if (1 <= m <= 12 and 1 <= d <= 31) or max(m, d) > TWO_DIGITS else t.Date(y, m, d)


@builder
def no_such_month(y: int, m: int) -> t.Date | None:
    """2021-13, where it can be no range of years either, as 2021-31 is."""
    return None if 1 <= m <= 12 or m > y % 100 else t.Date(y, m, 1)


@builder
def date(
    year: Any = None,
    month: int | None = None,
    day: int | None = None,
    on: t.Date | None = None,
    weekday: int | None = None,
) -> t.Date | None:
    """A date with what is stated of it; `on` brings day and month; a year comes as a Date of a year."""
    if on is not None:
        month, day = on.month, on.day
    if day is not None and not 1 <= day <= 31:
        return None
    stated = stated_year(year)
    return t.Date(stated.year, month, day, weekday, stated.short)


def stated_year(year: Any) -> t.Date:
    """Return the year of a slot, a number or a Date of a year, as a Date."""
    if isinstance(year, t.Date):
        return year
    return t.Date(year=year)


@builder
def short_year(digits: int, above: int = -1) -> t.Date | None:
    """A year of two digits; `above` the days of a month where it could be one."""
    return t.Date(year=digits, short=True) if digits > above else None


@builder
def with_weekday(weekday: int, on: Any) -> Any:
    """A day and the weekday that the text gives it."""
    if isinstance(on, (t.Date, t.Numeric)) and (isinstance(on, t.Numeric) or on.day is not None):
        return on._replace(weekday=weekday)
    return None


@builder
def year_month_day(y: int, m: int, d: int | None = None) -> t.Date | None:
    """Digits from the coarse to the fine."""
    return t.Date(y, m, d) if 1 <= m <= 12 and (d is None or 1 <= d <= 31) else None


@builder
def numeric(a: int, b: int, y: int | None = None, short: int | None = None, sign: str = "/") -> t.Numeric | None:
    """Two numbers that are a day and a month in one order or the other, and perhaps a year."""
    if not (1 <= a <= 31 and 1 <= b <= 31 and min(a, b) <= 12):
        return None
    return t.Numeric(a, b, short if y is None else y, short=short is not None, sign=sign)


BUDDHIST = 1000  # "propose 1 January be declared" is a verb: texts in that era tell of years with four digits


@builder
def era_year(year: int, era: str, on: t.Date | None = None) -> t.Date | None:
    """A year with its era, as the astronomical year: 234 BCE is -233, Juche 110 is 2021."""
    if year < 1 or (era == "buddhist" and year < BUDDHIST):
        return None
    astronomical = {"bce": 1 - year, "ce": year, "buddhist": year - 543, "juche": year + 1911}[era]
    return t.Date(astronomical, on.month if on else None, on.day if on else None)


@builder
def juche(year: int, **_said: int) -> Any:
    """A year of the Juche calendar; a year in brackets behind it says the same again."""
    return era_year(year, "juche")


@builder
def new_year_day(day: int, year: Any = None, cycle: int | None = None, calendar: Any = "vi") -> t.Lunar | None:
    """A day of the lunar new year's feast: the 3rd of it, or the 28th of the last month before it."""
    if not 1 <= day <= 30:
        return None
    if day <= 15:
        return t.Lunar(1, day, year, cycle, calendar=calendar)
    if year is not None:
        year = t.Shift(t.Duration(((1, Grain.YEAR),)), -1, year)
    return t.Lunar(12, day, year, None if cycle is None else (cycle - 1) % 60, calendar=calendar)


@builder
def day_first(on: t.Numeric) -> t.Date | None:
    """Numbers that are a day and a month in this order."""
    return t.Date(on.year, on.second, on.first, on.weekday, on.short) if on.second <= 12 else None


@builder
def no_date(**_said: Any) -> t.NoDate:
    """What looks like a date and is none."""
    return t.NoDate()


@builder
def finer(of: Any, month: int | None = None, day: int | None = None) -> Any:
    """A month or day put into what holds it: a year, last year, last June, next month."""
    if isinstance(of, t.Date):
        return of._replace(month=of.month if month is None else month, day=of.day if day is None else day)
    if isinstance(of, t.Yearly):
        return of._replace(date=finer(of.date, month, day))
    if isinstance(of, t.Inside) and isinstance(of.what, t.Date):
        return of._replace(what=finer(of.what, month, day))
    return t.Inside(t.Date(None, month, day), of)


@builder
def day_with_weekday(on: Any, weekday: int) -> Any:
    """A day and the weekday that the text gives it, wherever the day lies."""
    if isinstance(on, t.Date):
        return on._replace(weekday=weekday) if on.day is not None else None
    if isinstance(on, t.Yearly) and isinstance(on.date, t.Date):
        return on._replace(date=on.date._replace(weekday=weekday))
    return on


@builder
def old_year(number: int, *, rounded: bool = False) -> t.Date | None:
    """A year of three digits; the rounded ones are amounts more often: 500 years."""
    return t.Date(year=number) if 100 <= number <= 999 and (rounded or number % 50) else None


@builder
def likely_year(year: int) -> t.Date | None:
    """A number of four digits that is a year if it is anything."""
    return t.Date(year=year) if 1000 <= year <= 2100 else None


@builder
def dangun(number: int) -> t.Date:
    """A year of the Dangun era: 4288 is 1955."""
    return t.Date(year=number - 2333)


@builder
def short_date(short: int, month: int, day: int) -> t.Date | None:
    """A year of two digits, month and day."""
    return t.Date(short, month, day, short=True) if 1 <= month <= 12 and 1 <= day <= 31 else None


@builder
def dated_fully(of_day: Any) -> Any:
    """A day whose year is stated."""
    return of_day if isinstance(of_day, t.Date) and of_day.year is not None else None


@builder
def early_year(year: int) -> t.Date | None:
    """A year of three digits."""
    return t.Date(year=year) if 100 <= year <= 999 else None


@builder
def year_from(number: int, offset: int) -> t.Date:
    """A year of an era, counted from the year before its first: 쇼와 20 is 1945."""
    return t.Date(year=number + offset)


@builder
def recent_year(year: int) -> t.Date | None:
    """Four digits that are likely a year even where nothing says so."""
    return t.Date(year=year) if 1800 <= year <= 2100 else None


@builder
def lone_year(year: int) -> t.Date | None:
    """Four digits by themselves, where thousands are written with a point: a year unless it is a round number."""
    return t.Date(year=year) if 1800 <= year < 2100 and year % 100 else None


@builder
def spelled_year(thousands: int, hundreds: int, tens: int, ones: int) -> int | None:
    """A year told digit by digit: one nine seven five."""
    return thousands * 1000 + hundreds * 100 + tens * 10 + ones if thousands <= 2 else None


@builder
def number_of_old(year: int) -> t.NoDate | None:
    """Four digits that are a number before they are a year of long ago."""
    return t.NoDate() if year < 1800 else None


@builder
def year_day_month(y: int, d: int, m: int) -> t.Date | None:
    """Digits whose middle one can only be the day: 2024/13/1."""
    return t.Date(y, m, d) if d > 12 and m <= 12 else None


@builder
def compact_day(number: int) -> t.Date | None:
    """Eight digits that are a day of the last centuries: 20210709."""
    year, month, day = number // 10000, number // 100 % 100, number % 100
    return t.Date(year, month, day) if 1800 <= year <= 2099 and 1 <= month <= 12 and 1 <= day <= 31 else None


@builder
def archive_month(y: int, m: int) -> t.Date | None:
    """A year and a month as lists of milestones write them: 1983. 10."""
    return t.Date(year=y, month=m) if 1800 <= y <= 2100 and 1 <= m <= 12 else None


@builder
def month_and_day(month: int, day: int) -> t.Date | None:
    """The end of a stretch whose year was said: 2020-01-01 ~ 12-31."""
    return t.Date(None, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
