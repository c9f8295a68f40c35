"""The thread of a text: what its next dates count from, as one date after another is told.

A history is told in the order of its days, with asides: a year mentioned in the middle of a sentence, years away from
what is being told, does not move the months that follow it.
"""

from timeline.dates import Grain, Interval, units
from timeline.expressions import types as t
from timeline.resolve.context import Context
from timeline.resolve.shifts import compares
from timeline.resolve.trail import Trail
from timeline.resolve.yearless import can_be_told

BRIEF = 732  # days: a stretch of up to two years is told to its end
STEP = 1  # years that a story goes on by in the middle of a sentence; more is an aside
HEAD = 16  # characters of a sentence in which a year still says when the sentence happens
CUMULATED = (((6, Grain.MONTH),), ((9, Grain.MONTH),))
_CARRIED = ("by", "until")  # "by March 1946" tells a date as "in March 1946" does; since and before look back


def told(expression: t.Expression, interval: Interval, trail: Trail, text: str, start: int, before: Context) -> Context:
    """The context after the date at `start` of the text was told: that before it, with what counts from here on.

    The trail's own may hold what is for the one date alone: its side, its frame, what it counts from.
    """
    context = trail.context
    if context.genre == "narrative" and isinstance(expression, t.Open) and expression.relation in _CARRIED:
        interval = trail.resolve(expression.of)
    if interval.every:  # of several dates the last was told last
        interval = interval.members[-1]
    interval = _goes_on_from(interval)
    known = interval.earliest is not None and interval.latest is not None
    if not (known or can_be_told(interval)) or interval.stretch or interval.members:
        return before
    if context.genre == "news" and _is_compared(expression, context):
        return before
    named = isinstance(expression, (t.Cycle, t.Latest)) and interval.grain is Grain.QUARTER
    return before.after(
        before.told if interval is context.told else interval,
        interval if interval.grain is Grain.DAY else context.told_day,
        interval if known and not _is_aside(interval, context, text, start) else context.thread,
        interval if named and _is_over(interval, context) else context.quarter,
    )


def _is_compared(expression: t.Expression, context: Context) -> bool:
    """Whether figures are compared with those of a date: the text does not go there."""
    if not isinstance(expression, t.Shift) or not compares(expression):
        return False
    return expression.base is not None or context.quarter is not None


def lasted(duration: t.Expression, context: Context) -> Context:
    """The context after so long was told: the figures of nine months are compared with those of a year, no quarter."""
    if not isinstance(duration, t.Duration) or duration.parts not in CUMULATED:
        return context
    if context.quarter is None or context.quarter.earliest is None:
        return context
    year = units.containing(context.quarter.earliest, Grain.YEAR)
    return context._replace(quarter=None, told=year if context.told == context.quarter else context.told)


def _goes_on_from(interval: Interval) -> Interval:
    """Where a story stands that has told a stretch: at its end, if it has no other or is brief.

    A story goes back into what it told by its months, and the years of a life say nothing of what follows.
    """
    end = interval.end
    if not interval.stretch or end is None or end.latest is None:
        return interval
    if interval.days is None:
        return end
    return end if interval.days < BRIEF and interval.grain in (Grain.DAY, Grain.YEAR) else interval


def _is_over(interval: Interval, context: Context) -> bool:
    """Whether a quarter has figures to compare: it had ended when the text was written."""
    anchor = context.anchor.latest if context.anchor else None
    return anchor is None or interval.latest is None or interval.latest < anchor


def _is_aside(interval: Interval, context: Context, text: str, start: int) -> bool:
    """Whether what is told leaves the thread: a decade, a year in brackets, a year that the story is not in."""
    thread = context.thread
    if thread is None or thread.earliest is None or interval.earliest is None or interval.grain.rank < Grain.YEAR.rank:
        return False
    if interval.grain is not Grain.YEAR or text[start - 1 : start] == "(":
        return True
    if start - max(text.rfind("\n", max(0, start - HEAD), start), text.rfind(". ", max(0, start - HEAD), start)) < HEAD:
        return False
    return not 0 <= interval.earliest.year - thread.earliest.year <= STEP
