"""What counts from a date whose year nobody tells: on 20 May .. that day .. the next day."""

import re

from timeline.dates import Day, Grain, Interval, units
from timeline.expressions import types as t

COMMON = 2001  # a year without 29 February, to count days in
_TOLD = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?[?~%]?")


def can_be_told(interval: Interval) -> bool:
    """Whether it is a month or a day without a year, from which days and months can be counted."""
    return interval.yearless and _TOLD.fullmatch(interval.edtf) is not None


def beside(told: Interval, expression: t.Shift) -> Interval | None:
    """The day or month so far from one without a year; None where only a year could tell."""
    month, day = _fields(told)
    (count, grain), *more = expression.duration.parts
    steps = expression.sign * int(count)
    if more:
        return None
    if grain is Grain.MONTH:
        return units.yearless((month - 1 + steps) % 12 + 1, None)
    if grain is not Grain.DAY or day is None or (month, day) == (2, 29):
        return None
    moved = Day.of(COMMON, month, day) + steps
    _, month, day = moved.date
    return units.yearless(month, day)


def later_day(told: Interval, expression: t.Expression) -> Interval | None:
    """The day of the month told last, if it comes after the day told there: on 3 May .. on the 17th."""
    if not can_be_told(told) or not isinstance(expression, t.Date) or expression.day is None or expression.month:
        return None
    month, day = _fields(told)
    if expression.day <= (day or 0):
        return None
    return units.yearless(month, expression.day)


def inside(of: Interval, what: t.Expression) -> Interval | None:
    """A day of a month without a year."""
    month, day = _fields(of)
    if day is not None or not isinstance(what, t.Date) or what.month is not None or what.day is None:
        return None
    return units.yearless(month, what.day)


def _fields(yearless: Interval) -> tuple[int, int | None]:
    told = _TOLD.fullmatch(yearless.edtf)
    assert told is not None, "what was told"  # noqa: S101
    return int(told[1]), int(told[2]) if told[2] else None
