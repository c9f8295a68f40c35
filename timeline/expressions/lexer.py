"""Text to tokens: where a word or number lies and which roles the language gives it.

The text is one that plain.py has made plain: composed letters, one sort of dash, apostrophe, space and digit. What a
word means is looked up once and kept: the same few thousand words come again and again.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from timeline.expressions.language import Language

# The id of an event, a run of digits, a word with an inner apostrophe ("year's"), or any other single character.
_PIECE = r"@[a-z0-9][a-z0-9-]*|\d+|[^\W\d_]+(?:'[^\W\d_]+)*|\S"
_WORD = re.compile(_PIECE)
_NEXT = re.compile(rf"\s*({_PIECE})")
KEPT = 20_000  # words whose meaning is kept
LONGEST_KEPT = 24  # characters of such a word
LONGEST_PIECE = 12  # letters of an entry that is written onto others
LONGEST_NUMBER = 9  # digits; no date has more, and no time goes into converting a megabyte of them

Roles = Mapping[str, object]
Rests = tuple[tuple[str, ...], ...]
_UNKNOWN: Roles = {}


class Token(NamedTuple):
    """A word, number or mark with its span in the text and its roles; `glued`: nothing stands before it."""

    start: int
    end: int
    roles: Roles
    glued: bool
    shape: int  # the same for all tokens with the same roles, glued or not


class Word(NamedTuple):
    """What a word means, and how what stands behind it in the text may change that."""

    roles: Roles
    shape: int
    settled: bool  # it means the same whatever stands behind it, and ends where it ends
    number: bool = False  # it may have the suffix of an ordinal
    rests: Rests = ()  # of the entries of several words that begin with it, longest first
    cut: int = 0  # its length without an ending: today's is today
    dotted: bool = False  # an abbreviation, whose full stop belongs to it
    pieces: tuple[tuple[int, Roles], ...] = ()  # it is read as several, of these lengths


_new = tuple.__new__  # half the time of Token(...)


def tokens(
    text: str, language: "Language", start: int = 0, end: int | None = None, around: int | None = None
) -> list[Token]:
    """The tokens of text[start:end]; one whose roles are empty means nothing to the language.

    With `around` only those around that place that mean something, up to the gaps on both sides.
    """
    lexer = lexer_of(language, bare=bool(language.unaccented) and text.isascii())
    known, search = lexer.words, _WORD.search
    stop = len(text) if end is None else end
    found: list[Token] = []
    position, last = start, -1
    while match := search(text, position, stop):
        begin, position = match.span()
        word = known.get(match.group()) or lexer.word(match.group())
        roles, shape = word.roles, word.shape
        if not word.settled and not (word.number and position < stop and not text[position].isalpha()):
            entry = lexer.entry(text, position, stop, match.group(), word.rests) if word.rests else None
            if entry is None and word.pieces:
                for length, roles in word.pieces[:-1]:
                    glued = begin == last
                    last = begin + length
                    found.append(_new(Token, (begin, last, roles, glued, shape_of(roles) + glued)))
                    begin = last
                roles = word.pieces[-1][1]
            else:
                roles, position = entry or lexer.behind(text, begin, position, stop, word)
            shape = shape_of(roles)
        if roles or around is None:
            glued = begin == last
            found.append(_new(Token, (begin, position, roles, glued, shape + glued)))
        elif position > around:
            break
        else:
            found.clear()
        last = position
    return found


class Lexer:
    """The words of a language, of its texts with accents or of those without any, and what those met so far mean."""

    def __init__(self, language: "Language", *, bare: bool) -> None:
        self.language = language
        self.lexicon = language.unaccented if bare else language.lexicon
        self.openers = language.unaccented_openers if bare else language.openers
        self.words: dict[str, Word] = {}
        self.strange = Word(_UNKNOWN, shape_of(_UNKNOWN), settled=True)

    def word(self, given: str) -> Word:
        """What a word or number means, by itself and as the text writes it."""
        word = self._word(given)
        if len(given) <= LONGEST_KEPT:
            if len(self.words) >= KEPT:
                self.words.clear()
            self.words[given] = word
        return word

    def _word(self, given: str) -> Word:
        if given[0].isdecimal():
            roles, suffixed = number_roles(given), bool(self.language.ordinal_suffixes)
            return Word(roles, shape_of(roles), not suffixed, number=True)
        if given[0] == "@" and len(given) > 1:
            roles = {"event": given[1:]}
            return Word(roles, shape_of(roles), settled=True)
        word, cut = given.lower(), 0
        rests, known = self.openers.get(word, ()), self.lexicon.get(word)
        if known is None and "'" in word[1:]:  # today's: the word, then its ending
            cut = word.index("'")
            word = word[:cut]
            known = self.lexicon.get(word)
        if known is None and self.language.segmented and not word.isascii():
            return Word(_UNKNOWN, shape_of(_UNKNOWN), False, rests=rests, pieces=tuple(segments(word, self.lexicon)))
        dotted = word in self.language.abbreviations
        if known is None and not (rests or cut or dotted):
            return self.strange
        roles = known or _UNKNOWN
        return Word(roles, shape_of(roles), not (rests or cut or dotted), rests=rests, cut=cut, dotted=dotted)

    def behind(self, text: str, begin: int, end: int, stop: int, word: Word) -> tuple[Roles, int]:
        """The roles and the end of a word with what stands behind it: the suffix of an ordinal, a full stop."""
        if word.number:
            suffix = _WORD.match(text, end, stop)
            if suffix and suffix.group().lower() in self.language.ordinal_suffixes:
                return _ordinal(text[begin:end]), suffix.end()
            return word.roles, end
        if word.cut:
            end = begin + word.cut
        if word.dotted and end < stop and text[end] == ".":
            end += 1
        return word.roles, end

    def entry(self, text: str, end: int, stop: int, given: str, rests: Rests) -> tuple[Roles, int] | None:
        """The longest entry of several words that begins with a word; the last of them may have particles on it."""
        following = _NEXT.match(text, end, stop)
        if following is None:
            return None
        first, glue = given.lower(), self.language.segmented
        words, ends = [following[1].lower()], [following.end()]
        for rest in rests:  # longest first
            if words[0] != rest[0] and not (glue and words[0].startswith(rest[0])):
                continue
            while len(words) < len(rest) and (following := _NEXT.match(text, ends[-1], stop)):
                words.append(following[1].lower())
                ends.append(following.end())
            place = len(rest) - 1
            if len(words) <= place or tuple(words[:place]) != rest[:-1]:
                continue
            particles = words[place].removeprefix(rest[-1])
            if words[place] == rest[-1]:
                particles = ""
            elif not (glue and len(particles) < len(words[place]) and segments(particles, self.lexicon)[0][1]):
                continue
            return self.lexicon[" ".join((first, *rest))], ends[place] - len(particles)
        return None


_lexers: dict[tuple[int, bool], Lexer] = {}


def lexer_of(language: "Language", *, bare: bool) -> Lexer:
    """The lexer of a language, with all the words that it has met."""
    key = (id(language.lexicon), bare)
    known = _lexers.get(key)
    if known is None:
        known = _lexers[key] = Lexer(language, bare=bare)
    return known


_shapes: dict[tuple[str, ...], int] = {}


def shape_of(roles: Roles) -> int:
    """A number for the roles of a token; the next one is for the same roles written onto the word before."""
    keys = tuple(roles)
    shape = _shapes.get(keys)
    if shape is None:
        shape = _shapes[keys] = 2 * len(_shapes)
    return shape


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


def _ordinal(digits: str) -> Roles:
    return {"nth-digits": int(digits)} if len(digits) <= LONGEST_NUMBER else _UNKNOWN


def number_roles(digits: str) -> Roles:
    """What a number can be, by its length and its value."""
    length = len(digits)
    if length > LONGEST_NUMBER:
        return _UNKNOWN
    value = int(digits)
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
