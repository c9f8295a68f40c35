"""Finding date expressions in running text: a cheap scan for triggers, then the rules at the place.

A trigger is a digit or a word that a date expression cannot do without (month, weekday, yesterday, century). Around
it lies a run of words that mean something to the language; the longest reading that begins earliest in the run is the
match. Time is linear in the text: a run has at most LONGEST_RUN tokens, and each run is read once.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple, TypeVar

from timeline.expressions.builders import BY_NAME
from timeline.expressions.language import Language, language
from timeline.expressions.lexer import Token, segments, tokens
from timeline.expressions.parser import LONGEST_RUN, PHRASE, Reading, grammar, readings
from timeline.expressions.types import NoDate

NO_DATE = BY_NAME["no_date"]
BEHIND = 48  # characters before a trigger in which its expression may have begun
WHOLE = 80  # characters of a text that may be a date as a whole
YEAR_DIGITS = 4
SPAN = 240  # characters after it

Kept = TypeVar("Kept")


class Match(NamedTuple):
    """A date expression in a text, unresolved: its span in code points, its tokens, and its readings."""

    start: int
    end: int
    tokens: list[Token]
    offset: int  # of the first of them in the run that the readings count in
    readings: Iterator[Reading]  # what it can mean, the likeliest first; each is built when it is asked for


def find(text: str, tongue: Language, keep: Callable[[Match], Kept | None]) -> Iterator[Kept]:
    """What `keep` makes of the date expressions of a plain text, in order, none inside another.

    It is asked with the longest reading at each place first; where it answers None, with the next shorter one. Words
    that a rule says are no date (NoDate) are passed over.
    """
    if len(text) <= WHOLE and (kept := _as_a_whole(text, tongue, keep)) is not None:
        yield kept
        return
    search = _scanner(tongue.code).search
    position = 0
    while hit := search(text, position):
        start, floor = hit.start(), position
        position = hit.end()
        if text[start].isdecimal() and _is_mere_number(text, start, floor, tongue):
            continue
        run, reach = _run(text, start, floor, tongue)
        if run:
            position = max(position, run[-1].end)
            yield from _kept(text, run, tongue, keep)
        else:
            position = max(position, reach)


def _as_a_whole(text: str, tongue: Language, keep: Callable[[Match], Kept | None]) -> Kept | None:
    """A short text that is a date and nothing else, like the cell of a table: there the bold rules hold too."""
    start = len(text) - len(text.lstrip())
    run = tokens(text, tongue, start, len(text.rstrip(" \n.")))
    if not run or (text[start : run[-1].end] in tongue.lone and "weekday" not in run[0].roles):
        return None
    if len(run) == 1 and not tongue.needs_company.isdisjoint(run[0].roles):
        return None
    if not text.strip(" \n.0123456789-") and not _DAYS.search(text):
        return None  # 1-2, 2012-14: a score or a number as soon as a date
    shortest = len(run) - ("particle" in run[-1].roles)  # one written onto it says nothing of when
    for derived in grammar(tongue).row(run)[0].phrases():
        length = derived[0].length
        if length < shortest:
            return None
        found = list(readings(run, 0, derived))
        if found and not any(reading.value.__class__ is NoDate for reading in found):
            return keep(Match(run[0].start, run[length - 1].end, run[:length], 0, iter(found)))
    return None


_DAYS = re.compile(r"\d\.\s?\d\d?\.\s*(?:-|\Z)|(?<!\d)0\d\.\d\d?|\.0\d(?!\d)")  # 13.6., 01.11: no number is written so


def _kept(text: str, run: list[Token], tongue: Language, keep: Callable[[Match], Kept | None]) -> Iterator[Kept]:
    rows = grammar(tongue, prose=True).row(run)
    at = 0
    while at < len(run):
        for longest in rows[at].phrases():
            end = at + longest[0].length
            rest = readings(run, at, longest)
            match = Match(run[at].start, run[end - 1].end, run[at:end], at, rest)
            alone = stands_alone(text, match, tongue)
            if not alone and not any(derived.rule.build is NO_DATE for derived in longest):
                continue  # nothing need be built for what is no date in any case
            first = next(rest, None)
            if first is None:
                continue
            if first.value.__class__ is NoDate:
                at = end
                break
            match = match._replace(readings=chain((first,), rest))
            if alone and (kept := keep(match)) is not None:
                yield kept
                at = end
                break
            if any(reading.value.__class__ is NoDate for reading in match.readings):
                at = end
                break
        else:
            at += 1


@cache
def _scanner(code: str) -> re.Pattern[str]:
    """One pattern for all triggers: a tree of their letters, so that each place in the text is looked at once."""
    tongue = language(code)
    assert tongue is not None, "a language that was loaded"  # noqa: S101
    forms = {form for word in tongue.triggers for form in (word, word.capitalize(), word.upper())}
    if tongue.segmented:  # particles and numbers are glued to words
        return re.compile(rf"(?<!\d)\d|(?<![^\W\d_]){word_tree(sorted(forms))}")
    return re.compile(rf"(?<!\w)(?:\d|{word_tree(sorted(forms))}(?![^\W\d_]))")


def word_tree(words: list[str]) -> str:
    """A pattern of some words, their common beginnings told once."""
    if words == [""]:
        return ""
    letters = sorted({word[0] for word in words if word})
    branches = [re.escape(x) + word_tree([word[1:] for word in words if word[:1] == x]) for x in letters]
    tree = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{tree})?" if "" in words else tree


def _run(text: str, trigger: int, floor: int, tongue: Language) -> tuple[list[Token], int]:
    """The tokens around a trigger that mean something, without a gap, cut to what can be a phrase.

    With them the place up to which the text was read: where there is no such token, nothing before it needs another
    look.
    """
    run: list[Token] = []
    for token in tokens(text, tongue, _back(text, trigger, floor, tongue), _stop(text, trigger + SPAN), trigger):
        if token.roles:
            run.append(token)
        else:
            run.clear()
    del run[LONGEST_RUN:]
    reach = run[-1].end if run else trigger
    while run and tongue.last.isdisjoint(run[-1].roles):
        run.pop()
    first = tongue.first[PHRASE]
    start = 0
    while start < len(run) and first.isdisjoint(run[start].roles):
        start += 1
    return (run[start:] if start else run), reach


_OPENING = "([{\"'<*_\n"
_NUMBER = re.compile(r"(\d+)\s{0,2}([^\W\d_]+|\S)?")


def _stop(text: str, place: int) -> int:
    """A place near one in a text that does not cut a word, where there is a space within a word's length."""
    space = text.find(" ", place, place + BEHIND)
    return min(len(text), place) if space < 0 else space


