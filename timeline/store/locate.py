"""Where in a TOML text a key and its value stand. Asked only when there is a problem: tomli gives no positions."""

from collections.abc import Iterable
from typing import NamedTuple

Way = tuple[str | int, ...]

_BARE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\", "e": "\x1b"}
_HEXES = {"u": 4, "U": 8, "x": 2}


class Spot(NamedTuple):
    """The offsets of a key (or a table's header), of its value and of the value's end; in code points from 0."""

    key: int
    start: int
    end: int


def spots(text: str) -> dict[Way, Spot]:
    """Every key of a valid TOML text by its way: ("event", 2, "claim", 0, "when"); line ends are plain newlines."""
    return _Scanner(text).scan()


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return the line and the column of an offset, both from 1."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1


def line_of(text: str, offset: int) -> str:
    """Return the whole line around an offset, without its end."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return text[start : end if end >= 0 else len(text)]


class _Scanner:
    """Walks the text once. The text is valid TOML, so it only has to know where things end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.found: dict[Way, Spot] = {}
        self.lengths: dict[Way, int] = {}  # of the arrays of tables

    def scan(self) -> dict[Way, Spot]:
        table: Way = ()
        while self._skip_blank():
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
        return self.found

    def _header(self) -> Way:
        opened = self.at
        is_list = self.text.startswith("[[", opened)
        self.at += 2 if is_list else 1
        keys = [key for key, _ in self._keys("]")]
        self.at += 2 if is_list else 1
        way: Way = ()
        for key in keys[:-1]:
            way = self._into((*way, key))
            self.found.setdefault(way, Spot(opened, opened, self.at))
        way = (*way, keys[-1])
        if is_list:
            number = self.lengths.get(way, 0)
            self.lengths[way] = number + 1
            self.found.setdefault(way, Spot(opened, opened, self.at))
            way = (*way, number)
        self.found[way] = Spot(opened, opened, self.at)
        return way

    def _into(self, way: Way) -> Way:
        return (*way, self.lengths[way] - 1) if way in self.lengths else way

    def _pair(self, table: Way) -> None:
        way = table
        keys = self._keys("=")
        self.at += 1
        self._skip_blank()
        start = self.at
        for key, _ in keys:
            way = (*way, key)
        self._value(way)
        for depth, (_, key_start) in enumerate(keys, len(table) + 1):
            # Of a dotted key each part is a table; the first statement that names it is its place.
            if depth == len(way) or way[:depth] not in self.found:
                self.found[way[:depth]] = Spot(key_start, start if depth == len(way) else key_start, self.at)

    def _keys(self, closing: str) -> list[tuple[str, int]]:
        keys = []
        while True:
            self._skip_spaces()
            start = self.at
            if self.text[start] in "\"'":
                key = self._string()
            else:
                while self.text[self.at] in _BARE:
                    self.at += 1
                key = self.text[start : self.at]
            keys.append((key, start))
            self._skip_spaces()
            if self.text[self.at] == closing:
                return keys
            self.at += 1  # the dot

    def _value(self, way: Way) -> None:
        letter = self.text[self.at]
        if letter in "\"'":
            self._string()
        elif letter == "[":
            self._array(way)
        elif letter == "{":
            self._inline_table(way)
        else:
            while self.at < len(self.text) and self.text[self.at] not in ",]}#\n":
                self.at += 1
            while self.text[self.at - 1] in " \t":
                self.at -= 1

    def _array(self, way: Way) -> None:
        self.at += 1
        number = 0
        while self._skip_blank() and self.text[self.at] != "]":
            if self.text[self.at] == ",":
                self.at += 1
                continue
            start = self.at
            self._value((*way, number))
            self.found[(*way, number)] = Spot(start, start, self.at)
            number += 1
        self.at += 1

    def _inline_table(self, way: Way) -> None:
        self.at += 1
        while self._skip_blank() and self.text[self.at] != "}":
            if self.text[self.at] == ",":
                self.at += 1
            else:
                self._pair(way)
        self.at += 1

    def _string(self) -> str:
        quote = self.text[self.at]
        fence = quote * 3 if self.text.startswith(quote * 3, self.at) else quote
        self.at += len(fence)
        start = self.at
        while not self.text.startswith(fence, self.at):
            self.at += 2 if self.text[self.at] == "\\" and quote == '"' else 1
        # Up to two quotes may stand right before the closing fence.
        while len(fence) == 3 and self.text.startswith(quote, self.at + 3):
            self.at += 1
        body = self.text[start : self.at]
        self.at += len(fence)
        return _unescaped(body)[0] if quote == '"' else body

    def _skip_spaces(self) -> None:
        while self.text[self.at] in " \t":
            self.at += 1

    def _skip_blank(self) -> bool:
        """Skip spaces, line ends and comments; whether anything is left."""
        while self.at < len(self.text):
            letter = self.text[self.at]
            if letter == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            elif letter in " \t\n":
                self.at += 1
            else:
                return True
        return False


def offset_inside(text: str, spot: Spot, start: int) -> int:
    """Return the offset in the text of the letter number `start` of the string that stands at a spot."""
    quote = text[spot.start : spot.start + 1]
    if not quote or quote not in "\"'":
        return spot.start if start >= spot.end - spot.start else spot.start + start
    fence = 3 if text.startswith(quote * 3, spot.start) else 1
    body_start = spot.start + fence
    if fence == 3 and text.startswith("\n", body_start):
        body_start += 1
    if quote == "'":
        return min(body_start + start, spot.end - 1)
    _, origins = _unescaped(text[body_start : spot.end - fence])
    return body_start + (origins[start] if start < len(origins) else spot.end - fence - body_start)


def _unescaped(body: str) -> tuple[str, list[int] | range]:
    """Return the value of a basic string's body, and where in the body each of its letters began."""
    if "\\" not in body:
        return body, range(len(body))
    letters: list[str] = []
    origins: list[int] = []
    at = 0
    while at < len(body):
        origin, escape = at, body[at + 1 : at + 2]
        if body[at] != "\\":
            letters.append(body[at])
            at += 1
        elif escape in _HEXES:
            end = at + 2 + _HEXES[escape]
            letters.append(chr(int(body[at + 2 : end], 16)))
            at = end
        elif escape in _ESCAPES:
            letters.append(_ESCAPES[escape])
            at += 2
        else:  # a line end that is written only for the eye
            at += 1 + len(body[at + 1 :]) - len(body[at + 1 :].lstrip(" \t\n"))
            continue
        origins.append(origin)
    return "".join(letters), origins


def nearest(found: dict[Way, Spot], way: Iterable[str | int]) -> tuple[Spot | None, bool]:
    """Return the spot of a way, or of the nearest table around it, and whether it is the very one."""
    way = tuple(way)
    for length in range(len(way), 0, -1):
        if way[:length] in found:
            return found[way[:length]], length == len(way)
    return None, False
