"""Phrases that are dates only where their clause ends: "the day before" is one, "the day before the vote" is not."""

import re

from timeline.expressions.language import FILLER, Language

_YEAR_OF_A_NOUN = re.compile(r"(?<!\w)([^\W\d_]+) \d{4}\Z")
_WORD = re.compile(r"[^\S\n]{1,3}([^\W_]+)")


def stands_open(rule: str, text: str, end: int, tongue: Language) -> bool:
    """Whether a phrase of a rule that must close its clause is followed by a word that goes on with it."""
    if rule in tongue.about_a_noun and text.startswith(("'s", "’s"), end):
        return True
    if rule in tongue.beside_a_year and _has_article(text, end, tongue):
        return True
    closing = tongue.closing
    if rule not in closing:
        return False
    following = _WORD.match(text, end)
    return following is not None and following.group(1).lower() not in closing[rule]


def _has_article(text: str, end: int, tongue: Language) -> bool:
    """Whether a year stands behind an article: the 2004 convention."""
    before = _YEAR_OF_A_NOUN.search(text, max(0, end - 9), end)
    return before is not None and FILLER in tongue.lexicon.get(before[1].lower(), ())
