"""Names by their capital letters: runs of capitals, parted into organisations, the roles in them, and people.

"VWU Vice President Tran Thi Huong" is an organisation, a role and a person; "Chairman of the Lao Committee for Peace"
a role and an organisation; "Hội Liên hiệp Phụ nữ Việt Nam" an organisation whose name has small letters.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from timeline.extract.lexicon import Lexicon
from timeline.extract.names.name import Name, Sort
from timeline.extract.words import POSSESSIVE, Word

LONGEST_PERSON = 5  # words
_HYPHENS = frozenset("-–\u2010\u2011")


class _Part(NamedTuple):
    """A piece of a run: words from first to last, and the role in front of it, if any."""

    words: Sequence[Word]
    role: str = ""
    linked: bool = False  # behind "of": what the role is in, and not who has it


class Capitals:
    """Reads names by their capitals; `known` are the abbreviations and names that the article or the registry has."""

    def __init__(self, lexicon: Lexicon, known: frozenset[str]) -> None:
        self.dated: frozenset[int] = frozenset()
        self.articles = lexicon.words("words", "articles")
        self.joints = lexicon.words("words", "and")
        self.of = lexicon.words("words", "of")
        self.whose = lexicon.words("words", "whose")
        self.pointing = lexicon.words("words", "pointing")
        self.after_heads = lexicon.words("words", "after_heads")
        self.listing = lexicon.words("words", "listing")
        self.offices = lexicon.words("organisation", "offices")
        self.known = known | lexicon.words("organisation", "known")
        self.never = lexicon.words("organisation", "never")
        self.last = lexicon.words("organisation", "last")
        self.first = lexicon.words("organisation", "first")
        self.events = lexicon.words("organisation", "events")
        self._event_heads = _by_first_word(self.events)
        self._first_heads = _by_first_word(self.first)
        self.inside = lexicon.words("organisation", "inside")
        self.levels = lexicon.words("organisation", "levels")
        self.pairs = lexicon.words("organisation", "pairs")
        self._small_heads = _by_first_word(lexicon.words("organisation", "small_heads"))
        self._linking = self.inside | _HYPHENS
        self.compound = frozenset(word for word in self.first if not self.last)  # names with small letters inside
        self.honorifics = lexicon.words("person", "honorifics")
        self.roles = _by_first_word(lexicon.words("person", "roles"))
        self.links = lexicon.words("person", "role_links")
        self.surnames = lexicon.words("person", "surnames")
        self.before_places = lexicon.words("place", "before")
        self.facilities = lexicon.words("organisation", "facilities")
        self.visiting = lexicon.words("organisation", "visiting")
        self.states = lexicon.words("organisation", "states")
        self.places = lexicon.words("place", "heads")
        self.stop = lexicon.words("place", "never")
        self.openers = lexicon.words("name", "openers")
        self.breaks = lexicon.words("name", "breaks")

    def read(self, words: Sequence[Word], dated: frozenset[int] = frozenset()) -> Iterator[Name]:
        """Yield the names of a sentence; `dated` are the places of words in a date: March is nobody's name there."""
        self.dated = dated
        for run in self.runs(words):
            yield from self.names(run, words)

    # Runs

    def runs(self, words: Sequence[Word]) -> Iterator[list[Word]]:
        """Maximal runs of capitals with the small words between them."""
        at = 0
        while at < len(words):
            small = self._small_head(words, at)
            if not small and (not words[at].capital or not self._begins(words, at)):
                at += 1
                continue
            end = self._run_end(words, at + small) if small else self._run_end(words, at)
            yield list(words[at:end])
            at = max(end, at + 1)

    def _begins(self, words: Sequence[Word], at: int) -> bool:
        word = words[at]
        if word.text in self.stop or at in self.dated:
            return False
        if self.compound and word.text in self._first_heads:
            return True
        if word.text in self.openers and (at == 0 or words[at - 1].sign or not self._goes_on(words, at)):
            return False
        return at > 0 or word.low not in self.breaks

    def _goes_on(self, words: Sequence[Word], at: int) -> bool:
        """Whether a word such as "To" is a name's first: behind an office, before another capital."""
        behind = words[at + 1] if at + 1 < len(words) else None
        return behind is not None and behind.capital and words[at - 1].capital

    def _run_end(self, words: Sequence[Word], at: int) -> int:
        end = at + max(1, self._head_at(words, at))
        while end < len(words):
            step = self._step(words, at, end)
            if step == 0:
                break
            end += step
        return end

    def _small_head(self, words: Sequence[Word], at: int) -> int:
        """How many words in small letters a head has before a capital that goes on with its name: "công ty Mai Linh"."""
        if words[at].capital or not self.compound:
            return 0
        for head in self._small_heads.get(words[at].text, ()):
            end = at + len(head)
            if end < len(words) and words[end].capital and [word.text for word in words[at:end]] == head:
                return 0 if words[end].text in self.surnames | self.stop else len(head)
        return 0

    def _head_at(self, words: Sequence[Word], at: int) -> int:
        """How many words the head of an organisation's name has that begins here, of several: "Nhà xuất bản"."""
        if not self.compound:
            return 0
        for head in self._first_heads.get(words[at].text, ()):
            if len(head) > 1 and [word.text for word in words[at : at + len(head)]] == head:
                return len(head)
        return 0

    def _step(self, words: Sequence[Word], start: int, at: int) -> int:
        """How many words from `at` the run goes on."""
        word = words[at]
        if at in self.dated:
            return 0
        if word.capital:
            return 0 if word.text in self.stop else max(1, self._head_at(words, at))
        if word.text == "(":
            return self._bracket(words, at)
        initial = len(words[at - 1].text) == 1 and words[at - 1].capital
        if word.text == "." and (initial or words[at - 1].text in self.honorifics):
            return 2 if at + 1 < len(words) and words[at + 1].capital else 0
        if word.low in POSSESSIVE:
            behind = words[at + 1] if at + 1 < len(words) else None
            if behind is not None and (behind.capital or behind.text.title() in self.last):
                return 1 if behind.capital else 2
            return 0
        if word.text in _HYPHENS and _is_glued(words, at):  # Kim Jong-un
            return 2
        if self.compound:
            return self._compound_step(words, start, at)
        if word.text in {"'", "’"} and words[at - 1].low.endswith("s") and words[at - 1].end == word.start:  # Workers'
            return 2 if at + 1 < len(words) and words[at + 1].capital else 0
        return self._link(words, start, at)

    def _link(self, words: Sequence[Word], start: int, at: int) -> int:
        """Small words that join two capitals: of, for the, and, a comma in the name of a ministry."""
        reach = at
        while reach < len(words) and reach < at + 3 and words[reach].low in self._linking:
            reach += 1
        if reach == at and words[at].text == "," and self._is_listing(words, start, at):
            return 2
        if reach == at or reach >= len(words) or not words[reach].capital or words[reach].text in self.stop:
            return 0
        if reach in self.dated:
            return 0
        if words[at].low in self.after_heads and words[at - 1].text not in self.last | self.events:
            return 0
        return reach - at + 1

    def _is_listing(self, words: Sequence[Word], start: int, at: int) -> bool:
        """Whether a comma is part of a name: "Ministry of Culture, Sports and Tourism"."""
        ministry = any(word.text in self.listing for word in words[start:at])
        follows = [word.low for word in words[at + 1 : at + 6]]
        return (
            ministry
            and at + 1 < len(words)
            and words[at + 1].capital
            and words[at + 1].text not in self.last
            and not self.joints.isdisjoint(follows)
            and words[at + 1].text not in self.listing
        )

    def _compound_step(self, words: Sequence[Word], start: int, at: int) -> int:
        """Names in which only the first syllable of a word is capital: "Hội Liên hiệp Phụ nữ"."""
        word = words[at]
        if (
            word.text == "."
            and at + 1 < len(words)
            and words[at - 1].text.isupper()
            and words[at + 1].start == word.end
        ):
            return 2 if words[at + 1].capital else 0  # TP.HCM
        if word.sign and word.text not in _HYPHENS:
            return 0
        if word.low in self.levels and any(w.text in self._first_heads for w in words[start:at]):
            return 1
        if f"{words[at - 1].text} {word.text}" in self.pairs:
            return 1
        if word.low in self.breaks:
            return 0
        near = next((step for step in (1, 2) if at + step < len(words) and words[at + step].capital), 0)
        between = words[at + 1 : at + near] if near else ()
        if near and not any((w.sign and w.text not in _HYPHENS) or w.low in self.breaks for w in between):
            headed = any(w.text in self._first_heads for w in words[start:at])
            return near + 1 if headed else 0
        two_capitals = at - start >= 2 and words[at - 1].capital and words[at - 2].capital
        if words[at - 1].capital and not two_capitals and not word.sign:
            return 1
        return 0

    def _bracket(self, words: Sequence[Word], at: int) -> int:
        """An abbreviation in brackets inside a name: "(CPV)" before "Central Committee"."""
        if at + 3 < len(words) and words[at + 2].text == ")" and words[at + 1].text.isupper():
            return 3 if words[at + 3].capital and words[at + 3].text not in self.stop else 0
        return 0

    # Parts

    def names(self, run: list[Word], words: Sequence[Word]) -> Iterator[Name]:
        """The names in a run."""
        for part in self._parts(run):
            yield from self._named(part, words)

    def _parts(self, run: list[Word]) -> Iterator[_Part]:
        role, linked, begun = "", False, 0
        at = 0
        while at < len(run):
            size = self._role_at(run, at)
            if size and at > begun and run[begun].text in self.offices and run[at - 1].low in self.inside:
                size = 0  # Office of the President
            if size:
                if at > begun:
                    yield from self._joined(run[begun:at], role, linked=linked)
                role = " ".join(word.text for word in run[at : at + size])
                at += size
                at += at < len(run) and run[at].text == "."
                linked = at < len(run) and run[at].low in self.inside
                while at < len(run) and run[at].low in self.inside and run[at].low not in self.joints:
                    at += 1
                if at < len(run) and run[at].low in self.joints:
                    at += 1
                begun = at
            else:
                at += 1
        if begun < len(run):
            yield from self._joined(run[begun:], role, linked=linked)

    def _role_at(self, run: list[Word], at: int) -> int:
        head = self._head_at(run, at)
        for role in self.roles.get(run[at].text, ()):
            if all(at + i < len(run) and run[at + i].text == word for i, word in enumerate(role)):
                return len(role) if len(role) >= head else 0  # Đại sứ quán is no Đại sứ
        return 1 if run[at].text in self.honorifics else 0

    def _joined(self, words: list[Word], role: str, *, linked: bool) -> Iterator[_Part]:
        """Two names joined by "and", unless the "and" is inside one: "Committee for Peace and Solidarity"."""
        for at, word in enumerate(words):
            if word.low not in self.joints or at == 0 or at + 1 >= len(words):
                continue
            left, right = words[:at], words[at + 1 :]
            if self._parts_here(left, right):
                yield _Part(left, role, linked)
                yield from self._joined(right, "", linked=False)
                return
        yield _Part(words, role, linked)

    def _parts_here(self, left: list[Word], right: list[Word]) -> bool:
        if right[0].low in self.articles:
            return True
        left_is, right_is = self._has_head(left), self._has_head(right)
        if left_is and right_is:
            return True
        if left_is:  # "Ministry of Labour and Social Affairs": what follows completes it
            return not any(word.low in self.inside for word in left) and not self.compound
        return not right_is or self._is_known(left[-1])

    def _has_head(self, words: Sequence[Word]) -> bool:
        return any(self._is_head(word) or self._is_known(word) for word in words)

    def _is_known_whole(self, words: Sequence[Word]) -> bool:
        return self._is_known(words[0]) or " ".join(word.text for word in words) in self.known

    def _is_event(self, word: Word) -> bool:
        return word.text in self.events or word.text.removesuffix("es").removesuffix("s") in self.events

    def _is_head(self, word: Word) -> bool:
        return word.text in self.last or word.text in self.first

    def _is_known(self, word: Word) -> bool:
        return word.text in self.known and word.text not in self.never

    # Names

    def _named(self, part: _Part, words: Sequence[Word]) -> Iterator[Name]:
        named = self._behind_event(self._owned([*part.words]))
        while named and (named[0].low in self.inside or named[0].low in POSSESSIVE):
            named.pop(0)
        while named and (named[-1].low in self.inside - self.levels or named[-1].low in POSSESSIVE):
            named.pop()
        if not named:
            return
        if len(named) == 1 and self._is_reference(named[0], words):
            yield Name(named[0].start, named[0].end, named[0].text, Sort.REFERENCE)
            return
        if self.compound and self._is_reference(named[0], words) and self._is_somebody(named[1:]):  # "Chủ tịch Hội …"
            yield Name(named[0].start, named[0].end, named[0].text, Sort.REFERENCE)
            yield _name(named[1:], Sort.PERSON, role=part.role)
            return
        start, stop = self._organisation(named)
        if stop and any(word.text in self.states for word in named[start:stop]) and not self._has_office(named):
            yield _name(named[start:stop], Sort.PLACE)
            return
        if stop:
            organisation = named[start:stop]
            if self._is_venue(organisation, words):
                yield _name(organisation, Sort.PLACE)
            else:
                yield _name(organisation, Sort.ORGANISATION, parent=self._parent(organisation))
            named = named[stop:]
            if 2 <= len(named) <= LONGEST_PERSON + 2 and self._is_personal(named):
                yield _name(named, Sort.PERSON, role=part.role)
            return
        yield from self._person_or_place(named, part, words)

    def _is_venue(self, named: Sequence[Word], words: Sequence[Word]) -> bool:
        """Whether a museum, a club or the like is only where something is: "at the Museum of Crafts"."""
        if not any(word.text in self.facilities for word in named):
            return False
        first = words.index(named[0])
        before = [word.low for word in words[max(0, first - 2) : first]]
        while before and before[-1] in self.articles:
            before.pop()
        return bool(before) and before[-1] in self.visiting

    @staticmethod
    def _is_personal(named: Sequence[Word]) -> bool:
        """Whether words may be a person's name: capitals, and a small syllable behind a hyphen."""
        return all(
            word.capital or (at > 0 and (word.text in _HYPHENS or named[at - 1].text in _HYPHENS))
            for at, word in enumerate(named)
        )

    def _is_somebody(self, named: Sequence[Word]) -> bool:
        """Whether words are a person's name by their surname."""
        return 2 <= len(named) <= LONGEST_PERSON and named[0].text in self.surnames and self._is_personal(named)

    def _has_office(self, named: Sequence[Word]) -> bool:
        """Whether the head of a name is an office of a state: "Embassy of the Republic of Poland"."""
        return any(word.text in self.first or word.text in self.last for word in named if word.text not in self.states)

    def _behind_event(self, named: list[Word]) -> list[Word]:
        """Whose an event is, without the event: "Congress of the River Union"."""
        marks = [at for at, word in enumerate(named) if self._is_event(word)]
        if self.compound or not marks:
            return named
        rest = named[marks[-1] + 1 :]
        linked = bool(rest) and rest[0].low in self.whose
        return rest if linked and self._has_head(rest) else named

    def _owned(self, named: list[Word]) -> list[Word]:
        """What belongs to a state, without the state: "DPRK's State Affairs Commission"."""
        if len(named) > 2 and named[1].low in POSSESSIVE and named[0].text.isupper():
            return named[2:]
        return named

    def _person_or_place(self, named: list[Word], part: _Part, words: Sequence[Word]) -> Iterator[Name]:
        if any(self._is_event(word) for word in named):
            return
        if part.linked:  # "President of Laos Thongloun Sisoulith"
            tail = self._person_tail(named, 1)
            if tail < len(named):
                yield _name(named[tail:], Sort.PERSON, role=part.role)
            return  # of which state somebody is ambassador is no place of what happens
        sort = self._sort(named, part.role, words)
        if sort is not None:
            yield _name(named, sort, role=part.role if sort is Sort.PERSON else "")

    def _sort(self, named: list[Word], role: str, words: Sequence[Word]) -> Sort | None:
        """Whether capitals without a head are a person, a place, or nothing that can be told."""
        first = words.index(named[0])
        behind = first + len(named)
        personal = len(named) <= LONGEST_PERSON + 2 and self._is_personal(named)
        if personal and role and (len(named) > 1 or self.honorifics & set(role.split()[-1:])):
            return Sort.PERSON
        before = words[first - 1].low if first else ""
        owned = behind < len(words) and words[behind].low in POSSESSIVE  # "to China's market": nobody is in China
        if before in self.before_places and not owned and not self._is_office(named):
            return Sort.PLACE
        if any(word.text in self.places for word in named):
            return Sort.PLACE
        if not personal or len(named) < 2:
            return None
        told = named[0].text in self.surnames or (len(named) <= 4 and self._has_office_behind(words, behind))
        return Sort.PERSON if told else None

    def _has_office_behind(self, words: Sequence[Word], at: int) -> bool:
        """Whether a comma and an office follow: "Jigjee Sereejav, Ambassador …", "Bo Lind, the Swedish Ambassador"."""
        if at >= len(words) or words[at].text != ",":
            return False
        for word in words[at + 1 : at + 7]:
            if word.sign:
                return False
            if word.text in self.roles:
                return True
        return False

    def _is_office(self, named: Sequence[Word]) -> bool:
        """Whether words are part of an office or of an organisation, and no place: "Plenipotentiary", "Assembly"."""
        return any(word.text in self.links or self._is_head(word) for word in named)

    def _is_reference(self, word: Word, words: Sequence[Word]) -> bool:
        """Whether a head stands alone, behind an article or the like: "the Union"."""
        if word.text in self.known or not self._is_head(word):
            return False
        at = words.index(word)
        return bool(self.compound) or (at > 0 and words[at - 1].low in self.pointing)

    def _organisation(self, named: list[Word]) -> tuple[int, int]:
        """Where an organisation's name begins and ends among the words; 0 where it does not."""
        if self.compound:
            return self._compound_organisation(named)
        heads = [at for at, word in enumerate(named) if self._is_head(word)]
        if heads:
            heads += [at for at, word in enumerate(named) if self._is_known(word) and at > heads[-1]]
        if heads and any(self._is_event(word) for word in named[heads[-1] + 1 :]):
            heads = []
        if not heads:
            if any(self._is_event(word) for word in named):
                return 0, 0
            known = [at for at, word in enumerate(named) if self._is_known(word)]
            whole = " ".join(word.text for word in named)
            if whole in self.known and whole not in self.never:
                return 0, len(named)
            if known and (len(named) == 1 or named[0].text in self.known):
                return known[0], known[-1] + 1
            short = len(named) == 1 and 3 <= len(named[0].text) <= 7 and named[0].text.isupper()
            return (0, 1) if short and named[0].text not in self.never and named[0].text.isalpha() else (0, 0)
        if len(named) == 1 and named[0].text not in self.known:
            return 0, 0  # "the Union": which one, the text has said before
        if any(word.text in self.events for word in named[: heads[0]]) and heads[-1] == len(named) - 1:
            return 0, 0
        return 0, self._person_tail(named, heads[-1] + 1)

    def _person_tail(self, named: list[Word], least: int) -> int:
        """Where behind an organisation's name a person's begins: at a surname, or at two capitals without a link."""
        for at in range(least, len(named) - 1):
            behind = named[at:]
            if not self._is_personal(behind) or not 2 <= len(behind) <= LONGEST_PERSON + 2:
                continue
            linked = named[at - 1].low in self.inside
            if not linked and (behind[0].text in self.surnames or at == least or named[at - 1].text == ")"):
                return at
        if least < len(named) and named[least].capital:
            return least  # a headline goes on in capitals: "Argentine Embassy Discuss Cooperation"
        return len(named)

    def _compound_organisation(self, named: list[Word]) -> tuple[int, int]:
        if self._starts(named, 0, self._small_heads):
            return 0, len(named)
        for at, word in enumerate(named):
            if word.text == "Đoàn" and any(self._is_head(later) for later in named[at + 1 :]):
                continue  # "Đoàn đại biểu Hội …": the delegation of an organisation
            if self._starts(named, at, self._event_heads):
                return 0, 0
            if self._is_known(word) and len(named) == 1:
                return 0, 1
            if not self._starts(named, at, self._first_heads):
                continue
            if at and not named[at - 1].capital and named[0].text != "Đoàn":
                continue
            if at and self._is_somebody(named[:5]):
                return 0, 0  # a word of somebody's name
            stop = len(named)
            for tail in range(at + 2, len(named) - 1):
                behind = named[tail:]
                if behind[0].text in self.surnames and all(word.capital for word in behind) and 3 <= len(behind) <= 4:
                    stop = tail
                    break
            capitals = sum(later.capital for later in named[at:stop])
            head = at + max(1, self._head_at(named, at))
            levelled = any(later.low in self.levels for later in named[head:stop])
            return (at, stop) if capitals > 1 or levelled or self._is_known_whole(named[at:stop]) else (0, 0)
        whole = " ".join(word.text for word in named)
        return (0, len(named)) if whole in self.known else (0, 0)

    @staticmethod
    def _starts(named: list[Word], at: int, heads: Mapping[str, Sequence[list[str]]]) -> bool:
        """Whether one of some heads, by their first words, begins at a place."""
        return any(
            [word.text for word in named[at : at + len(parts)]] == parts for parts in heads.get(named[at].text, ())
        )

    def _parent(self, named: list[Word]) -> str | None:
        """The organisation that this one is a part of: what stands behind the first "of" and has a head itself."""
        if [word.text for word in named[-2:]] == ["Central", "Committee"] and self._has_head(named[:-2]):
            return _written(named[:-2])
        for at, word in enumerate(named):
            if word.low in self.of and at and named[at - 1].text in self.offices:
                rest = named[at + 1 :]
                if rest and rest[0].low in self.articles:
                    rest = rest[1:]
                if len(rest) > 1 and self._has_head(rest):
                    return _written(rest)
        return None


