"""The lunisolar calendars of Vietnam and Korea, year by year.

Months begin with the new moon as it is seen from Hanoi (UTC+7) or Seoul (UTC+9), so that Tết, Seollal and the Chinese
new year may fall a day or a month apart. Vietnam reckons by its own meridian since 1968 (in the North); for 1800 to
1967 its library has the calendar that was in force. Both libraries are imported where a lunar date is named.
"""

from functools import lru_cache

from timeline.dates import Day, Grain, Interval, units
from timeline.expressions import types as t

# What the libraries reach; the Korean one counts solar days in the Julian calendar before 15 October 1582.
YEARS = {"vi": range(1600, 2200), "ko": range(1583, 2051)}
LONGEST = 30  # days of a lunar month; the shorter ones have 29


def in_year(expression: t.Lunar, year: int) -> Interval | None:
    """A date, month or year of a lunar year, numbered as the solar year it begins in; None where there is none."""
    if expression.month is None:
        return _year(expression.calendar, year)
    place = expression.calendar, year, expression.month, expression.leap
    if expression.day is None:
        return _month(*place)
    day = _day(*place, expression.day)
    return None if day is None else units.day(day)


def _month(calendar: str, year: int, month: int, leap: bool) -> Interval | None:
    first = _day(calendar, year, month, leap, 1)
    last = _day(calendar, year, month, leap, LONGEST) or _day(calendar, year, month, leap, LONGEST - 1)
    return None if first is None or last is None else units.block(units.day(first), units.day(last), Grain.MONTH)


def _year(calendar: str, year: int) -> Interval | None:
    first, after = (_day(calendar, number, 1, False, 1) for number in (year, year + 1))
    return None if first is None or after is None else units.block(units.day(first), units.day(after - 1), Grain.YEAR)


@lru_cache(maxsize=4096)
def _day(calendar: str, year: int, month: int, leap: bool, day: int) -> Day | None:
    if year not in YEARS[calendar]:
        return None
    return (_korean if calendar == "ko" else _vietnamese)(year, month, leap, day)


def _vietnamese(year: int, month: int, leap: bool, day: int) -> Day | None:
    from vnlunar.core import convert_lunar_to_solar  # type: ignore[import-untyped]

    found = convert_lunar_to_solar(day, month, year, int(leap))
    return None if found is None else Day.of(found[2], found[1], found[0])


def _korean(year: int, month: int, leap: bool, day: int) -> Day | None:
    from korean_lunar_calendar import KoreanLunarCalendar  # type: ignore[import-untyped]

    calendar = KoreanLunarCalendar()
    if not calendar.setLunarDate(year, month, day, leap):
        return None
    return Day.of(calendar.solarYear, calendar.solarMonth, calendar.solarDay)
