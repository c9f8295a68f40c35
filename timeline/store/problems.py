"""A problem of a file with its place, and how it is shown: the line, a caret, what would be accepted."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

_LONGEST_MESSAGE = 500
_TAB = " "
_CONTINUED = " " * 8  # before the further lines of a message


class Problem(NamedTuple):
    """One error or warning; line and column count from 1 in code points, 0 where it is about no line in particular."""

    path: Path
    line: int
    column: int
    severity: str
    message: str
    expected: str = ""
    source_line: str = ""
    code: str = ""

    def render(self, width: int = 100, *, wrapped: bool = False) -> str:
        """Return the problem as text of a few lines: the source line no wider than `width`, the others if `wrapped`."""
        place = f"{self.path}:{self.line}:{self.column}" if self.line else str(self.path)
        lines = _wrapped(f"{visible(place)}: {self.severity}: {visible(clip(self.message))}", width * wrapped)
        if self.line:
            shown, caret = _cut_around(self.source_line, self.column - 1, width - 8)
            lines += [f"{self.line:>5} | {shown}".rstrip(), f"{'':>5} | {' ' * caret}^"]
        if self.expected:
            lines += _wrapped(f"{'':>5} = accepted: {visible(clip(self.expected))}", width * wrapped)
        return "\n".join(lines)


def _wrapped(line: str, width: int) -> list[str]:
    """Return a line as several of at most so many columns, broken between words; 0 leaves it whole."""
    if not width or _columns(line) <= width:
        return [line]
    lines = [""]
    for word in line.split(" "):
        if lines[-1].strip() and _columns(lines[-1]) + _columns(word) > width:
            lines.append(_CONTINUED)
        lines[-1] += f"{word} "
    return [one.rstrip() for one in lines]


def clip(text: str, longest: int = _LONGEST_MESSAGE) -> str:
    """Return a text of at most `longest` code points, the middle left out of a longer one."""
    if len(text) <= longest:
        return text
    half = longest // 2
    return f"{text[:half]}…{text[-half:]}"


def visible(text: str) -> str:
    r"""Return one line of text with control characters, bidirectional overrides and lone surrogates as \x1b, \u202e."""
    return text if text.isprintable() else "".join(_visible(letter) for letter in text)


def _visible(letter: str) -> str:
    if letter.isprintable() or letter in "\u00a0\u3000\u200c\u200d":
        return letter
    if letter == "\t":
        return _TAB
    return letter.encode("ascii", "backslashreplace").decode() if ord(letter) > 127 else f"\\x{ord(letter):02x}"


def _cut_around(line: str, at: int, room: int) -> tuple[str, int]:
    """Return the part of a line around an offset that fits the room, made visible, and the offset's column in it."""
    # Clipped before it is looked at: a line may have a million letters.
    start = max(0, at - room) if len(line) > room else 0
    before, after = line[start:at], line[at : at + room]
    left = [(letter, _columns(letter)) for letter in map(_visible, before)]
    right = [(letter, _columns(letter)) for letter in map(_visible, after)]
    whole = start == 0 and at + room >= len(line)
    if whole and sum(columns for _, columns in left + right) <= room:
        return "".join(letter for letter, _ in left + right), sum(columns for _, columns in left)
    keep = room * 2 // 3
    shown, head = _fit(reversed(left), keep)
    tail, _ = _fit(iter(right), room - head - 2)
    cut_left = len(shown) < len(left) or start > 0
    cut_right = len(tail) < len(line) - at
    text = "".join(reversed(shown))
    return f"{'…' if cut_left else ''}{text}{''.join(tail)}{'…' if cut_right else ''}", head + cut_left


def _fit(letters: Iterable[tuple[str, int]], room: int) -> tuple[list[str], int]:
    taken: list[str] = []
    used = 0
    for letter, columns in letters:
        if used + columns > room:
            break
        taken.append(letter)
        used += columns
    return taken, used


def _columns(text: str) -> int:
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width  # noqa: PLC0415 - only for a problem

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
