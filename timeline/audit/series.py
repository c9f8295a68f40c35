"""Numbered series: numbers that are missing, given twice, or dated before a lower one."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from timeline.dates import Day
from timeline.events.records import Dated, Finding

CANCELLED = "cancelled"


def look_at_series(events: Iterable[Dated]) -> Iterator[Finding]:
    """Yield what is odd in the numbers of each series; a cancelled event takes its number, and nothing else."""
    series: dict[str, list[Dated]] = {}
    for dated in events:
        if dated.event.series and dated.event.number is not None:
            series.setdefault(dated.event.series, []).append(dated)
    for name, members in series.items():
        members.sort(key=_number)
        yield from _look_at(name, members)


def _look_at(name: str, members: list[Dated]) -> Iterator[Finding]:
    before: int | None = None
    latest: tuple[Day, Dated] | None = None  # of all lower numbers the one that began last
    for number, same in groupby(members, _number):
        every = list(same)
        held = [dated for dated in every if dated.event.status != CANCELLED]
        if before is not None and number > before + 1:
            yield _gap(name, before, number, every[0])
        yield from (_double(name, number, held[0], other) for other in held[1:])
        yield from (_order(name, dated, latest[1]) for dated in held if latest and _ends_before(dated, latest[0]))
        begun = [(first, dated) for dated in held if dated.interval and (first := dated.interval.earliest) is not None]
        latest = max([*([latest] if latest else []), *begun], key=lambda pair: pair[0], default=None)
        before = number


def _gap(name: str, before: int, number: int, after: Dated) -> Finding:
    missing, verb = (
        (f"number {before + 1}", "is") if number == before + 2 else (f"numbers {before + 1} to {number - 1}", "are")
    )
    return _finding(after, "series-gap", f'{missing} of the series "{name}" {verb} missing before this one')


def _double(name: str, number: int, first: Dated, other: Dated) -> Finding:
    message = f'number {number} of the series "{name}" is given twice: {first.event.id} has it too'
    return _finding(other, "series-double", message)


def _order(name: str, one: Dated, lower: Dated) -> Finding:
    message = f'number {_number(one)} of the series "{name}" is dated before number {_number(lower)}, {lower.event.id}'
    return _finding(one, "series-order", message)


def _finding(dated: Dated, code: str, message: str) -> Finding:
    return Finding(("event", dated.event.id, "number"), code, message, "warning")


def _ends_before(one: Dated, day: Day) -> bool:
    latest = one.interval.latest if one.interval else None
    return latest is not None and latest < day


def _number(dated: Dated) -> int:
    return dated.event.number or 0
