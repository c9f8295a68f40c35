"""How the steps name days and units, in plain English."""

from timeline.dates import Day, Grain, Interval
from timeline.dates.errors import MONTHS

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day(of: Day) -> str:
    """Monday 25 March 2024."""
    year, month, number = of.date
    return f"{WEEKDAYS[of.weekday]} {number} {MONTHS[month - 1]} {year}"


def interval(of: Interval) -> str:
    """An interval by its days where it is one, else by its EDTF."""
    if of.earliest is not None and of.earliest == of.latest:
        return day(of.earliest)
    if of.grain in (Grain.WEEK, Grain.WEEKEND) and of.earliest is not None and of.latest is not None:
        return f"{of.grain.value} of {day(of.earliest)} to {day(of.latest)}"
    return of.edtf


def count(number: float, unit: str) -> str:
    """1 day, 2 days, 1.5 years."""
    return f"{number:g} {unit}" if number == 1 else f"{number:g} {_plural(unit)}"


def _plural(unit: str) -> str:
    return {"century": "centuries", "millennium": "millennia"}.get(unit, unit + "s")


def nth(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }".replace(" ", "")
