"""Phrases that are dates only where their clause ends: "the day before" is one, "the day before the vote" is not."""

import re
from collections.abc import Mapping

# Said of a date, and not of what belongs to it: to talk about Friday's vote, the death toll from Sunday's storm.
ABOUT = ("approximately", "since", "until", "by, before, after")
# Counted from a year: the eve of the 2004 convention is none before 2004, and after the 2004 vote may be in it.
BESIDE = ("eve", "the day after, the eve", "by, before, after", "so long after a date")
_YEAR_OF_A_NOUN = re.compile(r"\bthe \d{4}\Z", re.IGNORECASE)
_WORD = re.compile(r"[^\S\n]{1,3}([^\W_]+)")


def stands_open(rule: str, text: str, end: int, closing: Mapping[str, list[str]]) -> bool:
    """Whether a phrase of a rule that must close its clause is followed by a word that goes on with it."""
    if rule in ABOUT and text.startswith(("'s", "’s"), end):
        return True
    if rule in BESIDE and _YEAR_OF_A_NOUN.search(text, max(0, end - 9), end):
        return True
    if rule not in closing:
        return False
    following = _WORD.match(text, end)
    return following is not None and following.group(1).lower() not in closing[rule]
