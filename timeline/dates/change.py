"""From one unit to another: its third, the next of its kind, the one around a day."""

from dataclasses import replace

from timeline.dates import edtf
from timeline.dates.day import Day, month_length
from timeline.dates.ends import stretch
from timeline.dates.errors import VagueDateError
from timeline.dates.grain import Grain, Part
from timeline.dates.interval import Interval
from timeline.dates.marks import MARKS, qualify
from timeline.dates.ranges import each_of, one_of
from timeline.dates.single import (
    CODES,
    FAMILIES,
    YEARS,
    coded,
    day,
    half,
    month,
    quarter,
    season,
    span,
    week,
    weekend,
    years,
)

# Days from one to the next, days of one, constructor from its first day.
OF_A_WEEK = {Part.EARLY: (0, 2), Part.MID: (1, 3), Part.LATE: (4, 6)}  # days from Monday
SHORT = {Grain.DAY: (1, 1, day), Grain.WEEKEND: (7, 2, weekend), Grain.WEEK: (7, 7, week)}


def whole(x: Interval) -> Interval:
    """Return the unit of which a date is a third, or the date itself."""
    if x.part is None:
        return x
    unit = edtf.parse(x.edtf)
    return replace(x, earliest=unit.earliest, latest=unit.latest, part=None)


def with_part(x: Interval, part: Part) -> Interval:
    """Return the early, mid or late third of a unit. Its EDTF stays the unit's, its days become the third's.

    The parts of a week overlap, as people speak of it: Monday to Wednesday, Tuesday to Thursday, Friday to Sunday. A
    month is cut after its days 10 and 20, ten and more years by years (the first third of a decade has four), what
    else is made of whole months by months, anything else by days. What is shorter than three days or open stays whole.
    """
    x = whole(x)
    if x.earliest is None or x.latest is None or x.latest - x.earliest < 2:
        return replace(x, part=part)
    if x.grain is Grain.WEEK:
        first, last = OF_A_WEEK[part]
        return replace(x, earliest=x.earliest + first, latest=x.earliest + last, part=part)
    cuts = _cuts(x.earliest, x.latest)
    which = (Part.EARLY, Part.MID, Part.LATE).index(part)
    return replace(x, earliest=cuts[which], latest=cuts[which + 1] - 1, part=part)


def shift(x: Interval, n: int) -> Interval:
    """Return the unit that lies n units of the same grain further on; n may be negative.

    Marks and the third are kept. A range moves each end by that end's grain, a set each member, a block by its size.
    """
    if x.members:
        return (each_of if x.every else one_of)(shift(member, n) for member in x.members)
    if x.stretch:
        return stretch(x.start and shift(x.start, n), x.end and shift(x.end, n))
    unit = whole(x)
    if unit.earliest is None or unit.latest is None:
        raise VagueDateError(x.edtf, "counting on")
    moved = qualify(_moved(unit, unit.earliest, unit.latest, n), x.approximate, x.uncertain)
    return moved if x.part is None else with_part(moved, x.part)


def containing(of: Day, grain: Grain) -> Interval:
    """Return the unit of that grain in which a day lies: ISO weeks, the weekend of the day's week, northern seasons."""
    if grain is Grain.DAY:
        return day(of)
    number, month_number, _ = of.date
    if grain in YEARS:
        return years(number // YEARS[grain] * YEARS[grain], grain)
    match grain:
        case Grain.WEEKEND:
            return weekend(of - of.weekday + 5)
        case Grain.WEEK:
            return week(of - of.weekday)
        case Grain.MONTH:
            return month(number, month_number)
        case Grain.SEASON:
            # January and February end the winter that began in December.
            return season(number - (month_number < 3), (month_number - 3) % 12 // 3 + 1)
        case Grain.QUARTER:
            return quarter(number, (month_number + 2) // 3)
        case _:
            return half(number, (month_number + 5) // 6)


def _months(first: Day, last: Day) -> int:
    """Return how many whole months two days span, 0 where they begin or end inside one."""
    if first.day != 1 or last.day != month_length(last.year, last.month):
        return 0
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _cuts(first: Day, last: Day) -> tuple[Day, Day, Day, Day]:
    """Return the first days of the three thirds, and the day after the last."""
    months = _months(first, last)
    after = last + 1
    if months == 1:
        return first, first + 10, first + 20, after
    if months >= 120 and months % 12 == 0:
        number = months // 12
        return first, first.add_months((number + 2) // 3 * 12), first.add_months((2 * number + 2) // 3 * 12), after
    if months and months % 3 == 0:
        return first, first.add_months(months // 3), first.add_months(months // 3 * 2), after
    days = after - first
    return first, first + (2 * days + 3) // 6, first + (4 * days + 3) // 6, after


def _moved(unit: Interval, first: Day, last: Day, n: int) -> Interval:
    days, months, code = last - first + 1, _months(first, last), _code(unit.edtf)
    start = first.add_months(n * months)
    if unit.grain in SHORT and days == SHORT[unit.grain][1]:
        step, _, make = SHORT[unit.grain]
        return make(first + n * step)
    if code and months == CODES[code][1]:
        family = next(family for family in FAMILIES if code in family)
        return coded(start.year, next(other for other in family if CODES[other][0] == start.month))
    if unit.grain is Grain.MONTH and months == 1:
        return month(start.year, start.month)
    if unit.grain in YEARS and months == 12 * YEARS[unit.grain]:
        return years(start.year, unit.grain)
    if unit.start is None:
        # X in it leaves open which of many units is meant, and they do not follow each other.
        raise VagueDateError(unit.edtf, "counting on")
    if months:
        return span(start, start.add_months(months) - 1, unit.grain)
    return span(first + n * days, last + n * days, unit.grain)


def _code(text: str) -> int:
    """Return the code of a season, quarter, quadrimester or half that a text names, 0 where it names none."""
    for mark in MARKS:
        text = text.replace(mark, "")
    head, _, last = text.rpartition("-")
    return int(last) if head and "/" not in text and len(last) == 2 and last.isdigit() and int(last) in CODES else 0
