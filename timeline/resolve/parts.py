"""Dates inside other dates: the third Tuesday of March, early 1990s, first nine months of 2020, July of last year."""

from timeline.dates import Day, Grain, Interval, units
from timeline.expressions import types as t
from timeline.resolve import recurring, wording, yearless
from timeline.resolve.named_days import nth_weekday
from timeline.resolve.trail import Trail

BLOCKS = (Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM)
FAR = 400  # days: weekdays counted from an open date reach no further than a year and a month


def third(expression: t.Third, trail: Trail) -> Interval:
    """Early, mid or late."""
    of = trail.resolve(expression.of)
    if of.yearless and of.grain is Grain.MONTH:  # in early August, of a year that nobody tells
        trail.step(lambda: f"the {expression.part.value} third of {of.edtf}, in a year that nothing tells")
        return of
    if of.yearless or of.earliest is None:
        raise trail.refused(f"there is no {expression.part.value} third of a date without a beginning")
    result = units.with_part(of, expression.part)
    trail.step(
        lambda: f"the {expression.part.value} third of {wording.interval(of)}: {result.earliest} to {result.latest}"
    )
    return result


def nth(expression: t.Nth, trail: Trail) -> Interval:
    """The nth weekday or unit of a date, the last ones negative."""
    if expression.weekday is not None:
        return _nth_weekday(expression, expression.weekday, trail)
    within = trail.resolve(expression.within)
    grain = expression.grain
    if grain is None or within.earliest is None or within.latest is None:
        raise trail.refused("it counts inside a date that is open")
    if grain is Grain.HALF and within.earliest == within.latest:
        raise trail.refused("a day has no halves here")
    if grain is Grain.HALF:
        return _half(within, within.earliest, within.latest, expression.number, trail)
    if grain is Grain.QUARTER and within.grain in BLOCKS:
        return _quarter(within, within.earliest, within.latest, expression.number, trail)
    found = _nth_unit(within.earliest, within.latest, grain, expression.number)
    if found is None or not within.contains(found):
        raise trail.refused(f"{wording.interval(within)} has no {_ordinal(expression.number)} {grain.value}")
    trail.step(
        lambda: (
            f"the {_ordinal(expression.number)} {grain.value} of {wording.interval(within)}: {wording.interval(found)}"
        )
    )
    return found


def _ordinal(number: int) -> str:
    return wording.nth(number) if number > 0 else "last" if number == -1 else f"{wording.nth(-number)} last"


def _nth_unit(first: Day, last: Day, grain: Grain, number: int) -> Interval:
    """Whole units only: the first week of a month is the first from Monday to Sunday in it."""
    if number > 0:
        unit = units.containing(first, grain)
        if unit.earliest is not None and unit.earliest < first:
            unit = units.shift(unit, 1)
        return units.shift(unit, number - 1)
    unit = units.containing(last, grain)
    if unit.latest is not None and unit.latest > last:
        unit = units.shift(unit, -1)
    return units.shift(unit, number + 1)


def _nth_weekday(expression: t.Nth, weekday: int, trail: Trail) -> Interval:
    number = expression.number
    if isinstance(expression.within, (t.Reference, t.Told)):
        first, last = _told(trail) if isinstance(expression.within, t.Told) else trail.window("counting weekdays")
        day = nth_weekday(last + 1, last + 7 * (number + 1), weekday, number) if number > 0 else None
        day = day or nth_weekday(first + 7 * (number - 1), first - 1, weekday, number)
        origin = wording.day(last if number > 0 else first)
    else:
        within = trail.resolve(expression.within)
        start, end = within.earliest, within.latest
        if start is None and end is not None and number < 0:
            start = end - FAR
        if start is None:
            raise trail.refused("it counts inside a date without a beginning")
        day = nth_weekday(start, end if end is not None else start + FAR, weekday, number)
        origin = wording.interval(within)
    name = wording.WEEKDAYS[weekday]
    if day is None:
        raise trail.refused(f"{origin} has no {_ordinal(expression.number)} {name}")
    trail.step(lambda: f"the {_ordinal(expression.number)} {name}, counted in or from {origin}: {wording.day(day)}")
    return units.day(day)


