"""Dates counted from another: three weeks ago, two days after 9 July, the following year, the past two weeks."""

from timeline.dates import Day, Grain, Interval, units
from timeline.dates.grain import finest
from timeline.expressions import types as t
from timeline.resolve import wording, yearless
from timeline.resolve.trail import Trail

_HOURS: dict[t.Unit, float] = {t.Clock.HOUR: 1, t.Clock.MINUTE: 1 / 60, t.Clock.SECOND: 1 / 3600}
_DAYS: dict[t.Unit, int] = {Grain.DAY: 1, Grain.WEEK: 7, Grain.WEEKEND: 7}
_MONTHS: dict[t.Unit, int] = {
    Grain.MONTH: 1,
    Grain.SEASON: 3,
    Grain.QUARTER: 3,
    Grain.HALF: 6,
    Grain.YEAR: 12,
    Grain.DECADE: 120,
    Grain.CENTURY: 1200,
    Grain.MILLENNIUM: 12000,
}


LONG = (Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM)  # the worst storm in a century, whatever it will do
FRIDAY = 4
A_YEAR = ((1, Grain.YEAR),)


def move(day: Day, duration: t.Duration, sign: int) -> Day:
    """A day moved by an amount of time; 31 May less a quarter is 28 February, and less an hour the same day."""
    for count, unit in duration.parts:
        if unit in _DAYS:
            day = day + sign * int(count * _DAYS[unit])
        elif unit in _MONTHS:
            day = day.add_months(sign * int(count * _MONTHS[unit]))
        else:
            day = day + sign * int(count * _HOURS[unit] / 24)
    return day


def said(duration: t.Duration) -> str:
    """An amount of time in words."""
    return " ".join(wording.count(count, grain.value) for count, grain in duration.parts)


def shift(expression: t.Shift, trail: Trail) -> Interval:
    """So long before or after the anchor, at the unit's own grain; of a stated date, at the finer of the two grains."""
    quarter = trail.context.quarter
    if quarter is not None and compares(expression):
        result = units.shift(quarter, -4)
        trail.step(lambda: f"a year before the quarter told last, {quarter.edtf}: {result.edtf}")
        return result
    parts, unit = expression.duration.parts, expression.duration.parts[0][1]
    grain = _counted_in(unit) if len(parts) == 1 else finest(*(_counted_in(unit) for _, unit in parts))
    if (expression.sign == 0 or expression.whole) and isinstance(unit, Grain):
        grain = unit
    if expression.base is None:
        first, last = trail.anchor(lambda: _counted(expression))
        result = units.containing(move(first, expression.duration, expression.sign), grain)
        other = result if first == last else units.containing(move(last, expression.duration, expression.sign), grain)
        if result != other:
            trail.inferred = True
            result = units.block(result, other, grain)
    else:
        base = _base_of(expression.base, expression.sign, grain, trail)
        if base.yearless and yearless.can_be_told(base):
            return _of_no_year(expression, base, trail)
        if expression.sign == 0 and isinstance(expression.base, t.Told) and base.grain.rank > grain.rank:
            return base  # "that day", where only a year was told
        result, first = _from(base, expression, grain, trail)
        last = first
    if expression.duration.vague:
        result = units.qualify(result, approximate=True)
    trail.step(lambda: f"{_counted(expression)}, counted from {_origin(first, last)}: {wording.interval(result)}")
    return result


def _origin(first: Day, last: Day) -> str:
    return wording.day(first) if first == last else f"the window {first} to {last}"


def _from(base: Interval, expression: t.Shift, grain: Grain, trail: Trail) -> tuple[Interval, Day]:
    """So long before or after a date, and the day that it was counted from."""
    day = base.latest if expression.sign > 0 else base.earliest
    if day is None:
        raise trail.refused("it counts from a date that is open on that side")
    is_told = isinstance(expression.base, t.Told)
    in_months = expression.whole and grain.rank >= Grain.MONTH.rank  # "the previous month", where a year was told
    if is_told and not in_months and base.grain.rank > max(grain.rank, Grain.MONTH.rank):
        raise trail.refused(f"it counts from {wording.interval(base)}, and nothing says from which part of it")
    compared = base.grain in (Grain.QUARTER, Grain.HALF) and expression.sign <= 0 and not expression.whole
    if not is_told or compared:
        grain = finest(grain, base.grain)
    result = units.containing(move(day, expression.duration, expression.sign), grain)
    if base.approximate or base.uncertain:
        result = units.qualify(result, approximate=base.approximate, uncertain=base.uncertain)
    return result, day


def _of_no_year(expression: t.Shift, base: Interval, trail: Trail) -> Interval:
    result = yearless.beside(base, expression)
    if result is None:
        raise trail.refused(f"it counts from {base.edtf}, and nobody tells of which year")
    trail.step(lambda: f"{_counted(expression)}, counted from {base.edtf}, whose year nobody tells: {result.edtf}")
    return result


def workdays(expression: t.Workdays, trail: Trail) -> Interval:
    """The nth working day before or after the anchor."""
    day, _ = trail.window("working days")
    for _ in range(expression.number):
        day = day + expression.sign
        while day.weekday > FRIDAY:
            day = day + expression.sign
    amount = wording.count(expression.number, "working day")
    side = "before" if expression.sign < 0 else "after"
    trail.step(lambda: f"{amount} {side} the day of writing: {wording.day(day)}")
    return units.day(day)


def _base_of(expression: t.Expression, sign: int, grain: Grain, trail: Trail) -> Interval:
    """What is counted from; "the day before" in the news, where only a year was told, from the day of writing."""
    base = trail.resolve(expression)
    if sign < 0 and isinstance(expression, t.Told) and trail.context.anchor is not None and not trail.tells:
        return _anchor_day(trail) if grain is Grain.DAY and base.grain.rank > Grain.WEEK.rank else base
    return base


