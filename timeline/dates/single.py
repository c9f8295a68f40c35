"""Units of the calendar as intervals, each with its canonical EDTF.

Years are astronomical. What EDTF has no code for (a week, a decade that crosses the year 0) is written with two ends.
"""

from functools import lru_cache

from timeline.dates.day import Day, month_length
from timeline.dates.ends import block
from timeline.dates.errors import NonexistentDateError
from timeline.dates.grain import Grain
from timeline.dates.interval import Interval
from timeline.dates.writing import day_text, month_text, year_text

# ISO 8601-2: seasons (21 to 24 leave the hemisphere open, read as northern), quarters, quadrimesters, halves: the first
# month, the number of months, the grain. No grain is called a quadrimester; the next finer one stands for it.
CODES = {
    **{21 + index: (3 + 3 * index, 3, Grain.SEASON) for index in range(4)},
    **{25 + index: (3 + 3 * index, 3, Grain.SEASON) for index in range(4)},
    **{29 + index: (3 + 3 * ((index + 2) % 4), 3, Grain.SEASON) for index in range(4)},
    **{33 + index: (1 + 3 * index, 3, Grain.QUARTER) for index in range(4)},
    **{37 + index: (1 + 4 * index, 4, Grain.QUARTER) for index in range(3)},
    **{40 + index: (1 + 6 * index, 6, Grain.HALF) for index in range(2)},
}
FAMILIES = (range(21, 25), range(25, 29), range(29, 33), range(33, 37), range(37, 40), range(40, 42))
KEPT = 4096  # units that are kept once made: prose comes back to the same days, months and years
YEARS = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1000}


@lru_cache(KEPT)
def day(wanted: Day) -> Interval:
    """Return one day."""
    return Interval(day_text(wanted), wanted, wanted, Grain.DAY)


@lru_cache(KEPT)
def month(number: int, month_number: int) -> Interval:
    """Return a month (1 to 12) of a year."""
    first = Day.of(number, month_number)
    return Interval(
        month_text(number, month_number), first, first + (month_length(number, month_number) - 1), Grain.MONTH
    )


@lru_cache(KEPT)
def year(number: int) -> Interval:
    """Return a year."""
    return Interval(year_text(number), Day.of(number), Day.of(number, 12, 31), Grain.YEAR)


def decade(number: int) -> Interval:
    """Return the decade from ten times this number on: 198 is 1980-1989 '198X', -1 is -0010 to -0001."""
    return years(number * 10, Grain.DECADE)


def century(number: int) -> Interval:
    """Return the century from a hundred times this number on: 19 is 1900-1999 '19XX'."""
    return years(number * 100, Grain.CENTURY)


def millennium(number: int) -> Interval:
    """Return the millennium from a thousand times this number on: 1 is 1000-1999 '1XXX'."""
    return years(number * 1000, Grain.MILLENNIUM)


@lru_cache(KEPT)
def years(first: int, grain: Grain) -> Interval:
    """Return 1, 10, 100 or 1000 years from this one on, as the grain says.

    So -299 and CENTURY are the 3rd century BCE, '-02XX', which `century`, counting by hundreds, cannot name.
    """
    size = YEARS[grain]
    if size == 1:
        return year(first)
    last = first + size - 1
    masked = "X" * (len(str(size)) - 1)
    # Digits and X count from the year 0 outwards, so before it they stand for years that end in zeros.
    if first % size == 0 and first >= 0 and last <= 9999:
        text = f"{first:04d}"
    elif last % size == 0 and last < 0 and first >= -9999:
        text = f"-{-last:04d}"
    else:
        return block(year(first), year(last), grain)
    return Interval(text[: len(text) - len(masked)] + masked, Day.of(first), Day.of(last, 12, 31), grain)


@lru_cache(KEPT)
def coded(number: int, code: int) -> Interval:
    """Return what a year and one of the codes 21 to 41 mean, such as 2021 and 33 for the first quarter."""
    month_number, months, grain = CODES[code]
    first = Day.of(number, month_number)
    return Interval(month_text(number, code), first, first.add_months(months) - 1, grain)


def season(number: int, which: int, south: bool = False) -> Interval:
    """Return spring, summer, autumn or winter (1 to 4): three whole months of which the first lies in that year."""
    return coded(number, _nth(which, 4, number) + (28 if south else 20))


def quarter(number: int, which: int) -> Interval:
    """Return a quarter (1 to 4) of a year."""
    return coded(number, _nth(which, 4, number) + 32)


def half(number: int, which: int) -> Interval:
    """Return a half (1 or 2) of a year."""
    return coded(number, _nth(which, 2, number) + 39)


@lru_cache(KEPT)
def week(monday: Day) -> Interval:
    """Return the seven days from a Monday on."""
    return block(day(monday), day(monday + 6), Grain.WEEK)


@lru_cache(KEPT)
def weekend(saturday: Day) -> Interval:
    """Return a Saturday and its Sunday."""
    return block(day(saturday), day(saturday + 1), Grain.WEEKEND)


def span(first: Day, last: Day, grain: Grain) -> Interval:
    """Return the block from one day to another, its ends written as years or months where they are whole ones."""
    if first.day == 1 and last.day == month_length(last.year, last.month):
        if first.month == 1 and last.month == 12:
            return block(year(first.year), year(last.year), grain)
        return block(month(first.year, first.month), month(last.year, last.month), grain)
    return block(day(first), day(last), grain)


def yearless(month_number: int, day_number: int | None = None) -> Interval:
    """Return a month, or a day of a month, of a year that nobody states: 'XXXX-10-24'. 29 February exists."""
    if day_number is None:
        if not 1 <= month_number <= 12:
            raise NonexistentDateError(0, month_number, 1)
        return Interval(f"XXXX-{month_number:02d}", None, None, Grain.MONTH, yearless=True)
    try:
        Day.of(2000, month_number, day_number)
    except NonexistentDateError:
        if not 1 <= month_number <= 12:
            raise
        raise NonexistentDateError(None, month_number, day_number, month_length(2000, month_number)) from None
    return Interval(f"XXXX-{month_number:02d}-{day_number:02d}", None, None, Grain.DAY, yearless=True)


def _nth(which: int, count: int, number: int) -> int:
    if not 1 <= which <= count:
        message = f"{number} has the parts 1 to {count}, not {which}"
        raise ValueError(message)
    return which
