"""Dates that come again and again, and which of them is meant: October 24, Monday, the 15th, spring, Easter.

`candidates` lists the returns of such a date near some days; `nearest`, `following` and `last_or_next` choose one.
"""

from collections.abc import Iterable, Iterator

from timeline.dates import Day, Grain, Interval, NonexistentDateError, units
from timeline.expressions import types as t
from timeline.expressions.load import language
from timeline.resolve import lunar_calendars, wording, yearless
from timeline.resolve.named_days import named_day
from timeline.resolve.trail import Trail

CLOSE = 60  # days
THIS_WEEK = 6  # days in which "the 12th" is the coming one, whatever the verb, and not that of the month before
LOOKS_BACK = 120  # days before a day that lends its year to others
SOON = 14  # days after the one told last, in which a story goes on
BACK = 7  # months that a story may step back without a new year being meant
LEAP_GAP = 8  # years that 29 February may be away, around 1900
_CYCLES = {Grain.QUARTER: units.quarter, Grain.HALF: units.half}


def recurs(expression: t.Expression) -> bool:
    """Whether an expression leaves its year, month or week to the context."""
    if isinstance(expression, t.Date):
        return expression.year is None
    if isinstance(expression, (t.Cycle, t.NamedDay)):
        return expression.of is None
    if isinstance(expression, t.Lunar):
        return expression.year is None and expression.cycle is None
    return isinstance(expression, t.Weekday)


