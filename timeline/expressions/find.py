"""Finding date expressions in running text: a cheap scan for triggers, then the rules at the place.

A trigger is a digit or a word that a date expression cannot do without (month, weekday, yesterday, century). Around
it lies a run of words that mean something to the language; the longest reading that begins earliest in the run is the
match. Time is linear in the text: a run has at most LONGEST_RUN tokens, and each run is read once.
"""

import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple, TypeVar

from timeline.expressions.alone import stands_alone
from timeline.expressions.builders import BY_NAME
from timeline.expressions.language import Language
from timeline.expressions.lexer import Token, segments, tokens
from timeline.expressions.parser import LONGEST_RUN, Reading, grammar, readings
from timeline.expressions.triggers import triggers
from timeline.expressions.types import NoDate

NO_DATE = BY_NAME["no_date"]
BEHIND = 48  # characters before a trigger in which its expression may have begun
WHOLE = 80  # characters of a text that may be a date as a whole
YEAR_DIGITS = 4
SPAN = 240  # characters after it

Kept = TypeVar("Kept")
_new = tuple.__new__  # half the time of Match(...)


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
    position = 0
    for start, end in triggers(text, tongue):
        if start < position:
            continue
        floor, position = position, end
        if text[start].isdecimal() and _is_mere_number(text, start, end, floor, tongue):
            continue
        run, reach = _run(text, start, floor, tongue)
        position = max(position, reach)
        if run:
            yield from _kept(text, run, tongue, keep)


def _as_a_whole(text: str, tongue: Language, keep: Callable[[Match], Kept | None]) -> Kept | None:
    """A short text that is a date and nothing else, like the cell of a table: there the bold rules hold too."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip(" \n."))
    run = tokens(text, tongue, start, end, around=start)
    if not run or text[run[-1].end : end].strip() or _is_lone(text[start : run[-1].end], run, tongue):
        return None
    if len(run) == 1 and not tongue.needs_company.isdisjoint(run[0].roles):
        return None
    if not text.strip(" \n.0123456789-") and not _DAYS.search(text):
        return None  # 1-2, 2012-14: a score or a number as soon as a date
    shortest = len(run) - ("particle" in run[-1].roles)  # one written onto it says nothing of when
    for derived in grammar(tongue).row(run)[0].phrases(tongue.phrase):
        length = derived[0].length
        if length < shortest:
            return None
        found = list(readings(run, 0, derived))
        if found and not any(reading.value.__class__ is NoDate for reading in found):
            return keep(Match(run[0].start, run[length - 1].end, run[:length], 0, iter(found)))
    return None


def _is_lone(words: str, run: list[Token], tongue: Language) -> bool:
    """Whether words are no date by themselves; a weekday is one where it fills its cell."""
    return words in tongue.lone and "weekday" not in run[0].roles


_DAYS = re.compile(  # 13.6., 01.11: no number is written so; 2014-10 is the month, as ISO has it
    r"\d\.\s?\d\d?\.\s*(?:-|\Z)|(?<!\d)0\d\.\d\d?|\.0\d(?!\d)|\A\s*\d{4}-(?:0[1-9]|1[0-2])\s*\Z"
)


def _kept(text: str, run: list[Token], tongue: Language, keep: Callable[[Match], Kept | None]) -> Iterator[Kept]:
    rows = grammar(tongue, prose=True).row(run)
    at = 0
    while at < len(run):
        if not rows[at].may_begin(tongue.phrase):
            at += 1
            continue
        for derived in rows[at].phrases(tongue.phrase):
            end = at + derived[0].length
            phrase = run[at:end]
            alone = stands_alone(text, phrase, tongue)
            if not alone and not any(derivation.rule.build is NO_DATE for derivation in derived):
                continue  # nothing need be built for what is no date in any case
            rest = readings(run, at, derived)
            first = next(rest, None)
            if first is None:
                continue
            if first.value.__class__ is NoDate:
                at = end
                break
            match = _new(Match, (phrase[0].start, phrase[-1].end, phrase, at, chain((first,), rest)))
            if alone and (kept := keep(match)) is not None:
                yield kept
                at = end
                break
            if any(reading.value.__class__ is NoDate for reading in match.readings):
                at = end
                break
        else:
            at += 1


def _run(text: str, trigger: int, floor: int, tongue: Language) -> tuple[list[Token], int]:
    """The tokens around a trigger that mean something, without a gap, cut to what can be a phrase.

    With them the place up to which the text was read: nothing before it needs another look.
    """
    start = _back(text, trigger, floor, tongue)
    run = tokens(text, tongue, start, _stop(text, trigger + SPAN), around=trigger)
    del run[LONGEST_RUN:]
    reach = run[-1].end if run else trigger
    last, first = tongue.last, tongue.first[tongue.phrase]
    while run and last.isdisjoint(run[-1].roles):
        run.pop()
    start = 0
    while start < len(run) and first.isdisjoint(run[start].roles):
        start += 1
    return (run[start:] if start else run), run[-1].end if len(run) > start else reach


_MONEY = "$€£¥"  # no date begins behind one of them, and what follows has a trigger of its own
_OPENING = "([{\"'<*_\n"
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_NUMBER = re.compile(  # its digits, what stands behind its point or comma, and what follows it
    r"(\d+)(?:[.,](\d{1,3})(?![\d.,]\d|\d)|(?:,\d{3}){2,4}(?![\d.,]\d|\d))?\s{0,2}([^\W\d_]+|\S)?"
)


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
    if word[-1] == "." and word[:-1] in tongue.abbreviations:
        return True
    if word[-1].isdecimal() and word.rstrip("0123456789") in tongue.words:
        return True
    if "-" in word:
        return all(part in tongue.words for part in word.rstrip("-").split("-"))
    return tongue.segmented and bool(segments(word, tongue.lexicon)[0][1])


def _is_mere_number(text: str, trigger: int, end: int, floor: int, tongue: Language) -> bool:
    """Whether a number stands among words that the language has no use for: $5, 27 divisions, 1.5 million, 10,000 men.

    Half of the numbers of the news are such; what they cost before they were told here was a tenth of all.
    """
    if tongue.segmented:
        return False
    if trigger and text[trigger - 1] in _MONEY:
        return True
    number, tenths, following = _NUMBER.match(text, trigger).groups()  # type: ignore[union-attr]
    if following is None:
        return False
    if following == "%":
        return True
    if not following[0].isalpha() or (len(number) == YEAR_DIGITS and tenths is None):
        return False
    following = following.lower()
    if following in tongue.words or following in tongue.ordinal_suffixes:
        return False
    return _THOUSANDS.fullmatch(text, trigger, end) is not None or _back(text, trigger, floor, tongue) == trigger
