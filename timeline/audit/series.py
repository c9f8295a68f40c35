"""Numbered series: numbers that are missing, given twice, or later than their successors."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from timeline.events.records import Dated, Finding


def look_at_series(events: Iterable[Dated]) -> Iterator[Finding]:
    """Yield what is odd in the numbers of each series; cancelled events do not count."""
    series: dict[str, list[Dated]] = {}
    for dated in events:
        if dated.event.series and dated.event.number is not None and dated.event.status != "cancelled":
            series.setdefault(dated.event.series, []).append(dated)
    for name, members in series.items():
        members.sort(key=lambda dated: dated.event.number or 0)
        for before, after in pairwise(members):
            yield from _look_at_neighbours(name, before, after)


def _look_at_neighbours(name: str, before: Dated, after: Dated) -> Iterator[Finding]:
    first, second = before.event.number or 0, after.event.number or 0
    where = ("event", after.event.id, "number")
    if second == first:
        message = f'number {second} of the series "{name}" is given twice: {before.event.id} has it too'
        yield Finding(where, "series-double", message, "warning")
        return
    if second > first + 1:
        missing = f"number {first + 1}" if second == first + 2 else f"numbers {first + 1} to {second - 1}"
        noun = "is" if second == first + 2 else "are"
        yield Finding(
            where, "series-gap", f'{missing} of the series "{name}" {noun} missing before this one', "warning"
        )
    if _is_before(after, before):
        message = f'number {second} of the series "{name}" is dated before number {first}, {before.event.id}'
        yield Finding(where, "series-order", message, "warning")


def _is_before(one: Dated, other: Dated) -> bool:
    latest = one.interval.latest if one.interval else None
    earliest = other.interval.earliest if other.interval else None
    return latest is not None and earliest is not None and latest < earliest
