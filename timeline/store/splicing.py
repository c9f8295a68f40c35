"""Changing a text in places: where in a TOML text something new belongs, and every other byte stays as it is."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from timeline.store.comparing import Region
from timeline.store.locate import Spot, Way, spots
from timeline.store.toml_text import claim_text, event_text, inline_text, table_text

MARK = b"\xef\xbb\xbf"


class Splice(NamedTuple):
    """What is to stand between two offsets of a text whose line ends are plain newlines."""

    start: int
    end: int
    text: str


class FileText(NamedTuple):
    """The bytes of a file as text: with its own line ends, and with plain ones."""

    raw: str
    text: str
    marked: bool  # with a byte-order mark


def decoded(content: bytes) -> FileText:
    """Return the bytes of a TOML file as text; raises UnicodeDecodeError."""
    raw = content.removeprefix(MARK).decode()
    return FileText(raw, raw.replace("\r\n", "\n"), content.startswith(MARK))


def spliced(text: FileText, splices: Iterable[Splice]) -> bytes:
    """Return the bytes with the splices made; new lines end as the others of the file do. Raises UnicodeEncodeError."""
    raw = text.raw
    newline = "\r\n" if 2 * raw.count("\r\n") > raw.count("\n") else "\n"
    parts, done = [], 0
    for splice in sorted(splices, key=lambda splice: splice.start):
        parts += [raw[done : _offset(raw, splice.start)], splice.text.replace("\n", newline)]
        done = _offset(raw, splice.end)
    return MARK * text.marked + "".join([*parts, raw[done:]]).encode()


def regions(splices: Iterable[Splice], text: str) -> list[Region]:
    """Return what is new in the text with the splices made; `text` is the old one with plain line ends."""
    made, moved = [], 0
    for splice in sorted(splices, key=lambda splice: splice.start):
        start = splice.start + moved
        longer = splice.text.count("\n") - text.count("\n", splice.start, splice.end)
        made.append(Region(start, start + len(splice.text), longer))
        moved += len(splice.text) - (splice.end - splice.start)
    return made


def _offset(raw: str, plain: int) -> int:
    """Return the offset in a text of an offset in the same text with plain line ends."""
    at = raw.find("\r\n")
    while 0 <= at < plain:
        plain += 1
        at = raw.find("\r\n", at + 2)
    return plain


class Layout:
    """Where the tables of a TOML text stand; its line ends are plain newlines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spots = spots(text)

    def more(
        self, tables: Mapping[str, Mapping[str, Mapping[str, Any]]], events: Sequence[Mapping[str, Any]]
    ) -> list[Splice]:
        """Return tables (kind, id, keys) after the last one of their kind or at the end, and events after all else."""
        made, last = [], []
        for kind, rows in tables.items():
            texts = [table_text(kind, id_, values) for id_, values in rows.items()]
            if any(len(way) > 1 and way[0] == kind and self._is_head(way) for way in self.spots):
                made.append(self._block(self._end_of_line((kind,)), texts))
            else:
                last += texts
        if self._is_list(("event",)) and events:
            made.append(self._into_list(("event",), map(inline_text, events)))
        else:
            last += map(event_text, events)
        return [*made, self._block(len(self.text), last)] if last else made

    def more_claims(self, number: int, claims: Iterable[Mapping[str, Any]]) -> list[Splice]:
        """Return the claims below the event of that number, after the claims that it has."""
        way = ("event", number)
        if self._is_list((*way, "claim")):
            return [self._into_list((*way, "claim"), map(inline_text, claims))]
        return [self._block(self._end_of_line(way), map(claim_text, claims))]

    def record(self, number: int) -> tuple[int, int] | None:
        """Return where the record of an event begins and ends, None where it does not stand by itself."""
        way = ("event", number)
        if not self._is_head(way):
            return None
        start = self.text.rfind("\n", 0, self.spots[way].start) + 1
        end = self._end_of_line(way)
        foreign = any(start < spot.key < end for other, spot in self.spots.items() if other[1:] and other[:2] != way)
        return None if foreign else (start, end)

    def _block(self, at: int, texts: Iterable[str]) -> Splice:
        """Return tables to stand at the end of a line, a blank line before each; no line break that was not there."""
        before = self.text[:at]
        gap = "" if not before.strip("\n") or before.endswith("\n\n") else "\n" if before.endswith("\n") else "\n\n"
        body = "\n".join(texts).removesuffix("\n")
        ended = before.endswith("\n") or not before
        return Splice(at, at, f"{gap}{body}\n" if ended else f"{gap}{body}")

    def _end_of_line(self, way: Way) -> int:
        """Return the end of the last line, its line break left out, that says something of a table."""
        last = max(spot.end for other, spot in self.spots.items() if other[: len(way)] == way)
        end = self.text.find("\n", last)
        return len(self.text) if end < 0 else end

    def _into_list(self, way: Way, items: Iterable[str]) -> Splice:
        elements = [spot.end for other, spot in self.spots.items() if other[:-1] == way and isinstance(other[-1], int)]
        joined = ", ".join(items)
        if elements:
            return Splice(max(elements), max(elements), f", {joined}")
        at = self.spots[way].start + 1
        return Splice(at, at, joined)

    def _is_list(self, way: Way) -> bool:
        """Whether a key has its value after an equals sign, and no tables with heads of their own."""
        spot = self.spots.get(way)
        return spot is not None and spot.start > spot.key and self.text.startswith("[", spot.start)

    def _is_head(self, way: Way) -> bool:
        spot: Spot | None = self.spots.get(way)
        return spot is not None and spot.start == spot.key and self.text.startswith("[", spot.key)