def candidates(expression: t.Expression, first: Day, last: Day, *, south: bool = False) -> Iterator[Interval]:
    """The returns of an expression from about a cycle before `first` to a cycle after `last`, in order."""
    if isinstance(expression, t.Weekday):
        start = first - 7 + (expression.weekday - first.weekday) % 7
        for number in range((last - start) // 7 + 2):
            yield units.day(start + 7 * number)
    elif isinstance(expression, t.Date) and expression.month is None:
        yield from _monthly(expression, first, last)
    else:
        reach = LEAP_GAP if isinstance(expression, t.Date) and expression.weekday is not None else 1
        if isinstance(expression, t.Date) and (expression.month, expression.day) == (2, 29):
            reach = LEAP_GAP
        for year in range(first.year - reach, last.year + reach + 1):
            if (found := _in_year(expression, year, south)) is not None:
                yield found


def _monthly(expression: t.Date, first: Day, last: Day) -> Iterator[Interval]:
    reach = 13 if expression.weekday is not None else 2
    start = Day.of(first.year, first.month).add_months(-reach)
    while start <= last.add_months(reach):
        try:
            day = Day.of(start.year, start.month, expression.day or 1)
        except NonexistentDateError:
            day = None
        if day is not None and expression.weekday in (None, day.weekday):
            yield units.day(day)
        start = start.add_months(1)


def _in_year(expression: t.Expression, year: int, south: bool) -> Interval | None:
    if isinstance(expression, t.Date) and expression.month is not None:
        if expression.day is None:
            return units.month(year, expression.month)
        try:
            day = Day.of(year, expression.month, expression.day)
        except NonexistentDateError:
            return None
        return units.day(day) if expression.weekday in (None, day.weekday) else None
    if isinstance(expression, t.NamedDay):
        named = named_day(expression.name, year)
        return None if named is None else units.day(named)
    if isinstance(expression, t.Cycle):
        return cycle(expression, year, south)
    if isinstance(expression, t.Lunar):
        return lunar_calendars.in_year(expression, year)
    return None


def cycle(expression: t.Cycle, year: int, south: bool) -> Interval | None:
    """A quarter, half, season or ISO week of a year; None where the year has no such week."""
    if expression.grain is Grain.SEASON:
        return units.season(year, expression.number, south)
    if expression.grain is Grain.WEEK:
        fourth = Day.of(year, 1, 4)  # ISO 8601: the week with 4 January is the first
        week = units.week(fourth - fourth.weekday + 7 * (expression.number - 1))
        thursday = week.earliest and week.earliest + 3
        return week if thursday is not None and thursday.year == year else None
    return _CYCLES[expression.grain](year, expression.number)


def gap(interval: Interval, first: Day, last: Day) -> int:
    """Days between an interval and the days from first to last; 0 where they share one."""
    if interval.latest is not None and interval.latest < first:
        return first - interval.latest
    if interval.earliest is not None and interval.earliest > last:
        return interval.earliest - last
    return 0


def nearest(expression: t.Expression, trail: Trail, name: str) -> Interval | None:
    """The return nearest to the anchor, or the nearest on the side where the context says it lies."""
    if (found_in := in_frame(expression, trail, name) or _in_told_month(expression, trail, name)) is not None:
        return found_in
    first, last = trail.anchor(name)
    if trail.tells and _finer_than_told(expression, trail):
        raise trail.refused("nothing says in which part of the date told last it lies")
    if isinstance(expression, t.Weekday) and first == last:
        return _near_weekday(expression, first, trail, name)
    counts_on = trail.tells and not isinstance(expression, t.Weekday)
    if counts_on and trail.context.thread is not None and trail.context.thread.earliest is not None:
        first = last = trail.context.thread.earliest
    found = list(candidates(expression, first, last, south=trail.context.south))
    if counts_on:
        if isinstance(expression, t.Date) and expression.month is None:
            found = [c for c in found if c.earliest is not None and c.earliest.date[:2] == first.date[:2]]
        return _going_on(expression, trail, name) or _told_on(found, first, trail, name)
    side = _side(expression, found, first, last, trail)
    if side == "past":
        found = [c for c in found if c.earliest is not None and c.earliest <= last] or found
    elif side == "future":
        found = [c for c in found if c.latest is not None and c.latest >= first] or found
    if not found:
        return None
    # The later of two equally near ones; in a window that holds several, the first.
    found.sort(key=lambda c: (away := gap(c, first, last), c.earliest if away == 0 else -(c.earliest or 0)))
    chosen, *others = found
    trail.also(*others[:2] if first != last else ())
    trail.inferred = trail.inferred or first != last
    trail.step(lambda: _nearness(name, side, chosen, first, last, trail))
    return chosen


def _in_told_month(expression: t.Expression, trail: Trail, name: str) -> Interval | None:
    """The day of the month told last, whose year nobody tells."""
    told = trail.context.told
    if trail.context.anchor is not None or told is None:
        return None
    day = yearless.later_day(told, expression)
    if day is not None:
        trail.step(lambda: f"{name}: of the month told last, whose year nobody tells: {day.edtf}")
    return day


def _near_weekday(expression: t.Weekday, anchor: Day, trail: Trail, name: str) -> Interval:
    """The day of that name nearest to a day, or on the side where the context says it lies: without a search for it."""
    ahead = (expression.weekday - anchor.weekday) % 7
    side = trail.context.direction
    back = ahead and (side == "past" or (side is None and ahead > 3))
    chosen = units.day(anchor + (ahead - 7 if back else ahead))
    trail.step(lambda: _nearness(name, side, chosen, anchor, anchor, trail))
    return chosen


def _nearness(name: str, side: str | None, chosen: Interval, first: Day, last: Day, trail: Trail) -> str:
    """How the nearest return was chosen, in words."""
    if first != last:
        where = f"the window {trail.context.anchor.edtf}" if trail.context.anchor else ""
    elif gap(chosen, first, last) == 0:
        return f"{name}: the anchor's own, {wording.interval(chosen)}"
    else:
        where = wording.day(first)
    told = {"past": "the last one told by then", "future": "the next one"}.get(side or "", "the nearest")
    return f"{name}: {told} to {where} is {wording.interval(chosen)}"


def _side(expression: t.Expression, found: list[Interval], first: Day, last: Day, trail: Trail) -> str | None:
    """The side on which the context says that a date lies; None where one is so near that no verb can mean another."""
    if trail.context.happened:
        return trail.context.direction
    near = min(found, key=lambda c: gap(c, first, last), default=None)
    tongue = language(trail.context.language or "")
    ahead = near is not None and (near.earliest or first) > last and tongue is not None and tongue.near_months
    if near is not None and _close(expression, gap(near, first, last), ahead=ahead):
        return None
    return trail.context.direction


def _finer_than_told(expression: t.Expression, trail: Trail) -> bool:
    """Whether a weekday or a day without its month is read where the story has told no more than a year."""
    if not isinstance(expression, t.Weekday) and not (isinstance(expression, t.Date) and expression.month is None):
        return False
    told = trail.context.told
    return told is not None and told.grain.rank > Grain.MONTH.rank


def in_frame(expression: t.Expression, trail: Trail, name: str) -> Interval | None:
    """The return in the year that the context lends; from a lent day on, or not long before it."""
    if isinstance(expression, t.Weekday):
        return None
    frame, near, south = _lent(expression, trail), trail.context.yielding, trail.context.south
    if frame is None or frame.earliest is None or frame.latest is None:
        return None
    of_a_year = frame.grain.rank > Grain.MONTH.rank
    monthless = isinstance(expression, t.Date) and expression.month is None
    if monthless and (of_a_year or near):
        return None  # "the 9th" takes a month that is told as well
    if near and trail.context.anchor is not None:
        first, last = trail.anchor(name)
        if any(gap(c, first, last) <= near for c in candidates(expression, first, last, south=south)):
            return None
    found = list(candidates(expression, frame.earliest, frame.latest, south=south))
    if of_a_year:
        found = [c for c in found if c.earliest is not None and c.earliest.year == frame.earliest.year]
    if not found:
        return None
    since = frame.earliest - (THIS_WEEK if monthless else LOOKS_BACK)
    chosen = next((c for c in found if c.latest is not None and c.latest > since), found[-1])
    trail.inferred = trail.inferred or near > 0 or trail.context.frame is None
    trail.step(lambda: f"{name}: told under {wording.interval(frame)}, it is {wording.interval(chosen)}")
    return chosen


def _lent(expression: t.Expression, trail: Trail) -> Interval | None:
    """The date that lends its year; to quarters and feasts of an undated text the latest year that it tells.

    Not to seasons: a summer school is of no year.
    """
    context = trail.context
    unwritten = context.anchor is None and context.written is not None and not trail.tells
    season = isinstance(expression, t.Cycle) and expression.grain is Grain.SEASON
    if context.frame is None and unwritten and not season and not isinstance(expression, t.Date):
        assert context.written is not None, "it is unwritten"  # noqa: S101
        return units.year(context.written.year)
    return context.frame


def _close(expression: t.Expression, days: int, *, ahead: bool) -> bool:
    """Whether a return is so near that no verb can mean the one a year away.

    Of a weekday none is: the last one was as near. "The 12th" is that of this week. A month that is over is told of
    with any verb, so only one to come, and that where participles look like the past.
    """
    if isinstance(expression, t.Weekday):
        return False
    if isinstance(expression, t.Date) and expression.month is None:
        return days <= THIS_WEEK
    if isinstance(expression, t.Date) and expression.day is None and not ahead:
        return False
    return days <= CLOSE


def _going_on(expression: t.Expression, trail: Trail, name: str) -> Interval | None:
    """The return a few days after the day last told, whatever other dates were named since."""
    day = trail.context.told_day.earliest if trail.context.told_day else None
    if day is None or not isinstance(expression, t.Date) or None in (expression.month, expression.day):
        return None
    found = _first(
        c for c in candidates(expression, day, day) if c.earliest is not None and 0 <= c.earliest - day <= SOON
    )
    if found is not None:
        trail.step(lambda: f"{name}: the story goes on from {wording.day(day)}, it is {wording.interval(found)}")
    return found


def _told_on(found: list[Interval], told: Day, trail: Trail, name: str) -> Interval | None:
    """The return in the year last told; one year on where the months run back by more than BACK."""
    in_year = [c for c in found if c.earliest is not None and c.earliest.year == told.year]
    if in_year and in_year[0].earliest is not None and in_year[0].earliest.month < told.month - BACK:
        in_year = [c for c in found if c.earliest is not None and c.earliest.year == told.year + 1] or in_year
    if not in_year:
        return None
    trail.step(lambda: f"{name}: in the thread of what was told last, {told}, it is {wording.interval(in_year[0])}")
    return in_year[0]


def following(expression: t.Expression, start: Day, *, south: bool = False) -> Interval | None:
    """The first return that begins on a day or after it."""
    return _first(
        c for c in candidates(expression, start, start, south=south) if c.earliest is not None and c.earliest >= start
    )


def within(expression: t.Expression, outer: Interval, *, south: bool = False) -> Interval | None:
    """The first return inside an interval."""
    if outer.earliest is None or outer.latest is None:
        return None
    return _first(c for c in candidates(expression, outer.earliest, outer.latest, south=south) if outer.contains(c))


def last_or_next(
    expression: t.Expression, direction: int, trail: Trail, name: str, *, begun: bool = False
) -> Interval | None:
    """The return before the anchor (-1), after it (1), or the one that holds it or comes nearest (0).

    `begun`: the last that has begun and the next to begin, on the anchor's own day too.
    """
    first, last = trail.window(name)
    found = list(candidates(expression, first, last, south=trail.context.south))
    if begun and direction:
        starts = [(c, c.earliest) for c in found if c.earliest is not None]
        past, coming = [c for c, start in starts if start <= last], [c for c, start in starts if start >= first]
        chosen = _first(reversed(past) if direction < 0 else coming)
        side = "the last to begin by" if direction < 0 else "the next to begin from"
    elif direction < 0:
        chosen = _first(c for c in reversed(found) if c.latest is not None and c.latest < first)
        side = "the last one before"
    elif direction > 0:
        chosen = _first(c for c in found if c.earliest is not None and c.earliest > last)
        side = "the next one after"
    else:
        chosen = min(found, key=lambda c: gap(c, first, last), default=None)
        side = "the one of"
    if chosen is not None:
        trail.step(lambda: f"{name}: {side} {wording.day(first)} is {wording.interval(chosen)}")
    return chosen


def _first(found: Iterable[Interval]) -> Interval | None:
    return next(iter(found), None)
