"""The cheap scan of a text: the places at which a date expression may lie.

A trigger is a digit, or words that a date expression cannot do without: a month, a weekday, "yesterday", "new year's
day". Each place in the text is looked at once.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from timeline.expressions.language import Language
from timeline.expressions.load import language

HEADS = 20  # first letters that are told apart at one go
LONGEST = 80  # characters of a trigger
GROUPS = 9  # of digits behind points and commas that are one number with those before them
_LETTER = r"[^\W\d_]"


def triggers(text: str, tongue: Language) -> Iterator[tuple[int, int]]:
    """Where each trigger of a text begins, and where its number or its first word ends, in order."""
    scanner = _scanner(tongue.code)
    if tongue.segmented:
        for hit in scanner.finditer(text):
            yield hit.span()
        return
    # The pattern takes the character before a trigger along; the first word of a text has none.
    if first := scanner.match("\n" + text[:LONGEST]):
        yield 0, first.end() - 1
    for hit in scanner.finditer(text):
        before, end = hit.span()
        if not text[before].isalnum():
            yield before + 1, end


@cache
def _scanner(code: str) -> re.Pattern[str]:
    """One pattern for all triggers: a tree of their letters.

    A set of characters is looked for much faster than a pattern is tried at every place. So it begins with what stands
    before a trigger, a mark or a letter beyond ASCII; or, where particles and numbers are glued to words and anything
    may stand there, with a look at the first letter.
    """
    tongue = language(code)
    assert tongue is not None, "a language that was loaded"  # noqa: S101
    forms: set[str] = set()
    for entry in tongue.triggers:
        first, space, rest = entry.partition(" ")
        forms.update(form + space + rest for form in (first, first.capitalize(), first.upper()))
    heads = sorted({form[0] for form in forms})
    end = "" if tongue.segmented else f"(?!{_LETTER})"
    groups = [heads[at : at + HEADS] for at in range(0, len(heads), HEADS)]
    trees = [_set(group) + _tree([form for form in forms if form[0] in group], end) for group in groups]
    if tongue.segmented:
        return re.compile(rf"{_set([*heads, '0-9'])}(?:(?<!\d)\d|(?<!{_LETTER})(?:{'|'.join(trees)}))")
    # A number is taken whole, "1,250.5" and "9.7.2021" too: no date begins in the middle of one.
    return re.compile(rf"[^a-zA-Z0-9_](?:\d+(?:[.,]\d+){{0,{GROUPS}}}|{'|'.join(trees)})")


def _set(letters: Sequence[str]) -> str:
    return f"(?=[{''.join(letters)}])"


def _tree(forms: Sequence[str], end: str) -> str:
    """A pattern of some words, their common beginnings told once; an entry of several is one where all of it stands."""
    branches: list[str] = []
    for letter in sorted({form[0] for form in forms if form}):
        rests = [form[1:] for form in forms if form[:1] == letter]
        if letter == " ":
            following = word_tree(sorted(rests)).replace(r"\ ", r"\s+")
            branches.append(rf"{end}(?=\s*(?i:{following}))")
        else:
            branches.append(re.escape(letter) + _tree(rests, end))
    if "" in forms:
        branches.append(end)
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def word_tree(words: list[str]) -> str:
    """A pattern of some words, their common beginnings told once."""
    if words == [""]:
        return ""
    letters = sorted({word[0] for word in words if word})
    branches = [re.escape(x) + word_tree([word[1:] for word in words if word[:1] == x]) for x in letters]
    tree = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{tree})?" if "" in words else tree
