"""Anniversaries: "the 90th and 75th anniversaries of the VWU and the KSWU respectively" are two, each of its own."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from timeline.expressions.triggers import word_tree
from timeline.extract.lexicon import Lexicon, lexicon
from timeline.extract.names import Name, Sort

BEFORE, BEHIND = 90, 110  # characters around an anniversary in which stands what it is of


class Occasion(NamedTuple):
    """An anniversary from start to end, code points of the article: how many years, of what sort of event, of whom."""

    start: int
    end: int
    years: int
    of: str  # a kind: founding where nothing else is said
    stated: bool  # whether the text says what kind
    organisation: str | None = None
    topic: str = ""
    about: tuple[int, int] = (0, 0)  # where the text says what it is of


def occasions(text: str, start: int, end: int, names: Sequence[Name], words: Lexicon) -> list[Occasion]:
    """The anniversaries of a sentence, in order."""
    pattern = _pattern(words.code)
    found: list[Occasion] = []
    for hit in pattern.finditer(text, start, end):
        numbers = [int(number) for number in re.findall(r"\d+", hit.group("numbers"))]
        stop = min(end, hit.end() + BEHIND)
        floor = max(start, hit.start() - (BEFORE if words.verb_last else 0))
        around = text[floor:stop]
        of, stated = _of(around if words.verb_last else text[hit.start() : stop], words)
        near = _of_whom(hit, names, start, stop, words)
        shared = len(numbers) > 1 and len(near) >= len(numbers)
        for number, years in enumerate(numbers):
            whom = near[number] if shared else (near[0] if near else None)
            topic = "" if words.verb_last else _topic(text[hit.end() : stop], words)
            said = _said(text[hit.end() : stop], words)
            about = (floor, hit.start()) if words.verb_last else (hit.start(), hit.end() + said)
            who = whom.name if whom else None
            found.append(Occasion(hit.start(), hit.end(), years, of, stated, who, topic, about))
    return found


def _of_whom(hit: re.Match[str], names: Sequence[Name], start: int, stop: int, words: Lexicon) -> list[Name]:
    """The organisations that an anniversary is of: behind it up to the next; before it where the verb stands last."""
    organisations = [name for name in names if name.sort is Sort.ORGANISATION]
    if words.verb_last:
        return [name for name in organisations if start <= name.start and name.end <= hit.start()][-1:]
    following = _pattern(words.code).search(hit.string, hit.end(), stop)
    limit = following.start() if following else stop
    comma = re.search(r"[,;.](?=\s)", hit.string[hit.end() : limit])
    if comma:
        limit = hit.end() + comma.start()
    return [name for name in organisations if hit.end() <= name.start and name.end <= limit + 1]


def _of(text: str, words: Lexicon) -> tuple[str, bool]:
    """The kind of event that it is the anniversary of; founding unless other words stand near."""
    low = text.lower()
    best: tuple[int, str] | None = None
    for kind, marks in words.entries["anniversary"]["implied"].items():
        places = [low.find(mark) for mark in marks if mark in low]
        if places and (best is None or min(places) < best[0]):
            best = (min(places), kind)
    return (best[1], True) if best else ("founding", False)


def _said(behind: str, words: Lexicon) -> int:
    """How far behind an anniversary the text says what it is of: up to a comma, or a few words."""
    hit = re.match(r"[^,.;:()\d]{0,60}", behind)
    verb = None if words.verb_last else words.pattern("clause.finite").search(behind.lower())
    end = hit.end() if hit else 0
    return min(end, verb.start()) if verb else end


def _topic(behind: str, words: Lexicon) -> str:
    """What an anniversary is of, in the article's words; empty where no "of" says it."""
    verb = words.pattern("clause.finite").search(behind.lower())
    hit = re.match(r"\s*([^,.;:()\d]{3,80})", behind[: verb.start()] if verb else behind)
    first, _, rest = hit.group(1).strip().partition(" ") if hit else ("", "", "")
    if first.lower() not in words.words("anniversary", "since"):
        return ""
    own = rest.lower().split()[:2]  # "of its founding in Hanoi": whose, the sentence says
    marks = {mark for marks in words.entries["anniversary"]["implied"].values() for mark in marks}
    return "" if set(own) & (marks | words.words("words", "owners")) else rest


@cache
def _pattern(code: str) -> re.Pattern[str]:
    words = lexicon(code)
    assert words is not None, "a language that was loaded"  # noqa: S101
    nouns = word_tree(sorted(word.lower() for word in words.words("anniversary", "nouns")))
    numbers = f"(?P<numbers>{words.entries['anniversary']['numbers']})"
    form = words.entries["anniversary"]["form"]
    return re.compile(form.replace("{numbers}", numbers).replace("{noun}", nouns), re.IGNORECASE)
