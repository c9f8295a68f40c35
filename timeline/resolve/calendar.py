"""Dates of the calendar: fields, numbers in either order, quarters and seasons, decades, weekdays, named days."""

from contextlib import suppress

from timeline.dates import Day, Grain, Interval, NonexistentDateError, edtf, units
from timeline.dates.errors import MONTHS
from timeline.expressions import types as t
from timeline.resolve import recurring, wording
from timeline.resolve.document_year import year_of
from timeline.resolve.trail import Trail

PIVOT = 69  # without an anchor 69-99 are 19xx and 00-68 are 20xx, as POSIX reads %y
NEAR = 366  # days from the anchor within which a date of six digits is likelier than one further away
YOUNG = 20  # years ahead of the anchor that a year of two digits may lie; older ones are of the century before


def absolute(expression: t.Absolute, _trail: Trail) -> Interval:
    """ISO and EDTF."""
    return expression.interval


def date(expression: t.Date, trail: Trail) -> Interval:
    """A date by its fields; what it leaves unsaid comes from the anchor."""
    if expression.year is None:
        return _yearless(expression, trail)
    if expression.short:
        return _of_two_digits(expression, expression.year, trail)
    year = expression.year
    if expression.month is None:
        return units.year(year)
    if expression.day is None:
        return units.month(year, expression.month)
    day = Day.of(year, expression.month, expression.day)
    if expression.weekday not in (None, day.weekday):
        trail.step(
            lambda: (
                f"{wording.day(day)} is no {wording.WEEKDAYS[expression.weekday or 0]}, as the text has it: "
                "the day of the month stands"
            )
        )
    return units.day(day)


def _of_two_digits(expression: t.Date, digits: int, trail: Trail) -> Interval:
    year = _whole_year(digits, trail)
    if trail.context.anchor is None:
        other = expression._replace(year=year - 100 if year >= 2000 else year + 100, short=False)
        with suppress(NonexistentDateError):  # 29 February is not in every century
            trail.also(date(other, trail))
    return date(expression._replace(year=year, short=False), trail)


def _whole_year(digits: int, trail: Trail) -> int:
    """The year of two digits, from 79 years before the anchor to 20 after it."""
    if trail.context.anchor is None:
        year = digits + (1900 if digits >= PIVOT else 2000)
        trail.inferred = True
        trail.step(lambda: f"’{digits:02d} is read as {year}: no day of writing tells the century")
        return year
    first, _ = trail.anchor("a year of two digits")
    year = first.year + YOUNG - (first.year + YOUNG - digits) % 100
    trail.step(lambda: f"’{digits:02d} is {year}, as seen from {first.year}")
    return year


def _yearless(expression: t.Date, trail: Trail) -> Interval:
    name = _name(expression)
    if (lent := recurring.in_frame(expression, trail, name)) is not None:
        return lent
    known, unwritten = trail.context.written, trail.context.anchor is None and not trail.tells
    if expression.month is not None and unwritten and known is not None:
        year = year_of(expression, trail.context.direction, known)
        trail.inferred = True
        trail.step(
            lambda: f"{name}: no day of writing is known; {year}, as the text tells of {known.year} as its latest year"
        )
        return date(expression._replace(year=year), trail)
    if expression.month is not None and unwritten and trail.context.open_year:
        trail.step(lambda: f"{name}: no year is stated and no day of writing is known, so the year stays open")
        return units.yearless(expression.month, expression.day)
    if expression.month is not None:
        units.yearless(expression.month, expression.day)  # 31 June does not exist in any year
    found = recurring.nearest(expression, trail, name)
    if found is None and expression.weekday is not None:
        found = recurring.nearest(expression._replace(weekday=None), trail, name)
    if found is None:
        raise trail.refused(f"there is no {name} near the day of writing")
    return found


def _name(expression: t.Date) -> str:
    weekday = f"{wording.WEEKDAYS[expression.weekday]} " if expression.weekday is not None else ""
    if expression.month is None:
        return f"{weekday}the {wording.nth(expression.day or 1)}"
    day = f"{expression.day} " if expression.day is not None else ""
    return f"{weekday}{day}{MONTHS[expression.month - 1]}"


