"""The modifier of a TIMEX3 annotation, as TimeML 1.2.1 names them, told from the mention that it is in."""

from typing import TYPE_CHECKING

from timeline.dates import Interval, Part
from timeline.resolve.timex import value

if TYPE_CHECKING:
    from timeline.resolve.mention import Mention

PARTS = {Part.EARLY: "START", Part.MID: "MID", Part.LATE: "END"}


def modifier(mention: "Mention", number: int) -> str | None:
    """Return the modifier of the timex of that number (from 0), or None where it has none.

    A stretch gives each of its ends its own; "by 1927" is ON_OR_BEFORE, "before 1928" BEFORE.
    """
    interval, timex = mention.interval, mention.timexes[number]
    if interval is None or timex.type not in ("DATE", "TIME"):
        return None
    if interval.stretch:
        ends = [end for end in (interval.start, interval.end) if end is not None]
        return _of_unit(ends[number]) if len(ends) == len(mention.timexes) else None
    if interval.earliest is None and interval.end is not None:
        return "ON_OR_BEFORE" if value(interval.end) == timex.value else "BEFORE"
    if interval.latest is None and interval.start is not None:
        return "ON_OR_AFTER" if value(interval.start) == timex.value else "AFTER"
    return _of_unit(interval)


def _of_unit(interval: Interval) -> str | None:
    if interval.part:
        return PARTS[interval.part]
    return "APPROX" if interval.approximate else None
