"""Dates that hang on other events: @id, and anniversaries."""

from timeline.dates import Day, Grain, Interval, month_length, units
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
    start = of.start if of.start is not None else of.members[0] if of.members else of
    result = units.qualify(_at(first, first.year + years, start.grain), start.approximate, start.uncertain)
    counted = wording.count(years, "year")
    trail.step(
        lambda: f"{counted} after {wording.day(first)}, at its grain ({start.grain.value}): {wording.interval(result)}"
    )
    return result


def _at(first: Day, year: int, grain: Grain) -> Interval:
    """The same day of another year, or the unit of that grain; 29 February falls on the 28th."""
    day = Day.of(year, first.month, min(first.day, month_length(year, first.month)))
    return units.containing(day, grain)


def _year_said(expression: t.Anniversary, trail: Trail) -> Interval:
    if expression.within is None:
        raise trail.refused("it is an anniversary of something whose date is not given")
    result = trail.resolve(expression.within)
    if (first := result.earliest) is not None:
        number = expression.number
        trail.step(lambda: f"the {wording.nth(number)} anniversary in {result.edtf} implies {first.year - number}")
    return result
