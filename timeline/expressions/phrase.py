"""The readings of one whole phrase."""

from timeline.expressions.language import Language
from timeline.expressions.lexer import tokens
from timeline.expressions.parser import LONGEST_RUN, Reading, grammar
from timeline.expressions.parser import readings as read
from timeline.expressions.plain import plain

LONGEST = 400  # characters; longer text is no date expression
PARTICLE = "particle"  # the role of words that may stand behind a phrase and say nothing of it
_ENDINGS = ".,;:"


def readings(text: str, language: Language) -> list[Reading]:
    """What a phrase can mean as a whole, the likeliest first; empty where it means nothing in that language."""
    text = plain(text).text.strip().rstrip(_ENDINGS) if text.strip(_ENDINGS) else ""
    if not text or len(text) > LONGEST:
        return []
    run = list(tokens(text, language))
    least = len(run)
    while least > 1 and PARTICLE in run[least - 1].roles:
        least -= 1
    if len(run) > LONGEST_RUN:
        return []
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
