"""What has two ends: all the time between them, or one moment in it."""

from dataclasses import replace

from timeline.dates.day import Day
from timeline.dates.errors import ReversedRangeError, VagueDateError
from timeline.dates.grain import Grain, finest
from timeline.dates.interval import Interval
from timeline.dates.marks import qualify
from timeline.dates.writing import day_text


def stretch(
    start: Interval | None,
    end: Interval | None,
    unknown_start: bool = False,
    unknown_end: bool = False,
) -> Interval:
    """Return all the time from one date to another, both whole and included.

    A side that is None is open ('1946/..'), or unknown where the flag says so ('1946/').
    """
    ends = [side for side in (start, end) if side is not None]
    if not ends:
        raise VagueDateError("../..", "a range")
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if start and end and earliest is not None and latest is not None and latest < earliest:
        raise ReversedRangeError(start.edtf, end.edtf)
    first = _outer(start, 0, earliest) if start else "" if unknown_start else ".."
    last = _outer(end, -1, latest) if end else "" if unknown_end else ".."
    return Interval(
        f"{first}/{last}",
        earliest,
        latest,
        finest(*(side.grain for side in ends)),
        stretch=True,
        approximate=any(side.approximate for side in ends),
        uncertain=any(side.uncertain for side in ends),
        start=start,
        end=end,
        yearless=all(side.yearless for side in ends),
    )


def block(start: Interval, end: Interval, grain: Grain) -> Interval:
    """Return a unit that EDTF has no code for: a moment from the start's first day to the end's last, of a grain."""
    return replace(stretch(start, end), stretch=False, grain=grain)


def _outer(unit: Interval, side: int, limit: Day | None) -> str:
    """Return the text of one end: of what has two ends itself the outer one, of a set, which no end can be, a day."""
    if unit.edtf[0] not in "[{":
        return unit.edtf.split("/")[side]
    if limit is None:
        return ".."
    one = Interval(day_text(limit), limit, limit, Grain.DAY)
    return qualify(one, unit.approximate, unit.uncertain).edtf