@cache
def _by_first_word(phrases: frozenset[str]) -> Mapping[str, Sequence[list[str]]]:
    """Phrases as words, under the first of them, the longest first."""
    found: dict[str, list[list[str]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found.setdefault(phrase.split()[0], []).append(phrase.split())
    return found


def _is_glued(words: Sequence[Word], at: int) -> bool:
    """Whether a hyphen joins a capital to a small word without a blank."""
    if not 0 < at < len(words) - 1:
        return False
    before, hyphen, behind = words[at - 1 : at + 2]
    joined = before.end == hyphen.start and hyphen.end == behind.start
    glued = before.capital or (at > 1 and words[at - 2].text in _HYPHENS and words[at - 2].end == before.start)
    return joined and glued and behind.text.isalpha() and not behind.capital and len(behind.text) < 6


def _name(words: Sequence[Word], sort: Sort, *, parent: str | None = None, role: str = "") -> Name:
    return Name(words[0].start, words[-1].end, _written(words), sort, parent, role)


def _written(words: Sequence[Word]) -> str:
    """The words as a name is written, abbreviations in brackets left out."""
    made = ""
    end = words[0].start
    depth = 0
    for word in words:
        depth += word.text == "("
        if not depth:
            made += " " * bool(made and word.start > end) + word.text
        depth -= word.text == ")"
        end = word.end
    return made