def _told(trail: Trail) -> tuple[Day, Day]:
    """The ends of the date last told; those of the anchor where none was told, or an open one."""
    told = trail.resolve(t.Told())
    if told.earliest is None or told.latest is None:
        return trail.window("counting weekdays")
    return told.earliest, told.latest


def _half(within: Interval, first: Day, last: Day, number: int, trail: Trail) -> Interval:
    if within.grain is Grain.YEAR:
        result = units.half(first.year, number)
    elif within.grain in BLOCKS:
        middle = (first.year + last.year + 1) // 2
        start, end = (first.year, middle - 1) if number == 1 else (middle, last.year)
        result = units.block(units.year(start), units.year(end), Grain.HALF)
    else:
        length = (last - first + 1) // 2
        start_day, end_day = (first, first + length - 1) if number == 1 else (first + length, last)
        result = units.block(units.day(start_day), units.day(end_day), Grain.HALF)
    trail.step(
        lambda: f"the {wording.nth(number)} half of {wording.interval(within)}: {result.earliest} to {result.latest}"
    )
    return result


def _quarter(within: Interval, first: Day, last: Day, number: int, trail: Trail) -> Interval:
    """A quarter of a century is 25 years; a decade has none of whole years."""
    length = (last.year - first.year + 1) // 4
    if within.grain is Grain.DECADE or not 1 <= abs(number) <= 4:
        raise trail.refused(f"{wording.interval(within)} has no {_ordinal(number)} quarter of whole years")
    start = first.year + length * (number - 1 if number > 0 else number + 4)
    result = units.block(units.year(start), units.year(start + length - 1), Grain.QUARTER)
    trail.step(
        lambda: f"the {_ordinal(number)} quarter of {wording.interval(within)}: {result.earliest} to {result.latest}"
    )
    return result


def run(expression: t.Run, trail: Trail) -> Interval:
    """The first or last so many units of a date, from the first of them to the last."""
    within = trail.resolve(expression.within)
    if within.earliest is None or within.latest is None:
        raise trail.refused("it counts inside a date that is open")
    side = 1 if expression.number > 0 else -1
    ends = [_nth_unit(within.earliest, within.latest, expression.grain, number) for number in (side, expression.number)]
    start, end = ends if side > 0 else reversed(ends)
    if start.earliest is None or end.latest is None or not within.contains(end) or not within.contains(start):
        raise trail.refused(f"{wording.interval(within)} has not so many whole units")
    if expression.grain in (Grain.WEEK, Grain.WEEKEND):
        start, end = units.day(start.earliest), units.day(end.latest)
    result = units.stretch(start, end)
    which = "first" if side > 0 else "last"
    amount = wording.count(abs(expression.number), expression.grain.value)
    trail.step(lambda: f"the {which} {amount} of {wording.interval(within)}: {result.edtf}")
    return result


def inside(expression: t.Inside, trail: Trail) -> Interval:
    """A date read inside another."""
    of = trail.resolve(expression.of)
    if isinstance(expression.what, t.Shift):  # the week of 6 October
        (_, grain), *_ = expression.what.duration.parts
        if of.earliest is None or isinstance(grain, t.Clock):
            raise trail.refused("it holds a date without a beginning")
        result = units.containing(of.earliest, grain)
        trail.step(lambda: f"the {grain.value} of {wording.interval(of)}: {wording.interval(result)}")
        return result
    if isinstance(expression.what, t.Latest):  # the 1988 period
        return _same_quarter(of, trail)
    if of.yearless and yearless.can_be_told(of):
        found = yearless.inside(of, expression.what)
    else:
        found = recurring.within(expression.what, of, south=trail.context.south)
    if found is None:
        raise trail.refused(f"{wording.interval(of)} has no such day")
    trail.step(lambda: f"inside {wording.interval(of)}: {wording.interval(found)}")
    return found


def _same_quarter(year: Interval, trail: Trail) -> Interval:
    """The quarter of a year that has the number of the one told last; the year, where none was told."""
    told = trail.context.quarter
    if told is None or told.earliest is None or year.earliest is None:
        return year
    result = units.shift(told, 4 * (year.earliest.year - told.earliest.year))
    trail.step(lambda: f"the quarter told last, {told.edtf}, in {year.edtf}: {result.edtf}")
    return result
