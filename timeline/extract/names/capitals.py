"""Names by their capital letters: runs of capitals, parted into organisations, the roles in them, and people.

"VWU Vice President Tran Thi Huong" is an organisation, a role and a person; "Chairman of the Lao Committee for Peace"
a role and an organisation; "Hội Liên hiệp Phụ nữ Việt Nam" an organisation whose name has small letters.
"""

from collections.abc import Iterator, Sequence

from timeline.extract.names.heads import LONGEST_PERSON
from timeline.extract.names.name import EVENT, Name, Sort
from timeline.extract.names.organisations import Organisations, written
from timeline.extract.names.parts import Part, Parts
from timeline.extract.names.runs import Runs
from timeline.extract.words import POSSESSIVE, Word


class Capitals(Runs, Parts, Organisations):
    """Reads names by their capitals; `known` are the abbreviations and names that the article or the registry has."""

    def read(self, words: Sequence[Word], dated: frozenset[int] = frozenset()) -> Iterator[Name]:
        """Yield the names of a sentence; `dated` are the places of words in a date: March is nobody's name there."""
        self.dated = dated
        for run in self.runs(words):
            yield from self.names(run, words)

    def names(self, run: list[Word], words: Sequence[Word]) -> Iterator[Name]:
        """The names in a run."""
        for part in self._parts(run):
            yield from self._named(part, words)

    def _named(self, part: Part, words: Sequence[Word]) -> Iterator[Name]:
        named = self._trimmed(self._behind_event(self._owned([*part.words])))
        if not named:
            return
        if len(named) == 1 and self._is_reference(named[0], words):
            yield Name(named[0].start, named[0].end, named[0].text, Sort.REFERENCE)
            return
        if self.compound and self._is_reference(named[0], words) and self._is_somebody(named[1:]):  # "Chủ tịch Hội …"
            yield Name(named[0].start, named[0].end, named[0].text, Sort.REFERENCE)
            yield _name(named[1:], Sort.PERSON, role=part.role)
            return
        if part.role and not part.linked and (own := self._without_person(named)):
            yield _name(named[: own - 1 - (named[own - 1].low in self.articles)], Sort.PERSON, role=part.role)
            named = named[own:]
        start, stop = self._organisation(named)
        if stop and any(word.text in self.states for word in named[start:stop]) and not self._has_office(named):
            yield _name(named[start:stop], Sort.PLACE)
            return
        if stop:
            yield from self._organised(named, start, stop, part, words)
        else:
            yield from self._person_or_place(named, part, words)

    def _trimmed(self, named: list[Word]) -> list[Word]:
        """The words without the small ones at both ends."""
        while named and (named[0].low in self.inside or named[0].low in POSSESSIVE):
            named.pop(0)
        while named and (named[-1].low in self.inside - self.levels or named[-1].low in POSSESSIVE):
            named.pop()
        return named

    def _organised(self, named: list[Word], start: int, stop: int, part: Part, words: Sequence[Word]) -> Iterator[Name]:
        """An organisation, or where it is only a venue a place; and who is named behind it."""
        organisation = named[start:stop]
        if self._is_venue(organisation, words):
            yield _name(organisation, Sort.PLACE)
        else:
            role = EVENT if self._is_numbered(organisation, words) else ""
            yield _name(organisation, Sort.ORGANISATION, parent=self._parent(organisation), role=role)
        named = named[stop:]
        if 2 <= len(named) <= LONGEST_PERSON + 2 and self._is_personal(named):
            yield _name(named, Sort.PERSON, role=part.role)

    def _person_or_place(self, named: list[Word], part: Part, words: Sequence[Word]) -> Iterator[Name]:
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


def _name(words: Sequence[Word], sort: Sort, *, parent: str | None = None, role: str = "") -> Name:
    return Name(words[0].start, words[-1].end, written(words), sort, parent, role)
