"""How surely an event falls in a period.

A moment that lies wholly in the period is certain, one that only overlaps it possible. A stretch is certain where one
of its stated days is in the period, possible where only the vague part of an end is. Both ends are whole and included:
"from 2002 to 2007" is certain in March 2002 and in December 2007; the end of 2004-06/2006-08~ is vague, and so August
2006 only possible. What is `?` or `~` as a whole is never more than possible.
"""

from timeline.dates import Interval

CERTAIN = "certain"
POSSIBLE = "possible"
EVER = 10**18  # farther than any day: an open side


def certainty(interval: Interval, period: Interval) -> str | None:
    """Return "certain", "possible" or None for the date of an event against a period."""
    if interval.members:
        return _of_set(interval, period)
    spans = [_span(member) for member in period.members] or [_span(period)]
    first, last = _span(interval)
    if not any(first <= to and since <= last for since, to in spans):
        return None
    if interval.stretch:
        sure = any(low <= to and since <= high for since, to in spans for low, high in _stated(interval))
    else:
        sure = any(since <= first and last <= to for since, to in spans)
    return CERTAIN if sure and not _is_vague(interval) else POSSIBLE


def _is_vague(interval: Interval) -> bool:
    """Tell whether no day is beyond doubt: a marked moment, a stretch with marks on all the ends it has."""
    if not interval.stretch:
        return interval.approximate or interval.uncertain
    return all(end.approximate or end.uncertain for end in (interval.start, interval.end) if end is not None)


def starts(interval: Interval, period: Interval) -> str | None:
    """Return how surely the event begins in the period: a stretch by its start, anything else as a whole."""
    if interval.members or not interval.stretch:
        return certainty(interval, period)
    return certainty(interval.start, period) if interval.start else None


def _of_set(interval: Interval, period: Interval) -> str | None:
    found = [certainty(member, period) for member in interval.members]
    if not any(found):
        return None
    enough = any if interval.every else all
    return CERTAIN if enough(match == CERTAIN for match in found) else POSSIBLE


def _stated(interval: Interval) -> list[tuple[int, int]]:
    """Return the days of a stretch that are beyond doubt: all of it, but for an end that is marked ~ or ?."""
    first, last = _span(interval)
    start, end = interval.start, interval.end
    if start is not None and (start.approximate or start.uncertain):
        first = _span(start)[1] + 1
    if end is not None and (end.approximate or end.uncertain):
        last = _span(end)[0] - 1
    if interval.edtf.startswith("/") and end is not None:  # it began at no known time
        first = _span(end)[0]
    elif interval.edtf.endswith("/") and start is not None:
        last = _span(start)[1]
    return [(first, last)] if first <= last else []


def _span(interval: Interval) -> tuple[int, int]:
    first, last = interval.earliest, interval.latest
    return -EVER if first is None else first, EVER if last is None else last
