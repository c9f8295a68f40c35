"""Lunar dates to the solar calendar: the third day of Tết, Chuseok, the 10th of the third lunar month."""

from timeline.dates import Interval, units
from timeline.expressions import types as t
from timeline.resolve import lunar_calendars, recurring, wording
from timeline.resolve.trail import Trail

CYCLE = 60  # years after which the names of the years return
FIRST = 4  # a year that is the first of its cycle: the year 4 is Giáp Tý
SURE = 10  # lunar months that end before the solar year does
NATIONS = {"vi": "Vietnamese", "ko": "Korean"}


def lunar(expression: t.Lunar, trail: Trail) -> Interval:
    """A lunar date in its year, or the nearest."""
    name = _name(expression)
    year = _year(expression, trail)
    if year is not None and year not in lunar_calendars.YEARS[expression.calendar]:
        return _uncounted(expression, year, name, trail)
    found = recurring.nearest(expression, trail, name) if year is None else lunar_calendars.in_year(expression, year)
    if found is None:
        raise trail.refused(
            f"{NATIONS[expression.calendar]} calendars are known here for some centuries, and have no such {name} there"
        )
    if year is not None:
        trail.step(
            lambda: (
                f"{name} of {year}, as the {NATIONS[expression.calendar]} calendar has it: {wording.interval(found)}"
            )
        )
    return found


def _uncounted(expression: t.Lunar, year: int, name: str, trail: Trail) -> Interval:
    """The year alone, where no calendar reaches it; the last lunar months may lie in the next."""
    late = expression.month is None or expression.month > SURE
    found = units.qualify(units.year(year), approximate=late)
    trail.step(
        lambda: (
            f"no {NATIONS[expression.calendar]} calendar of {year} is known here, so that {name} is no more than "
            f"{wording.interval(found)}"
        )
    )
    return found


def doubled(expression: t.Doubled, trail: Trail) -> Interval:
    """A solar day without a year: the one that its lunar date comes nearest to."""
    beside = trail.resolve(expression.lunar).earliest
    assert beside is not None, "a lunar date is known by its days"  # noqa: S101
    returns = recurring.candidates(expression.of, beside, beside)
    found = min(returns, key=lambda day: recurring.gap(day, beside, beside), default=None)
    if found is None:
        raise trail.refused("no such day is near its lunar date")
    trail.step(lambda: f"the lunar date beside it tells the year: {wording.interval(found)}")
    return found


def _year(expression: t.Lunar, trail: Trail) -> int | None:
    """The solar year in which the lunar one begins; None where nothing is said of it."""
    if expression.year is not None:
        of = trail.resolve(expression.year)
        if of.earliest is None:
            raise trail.refused("its year is not known")
        return of.earliest.year
    if expression.cycle is None:
        return None
    _, last = trail.anchor("a year by its name in the cycle of sixty")
    near = last.year + 1  # the coming new year is spoken of before it begins
    year = near - (near - FIRST - expression.cycle) % CYCLE
    trail.step(lambda: f"the last year of that name in the cycle of sixty, as seen from {last.year}, is {year}")
    return year


def _name(expression: t.Lunar) -> str:
    if expression.month is None:
        return "lunar year"
    month = f"{wording.nth(expression.month)} lunar month" + (" (leap)" if expression.leap else "")
    return month if expression.day is None else f"{wording.nth(expression.day)} day of the {month}"
