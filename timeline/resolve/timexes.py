"""The TIMEX3 annotations in a mention: type, value and span as TimeML 1.2.1 and TIDES draw them.

A simple phrase is one timex; "from Monday to Thursday" is two, and its connecting words belong to none.
"""

from typing import Any, NamedTuple

from timeline.dates import Grain, Interval
from timeline.errors import TimelineError
from timeline.expressions import types as t
from timeline.expressions.find import Match
from timeline.expressions.language import FILLER
from timeline.expressions.parser import Reading
from timeline.resolve.borrowing import bare
from timeline.resolve.timex import value
from timeline.resolve.trail import Trail

_new = tuple.__new__  # half the time of Timex(...)
_ADJECTIVES = frozenset(("present", "vague-time"))  # the current, the recent; "the past" is a noun
A_WEEKEND = ((1, Grain.WEEKEND),)
_LETTERS: dict[t.Unit, tuple[str, float]] = {
    t.Clock.SECOND: ("S", 1),
    t.Clock.MINUTE: ("M", 1),
    t.Clock.HOUR: ("H", 1),
    Grain.DAY: ("D", 1),
    Grain.WEEK: ("W", 1),
    Grain.WEEKEND: ("WE", 1),
    Grain.MONTH: ("M", 1),
    Grain.SEASON: ("M", 3),
    Grain.QUARTER: ("Q", 1),
    Grain.HALF: ("M", 6),
    Grain.YEAR: ("Y", 1),
    Grain.DECADE: ("Y", 10),
    Grain.CENTURY: ("Y", 100),
    Grain.MILLENNIUM: ("Y", 1000),
}
_HALVES: dict[t.Unit, str] = {t.Clock.HOUR: "30M", t.Clock.MINUTE: "30S", Grain.YEAR: "6M"}  # 5 1/2 hours are PT5H30M


class Timex(NamedTuple):
    """One annotation; start and end are code points of the text it was found in."""

    start: int
    end: int
    type: str  # DATE, TIME, DURATION or SET
    value: str | None


def timexes(
    match: Match, reading: Reading, interval: Interval | None, trail: Trail, outside: frozenset[str]
) -> list[Timex]:
    """The annotations of a match in one of its readings, whose interval is known."""
    pieces = _pieces(match, reading, 0, reading.end - reading.start, outside)
    whole = len(pieces) == 1 and pieces[0][2] is reading.value
    found: list[Timex] = []
    for number, (start, end, expression) in enumerate(pieces):
        known = interval if whole else _end_of(reading.value, interval, number, len(pieces))
        kind, said = _annotated(expression, known, trail)
        if said is not None:
            found.append(_new(Timex, (match.tokens[start].start, match.tokens[end - 1].end, kind, said)))
    return found


def _pieces(
    match: Match, reading: Reading, start: int, end: int, outside: frozenset[str]
) -> list[tuple[int, int, Any]]:
    """The parts of a reading that are timexes, by their tokens in the match."""
    base = match.offset
    if not reading.parts:
        while start < end - 1 and _is_outside(match, start, end, reading.value, outside):
            start += 1
        return [(start, end, reading.value)]
    pieces: list[tuple[int, int, Any]] = []
    for part_start, part_end, part in reading.parts:
        if isinstance(part, Reading):
            inner = _pieces(match, part, part.start - base, part.end - base, outside)
            if part_start < part.start:
                inner[0] = (part_start - base, *inner[0][1:])
            if part_end > part.end:
                inner[-1] = (inner[-1][0], part_end - base, inner[-1][2])
            pieces += inner
        else:
            pieces.append((part_start - base, part_end - base, part))
    return [(first, last, _with_its_whole(piece, reading.value)) for first, last, piece in pieces]


def _with_its_whole(piece: Any, whole: Any) -> Any:
    """A piece that is only a part of what it means: the clock of a day, the "ten" of "ten to twelve hours"."""
    if isinstance(piece, str):
        return t.Timed(whole, piece)
    if isinstance(piece, (int, float)) and isinstance(whole, t.Duration):
        return t.Duration(((piece, whole.parts[0][1]),))
    return piece


def _is_outside(match: Match, start: int, end: int, expression: Any, outside: frozenset[str]) -> bool:
    """Whether the word at the head of a timex is left outside: in, on, and the article of the noun behind the date."""
    token = match.tokens[start]
    if FILLER in token.roles:
        return _is_qualifier(match, start, end, expression)
    if isinstance(expression, t.Duration):
        named = {role for role in token.roles if role[0] != "'"}
        return bool(named) and named <= outside
    return not outside.isdisjoint(token.roles)


