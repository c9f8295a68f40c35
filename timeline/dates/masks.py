"""Which years, months and days an X stands for."""

from collections.abc import Sequence
from itertools import product

from timeline.dates.day import Day, month_length
from timeline.dates.grain import Grain

TRAILING = (Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM)


def matching_numbers(mask: str, top: int) -> Sequence[int]:
    """Return the numbers from 1 to top that two characters, digits or X, stand for."""
    if mask == "XX":
        return range(1, top + 1)
    if "X" not in mask:
        number = int(mask)
        return (number,) if 1 <= number <= top else ()
    return [
        number for number in range(1, top + 1) if all(m in ("X", d) for m, d in zip(mask, f"{number:02d}", strict=True))
    ]


def matching_years(mask: str, negative: bool) -> Sequence[int]:
    """Return the astronomical years that four characters, digits or X, stand for, in order of time, -0000 left out."""
    head = mask.rstrip("X")
    if "X" in head:
        years: Sequence[int] = [
            int("".join(digits)) for digits in product(*("0123456789" if m == "X" else m for m in mask))
        ]
    else:
        size = 10 ** (len(mask) - len(head))
        first = int(head or "0") * size
        years = range(first, first + size)
    return [-year for year in reversed(years) if year] if negative else years


def earliest_match(years: Sequence[int], months: Sequence[int], days: Sequence[int]) -> Day | None:
    """Return the first day that exists among these years, months and days, each ascending; None where none does."""
    return next(
        (Day.of(y, m, d) for y in years for m in months for d in days if d <= month_length(y, m)),
        None,
    )


def latest_match(years: Sequence[int], months: Sequence[int], days: Sequence[int]) -> Day | None:
    """Return the last day that exists among these years, months and days, each ascending; None where none does."""
    return next(
        (
            Day.of(y, m, d)
            for y in reversed(years)
            for m in reversed(months)
            for d in reversed(days)
            if d <= month_length(y, m)
        ),
        None,
    )


def masked_grain(year: str, month: str, day: str) -> Grain:
    """Return the grain of a date with X: the finest part that states a digit, of a year what its last X leave."""
    if day not in ("", "XX"):
        return Grain.DAY
    if month not in ("", "XX"):
        return Grain.MONTH
    head = year.rstrip("X")
    return Grain.YEAR if "X" in head or not head else TRAILING[len(year) - len(head)]
