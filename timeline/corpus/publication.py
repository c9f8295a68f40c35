"""The day on which a record of an archive says that it was published, however it writes that."""

from functools import lru_cache
from typing import Any

from timeline.api import interval_of
from timeline.dates import Day, Interval
from timeline.errors import TimelineError

LONGEST = 200  # letters of a text that may tell a day
DAY = 86_400  # seconds
# What a number can be: of eight digits a day; seconds and milliseconds since 1970 of the years 2001 to 2286.
SECONDS, MILLISECONDS = range(10**9, 10**10), range(10**12, 10**13)


class UnreadableDayError(TimelineError):
    """A value that tells no day of publication."""

    def __init__(self, value: object) -> None:
        from timeline.store.problems import clip

        said = f"“{clip(value, 60)}”" if isinstance(value, str) else clip(repr(value), 60)
        super().__init__(f"published: {said} tells no day: it was read as if it said nothing of that")


def published_day(value: Any) -> Interval | None:
    """Return the day, or the window, that a value tells; None of none. Raises UnreadableDayError.

    Read are date expressions of all sorts, ISO with the time of day, the dates of e-mail, numbers such as 20240325, and
    seconds or milliseconds since 1970 (of which the day is that of UTC).
    """
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float) or len(str(value)) > LONGEST:
        raise UnreadableDayError(value)
    found = _read(str(value).strip())
    if found is None:
        raise UnreadableDayError(value)
    return found


@lru_cache(4096)
def _read(said: str) -> Interval | None:
    """Return what a text tells; an archive has many texts of one day."""
    try:
        found = _since_1970(said) or interval_of(said)
    except (TimelineError, RecursionError):
        return None
    return found if found is not None and found.dated else None


def _since_1970(said: str) -> Interval | None:
    try:
        number = int(float(said))
    except (ValueError, OverflowError):
        return None
    if number in MILLISECONDS:
        number //= 1000
    return interval_of(Day(Day.of(1970) + number // DAY)) if number in SECONDS else None
