"""A sentence as words: each with its place in the article, as written and as compared."""

import re
from typing import NamedTuple

# A word, its apostrophes inside; a possessive ending by itself; any other sign.
_WORD = re.compile(
    r"['’‘`][sS](?!\w)|\d{1,3}(?:[.,]\d{3})+(?![\d.,]*\d)|[^\W_]+(?:['’‘`](?![sS](?!\w))[^\W_]+)*|[^\w\s]|_"
)
POSSESSIVE = frozenset({"'s", "’s", "‘s", "`s"})


class Word(NamedTuple):
    """A word or a sign from start to end, code points of the article; `low` is its lower case.

    `capital`: it begins with a capital letter.
    """

    start: int
    end: int
    text: str
    low: str
    capital: bool

    @property
    def sign(self) -> bool:
        """Whether it is punctuation."""
        return not self.text[0].isalnum() and self.low not in POSSESSIVE


def first_word(text: str) -> str:
    """The first word or sign of a phrase."""
    hit = _WORD.match(text)
    return hit.group() if hit else text


_new = tuple.__new__  # half the time of Word(...)


def small(text: str) -> str:
    """Small letters, as many as there were letters: a place in them is one in the text."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(letter.lower()[:1] for letter in text)


def words(text: str, start: int, end: int) -> list[Word]:
    """The words and signs of a part of a text."""
    new = _new
    return [
        new(Word, (hit.start(), hit.end(), word := hit.group(), word.lower(), word[0].isupper()))
        for hit in _WORD.finditer(text, start, end)
    ]
