"""Text to tokens: where a word or number lies and which roles the language gives it.

The text is one that plain.py has made plain: composed letters, one sort of dash, apostrophe, space and digit.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from timeline.expressions.language import Language

# The id of an event, a run of digits, a word with an inner apostrophe ("year's"), or any other single character.
_WORD = re.compile(r"@[a-z0-9][a-z0-9-]*|\d+|[^\W\d_]+(?:'[^\W\d_]+)*|\S")
KEPT = 10_000  # numbers whose roles are kept
LONGEST_PIECE = 12  # letters of an entry that is written onto others
LONGEST_NUMBER = 9  # digits; no date has more, and no time goes into converting a megabyte of them

Roles = Mapping[str, object]
_UNKNOWN: Roles = {}


class Token(NamedTuple):
    """A word, number or mark with its span in the text and its roles; `glued`: nothing stands before it."""

    start: int
    end: int
    roles: Roles
    glued: bool
    shape: int  # the same for all tokens with the same roles, glued or not


def tokens(  # noqa: C901, PLR0912  one pass over the words, kept in one piece for its speed
    text: str, language: "Language", start: int = 0, end: int | None = None, until: int | None = None
) -> list[Token]:
    """The tokens of text[start:end]; one whose roles are empty means nothing to the language.

    From the place `until` on, the first of those ends the list and is not in it.
    """
    found: list[Token] = []
    last = -1
    bare = bool(language.unaccented) and text.isascii()
    lexicon, openers = (
        (language.unaccented, language.unaccented_openers) if bare else (language.lexicon, language.openers)
    )
    particles: Mapping[str, Roles] = lexicon if language.segmented else {}
    abbreviations, suffixes = language.abbreviations, language.ordinal_suffixes
    position, stop = start, len(text) if end is None else end
    until = stop if until is None else until
    while match := _WORD.search(text, position, stop):
        begin, position = match.span()
        word = match.group()
        if word[0].isdecimal():
            number = position
            if (suffix := _WORD.match(text, position, stop)) and suffix.group().lower() in suffixes:
                position = suffix.end()
            roles = _number(word, nth=position > number)
        elif word[0] == "@" and len(word) > 1:
            roles = {"event": word[1:]}
        else:
            word = word.lower()
            if word in openers:
                word, position = _phrase(text, word, position, stop, openers[word], particles)
            known = lexicon.get(word)
            if known is None and "'" in word[1:]:  # today's: the word, then its ending
                word = word[: word.index("'")]
                position = begin + len(word)
                known = lexicon.get(word)
            if known is None and language.segmented and not word.isascii():
                pieces = segments(word, lexicon)
                if not pieces[0][1] and position > until:
                    break
                for length, part in pieces:
                    found.append(Token(begin, begin + length, part, begin == last, shape_of(part, glued=begin == last)))
                    begin = last = begin + length
                continue
            roles = known or _UNKNOWN
            if position < stop and text[position] == "." and word in abbreviations:
                position += 1
        if not roles and position > until:
            break
        found.append(Token(begin, position, roles, begin == last, shape_of(roles, glued=begin == last)))
        last = position
    return found


_shapes: dict[tuple[str, ...], int] = {}


def shape_of(roles: Roles, *, glued: bool) -> int:
    """A number for the roles of a token."""
    keys = tuple(roles)
    shape = _shapes.get(keys)
    if shape is None:
        shape = _shapes[keys] = 2 * len(_shapes)
    return shape + glued


def segments(word: str, lexicon: Mapping[str, Roles]) -> list[tuple[int, Roles]]:
    """A word with its particles as pieces of the lexicon, the longest first.

    One unknown piece where it does not come out even.
    """
    pieces: list[tuple[int, Roles]] = []
    at = 0
    while at < len(word):
        for end in range(min(len(word), at + LONGEST_PIECE), at, -1):
            if (roles := lexicon.get(word[at:end])) is not None:
                pieces.append((end - at, roles))
                at = end
                break
        else:
            return [(len(word), _UNKNOWN)]
    return pieces


def _phrase(  # noqa: PLR0913, PLR0917  a step of tokens()
    text: str, word: str, position: int, stop: int, phrases: tuple[tuple[str, ...], ...], particles: Mapping[str, Roles]
) -> tuple[str, int]:
    """The longest entry of several words that begins here; the last of them may have particles on it."""
    words, ends = [word], [position]
    for rest in phrases:  # longest first
        while len(words) <= len(rest) and (match := _WORD.match(text, _past_space(text, ends[-1], stop), stop)):
            words.append(match.group().lower())
            ends.append(match.end())
        if tuple(words[1 : len(rest) + 1]) == rest:
            return " ".join((word, *rest)), ends[len(rest)]
        if (
            particles
            and tuple(words[1 : len(rest)]) == rest[:-1]
            and words[len(rest) :]
            and words[len(rest)].startswith(rest[-1])
        ):
            behind = words[len(rest)][len(rest[-1]) :]
            if segments(behind, particles)[0][1]:
                return " ".join((word, *rest)), ends[len(rest)] - len(behind)
    return word, position


def _past_space(text: str, position: int, stop: int) -> int:
    while position < stop and text[position].isspace():
        position += 1
    return position


def _number(digits: str, *, nth: bool) -> Roles:
    known = _numbers.get((digits, nth))
    if known is None:
        known = _new_number(digits, nth=nth)
        if len(_numbers) < KEPT:
            _numbers[digits, nth] = known
    return known


_numbers: dict[tuple[str, bool], Roles] = {}


def _new_number(digits: str, *, nth: bool) -> Roles:
    length = len(digits)
    if length > LONGEST_NUMBER:
        return _UNKNOWN
    value = int(digits)
    if nth:
        return {"nth-digits": value}
    roles: dict[str, object] = {"digits": value}
    if length == 4 and digits[0] != "0":
        roles["year"] = value
    elif length == 2:
        roles["two-digits"] = value
    elif length == 8:
        roles["eight-digits"] = value
    if length <= 2 and 1 <= value <= 31:
        roles["day-digits"] = value
        if value <= 12:
            roles["month-digits"] = value
    return roles
