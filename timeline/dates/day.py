"""Days of any year in the proleptic Gregorian calendar.

A year is astronomical: 0 is 1 BCE, -233 is 234 BCE. A day is a number: `datetime.date` ends at the years 1 and 9999.
"""

from functools import lru_cache
from typing import Self, overload

from timeline.dates.errors import EdtfError, NonexistentDateError

KEPT = 8192  # days whose year, month and day are kept
CYCLE = 146_097  # days in 400 years, after which the calendar repeats itself
LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# Days before each month of a year that begins in March, so that the leap day comes last.
BEFORE = (0, 306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275)


def is_leap(year: int) -> bool:
    """Tell whether an astronomical year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Return the number of days of a month (1 to 12) of an astronomical year."""
    return 29 if month == 2 and is_leap(year) else LENGTHS[month]


class Day(int):
    """A day as its number: 0001-01-01 is 1, as in datetime.date.toordinal, and earlier days are 0 and below."""

    __slots__ = ()

    @classmethod
    def of(cls, year: int, month: int = 1, day: int = 1) -> Self:
        """Return the day of an astronomical year, a month (1 to 12) and a day of the month."""
        if not 1 <= month <= 12:
            raise NonexistentDateError(year, month, day)
        if not 1 <= day <= 28 and not 1 <= day <= month_length(year, month):
            raise NonexistentDateError(year, month, day, month_length(year, month))
        march = year - 1 if month <= 2 else year
        return cls(march * 365 + march // 4 - march // 100 + march // 400 + BEFORE[month] + day - 306)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the day that str() of a Day wrote: '2021-07-09', '-0233-08-10', '17000-01-01'."""
        year, _, rest = text.removeprefix("-").partition("-")
        month, _, day = rest.partition("-")
        shape = len(year) >= 4 and len(month) == 2 and len(day) == 2
        if not (shape and text.isascii() and (year + month + day).isdigit()):
            raise EdtfError(text, 1, "a day is written as year, month and day, such as 2021-07-09")
        return cls.of(-int(year) if text.startswith("-") else int(year), int(month), int(day))

    @property
    def date(self) -> tuple[int, int, int]:
        """The astronomical year, the month (1 to 12) and the day of the month."""
        return _date(int(self))

    @property
    def year(self) -> int:
        """The astronomical year."""
        return self.date[0]

    @property
    def month(self) -> int:
        """The month, 1 to 12."""
        return self.date[1]

    @property
    def day(self) -> int:
        """The day of the month, 1 to 31."""
        return self.date[2]

    @property
    def weekday(self) -> int:
        """The day of the week, 0 for Monday to 6 for Sunday."""
        return (int(self) - 1) % 7

    def add_months(self, months: int) -> "Day":
        """Return the day so many months on, its day of the month clipped to the length of the month it falls in."""
        year, month, day = self.date
        years, month = divmod(month - 1 + months, 12)
        return Day.of(year + years, month + 1, min(day, month_length(year + years, month + 1)))

    def __add__(self, days: int) -> "Day":
        return Day(int(self) + int(days))

    __radd__ = __add__

    @overload
    def __sub__(self, other: "Day") -> int: ...  # type: ignore[overload-overlap]
    @overload
    def __sub__(self, other: int) -> "Day": ...
    def __sub__(self, other: int) -> int:
        number = int(self) - int(other)
        return number if isinstance(other, Day) else Day(number)

    def __str__(self) -> str:
        year, month, day = self.date
        return f"{year:04d}-{month:02d}-{day:02d}" if year >= 0 else f"-{-year:04d}-{month:02d}-{day:02d}"

    def __repr__(self) -> str:
        return f"Day.parse({str(self)!r})"


@lru_cache(KEPT)
def _date(number: int) -> tuple[int, int, int]:
    cycles, rest = divmod(number + 305, CYCLE)
    # Of the days since a 1 March that begins a cycle: leap days pushed out, years of 365 days remain.
    year = (rest - rest // 1460 + rest // 36_524 - rest // 146_096) // 365
    rest -= year * 365 + year // 4 - year // 100
    month = (5 * rest + 2) // 153
    day = rest - (153 * month + 2) // 5 + 1
    year += cycles * 400
    return (year + 1, month - 9, day) if month > 9 else (year, month + 3, day)