def _back(text: str, trigger: int, floor: int, tongue: Language) -> int:
    """Where the words begin that lead up to a trigger and that the language knows."""
    words, start = tongue.words, trigger
    floor = max(floor, trigger - BEHIND)
    while start > floor:
        end = start - 1 if text[start - 1].isspace() else start
        begin = max(floor, text.rfind(" ", floor, end) + 1, text.rfind("\n", floor, end) + 1)
        word = text[begin:end].lower()
        if word not in words and not _is_known(word, tongue):
            bare = word.lstrip(_OPENING)
            return end - len(bare) if bare != word and (bare in words or _is_known(bare, tongue)) else start
        start = begin if begin < start else start - 1
    return start


def _is_known(word: str, tongue: Language) -> bool:
    """Whether a word that the lexicon does not have as it stands can lead up to a date: mid-, twenty-first, 3,."""
    if not word or word[0].isdecimal():
        return True
    if "-" in word:
        return all(part in tongue.words for part in word.rstrip("-").split("-"))
    return tongue.segmented and bool(segments(word, tongue.lexicon)[0][1])


def _is_mere_number(text: str, trigger: int, floor: int, tongue: Language) -> bool:
    """Whether a number stands among words that the language has no use for: 27 divisions."""
    number, following = _NUMBER.match(text, trigger).groups()  # type: ignore[union-attr]
    if (
        len(number) == YEAR_DIGITS
        or following is None
        or not following[0].isalpha()
        or following.lower() in tongue.words
    ):
        return False
    return (
        not tongue.segmented
        and following.lower() not in tongue.ordinal_suffixes
        and _back(text, trigger, floor, tongue) == trigger
    )


_BEFORE = re.compile(r"(?:[$€£¥#№]\s?|\d[.,-]|[\w/]|(?:\b[Nn]o\.|\b[Nn]o|[Vv]ersion:?)\s?)\Z")
_NUMBERED = re.compile(
    r"(?:\d[^\S\n]?|[^\W\d_]-)\Z"
)  # "1979 3 years", "Covid-19 March": the number belongs to what stands before it
_COUNTED = re.compile(r" (?:[a-z]+s|people|men|women|children)\b")
_AFTER = re.compile(r"[.,]\d|\s?%|[\w/]|-\d|[\s-]olds?\b", re.ASCII)


def stands_alone(text: str, match: Match, tongue: Language) -> bool:
    """Whether nothing around a match makes a price, score or number of it."""
    if _BEFORE.search(text, max(0, match.start - 12), match.start) or _AFTER.match(text, match.end):
        return False
    phrase = text[match.start : match.end].lower()
    if phrase.rstrip(".") in tongue.never or (
        phrase[0].isdigit() and _NUMBERED.search(text, max(0, match.start - 2), match.start)
    ):
        return False
    if banned := tongue.unless_behind.get(phrase):
        before = text[max(0, match.start - BEHIND) : match.start].lower().split()
        if before and before[-1] in banned:
            return False
    *others, last = match.tokens
    if not others:
        if _is_quantity(text, match):
            return False
        if not tongue.needs_company.isdisjoint(last.roles):
            return _is_all(text, match) or _is_bracketed(text, match)
        return phrase.rstrip(".") not in tongue.lone
    if text[last.start : last.end].lower().rstrip(".") in tongue.lone:
        return not all(text[token.start : token.end].lower() in tongue.weak for token in others)
    return True


def _is_all(text: str, match: Match) -> bool:
    """Whether a text holds nothing else, like the cell of a table: then even "thứ ba" is a date by itself."""
    if len(text) > match.end - match.start + 8:
        return False
    return not (text[: match.start] + text[match.end :]).strip(" .,:;\n")


def _is_quantity(text: str, match: Match) -> bool:
    """Whether a round year with nothing before it counts what follows: 2000 guests."""
    year = match.tokens[0].roles.get("year")
    return isinstance(year, int) and year % 50 == 0 and _COUNTED.match(text, match.end) is not None


def _is_bracketed(text: str, match: Match) -> bool:
    """Whether a number stands in brackets of its own, as the year of a book or film does."""
    return (
        text[match.start].isdecimal()
        and match.start > 0
        and text[match.start - 1 : match.start] == "("
        and text[match.end : match.end + 1] == ")"
    )
