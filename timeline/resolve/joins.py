"""Dates that others are joined into: from .. to, since, by, lists, circa."""

from timeline.dates import DateError, Day, Interval, Part, ReversedRangeError, units
from timeline.expressions import types as t
from timeline.resolve import recurring, wording
from timeline.resolve.borrowing import borrowed, unwrapped
from timeline.resolve.calendar import dates_of
from timeline.resolve.errors import UnresolvedError
from timeline.resolve.shifts import A_YEAR, move, said
from timeline.resolve.trail import Trail

LONG = 300  # days: 25/3/2021 - 24/3 is no stretch of a year but for a day, and mostly a dateline before a sentence
_OPEN = {
    "since": units.since,
    "until": units.until,
    "by": units.by,
    "before": units.before,
    "after": units.after,
    "not-before": units.not_before,
}


def span(expression: t.Span, trail: Trail) -> Interval:
    """From one date to another; an end that leaves its year unsaid comes after the start."""
    if (other := _in_other_order((expression.start, expression.end), trail)) is not None:
        _also(t.Span(*other), trail)
    first, last = borrowed((_ordered(expression.start, trail), _ordered(expression.end, trail)))
    start = trail.resolve(first)
    end = _end(last, start, trail, of_a_year=_leaves_its_year(first))
    if _took_its_year(expression.start, first) and (start.earliest or 0) > (end.earliest or 0):  # winter to spring 2021
        start = trail.resolve(t.Shift(t.Duration(A_YEAR), -1, t.Absolute(start)))
    if start.yearless != end.yearless:
        raise trail.refused(f"of {start.edtf} and {end.edtf} only one has a year")
    try:
        result = units.stretch(start, end)
    except ReversedRangeError as error:
        raise trail.refused(f"the end, {end.edtf}, comes before the start, {start.edtf}") from error
    trail.step(lambda: f"from {wording.interval(start)} to {wording.interval(end)}, both included: {result.edtf}")
    return result


def _took_its_year(said: t.Expression, lent: t.Expression) -> bool:
    """Whether a season or quarter has its year from the one behind it."""
    return isinstance(unwrapped(said)[0], t.Cycle) and lent != said


def _end(expression: t.Expression, start: Interval, trail: Trail, *, of_a_year: bool) -> Interval:
    bare, rewrap = unwrapped(expression)
    after = start.earliest
    if after is None or start.yearless or not recurring.recurs(bare):
        return trail.resolve(expression)
    if isinstance(bare, t.Weekday) and bare.direction is not None:
        return trail.resolve(expression)
    if isinstance(bare, t.Weekday) and of_a_year:  # from 14 September to Thursday: weeks may lie between
        near = trail.resolve(expression)
        if near.earliest is not None and near.earliest > after:
            return near
    if start.latest is not None and isinstance(bare, t.Weekday):
        after = start.latest + 1
    found = recurring.following(bare, after, south=trail.context.south)
    if found is None:
        raise trail.refused("there is no such end after the start")
    in_next_year = found.earliest is not None and found.earliest.year > after.year
    if in_next_year and recurring.gap(found, after, after) > LONG and isinstance(bare, t.Date) and bare.day is not None:
        raise trail.refused(f"its end would come only on {found.edtf}")
    trail.step(lambda: f"the end is the first one after the start: {wording.interval(found)}")
    return trail.resolve(rewrap(t.Absolute(found)))


def _leaves_its_year(expression: t.Expression) -> bool:
    """Whether the context says in which year a day or month lies."""
    bare, _ = unwrapped(expression)
    return recurring.recurs(bare) and not isinstance(bare, t.Weekday)


def _in_other_order(items: tuple[t.Expression, ...], trail: Trail) -> tuple[t.Expression, ...] | None:
    """Numbers side by side in the order in which they are not read; None where one of them has no other order."""
    others = [dates_of(item, trail)[1:] for item in items if isinstance(item, t.Numeric)]
    return tuple(found[0] for found in others) if all(others) and len(others) == len(items) else None


def _also(expression: t.Expression, trail: Trail) -> None:
    """Resolve another reading beside the one that is being walked."""
    beside = Trail(trail.text, trail.context, trail.rules, trail.slash_order, telling=False)
    try:
        trail.also(beside.resolve(expression))
    except (UnresolvedError, DateError):
        return