def dates_of(expression: t.Numeric, trail: Trail) -> list[t.Date]:
    """The one or two dates that numbers in unsaid order can mean, the one of the date order first."""
    order = "dmy" if expression.sign == "." else trail.context.date_order
    if order is None:
        order = "dmy" if expression.sign == "-" else trail.slash_order
    pairs = [(expression.first, expression.second), (expression.second, expression.first)]
    if order != "dmy":
        pairs.reverse()
    dates = [
        t.Date(expression.year, month, day, expression.weekday, expression.short)
        for day, month in dict.fromkeys(pairs)
        if month <= 12
    ]
    return dates[:1] if expression.sign == "." else dates


def numeric(expression: t.Numeric, trail: Trail) -> Interval:
    """Numbers by the date order; the other order, where it gives a date, is the alternative."""
    chosen, *others = dates_of(expression, trail)
    if (first_year := _year_first(expression, chosen, trail)) is not None:
        return first_year
    result = date(chosen, trail)
    kept = len(trail.steps), trail.relative, trail.inferred
    for other in others:
        trail.also(date(other, trail))  # its day is 12 at most, which every month has
    del trail.steps[kept[0] :]
    trail.relative, trail.inferred = kept[1:]
    if others:
        order = "day first" if chosen.day == expression.first else "month first"
        trail.step(
            lambda: f"{expression.first} and {expression.second} could each be the day: read {order}, by the date order"
        )
    return result


def _year_first(expression: t.Numeric, usual: t.Date, trail: Trail) -> Interval | None:
    """Two digits each with hyphens, as year, month and day: where that is near the anchor and the usual order is not.

    24-03-27, written in March 2024, is no day of 2027.
    """
    anchor = trail.context.anchor
    known = anchor is not None and anchor.earliest is not None and anchor.latest is not None
    if not (known and expression.short and expression.sign == "-" and expression.second <= 12):
        return None
    first, last = trail.anchor("a year of two digits")
    other = t.Date(expression.first, expression.second, expression.year, expression.weekday, short=True)
    beside = Trail(trail.text, trail.context, trail.rules, trail.slash_order, telling=False)
    late: Interval | None = None
    with suppress(NonexistentDateError):
        late = date(usual, beside)
    try:
        found = date(other, beside)
    except NonexistentDateError:
        return None
    if recurring.gap(found, first, last) > NEAR or (late and recurring.gap(late, first, last) <= NEAR):
        return None
    trail.also(*([late] if late else []))
    trail.step(lambda: f"the year comes first, for so it is near the day of writing: {wording.interval(found)}")
    return found


def cycle(expression: t.Cycle, trail: Trail) -> Interval:
    """A quarter, half, season or week."""
    south = trail.context.south
    name = cycle_name(expression)
    if expression.of is None:
        if expression.direction is None:
            found = recurring.nearest(expression, trail, name)
        else:
            found = recurring.last_or_next(expression, expression.direction, trail, name)
    else:
        year = trail.resolve(expression.of)
        if year.earliest is None:
            raise trail.refused("its year is not known")
        found = recurring.cycle(expression, year.earliest.year, south)
    if found is None:
        raise trail.refused(f"there is no {name} in that year")
    if expression.grain is Grain.SEASON:
        trail.step(lambda: f"{name} is three whole months: {found.earliest} to {found.latest}")
    return found


SEASONS = ("spring", "summer", "autumn", "winter")


def cycle_name(expression: t.Cycle) -> str:
    """The words for a numbered unit."""
    if expression.grain is Grain.SEASON:
        return SEASONS[expression.number - 1]
    if expression.grain is Grain.WEEK:
        return f"week {expression.number}"
    return f"{wording.nth(expression.number)} {expression.grain.value}"


