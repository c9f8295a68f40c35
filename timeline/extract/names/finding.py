"""The names of one article: found where they are asked for, and told by the name that records have."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from timeline.events.names import fold, spellings
from timeline.events.names import words as folded
from timeline.events.records import Organisation, Person, Records
from timeline.expressions.triggers import word_tree
from timeline.extract.lexicon import Lexicon, lexicon
from timeline.extract.names.abbreviations import abbreviations
from timeline.extract.names.capitals import Capitals
from timeline.extract.names.name import Name, Sort
from timeline.extract.names.suffixes import by_suffixes
from timeline.extract.words import Word, small

REACH, MOST = 100_000, 40  # characters and abbreviations that are looked at for initials
IN_MIND = 150  # names heard last that are looked for as they are written
_REST = r"[\w’']{0,25}"  # of a word behind its first letter
_SHORT = re.compile(r"(?<![\w-])[A-ZĐ][A-ZĐ&]{1,7}(?![\w-])")


class _Known(NamedTuple):
    """Spellings, folded, of what the registry has → its name there; and by the first word, for finding them."""

    names: Mapping[str, str]
    openings: Mapping[str, tuple[tuple[str, ...], ...]]


class Names:
    """The names of an article, sentence by sentence."""

    def __init__(self, text: str, lexicon: Lexicon, records: Records) -> None:
        self.text = text
        self.lexicon = lexicon
        self.organisations = _known(records.organisations)
        self.people = _known(records.people)
        never = lexicon.words("organisation", "never")
        found = {**abbreviations(text, lexicon.words("words", "names")), **self._defined()}
        self.abbreviations = {short: long for short, long in found.items() if short not in never}
        self.short = frozenset(self.abbreviations) | self._undefined()
        self._always = sorted(self.short | lexicon.words("organisation", "known"))
        self._capitals = Capitals(lexicon, self.short)
        self.met: dict[str, str] = {}  # the first and the last word of people's names → the whole
        self._recorded: dict[str, str] = {}  # what `organisation` has said
        self.heard: dict[str, None] = {}  # the organisations named so far, as they are written

    def hear(self, names: list[Name]) -> None:
        """Remember organisations, so that they are known where they are written otherwise."""
        self.heard.update({name.name: None for name in names if name.sort is Sort.ORGANISATION})
        for name in names:
            if name.sort is Sort.PERSON and not self.lexicon.verb_last:
                parts = name.name.split()
                self.met.update({parts[0]: name.name, parts[-1]: name.name} if len(parts) > 1 else {})

    def of(self, words: list[Word], dates: Sequence[tuple[int, int]] = (), low: str | None = None) -> list[Name]:
        """The names in a sentence, in order, each once where they overlap; none of words that stand in a date.

        `low` are the small letters of the sentence, where they are at hand.
        """
        if not words:
            return []
        found = [*self._registered(words)]
        if self.lexicon.verb_last:
            known = dict.fromkeys((*self._always, *[*islice(reversed(self.heard), IN_MIND)][::-1]))
            found += by_suffixes(self.text, words[0].start, words[-1].end, self.lexicon, known)
        else:
            found += self._capitals.read(words, _inside(words, dates))
        low = small(self.text[words[0].start : words[-1].end]) if low is None else low
        pattern, sorts = _references(self.lexicon.code)
        for hit in pattern.finditer(low):
            sort = sorts[hit.group()]
            start, end = words[0].start + hit.start(), words[0].start + hit.end()
            if sort is Sort.REFERENCE and any(name.start < end < name.end for name in found):
                continue  # "the Federation of Trade Unions": more of a name follows
            called = hit.group().split()[-1] if sort is Sort.REFERENCE else hit.group()
            found.append(Name(start, end, called, sort))
        if self.met:
            met = [word for word in words if word.text in self.met]
            found += [Name(word.start, word.end, self.met[word.text], Sort.PERSON) for word in met]
        kept: list[Name] = []
        for name in sorted(found, key=lambda name: (name.start, -name.end, name.sort is Sort.REFERENCE)):
            if not kept or name.start >= kept[-1].end:
                kept.append(self._told(name))
        return kept

    def spellings(self) -> Mapping[str, tuple[str, ...]]:
        """The names of organisations → the abbreviations that the article has for them."""
        found: dict[str, tuple[str, ...]] = {}
        for short in self.abbreviations:
            name = self.organisation(short)
            found[name] = (*found.get(name, ()), short)
        return found

    def organisation(self, name: str) -> str:
        """The name that records have of an organisation: the registry's, else the one an abbreviation stands for."""
        known = self._recorded.get(name)
        if known is None:
            known = self._recorded[name] = self._record(name)
        return known

    def _record(self, name: str) -> str:
        bare = re.sub(r"\s*\([^)]*\)|['’]s$", "", name).strip()
        bare = re.sub(r"^(?:the|The)\s+|\s*[-–]\s?[A-ZĐ]{2,10}[-–]?$", "", bare)
        known = self.organisations.names.get(fold(bare))
        if known:
            return known
        long = self.abbreviations.get(bare)
        if long is None:
            return bare
        return self.organisations.names.get(fold(long), re.sub(r"^(?:the|The)\s+", "", long))

    def _told(self, name: Name) -> Name:
        if name.sort is Sort.ORGANISATION:
            recorded = self.organisation(name.name)
            return name if recorded == name.name else name._replace(name=recorded)
        if name.sort is Sort.PERSON:
            known = self.people.names.get(fold(name.name)) if self.people.names else None
            return name if known is None else name._replace(name=known)
        return name

    def _registered(self, words: list[Word]) -> list[Name]:
        """The registry's organisations in a sentence."""
        found: list[Name] = []
        if not self.organisations.openings:
            return found
        keys = [folded(word.text) if not word.sign else () for word in words]
        for at, key in enumerate(keys):
            for rest in self.organisations.openings.get(key[0], ()) if key else ():
                end = _matches(keys, at, rest)
                if end and words[at].text[:1].isupper() | self.lexicon.verb_last:
                    name = self.organisations.names["".join(rest)]
                    found.append(Name(words[at].start, words[end - 1].end, name, Sort.ORGANISATION))
                    break
        return found

    def _defined(self) -> dict[str, str]:
        """Short names that the text says to stand for a longer one: "한국…협회(이하 협회)"."""
        form = self.lexicon.entries["organisation"].get("defined")
        if not form:
            return {}
        found = {}
        for hit in re.finditer(form, self.text):
            head = re.search(r"[\w·]+(?:\([^()]*\))?$", self.text[max(0, hit.start() - 60) : hit.start()])
            if head:
                found[hit.group("short")] = re.sub(r"\([^()]*\)", "", head.group())
        return found

    def _undefined(self) -> frozenset[str]:
        """Abbreviations that no bracket defines, but a name of the article whose initials they are."""
        found: set[str] = set()
        small = "|".join(map(re.escape, sorted(self.lexicon.words("words", "names"))))
        initials = ""
        for short in dict.fromkeys(_SHORT.findall(self.text, 0, REACH)):
            if short in self.abbreviations or len(short) < 3 or len(found) > MOST:
                continue
            initials = initials or "".join(re.findall(rf"(?<![\w’'])(?!(?:{small})\s)[\w&]", self.text[:REACH]))
            if short not in initials:
                found.add(short)
                continue
            between = rf"{_REST}[\s-]{{1,3}}(?:(?:{small})\s){{0,2}}"
            letters = between.join(map(re.escape, short)) + _REST
            long = re.search(rf"(?<![\w’']){letters}", self.text[:REACH])
            found.add(short)
            if long and len(long.group()) > 2 * len(short):
                self.abbreviations[short] = re.sub(r"\s+", " ", long.group()).removesuffix("’s").removesuffix("'s")
        return frozenset(self.abbreviations)


