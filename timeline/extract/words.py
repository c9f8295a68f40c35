"""A sentence as words: each with its place in the article, as written and as compared."""

import re
from typing import NamedTuple

# A word, its apostrophes inside; a possessive ending by itself; any other sign.
_WORD = re.compile(
    r"['’‘`][sS](?!\w)|\d{1,3}(?:[.,]\d{3})+(?![\d.,]*\d)|[^\W_]+(?:['’‘`](?![sS](?!\w))[^\W_]+)*|[^\w\s]|_"
)
POSSESSIVE = frozenset({"'s", "’s", "‘s", "`s"})


class Word(NamedTuple):
    """A word or a sign from start to end, code points of the article; `low` is its lower case."""

    start: int
    end: int
    text: str
    low: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def sign(self) -> bool:
        """Whether it is punctuation."""
        return not self.text[0].isalnum() and self.low not in POSSESSIVE


def words(text: str, start: int, end: int) -> list[Word]:
    """The words and signs of a part of a text."""
    return [Word(hit.start(), hit.end(), hit.group(), hit.group().lower()) for hit in _WORD.finditer(text, start, end)]
