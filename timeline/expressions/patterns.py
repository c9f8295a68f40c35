"""Patterns of rules: what stands in a language file, spelt out as plain sequences of symbols.

A pattern is a line of symbols: `weekday [','] month day`. A bare name is a role of words (month) or a category of
rules (date), a quoted one a literal word; [x] may be absent, (x|y) is either, ~x is written without a space before
it, and name:x calls the value `name` for the builder, which otherwise gets it under the symbol's own name if it has a
value; _:x is dropped.
"""

from collections.abc import Iterator
from typing import NamedTuple

from timeline.errors import TimelineError


class PatternError(TimelineError):
    """A pattern of a language file that cannot be read."""

    def __init__(self, pattern: str, reason: str) -> None:
        super().__init__(f"pattern {pattern!r}: {reason}")


class Symbol(NamedTuple):
    """One element: `key` is a role, a category or a quoted word; `glued` forbids a space before it."""

    key: str
    slot: str | None  # the name the pattern gives it, if it does
    glued: bool


Sequence = tuple[Symbol, ...]


def spell_out(pattern: str) -> list[Sequence]:
    """Every sequence of symbols that a pattern stands for, the fullest first; raises PatternError."""
    marks = list(_marks(pattern))
    sequences, rest = _either(pattern, marks, 0, None)
    if rest != len(marks):
        raise PatternError(pattern, f"unexpected {marks[rest]!r}")
    return list(dict.fromkeys(s for s in sequences if s))


def _marks(pattern: str) -> Iterator[str]:
    position = 0
    while position < len(pattern):
        mark = pattern[position]
        if mark == " ":
            position += 1
        elif mark in "[]()|~":
            yield mark
            position += 1
        elif mark == "'":
            end = pattern.find("'", position + 2)  # the word itself may be an apostrophe
            if end < 0:
                raise PatternError(pattern, "a quotation is not closed")
            yield pattern[position : end + 1]
            position = end + 1
        else:
            end = position
            while end < len(pattern) and pattern[end] not in " []()|~'":
                end += 1
                if pattern[end - 1] == ":":
                    break
            yield pattern[position:end]
            position = end


def _either(pattern: str, marks: list[str], at: int, slot: str | None) -> tuple[list[Sequence], int]:
    choices: list[Sequence] = []
    while True:
        sequences, at = _row(pattern, marks, at, slot)
        choices += sequences
        if at < len(marks) and marks[at] == "|":
            at += 1
            continue
        return choices, at


def _row(pattern: str, marks: list[str], at: int, slot: str | None) -> tuple[list[Sequence], int]:
    rows: list[Sequence] = [()]
    name, glued = slot, False
    while at < len(marks) and marks[at] not in "])|":
        mark = marks[at]
        at += 1
        if mark == "~":
            glued = True
            continue
        if mark.endswith(":"):
            name = mark[:-1]
            continue
        if mark in "[(":
            inner, at = _either(pattern, marks, at, name)
            if at >= len(marks) or marks[at] != {"[": "]", "(": ")"}[mark]:
                raise PatternError(pattern, f"{mark!r} is not closed")
            at += 1
            options = [_glue(s) if glued else s for s in inner] + ([()] if mark == "[" else [])
        else:
            options = [(Symbol(mark, name, glued),)]
        rows = [row + option for row in rows for option in options]
        name, glued = slot, False
    return rows, at


def _glue(sequence: Sequence) -> Sequence:
    return (sequence[0]._replace(glued=True), *sequence[1:]) if sequence else sequence
