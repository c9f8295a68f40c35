"""Dirty text made plain before it is read, with the way back.

Every place in the plain text has its place in the given one.

Letters are composed (NFC); dashes, apostrophes, spaces, tildes, digits and letters of other widths become the plain
ones; `&nbsp;` is a space.
"""

import re
import unicodedata
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


class Plain(NamedTuple):
    """A plain text, and `places`: the offset in the given text of each of its characters and of its end.

    None where nothing moved.
    """

    text: str
    places: list[int] | None

    def place(self, offset: int) -> int:
        """The offset in the given text, in code points, of an offset in the plain one."""
        return offset if self.places is None else self.places[offset]


def plain(text: str) -> Plain:
    """The plain form of a text."""
    places: list[int] | None = None
    if SPACE in text:
        text, places = _without_entities(text)
    if text.isascii() and "`" not in text:
        return Plain(text, places)
    if not unicodedata.is_normalized("NFC", text):
        text, places = _composed(text, places)
    table = _table()
    return Plain(_odd().sub(lambda hit: table[hit.group()], text), places)


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


def _without_entities(text: str) -> tuple[str, list[int]]:
    pieces: list[str] = []
    places: list[int] = []
    start = 0
    while (at := text.find(SPACE, start)) >= 0:
        pieces += [text[start:at], " "]
        places += range(start, at + 1)
        start = at + len(SPACE)
    places += range(start, len(text) + 1)
    return "".join([*pieces, text[start:]]), places


def _composed(text: str, places: list[int] | None) -> tuple[str, list[int]]:
    """NFC, piece by piece: a letter with the marks behind it is one piece."""
    pieces: list[str] = []
    moved: list[int] = []
    start = 0
    for at in range(1, len(text) + 1):
        if at < len(text) and (unicodedata.combining(text[at]) or "\u1160" <= text[at] <= "\u11ff"):
            continue
        piece = text[start:at] if at - start == 1 else unicodedata.normalize("NFC", text[start:at])
        pieces.append(piece)
        moved += [start] * len(piece)
        start = at
    moved.append(len(text))
    return "".join(pieces), moved if places is None else [places[offset] for offset in moved]
