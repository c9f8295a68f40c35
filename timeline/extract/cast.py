"""Who an article is about: what "the Union", "its" and "the two organisations" mean in it."""

from collections.abc import Iterable, Mapping, Sequence

from timeline.extract.names import Name, Sort

LEAST = 2  # times that an organisation is named, to be the one an article is about


class Cast:
    """The organisations of an article in the order in which they are named, and how often it names each."""

    def __init__(self, text: str, names: Iterable[Name], spellings: Mapping[str, Sequence[str]]) -> None:
        self._places = [name for name in names if name.sort is Sort.ORGANISATION]
        order = dict.fromkeys(name.name for name in self._places)
        self._counts = {
            name: sum(text.count(spelling) for spelling in {name, *spellings.get(name, ())}) for name in order
        }

    @property
    def main(self) -> str | None:
        """The organisation named most often, of equals the first; None where none stands out."""
        best = max(self._counts, key=lambda name: self._counts[name], default=None)
        return best if best is not None and self._counts[best] >= LEAST else None

    def pair(self, place: int) -> tuple[str, ...]:
        """The two organisations named most often before a place of the article."""
        before = dict.fromkeys(name.name for name in self._places if name.start < place)
        return tuple(sorted(before, key=lambda name: -self._counts[name])[:2])

    def last(self, place: int) -> str | None:
        """The organisation named last before a place."""
        before = [name.name for name in self._places if name.end <= place]
        return before[-1] if before else None

    def meant(self, head: str, place: int) -> str | None:
        """The organisation that a head alone means: of those told before, with that word in the name, the commonest."""
        low = head.lower()
        told = dict.fromkeys(name.name for name in self._places if name.start < place)
        fitting = [name for name in told if low in name.lower()]
        return max(fitting, key=lambda name: self._counts[name], default=None)
