"""What hangs on another date is no surer than that date: what is inferred, ? or ~ there is so here."""

from collections.abc import Iterable

from timeline.dates import Interval, units
from timeline.events.records import Dated
from timeline.resolve import Resolution


def carried(
    resolution: Resolution, used: Iterable[Dated], anchor: Interval | None, *, anchor_inferred: bool
) -> Resolution:
    """Return a resolution with the doubts of the events that it asked for, and of the anchor where it counts from it.

    A date that carries a mark already has it from where it hangs: one end of "between @a and @b".
    """
    bases = [(f"@{one.event.id}", one.interval, one.inferred) for one in used]
    if resolution.relative:
        bases.append(("the day it counts from", anchor, anchor_inferred))
    for name, base, inferred in bases:
        if inferred:
            step = f"{name} is only inferred, and so is what hangs on it"
            resolution = resolution._replace(inferred=True, steps=(*dict.fromkeys((*resolution.steps, step)),))
        date = resolution.interval
        if base is not None and is_doubtful(base) and not (date.approximate or date.uncertain):
            marked = units.qualify(date, base.approximate, base.uncertain)
            step = f"{name} is {doubts(base)}, and so is what hangs on it: {marked.edtf}"
            resolution = resolution._replace(interval=marked, steps=(*resolution.steps, step))
    return resolution


def is_doubtful(interval: Interval) -> bool:
    """Tell whether a date is marked ? or ~ as a whole: of a stretch, every end that it has."""
    if not interval.stretch:
        return interval.approximate or interval.uncertain
    return all(end.approximate or end.uncertain for end in (interval.start, interval.end) if end is not None)


def doubts(interval: Interval) -> str:
    """Return the marks in words."""
    marks = (("approximate", interval.approximate), ("uncertain", interval.uncertain))
    return " and ".join(word for word, is_so in marks if is_so)
