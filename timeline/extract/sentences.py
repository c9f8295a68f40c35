"""The sentences of an article, and the lines that tell of nothing: its title, bylines, captions."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from timeline.extract.lexicon import Lexicon

LONGEST_HEADING = 160  # characters
_CLOSING = "\"'”’»)]"
_TERMINAL = re.compile(rf"[.!?…。:;][{re.escape(_CLOSING)}]*\s*$")
_END = re.compile(r"[.!?…。][\"'”’»)\]]*(?=\s)|\.{3}(?=[^\W\d_])")
_NEXT = re.compile(r"\s*(\S)")
_LETTER = re.compile(r"[^\W\d_]")
_BULLET = re.compile(r"\s*(?:[-–—•*+·▪■●○◦]|\d{1,2}[.)])\s+")


class Sentence(NamedTuple):
    """A sentence from start to end, code points of the article; `heading`: a line without a full stop.

    `title`: the first line of the article, where that is a headline.
    """

    start: int
    end: int
    heading: bool = False
    title: bool = False


def sentences(text: str, lexicon: Lexicon, dates: Sequence[tuple[int, int]] = ()) -> Iterator[Sentence]:
    """Yield the sentences in order, those of bylines and captions left out; none ends inside one of the dates."""
    titled, abbreviated = False, _abbreviated(lexicon.words("words", "abbreviated"))
    for start, end in _paragraphs(text):
        line = text[start:end]
        if not line.strip():
            continue
        first, titled = not titled, True
        if _is_credit(line, lexicon):
            continue
        heading = len(line) <= LONGEST_HEADING and _TERMINAL.search(line) is None
        bullet = _BULLET.match(line)
        title = first and heading and bullet is None
        for at, stop in _split(text, start + (bullet.end() if bullet else 0), end, dates, abbreviated):
            yield Sentence(at, stop, heading, title)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Lines; where the article's lines were broken to a width, what stands between empty lines."""
    divider = r"\n\s*\n" if _is_wrapped(text) else r"\n"
    at = 0
    for hit in re.finditer(divider, text):
        yield at, hit.start()
        at = hit.end()
    yield at, len(text)


def _is_wrapped(text: str) -> bool:
    """Whether lines go on in the next one: a third of those that follow another begin with a small letter."""
    lines = text[:20_000].split("\n")
    following = [line.lstrip() for before, line in pairwise(lines) if before.strip() and line.strip()]
    low = sum(line[:1].islower() for line in following)
    return len(following) > 1 and low * 3 >= len(following)


def _is_credit(line: str, lexicon: Lexicon) -> bool:
    """A line that says who wrote, translated or took something, or what a picture shows."""
    if len(line) > 250:
        return False
    low = line.strip().lower().lstrip("(*-–—[ ")
    found = lexicon.pattern("line.credit").match(low)
    if found is not None:
        rest = low[found.end() :]
        if re.match(r"\s*(?:\d+\s*)?[:\uff1a/=|]|\s*$", rest) or (len(low) < 60 and _TERMINAL.search(line) is None):
            return True
    return any(mark in low for mark in lexicon.words("line", "caption")) and _TERMINAL.search(line) is None


def _split(
    text: str, start: int, end: int, dates: Sequence[tuple[int, int]], abbreviated: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    at = seen = start
    lettered = False
    for hit in _END.finditer(text, start, end):
        if hit.start() < at or (text[hit.start()] == "." and _goes_on(text, at, hit.end(), end, abbreviated)):
            continue
        lettered = lettered or _LETTER.search(text, seen, hit.start()) is not None
        seen = hit.end()
        if _inside(hit.start(), dates) or not lettered:
            continue  # "1983. 10. …": the stops of a date
        lettered = False
        yield from _trimmed(text, at, hit.end())
        at = hit.end()
    yield from _trimmed(text, at, end)


def _inside(place: int, dates: Sequence[tuple[int, int]]) -> bool:
    near = bisect_right(dates, (place, len(dates))) - 1
    return near >= 0 and dates[near][0] <= place < dates[near][1] - 1


def _goes_on(text: str, at: int, stop: int, end: int, abbreviated: re.Pattern[str]) -> bool:
    head = text[max(at, stop - 12) : stop]
    if abbreviated.search(head) and not head.endswith("..."):
        return True
    behind = _NEXT.match(text, stop, end)
    return behind is not None and behind.group(1).islower() and not head.endswith("...")


@cache
def _abbreviated(words: frozenset[str]) -> re.Pattern[str]:
    """What ends in a full stop and goes on: titles and months cut short, initials."""
    cut = "|".join([*map(re.escape, sorted(words)), r"[^\W\d_](?:\.[^\W\d_])*"])
    return re.compile(rf"(?:^|[\s(])(?:{cut})\.$", re.IGNORECASE)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    bare = part.lstrip()
    if bare:
        at = end - len(bare)
        yield at, at + len(bare.rstrip())
