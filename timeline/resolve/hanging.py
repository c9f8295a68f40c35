"""Dates that hang on other events: @id, and anniversaries."""

from timeline.dates import Day, Interval, month_length, units
from timeline.expressions import types as t
from timeline.resolve import wording
from timeline.resolve.trail import Trail


def event_date(expression: t.EventDate, trail: Trail) -> Interval:
    """The date of the event with that id."""
    if trail.context.lookup is None:
        raise trail.refused(f"there is no timeline here to look up @{expression.id} in")
    result = trail.context.lookup(expression.id)
    trail.step(lambda: f"@{expression.id} is dated {wording.interval(result)}")
    return result


def anniversary(expression: t.Anniversary, trail: Trail) -> Interval:
    """So many years after the first day of a date, at its grain; without a known date, the year that the text gives."""
    if expression.of is None:
        return _year_said(expression, trail)
    of = trail.resolve(expression.of)
    if of.earliest is None:
        raise trail.refused("it is the anniversary of a date without a beginning")
    first, years = of.earliest, expression.number
    result = years_after(of, first, years)
    counted, grain = wording.count(years, "year"), beginning(of).grain.value
    trail.step(lambda: f"{counted} after {wording.day(first)}, at its grain ({grain}): {wording.interval(result)}")
    return result


def beginning(of: Interval) -> Interval:
    """The date in which another one begins: of a stretch its start, of a set its first member."""
    return of.start if of.start is not None else of.members[0] if of.members else of


def years_after(of: Interval, first: Day, years: int) -> Interval:
    """So many years after the first day of a date, at the grain of its beginning; 29 February falls on the 28th."""
    start, year = beginning(of), first.year + years
    day = Day.of(year, first.month, min(first.day, month_length(year, first.month)))
    return units.qualify(units.containing(day, start.grain), start.approximate, start.uncertain)


def _year_said(expression: t.Anniversary, trail: Trail) -> Interval:
    if expression.within is None:
        raise trail.refused("it is an anniversary of something whose date is not given")
    result = trail.resolve(expression.within)
    if (first := result.earliest) is not None:
        number = expression.number
        trail.step(lambda: f"the {wording.nth(number)} anniversary in {result.edtf} implies {first.year - number}")
    return result
