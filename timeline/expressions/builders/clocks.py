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
        return t.Recurrence(t.Duration(((count, Grain.WEEK),)), weekday)
    return t.Recurrence(t.Duration((unit_of(count, unit),)))


@builder
def timed(of: Any, clock: str) -> Any:
    """A date with a time of day; a stretch has none, and an hour of the clock is of a day: they march at noon."""
    if clock[1].isdecimal() and isinstance(of, t.Date) and of.day is None and of.weekday is None:
        return None
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
def clock_of_today(hour: int, minute: int = 0, second: int | None = None, half: str | None = None) -> Any:
    """Ten in the morning: of the anchor's day."""
    return _of_today(at_clock(hour, minute, second, half))


def _of_today(clock: str | None) -> t.Timed | None:
    return None if clock is None else t.Timed(day_shift(0), clock)


@builder
def at_clock_written(time: int, half: str | None = None) -> str | None:
    """Hour and minute in one number: 430pm, 1430hrs."""
    return at_clock(time // 100, time % 100, None, half) if time >= 100 else None


@builder
def written_clock_of_today(time: int, half: str | None = None) -> t.Timed | None:
    """An hour and minute in one number, of the anchor's day."""
    return _of_today(at_clock_written(time, half))


@builder
def clock_or_number(time: int) -> t.Timed | t.NoDate | None:
    """Four digits behind "at": the hour where there is such an hour, and no year unless of our time."""
    return None if 1950 <= time <= 2050 else written_clock_of_today(time) or t.NoDate()


@builder
def at_twelve(hour: int, clock: str) -> str | None:
    """12 noon, 12 midnight."""
    return clock if hour == 12 and clock in ("T12:00", "T00:00") else None


@builder
def twelve_of_today(hour: int, clock: str) -> t.Timed | None:
    """12 noon of the anchor's day."""
    return _of_today(at_twelve(hour, clock))


@builder
def at_clock_by(hour: int, past: int = 0, before: int = 0, half: str | None = None) -> str | None:
    """Half past seven, a quarter to eight."""
    return at_clock(hour - (before > 0), past or 60 - before, None, half)  # type: ignore[no-any-return]


@builder
def timed_span(first: str, last: str, of: Any = None) -> Any:  # noqa: ARG001  the day is as fine as dates go
    """From hour to hour of a day, or of the anchor's."""
    return timed(day_shift(0) if of is None else of, first)


@builder
def to_with_a_digit(
    digits: int, day_word: str | None = None, night_word: str | None = None, morrow: str | None = None
) -> t.Expression | None:
    """2day, 2nite, 2morrow."""
    if digits != 2:
        return None
    if night_word:
        return clock_near(0, "TNI")  # type: ignore[no-any-return]
    return day_shift(0 if day_word else 1) if day_word or morrow else None


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
def timed_at(of: Any, hour: int, minute: int = 0, second: int | None = None) -> t.Timed | None:
    """A day with its hour in one word."""
    clock = at_clock(hour, minute, second)
    return None if clock is None else t.Timed(of, clock)


@builder
def at_clock_of(hour: int, part: str, minute: int = 0) -> str | None:
    """A time of the clock and the part of the day it belongs to: 3 in the afternoon, 11 at night."""
    later = hour < 12 and {"am": False, "pm": True, "noon": hour < 4, "night": hour > 5}[part]
    return at_clock(hour + 12 if later else hour, minute)  # type: ignore[no-any-return]


@builder
def clock_of_part(hour: int, part: str) -> t.Timed | None:
    """At four in the afternoon, of the anchor's day."""
    return _of_today(at_clock_of(hour, part))


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


@builder
def hours_on(of: Any, clock: str) -> t.Timed | None:
    """From an hour of a day on: on that day; from its midnight on is since that day."""
    return None if clock.startswith("T00") else t.Timed(of, clock)