def ahead(expression: t.Ahead, trail: Trail) -> Interval:
    """In five days, of something to come."""
    if trail.context.direction != "future" or expression.duration.parts[0][1] in LONG:
        raise trail.refused("is the time that something took")
    return shift(t.Shift(expression.duration, 1), trail)


def compares(expression: t.Shift) -> bool:
    """A year ago, a year earlier; not last year."""
    if expression.whole or expression.sign >= 0 or expression.duration.parts != A_YEAR:
        return False
    return expression.base is None or isinstance(expression.base, t.Told)


def _counted_in(unit: t.Unit) -> Grain:
    """A decade ago is a year, as people count.

    Ten years ago; it is not the decade before this. An hour ago is a day.
    """
    if isinstance(unit, t.Clock):
        return Grain.DAY
    return Grain.YEAR if unit in (Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM) else unit


def _counted(expression: t.Shift) -> str:
    amount = said(expression.duration)
    if expression.sign == 0:
        return f"this {expression.duration.parts[0][1].value}"
    if amount == "0 days":
        return "today"
    return f"{amount} {'before' if expression.sign < 0 else 'after'}"


def told(_expression: t.Told, trail: Trail) -> Interval:
    """The date last told, else the anchor."""
    last = trail.context.told
    if last is not None:
        trail.from_told = True
        trail.step(lambda: f"counted from the date last told, {wording.interval(last)}")
        return last
    return _anchor_day(trail)


def reference(expression: t.Reference, trail: Trail) -> Interval:
    """Now is the anchor's day; recently and soon have no bounds."""
    if expression.when != "present":
        raise trail.refused(f"it is somewhere in the {expression.when} and has no bounds of its own")
    return _anchor_day(trail)


def _anchor_day(trail: Trail) -> Interval:
    first, last = trail.anchor("what counts from now")
    return units.day(first) if first == last else units.block(units.day(first), units.day(last), Grain.DAY)


def sooner(expression: t.Sooner, trail: Trail) -> Interval:
    """Earlier this year: the year, as far as the words go."""
    return trail.resolve(expression.of)


def latest(expression: t.Latest, trail: Trail) -> Interval:
    """The unit last told, where it is of that sort; else the last whole one before the anchor."""
    told_last = trail.context.quarter if expression.grain is Grain.QUARTER else trail.context.told
    if told_last is not None and told_last.grain is expression.grain and not told_last.stretch:
        return told_last
    if expression.told:
        raise trail.refused(f"no {expression.grain.value} was told that it could be")
    first, _ = trail.anchor(f"the {expression.grain.value}")
    result = units.shift(units.containing(first, expression.grain), -1)
    trail.step(
        lambda: f"the {expression.grain.value}: the last one before {wording.day(first)} is {wording.interval(result)}"
    )
    return result


def sweep(expression: t.Sweep, trail: Trail) -> Interval:
    """The whole units just before or after the anchor, without its own."""
    first, last = _base(expression, trail)
    count, grain = expression.duration.parts[0]
    if isinstance(grain, t.Clock):
        result = units.day(first if expression.sign < 0 else last)
        trail.step(lambda: f"{said(expression.duration)}: within {wording.interval(result)}")
        return result
    near = units.containing(first if expression.sign < 0 else last, grain)
    ends = (units.shift(near, expression.sign), units.shift(near, expression.sign * max(1, int(count))))
    start, end = ends if expression.sign > 0 else reversed(ends)
    if grain in (Grain.WEEK, Grain.WEEKEND) and start.earliest is not None and end.latest is not None:
        start, end = units.day(start.earliest), units.day(end.latest)
    result = start if start == end else units.stretch(start, end)
    if expression.duration.vague:
        result = units.qualify(result, approximate=True)
    side = "before" if expression.sign < 0 else "after"
    trail.step(lambda: f"the {said(expression.duration)} just {side} {wording.interval(near)}: {result.edtf}")
    return result


def _base(expression: t.Sweep, trail: Trail) -> tuple[Day, Day]:
    if expression.base is None:
        return trail.window(said(expression.duration))
    base = trail.resolve(expression.base)
    if base.earliest is None or base.latest is None:
        raise trail.refused("it counts from a date that is open")
    return base.earliest, base.latest


def around(expression: t.Around, trail: Trail) -> Interval:
    """So long on both sides of a date."""
    of = trail.resolve(expression.of)
    if of.earliest is None or of.latest is None:
        raise trail.refused("it lies around a date that is open")
    first, last = (move(day, expression.duration, sign) for day, sign in ((of.earliest, -1), (of.latest, 1)))
    trail.step(lambda: f"{said(expression.duration)} on both sides of {wording.interval(of)}: {first} to {last}")
    return units.stretch(units.day(first), units.day(last))


def duration(expression: t.Duration, trail: Trail) -> Interval:
    """A bare amount of time, where a date is asked for.

    So long ago, which is inferred; the other way is the alternative.
    """
    if not any(count for count, _ in expression.parts):
        raise trail.refused("is an amount of time without a number")
    if trail.context.anchor is None:
        raise trail.refused(f"is a duration, {said(expression)}, and nothing says from when to when")
    trail.also(shift(t.Shift(expression, 1), trail))
    trail.steps.clear()
    trail.inferred = True
    trail.step(lambda: "a bare amount of time, read as so long ago")
    return shift(t.Shift(expression, -1), trail)


def recurrence(expression: t.Recurrence, trail: Trail) -> Interval:
    """A set of times is no date."""
    raise trail.refused(f"comes again every {said(expression.duration).removeprefix('1 ')} and is no single date")
