"""Who an article is about: what "the Union", "its" and "the two organisations" mean in it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from timeline.extract.names import Name, Sort

COUNTED = 100_000  # characters of a text in which names are counted
SHARE = 0.35  # of all the times that organisations are named
BESIDE = 45  # characters between a person and the organisation
LEAST = 3  # times that an organisation is named, to be the one an article is about
IN_MIND = 150  # names of organisations before a place among which is what "the Union" means
HEADLINE = 2  # times that its name in the headline is worth


class Cast:
    """The organisations of an article in the order in which they are named, and how often it names each."""

    def __init__(
        self,
        text: str,
        names: Iterable[Name],
        spellings: Mapping[str, Sequence[str]],
        delegation: re.Pattern[str],
        headline: Iterable[Name] = (),
    ) -> None:
        headline = [name for name in headline if name.sort is Sort.ORGANISATION]
        names = [*headline, *names]
        above = [name._replace(name=name.parent, parent=None) for name in names if name.parent]
        self._places = sorted([name for name in names if name.sort is Sort.ORGANISATION] + above)
        self._starts = [name.start for name in self._places]
        self._called = [name.name for name in self._places]
        self._lows = {name: name.lower() for name in self._called}
        self._guests = [name.name for name in self._places if _is_guest(text, name, delegation)]
        self._offices = dict(_offices(text, list(names)))
        order = dict.fromkeys(self._called)
        self._counts = {
            name: sum(text.count(spelling, 0, COUNTED) for spelling in {name, *spellings.get(name, ())})
            for name in order
        }
        for name in headline:
            self._counts[name.name] += HEADLINE
        for name in names:
            meant = self.meant(name.name, name.start) if name.sort is Sort.REFERENCE else None
            if meant is None and name.sort is Sort.REFERENCE and name.name.islower() and self._places:
                meant = self._places[0].name  # "the charity": which is told at the beginning
            if meant is not None:
                self._counts[meant] += 1
        self._guests += [
            meant
            for name in names
            if name.sort is Sort.REFERENCE and _is_guest(text, name, delegation)
            if (meant := self.meant(name.name, name.start))
        ]

    @cached_property
    def main(self) -> str | None:
        """The organisation named most often, of equals the first; None where none stands out, as in a page of news."""
        best = max(self._counts, key=lambda name: self._counts[name], default=None)
        if best is None or self._counts[best] < LEAST:
            return None
        ranked = sorted(self._counts.values(), reverse=True)
        clear = self._counts[best] >= SHARE * sum(ranked) or (len(ranked) > 1 and ranked[0] >= 2 * ranked[1])
        return best if clear else None

    def _recent(self, place: int) -> Mapping[str, None]:
        """The organisations named before a place, those that a reader may still have in mind, each once."""
        end = bisect_left(self._starts, place)
        return dict.fromkeys(self._called[max(0, end - IN_MIND) : end])

    def _ended(self, place: int) -> Iterator[str]:
        """The names that end before a place, the last one first, of those that a reader may still have in mind."""
        end = bisect_left(self._starts, place)
        for name in reversed(self._places[max(0, end - IN_MIND) : end]):
            if name.end <= place:
                yield name.name

    def pair(self, place: int) -> tuple[str, ...]:
        """The two organisations named most often before a place of the article."""
        return tuple(sorted(self._recent(place), key=lambda name: -self._counts[name])[:2])

    def last(self, place: int) -> str | None:
        """The organisation named last before a place."""
        return next(self._ended(place), None)

    def meant(self, head: str, place: int) -> str | None:
        """The organisation that a head alone means: of those told before, with that word in the name, the commonest."""
        low = head.lower()
        lows = self._lows
        fitting = [name for name in self._recent(place) if low in lows[name]]
        ending = [name for name in fitting if lows[name].endswith(low)]
        ending = ending or [name for name in fitting if lows[name].startswith(f"{low} ")]
        return max(ending or fitting, key=lambda name: self._counts[name], default=None)

    def told(self, head: str, place: int) -> str | None:
        """The organisation that a head alone means; where none has it in its name, that which the article is about."""
        return self.meant(head, place) or (self.main if head.islower() else None)

    def of_two(self, which: int, place: int) -> str | None:
        """The former (0) or the latter (1) of the two organisations named last before a place."""
        told = list(dict.fromkeys(self._ended(place)))[:2]
        return told[1 - which] if len(told) == 2 else None

    def office(self, person: str) -> str | None:
        """The organisation that a person was told to be of."""
        return self._offices.get(person)

    def guest(self) -> str | None:
        """The organisation whose delegation an article tells of."""
        return self._guests[0] if self._guests else None


def _offices(text: str, names: Sequence[Name]) -> Iterable[tuple[str, str]]:
    """People with the organisation beside them: "VWU Vice President Tran Thi Huong", "Ri Ho Jun, of the Embassy"."""
    for left, right in pairwise(names):
        between = text[left.end : right.start]
        if len(between) > BESIDE or any(sign in between for sign in ".;:\n"):
            continue
        if left.sort is Sort.ORGANISATION and right.sort is Sort.PERSON and "," not in between:
            yield right.name, left.name
        elif left.sort is Sort.PERSON and right.sort is Sort.ORGANISATION and between.startswith(","):
            yield left.name, right.name


def _is_guest(text: str, name: Name, delegation: re.Pattern[str]) -> bool:
    around = f"{text[max(0, name.start - 40) : name.start]}|{text[name.end : name.end + 20]}".lower()
    return delegation.search(around) is not None
