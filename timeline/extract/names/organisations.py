"""Where the name of an organisation begins and ends in a run of capitals, and what it belongs to."""

from collections.abc import Sequence

from timeline.extract.names.heads import LONGEST_PERSON, Heads
from timeline.extract.words import POSSESSIVE, Word


class Organisations(Heads):
    """Finds organisations by the heads of their names."""

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
            stop = self._before_person(named, at)
            capitals = sum(later.capital for later in named[at:stop])
            head = at + max(1, self._head_at(named, at))
            levelled = any(later.low in self.levels for later in named[head:stop])
            return (at, stop) if capitals > 1 or levelled or self._is_known_whole(named[at:stop]) else (0, 0)
        whole = " ".join(word.text for word in named)
        return (0, len(named)) if whole in self.known else (0, 0)

    def _before_person(self, named: list[Word], at: int) -> int:
        """Where a person's name begins behind an organisation's; where the words end, if none does."""
        for tail in range(at + 2, len(named) - 1):
            behind = named[tail:]
            if behind[0].text in self.surnames and all(word.capital for word in behind) and 3 <= len(behind) <= 4:
                return tail
        return len(named)

    def _parent(self, named: list[Word]) -> str | None:
        """The organisation that this one is a part of: what stands behind the first "of" and has a head itself."""
        if [word.text for word in named[-2:]] == ["Central", "Committee"] and self._has_head(named[:-2]):
            return written(named[:-2])
        for at, word in enumerate(named):
            if word.low in self.of and at and named[at - 1].text in self.offices:
                rest = named[at + 1 :]
                if rest and rest[0].low in self.articles:
                    rest = rest[1:]
                if len(rest) > 1 and self._has_head(rest):
                    return written(rest)
        return None

    def _behind_event(self, named: list[Word]) -> list[Word]:
        """Whose an event is, without the event: "Congress of the River Union"."""
        if self.compound or not any(word.low in self.whose for word in named):
            return named
        marks = [at for at, word in enumerate(named) if self._is_event(word)]
        if not marks:
            return named
        rest = named[marks[-1] + 1 :]
        linked = bool(rest) and rest[0].low in self.whose
        return rest if linked and self._has_head(rest) else named

    def _owned(self, named: list[Word]) -> list[Word]:
        """What belongs to a state, without the state: "DPRK's State Affairs Commission"."""
        if len(named) > 2 and named[1].low in POSSESSIVE and named[0].text.isupper():
            return named[2:]
        return named

    def _has_office(self, named: Sequence[Word]) -> bool:
        """Whether the head of a name is an office of a state: "Embassy of the Republic of Poland"."""
        return any(word.text in self.first or word.text in self.last for word in named if word.text not in self.states)

    def _is_venue(self, named: Sequence[Word], words: Sequence[Word]) -> bool:
        """Whether a museum, a club or the like is only where something is: "at the Museum of Crafts"."""
        if not any(word.text in self.facilities for word in named):
            return False
        first = words.index(named[0])
        before = [word.low for word in words[max(0, first - 2) : first]]
        while before and before[-1] in self.articles:
            before.pop()
        return bool(before) and before[-1] in self.visiting

    def _is_numbered(self, named: Sequence[Word], words: Sequence[Word]) -> bool:
        """Whether an ordinal makes an event of a name: "the 5th Lake Forum"."""
        before = words[words.index(named[0]) - 1].low if words[0] is not named[0] else ""
        return named[-1].text in self.numbered and (before[:1].isdigit() or before in self.ordinals)

    def _without_person(self, named: list[Word]) -> int:
        """Where the organisation of somebody begins: "Anna Berg of the River Union"; 0 where nobody stands before."""
        links = [at for at, word in enumerate(named) if word.low in self.of]
        if not links or not 2 <= links[0] <= LONGEST_PERSON or self._has_head(named[: links[0]]):
            return 0
        rest = links[0] + 1 + (named[links[0] + 1].low in self.articles)
        return rest if self._is_personal(named[: links[0]]) and self._has_head(named[rest:]) else 0

    def _is_reference(self, word: Word, words: Sequence[Word]) -> bool:
        """Whether a head stands alone, behind an article or the like: "the Union"."""
        if word.text in self.known or not self._is_head(word):
            return False
        at = words.index(word)
        return bool(self.compound) or (at > 0 and words[at - 1].low in self.pointing)


def written(words: Sequence[Word]) -> str:
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