def block(expression: t.Block, trail: Trail) -> Interval:
    """A decade, century or millennium."""
    number = expression.number
    if number < 0 and not expression.short:
        return _before_christ(number, expression.grain)
    if expression.short:
        return _short_decade(number, trail)
    if expression.grain is Grain.DECADE:
        return units.decade(number)
    if expression.grain is Grain.MILLENNIUM:
        return units.millennium(number)
    if expression.ambiguous:
        trail.also(units.decade(number * 10))
        trail.step(
            lambda: f"the {number}00s are the century, {number}00 to {number}99; the decade is the other reading"
        )
    return units.century(number)


def _before_christ(number: int, grain: Grain) -> Interval:
    """The nth century BCE as people count: the 2nd is 200 to 101 BCE, the astronomical years -199 to -100."""
    length = 100 if grain is Grain.CENTURY else 1000
    if length == 100 and number < -1:
        return edtf.parse(f"-{-number - 1:02d}XX")
    return units.block(units.year(1 + number * length), units.year((number + 1) * length), grain)


def _short_decade(digit: int, trail: Trail) -> Interval:
    """The eighties: the last decade of that name that had begun when the words were written."""
    if trail.context.anchor is None:
        century = 190 if digit >= 3 else 200
        trail.inferred = True
        trail.also(units.decade(digit + (200 if century == 190 else 190)))
        chosen = units.decade(century + digit)
        trail.step(lambda: f"the {digit}0s are read as {chosen.edtf}: no day of writing tells the century")
        return chosen
    _, last = trail.anchor("a decade of two digits")
    number = last.year // 10 - (last.year // 10 - digit) % 10
    trail.step(lambda: f"the {digit}0s are {number}0-{number}9, the last that had begun in {last.year}")
    return units.decade(number)


def weekday(expression: t.Weekday, trail: Trail) -> Interval:
    """A weekday: last is the one before the anchor, this the next or the anchor's own, next the one of next week."""
    name = wording.WEEKDAYS[expression.weekday]
    plain = t.Weekday(expression.weekday)
    if expression.direction is None:
        found = recurring.nearest(plain, trail, name)
        assert found is not None, "every week has its days"  # noqa: S101
        return found
    first, last = trail.window(name)
    if expression.direction < 0:
        day = first - ((first.weekday - expression.weekday - 1) % 7 + 1)
    elif expression.direction == 0:
        day = last + (expression.weekday - last.weekday) % 7
    else:
        day = last - last.weekday + 7 + expression.weekday
    said = ("this", "next", "last")[expression.direction]
    trail.step(lambda: f"{said} {name}, seen from {wording.day(last)}: {wording.day(day)}")
    return units.day(day)


def yearly(expression: t.Yearly, trail: Trail) -> Interval:
    """Last March: the last before this month, or the last that has begun; next March: the next after it."""
    on = expression.date
    name = on.name.replace("-", " ") if isinstance(on, t.NamedDay) else _name(on)
    if expression.direction == 0:
        first, _ = trail.anchor(name)
        trail.step(lambda: f"this {name} is the one of {first.year}")
        if isinstance(on, t.NamedDay):
            return trail.resolve(on._replace(of=t.Date(first.year)))
        return trail.resolve(on._replace(year=first.year))
    found = recurring.last_or_next(expression.date, expression.direction, trail, name, begun=expression.begun)
    if found is None:
        raise trail.refused(f"there is no {name} near the day of writing")
    return found


def timed(expression: t.Timed, trail: Trail) -> Interval:
    """A time of day: a day is as fine as dates go here, so it is the day; the clock stays in the TIMEX3 value."""
    result = trail.resolve(expression.of)
    trail.clock = expression.clock
    return result


def named_day(expression: t.NamedDay, trail: Trail) -> Interval:
    """A day with a fixed rule, in its year or the nearest."""
    name = expression.name.replace("-", " ")
    if expression.of is None:
        found = recurring.nearest(expression, trail, name)
    else:
        year = trail.resolve(expression.of)
        found = recurring.within(t.NamedDay(expression.name), year)
        if found is not None:
            trail.step(lambda: f"{name} of {year.edtf} is {wording.interval(found)}")
    if found is None:
        raise trail.refused(f"the rule of {name} does not reach that year")
    return found