def _is_qualifier(match: Match, start: int, end: int, expression: Any) -> bool:
    """Whether a date only qualifies the noun behind it.

    The 1988 agreement, the current year, the third-quarter loss.
    """
    following = match.tokens[start + 1].roles
    if isinstance(expression, t.Date):
        return "month" in following or ("digits" in following and expression.year is not None)
    if isinstance(expression, t.Reference):
        return (
            expression.when != "future" and end - start == 2 and not _ADJECTIVES.isdisjoint(match.tokens[end - 1].roles)
        )
    if isinstance(expression, (t.Weekday, t.Recurrence)):
        return True
    if isinstance(expression, t.Third):
        expression = expression.of if isinstance(expression.of, t.Date) else None
    hyphen = any("'-'" in token.roles for token in match.tokens[start:end])
    noun = "'period'" in match.tokens[end - 1].roles
    return hyphen and not noun and isinstance(expression, (t.Duration, t.Cycle, t.Date))


def _end_of(expression: Any, interval: Interval | None, number: int, count: int) -> Interval | None:
    """The interval of one piece of a whole that was resolved as one: an end of a stretch, a member of a list."""
    if interval is not None and isinstance(expression, t.Span) and count > 1 and number in (0, count - 1):
        return interval.start if number == 0 else interval.end
    if interval is not None and isinstance(expression, t.Several) and count == len(interval.members):
        return interval.members[number]
    return None


def _annotated(expression: Any, interval: Interval | None, trail: Trail) -> tuple[str, str | None]:
    """Type and value of an expression; what was not resolved with its whole is resolved by itself."""
    if expression.__class__ in _COUNTED and (counted := _amount(expression)) is not None:
        return counted
    if interval is None:
        try:
            interval = trail.resolve(expression)
        except TimelineError:
            return "DATE", None
    inner = bare(expression)
    if isinstance(inner, t.Timed):  # late last night, about noon on Friday
        return "TIME", value(interval, inner.clock)
    return "DATE", value(interval)


_COUNTED = frozenset((t.Duration, t.Sweep, t.Ahead, t.Run, t.Recurrence, t.Reference, t.Shift))


def _amount(expression: Any) -> tuple[str, str | None] | None:
    """Type and value of what is so long, returns or has no bounds, whatever its days; None of a date."""
    if isinstance(expression, t.Duration):
        return "DURATION", period(expression)
    if isinstance(expression, t.Sweep) or (isinstance(expression, t.Ahead) and expression.within):
        return "DURATION", period(expression.duration)
    if isinstance(expression, t.Run):
        return "DURATION", period(t.Duration(((abs(expression.number), expression.grain),)))
    if isinstance(expression, t.Recurrence):
        return "SET", _returning(expression)
    if isinstance(expression, t.Reference):
        return "DATE", f"{expression.when.upper()}_REF"
    if isinstance(expression, t.Shift) and expression.duration.vague:
        return "DATE", "PAST_REF" if expression.sign < 0 else "FUTURE_REF"
    return None


def _returning(expression: t.Recurrence) -> str:
    """What comes again, as TIMEX3 writes it: XXXX-WXX-1 for every Monday, XXXX-07 for each July, P1Y for every year."""
    if expression.duration.parts == A_WEEKEND:
        return "XXXX-WXX-WE"
    if expression.weekday is not None:
        return f"XXXX-WXX-{expression.weekday + 1}"
    if expression.month is not None:
        return f"XXXX-{expression.month:02d}"
    return f"XXXX-XX-XX{expression.clock}" if expression.clock else period(expression.duration)


def period(duration: t.Duration) -> str:
    """An amount of time as TIMEX3 writes it: P3Y, P1Y2M, PT24H, PXD for some days."""
    dates, times = "", ""
    for count, unit in duration.parts:
        letter, size = _LETTERS[unit]
        amount = "X" if duration.vague else f"{count * size:g}"
        if unit in _HALVES and not duration.vague and count % 1 == 0.5 and count > 1:
            amount, letter = f"{count - 0.5:g}", letter + _HALVES[unit]
        if isinstance(unit, t.Clock):
            times += amount + letter
        else:
            dates += amount + letter
    return f"P{dates}" + (f"T{times}" if times else "")
