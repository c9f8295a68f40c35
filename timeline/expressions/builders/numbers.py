"""Numbers, ordinals and amounts of time."""

from itertools import pairwise

from timeline.dates import Grain
from timeline.expressions import types as t
from timeline.expressions.builders.registry import builder

YEARS = 1800, 2100  # numbers that are years in prose


@builder
def total(**slots: int) -> int:
    """The sum of the slots: "twenty-one"."""
    return sum(slots.values())


@builder
def amount_but_no_year(count: float, unit: str, rest: t.Duration | None = None) -> t.Duration | None:
    """So many units, where what is mostly a year counts no weeks and months: in 2010 the week."""
    if YEARS[0] <= count < YEARS[1] and unit in ("week", "month", "quarter", "weekend", "decade"):
        return None
    return amount(count, unit, rest)  # type: ignore[no-any-return]


@builder
def product(count: int, of: int, rest: int = 0) -> int | None:
    """A number of hundreds or thousands and a smaller rest: "two thousand and three"."""
    return count * of + rest if rest < of else None


@builder
def amount(
    count: float, unit: str, rest: t.Duration | None = None, *, vague: bool = False, half: float = 0
) -> t.Duration:
    """So many of a unit, and perhaps of smaller ones: "a year and two months"."""
    parts = (unit_of(count + half, unit), *(rest.parts if rest else ()))
    return t.Duration(parts, vague or bool(rest and rest.vague))


def unit_of(count: float, unit: str) -> tuple[float, t.Unit]:
    """Return so many of a unit by its name; a fortnight is two weeks."""
    if unit == "fortnight":
        return count * 2, Grain.WEEK
    return count, t.Clock(unit) if unit in CLOCK_UNITS else Grain(unit)


CLOCK_UNITS = frozenset(unit.value for unit in t.Clock)


@builder
def day_of_month(day: int) -> int | None:
    """An ordinal that can be a day of a month."""
    return day if 1 <= day <= 31 else None


@builder
def word(word: str) -> str:
    """What the rule stands for."""
    return word


@builder
def only_amount(
    amount: t.Duration | None = None, duration: t.Duration | None = None, **_around: object
) -> t.Duration | None:
    """The amount, without the words around it."""
    return amount or duration


@builder
def clock_only(amount: t.Duration) -> t.Duration | None:
    """An amount of hours, minutes, seconds."""
    return amount if all(isinstance(unit, t.Clock) for _, unit in amount.parts) else None


@builder
def of_sixty(stem: int, branch: int) -> int | None:
    """The place of a year in the cycle of sixty, by its stem of ten and its branch of twelve, both from 0."""
    return (6 * stem - 5 * branch) % 60 if stem % 2 == branch % 2 else None


@builder
def counted(count: float, unit: str, rest: t.Duration | None = None) -> t.Duration | None:
    """So many units, where a number of four digits is an amount of years only if it is a round one: 1975 is a year."""
    if unit == "year" and count >= 1000 and count % 100:
        return None
    whole: t.Duration = amount(count, unit, rest)
    return whole if rest is None or _falling(whole) else None


def _falling(duration: t.Duration) -> bool:
    """Whether the units of an amount go from the coarse to the fine: a year and two months."""
    order = [-1 if isinstance(unit, t.Clock) else unit.rank for _, unit in duration.parts]
    return all(coarse > fine or fine == -1 for coarse, fine in pairwise(order))


@builder
def half_unit(unit: str, count: int = 0) -> t.Duration | None:
    """Half a year, a month and a half; half a day or an hour is too fine."""
    half = {
        "month": (15, Grain.DAY),
        "year": (6, Grain.MONTH),
        "decade": (5, Grain.YEAR),
        "century": (50, Grain.YEAR),
    }.get(unit)
    if half is None:
        return None
    return t.Duration((unit_of(count, unit), half) if count else (half,))


@builder
def fraction(a: int, b: int) -> t.NoDate | None:
    """Two thirds, 75/77: a part of a whole and no day of a month."""
    return t.NoDate() if a <= b else None


@builder
def decimal(whole: int, tenths: int) -> float:
    """One and a half as 1,5."""
    return float(f"{whole}.{tenths}")


@builder
def thousands(count: int, rest: int) -> int | None:
    """A number with a point behind its thousands: 2.000, 25.500."""
    return count * 1000 + rest if rest == 0 or 100 <= rest <= 999 else None


@builder
def nights_and_days(digits: int, count: int) -> t.Duration | None:
    """Two nights and three days."""
    return amount(count, "day") if count == digits + 1 else None


@builder
def amount_up_to(least: int, count: int, unit: str) -> t.Duration | None:
    """Three to four years: the greater amount."""
    return amount(count, unit) if least < count else None


@builder
def amount_near(least: int, count: int, unit: str) -> t.Duration | None:
    """Three or four years, ten to fifteen: numbers that a guess names together, and no day and month."""
    together = count - least in (1, 2) or (count > least and not (count % 5 or least % 5))
    return amount(count, unit, vague=True) if together else None


@builder
def amount_and_fraction(count: int, top: int, bottom: int, unit: str) -> t.Duration | None:
    """Two and a half years, written 2 1/2."""
    return amount(count + top / bottom, unit) if 0 < top < bottom <= 8 else None


@builder
def amount_from(count: int, most: int, unit: str) -> t.Duration | None:
    """Two to three weeks: the lesser amount, as TIMEX3 has it."""
    return amount(count, unit) if count < most else None


@builder
def fraction_of_unit(part: int, whole: int, unit: str) -> t.Duration | None:
    """1/2 day."""
    return amount(part / whole, unit) if 0 < part < whole else None
