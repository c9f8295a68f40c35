"""Times of day, and what comes again."""

from typing import Any

from timeline.dates import Grain
from timeline.expressions import types as t
from timeline.expressions.builders.counted import day_shift, relative
from timeline.expressions.builders.numbers import unit_of
from timeline.expressions.builders.registry import builder


@builder
def every(
    unit: str | None = None,
    weekday: int | None = None,
    month: int | None = None,
    count: int = 1,
    duration: t.Duration | None = None,
) -> t.Recurrence:
    """Every year, every Monday, each July, weekly."""
    if month is not None:
        return t.Recurrence(t.Duration(((1, Grain.YEAR),)), month=month)
    if duration is not None:
        return t.Recurrence(duration)
    if unit is None:
        return t.Recurrence(t.Duration(((1, Grain.WEEK),)), weekday)
    return t.Recurrence(t.Duration((unit_of(count, unit),)))


@builder
def timed(of: Any, clock: str) -> Any:
    """A date with a time of day; a stretch has none."""
    return None if isinstance(of, (t.Duration, t.Reference)) else t.Timed(of, clock)


@builder
def at_clock(hour: int, minute: int = 0, second: int | None = None, half: str | None = None) -> str | None:
    """A time of the clock as TIMEX3 writes it: T15:37."""
    if hour > (24 if half is None else 12) or minute > 59 or (half is not None and hour == 0):
        return None
    if half is not None:
        hour = hour % 12 + (12 if half == "pm" else 0)
    seconds = f":{second:02d}" if second is not None and second < 60 else ""
    return f"T{hour:02d}:{minute:02d}{seconds}"


@builder
def clock_of_today(hour: int, minute: int = 0, half: str | None = None) -> Any:
    """Ten in the morning: of the anchor's day."""
    clock = at_clock(hour, minute, None, half)
    return None if clock is None else t.Timed(day_shift(0), clock)


@builder
def clock_near(direction: t.Direction, clock: str) -> t.Timed:
    """This morning, last night."""
    return t.Timed(day_shift(direction), clock)


@builder
def clock_told(direction: t.Direction, clock: str) -> t.Timed:
    """That afternoon, the next morning: of the day last told."""
    return t.Timed(relative("day", direction, told=True), clock)


@builder
def every_clock(clock: str) -> t.Recurrence:
    """Every morning."""
    return t.Recurrence(t.Duration(((1, Grain.DAY),)), clock=clock)


@builder
def at_clock_of(hour: int, part: str, minute: int = 0) -> str | None:
    """A time of the clock and the part of the day it belongs to: 3 in the afternoon, 11 at night."""
    later = hour < 12 and {"am": False, "pm": True, "noon": hour < 4, "night": hour > 5}[part]
    return at_clock(hour + 12 if later else hour, minute)  # type: ignore[no-any-return]


@builder
def clock_of_half(hour: int, minute: int = 0, second: int | None = None, half: str | None = None) -> str | None:
    """A time of the clock behind its part of the day: 밤 11 is T23, 밤 1 is T01, 낮 12 is T12, 오전 0 is T00."""
    if half == "night":
        half = "pm" if 6 <= hour < 12 else "am"
    elif half == "noon":
        half = "pm" if hour <= 6 or hour == 12 else "am"
    if half == "am" and hour == 0:
        half = None
    return at_clock(hour, minute, second, half)  # type: ignore[no-any-return]