def _ordered(expression: t.Expression, trail: Trail) -> t.Expression:
    """Numbers in unsaid order, as the date that the date order makes of them."""
    return dates_of(expression, trail)[0] if isinstance(expression, t.Numeric) else expression


def lasting(expression: t.Lasting, trail: Trail) -> Interval:
    """From a date for so long: its first day counts, two weeks from 18 December end on the 31st."""
    start = trail.resolve(expression.start)
    if expression.ends:
        return _up_to(start, expression.duration, trail)
    if start.earliest is None:
        raise trail.refused("it begins on no known day")
    last = move(start.earliest, expression.duration, 1) - 1
    result = units.stretch(start, units.containing(max(last, start.earliest), start.grain))
    trail.step(lambda: f"{said(expression.duration)} from {wording.interval(start)} on: {result.edtf}")
    return result


def _up_to(end: Interval, duration: t.Duration, trail: Trail) -> Interval:
    """So long up to a date, whose last day counts: the year ended 30 September begins on 1 October."""
    if end.latest is None:
        raise trail.refused("it ends on no known day")
    first = move(end.latest + 1, duration, -1)
    result = units.stretch(units.containing(min(first, end.latest), end.grain), end)
    trail.step(lambda: f"{said(duration)} up to {wording.interval(end)}: {result.edtf}")
    return result


def open_side(expression: t.Open, trail: Trail) -> Interval:
    """Since and until include the unit they name, before and after do not."""
    of = trail.resolve(expression.of)
    relation = _with_its_unit(expression, of)
    result = _OPEN[relation](of)
    included = "not included" if relation in ("before", "after") else "included"
    relation = expression.relation.replace("-", " ")
    trail.step(lambda: f"{relation} {wording.interval(of)}, which is {included}: {result.edtf}")
    return result


def _with_its_unit(expression: t.Open, of: Interval) -> str:
    """The relation, which takes in the unit it names where only a part of that is left out.

    Before the end of 2021 it may be December, and before 8 p.m. on Thursday it may be Thursday.
    """
    timed = isinstance(unwrapped(expression.of)[0], t.Timed)
    if expression.relation == "before" and (of.part is Part.LATE or timed):
        return "by"
    return "not-before" if expression.relation == "after" and timed else expression.relation


def several(expression: t.Several, trail: Trail) -> Interval:
    """A list: each of the dates, or one of them."""
    if (other := _in_other_order(expression.items, trail)) is not None:
        _also(t.Several(other, expression.every), trail)
    members: list[Interval] = []
    for item in borrowed(tuple(_ordered(item, trail) for item in expression.items)):
        before: Day | None = members[-1].earliest if members else None
        bare, rewrap = unwrapped(item)
        following = (
            recurring.following(bare, before, south=trail.context.south)
            if before is not None and recurring.recurs(bare)
            else None
        )
        if following is not None and isinstance(bare, t.Weekday) and _is_too_late(following, trail):
            following = None  # what was said on Friday and Thursday
        members.append(trail.resolve(rewrap(t.Absolute(following)) if following else item))
    result = units.each_of(members) if expression.every else units.one_of(members)
    trail.step(lambda: f"{'each' if expression.every else 'one'} of {len(members)} dates: {result.edtf}")
    return result


def _is_too_late(following: Interval, trail: Trail) -> bool:
    """Whether a day lies behind the day of writing, in a sentence of the past."""
    anchor = trail.context.anchor
    if trail.context.direction != "past" or anchor is None or anchor.latest is None or following.earliest is None:
        return False
    return following.earliest > anchor.latest


def qualified(expression: t.Qualified, trail: Trail) -> Interval:
    """Circa, perhaps."""
    result = units.qualify(
        trail.resolve(expression.of), approximate=expression.approximate, uncertain=expression.uncertain
    )
    words = " and ".join(
        word for word, is_so in (("approximate", result.approximate), ("uncertain", result.uncertain)) if is_so
    )
    trail.step(lambda: f"said to be {words}: {result.edtf}")
    return result
