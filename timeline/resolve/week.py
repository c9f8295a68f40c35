"""A day told right behind another: arrived on Monday last week and left on Wednesday; on 3 May, and on the 24th."""

import re
from typing import Any

from timeline.dates import Grain, Interval
from timeline.expressions import types as t
from timeline.resolve.context import Context

REACH = 60  # characters in which one clause goes on from the day that another told
_STOP = re.compile(r"[.,;:!?()\"“”\n]")


def is_day_of_week(expression: Any) -> bool:
    """Whether an expression is the weekday of a week before this one."""
    if not isinstance(expression, t.Inside) or not isinstance(expression.what, t.Weekday):
        return False
    week = expression.of
    return isinstance(week, t.Shift) and week.sign < 0 and week.duration.parts[0][1] is Grain.WEEK


def is_day_of_month(expression: Any) -> bool:
    """Whether an expression is a day whose month is not said."""
    return isinstance(expression, t.Date) and expression.month is None and expression.day is not None


def goes_on(day: Interval, end: int, text: str, start: int, context: Context) -> Context:
    """The context in which a weekday at `start` is the first behind the day told in front of it.

    Behind a comma somebody else may speak: "on Monday last week, the ministry said on Wednesday".
    """
    if start - end > REACH or _STOP.search(text, end, start):
        return context
    return context.on("future", happened=False)._replace(anchor=day)
