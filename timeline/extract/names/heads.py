"""The words of a language that make names: heads of organisations, roles, surnames."""

from collections.abc import Mapping, Sequence
from functools import cache

from timeline.extract.lexicon import Lexicon
from timeline.extract.words import Word

LONGEST_PERSON = 5  # words
HYPHENS = frozenset("-–\u2010\u2011")


class Heads:
    """What the words of a name may be; `known` are the abbreviations and names that the article or the registry has."""

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
        self._event_heads = by_first_word(self.events)
        self._first_heads = by_first_word(self.first)
        self.inside = lexicon.words("organisation", "inside")
        self.levels = lexicon.words("organisation", "levels")
        self.pairs = lexicon.words("organisation", "pairs")
        self._small_heads = by_first_word(lexicon.words("organisation", "small_heads"))
        self._linking = self.inside | HYPHENS
        self.compound = frozenset(word for word in self.first if not self.last)  # names with small letters inside
        self.honorifics = lexicon.words("person", "honorifics")
        self.roles = by_first_word(lexicon.words("person", "roles"))
        self.links = lexicon.words("person", "role_links")
        self.surnames = lexicon.words("person", "surnames")
        self.before_places = lexicon.words("place", "before")
        self.facilities = lexicon.words("organisation", "facilities")
        self.visiting = lexicon.words("organisation", "visiting")
        self.numbered = lexicon.words("organisation", "numbered")
        self.ordinals = lexicon.words("words", "ordinals")
        self.states = lexicon.words("organisation", "states")
        self.places = lexicon.words("place", "heads")
        self.stop = lexicon.words("place", "never")
        self.openers = lexicon.words("name", "openers")
        self.breaks = lexicon.words("name", "breaks")

    def _small_head(self, words: Sequence[Word], at: int) -> int:
        """How many words in small letters a head has before the capitals of its name: "công ty Mai Linh"."""
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

    @staticmethod
    def _is_personal(named: Sequence[Word]) -> bool:
        """Whether words may be a person's name: capitals, and a small syllable behind a hyphen."""
        return all(
            word.capital or (at > 0 and (word.text in HYPHENS or named[at - 1].text in HYPHENS))
            for at, word in enumerate(named)
        )

    def _is_somebody(self, named: Sequence[Word]) -> bool:
        """Whether words are a person's name by their surname."""
        return 2 <= len(named) <= LONGEST_PERSON and named[0].text in self.surnames and self._is_personal(named)

    @staticmethod
    def _starts(named: list[Word], at: int, heads: Mapping[str, Sequence[list[str]]]) -> bool:
        """Whether one of some heads, by their first words, begins at a place."""
        for parts in heads.get(named[at].text, ()):
            if len(parts) == 1 or [word.text for word in named[at : at + len(parts)]] == parts:
                return True
        return False


@cache
def by_first_word(phrases: frozenset[str]) -> Mapping[str, Sequence[list[str]]]:
    """Phrases as words, under the first of them, the longest first."""
    found: dict[str, list[list[str]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found.setdefault(phrase.split()[0], []).append(phrase.split())
    return found