@cache
def _references(code: str) -> tuple[re.Pattern[str], Mapping[str, Sort]]:
    """What stands for an organisation named before, and how: "the two sides", "the latter", "the society"."""
    words = lexicon(code)
    assert words is not None, "a language that was loaded"  # noqa: S101
    sorts = {word.lower(): Sort.REFERENCE for word in words.words("organisation", "common")}
    for sort in (Sort.PAIR, Sort.FORMER, Sort.LATTER, Sort.DELEGATION):
        sorts |= {word.lower(): sort for word in words.words("organisation", sort.value)}
    tree = word_tree(sorted(sorts))
    return re.compile(tree if words.verb_last else rf"\b{tree}(?!\w)"), sorts


def _inside(words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The places of the words that lie in some spans of the article."""
    if not spans:
        return frozenset()
    starts, found = [word.start for word in words], set[int]()
    for start, end in spans:
        first = bisect_left(starts, start)
        found.update(range(first, bisect_left(starts, end)))
    return frozenset(found)


def names_of(text: str, lexicon: Lexicon, records: Records) -> Names:
    """The names of an article."""
    return Names(text, lexicon, records)


def _known(registry: Mapping[str, Organisation] | Mapping[str, Person]) -> _Known:
    names: dict[str, str] = {}
    openings: dict[str, list[tuple[str, ...]]] = {}
    for record in registry.values():
        for spelling in spellings(record):
            key = folded(spelling)
            if key and "".join(key) not in names:
                names["".join(key)] = record.name
                openings.setdefault(key[0], []).append(key)
    return _Known(names, {first: tuple(sorted(keys, key=len, reverse=True)) for first, keys in openings.items()})


def _matches(keys: list[tuple[str, ...]], at: int, rest: tuple[str, ...]) -> int:
    """Where the words of a name end that begin at `at`; 0 where they do not."""
    need = list(rest)
    while need and at < len(keys):
        key = keys[at]
        if list(key) != need[: len(key)]:
            return 0
        need = need[len(key) :]
        at += 1
    return 0 if need else at
