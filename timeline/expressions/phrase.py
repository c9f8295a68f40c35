"""The readings of one whole phrase."""

from collections.abc import Iterator

from timeline.expressions.language import Language
from timeline.expressions.lexer import Token, tokens
from timeline.expressions.parser import LONGEST_RUN, Reading, grammar
from timeline.expressions.parser import readings as read
from timeline.expressions.plain import plain

LONGEST = 400  # characters; longer text is no date expression
PARTICLE = "particle"  # the role of words that may stand behind a phrase and say nothing of it
ANNIVERSARY = "anniversary-word"  # the role of words behind which an event may be named: "of the founding"
LONGEST_NAME = 12  # tokens of such a name
_ENDINGS = ".,;:"


def readings(text: str, language: Language) -> list[Reading]:
    """What a phrase can mean as a whole, the likeliest first; empty where it means nothing in that language.

    The name of the event of an anniversary says nothing of its date: it is passed over where nothing else is read.
    """
    text = plain(text).text.strip().rstrip(_ENDINGS) if text.strip(_ENDINGS) else ""
    if not text or len(text) > LONGEST:
        return []
    run = list(tokens(text, language))
    if len(run) > LONGEST_RUN:
        return []
    if found := _whole(run, language):
        return found
    return next((found for rest in _unnamed(text, run, language) if (found := _whole(rest, language))), [])


def _whole(run: list[Token], language: Language) -> list[Reading]:
    least = len(run)
    while least > 1 and PARTICLE in run[least - 1].roles:
        least -= 1
    for derived in grammar(language).row(run)[0].phrases():
        if derived[0].length < least:
            break
        kept: list[Reading] = []
        for reading in read(run, 0, derived):
            if all(reading.value != other.value or type(reading.value) is not type(other.value) for other in kept):
                kept.append(reading)
        if kept:
            return kept
    return []


def _unnamed(text: str, run: list[Token], language: Language) -> Iterator[list[Token]]:
    """The run without the words behind an anniversary, fewer left out first, none that could be part of a date."""
    behind = next((at + 1 for at, token in enumerate(run) if ANNIVERSARY in token.roles), len(run))
    for end in range(behind, min(len(run), behind + LONGEST_NAME)):
        word = text[run[end].start : run[end].end].lower()
        if word in language.triggers or word[0].isdecimal():
            return
        yield run[:behind] + run[end + 1 :]
