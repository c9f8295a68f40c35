"""Dirty text made plain before it is read, with the way back.

Every place in the plain text has its place in the given one.

Letters are composed (NFC); dashes, apostrophes, spaces, tildes, digits and letters of other widths become the plain
ones; `&nbsp;` is a space.
"""

import io
import re
import unicodedata
from array import array
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

_SAME = {
    "-": "‐‑‒–—―−﹣－",  # noqa: RUF001
    "'": "’‘ʼ＇′`´",  # noqa: RUF001
    "~": "〜～∼",  # noqa: RUF001
    " ": "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "(": "（",  # noqa: RUF001
    ")": "）",  # noqa: RUF001
    ",": "，、",  # noqa: RUF001
    ":": "：",  # noqa: RUF001
    "/": "／⁄",  # noqa: RUF001
    ".": "．。",  # noqa: RUF001
}
SPACE = "&nbsp;"


class Moves:
    """Where characters have moved: at some offsets of the new text the distance to the old one changes.

    A number for each change and not for each character: a text with one `&nbsp;` in it may have millions of these.
    """

    def __init__(self) -> None:
        self.new = array("q", [0])
        self.old = array("q", [0])

    def change(self, new: int, old: int) -> None:
        """From an offset of the new text on, later than all before, stands what stood at an offset of the old one."""
        if old - new != self.old[-1] - self.new[-1]:
            self.new.append(new)
            self.old.append(old)

    def place(self, offset: int) -> int:
        """The offset in the old text of an offset in the new one."""
        at = bisect_right(self.new, offset) - 1
        return self.old[at] + offset - self.new[at]


class Plain(NamedTuple):
    """A plain text, and what moved on the way to it, the last step last; nothing where nothing did."""

    text: str
    moves: tuple[Moves, ...] = ()

    def place(self, offset: int) -> int:
        """The offset in the given text, in code points, of an offset in the plain one."""
        for step in reversed(self.moves):
            offset = step.place(offset)
        return offset


def plain(text: str) -> Plain:
    """The plain form of a text."""
    moves: tuple[Moves, ...] = ()
    if SPACE in text:
        text, moved = _without_entities(text)
        moves = (moved,)
    if text.isascii() and "`" not in text:
        return Plain(text, moves)
    if not unicodedata.is_normalized("NFC", text):
        text, moved = _composed(text)
        moves = (*moves, moved)
    table = _table()
    return Plain(_odd().sub(lambda hit: table[hit.group()], text), moves)


@cache
def _table() -> dict[str, str]:
    table = {odd: common for common, odds in _SAME.items() for odd in odds}
    for first in (0xFF10, 0x2080):  # full-width and lowered digits
        table |= {chr(first + digit): str(digit) for digit in range(10)}
    table |= {sign: str(digit) for digit, sign in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
    return table | {chr(0xFF21 + shift + n): chr(base + n) for shift, base in ((0, 65), (32, 97)) for n in range(26)}


@cache
def _odd() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(_table()))}]")


def _without_entities(text: str) -> tuple[str, Moves]:
    pieces = text.split(SPACE)
    moves, new, old = Moves(), 0, 0
    for piece in pieces[:-1]:
        new, old = new + len(piece) + 1, old + len(piece) + len(SPACE)
        moves.change(new, old)
    return " ".join(pieces), moves


def _composed(text: str) -> tuple[str, Moves]:
    """NFC, piece by piece: a letter with the marks behind it is one piece, whose letters all come from its start."""
    made, moves = io.StringIO(), Moves()
    start = done = 0
    for at in range(1, len(text) + 1):
        if at < len(text) and (unicodedata.combining(text[at]) or "\u1160" <= text[at] <= "\u11ff"):
            continue
        if at - start > 1:
            made.write(text[done:start])
            new, piece = made.tell(), unicodedata.normalize("NFC", text[start:at])
            made.write(piece)
            for letter in range(len(piece)):
                moves.change(new + letter, start)
            moves.change(new + len(piece), at)
            done = at
        start = at
    made.write(text[done:])
    return made.getvalue(), moves
