"""The clauses of a sentence: which words belong together."""

from collections.abc import Sequence
from functools import cache

from timeline.extract.lexicon import Lexicon
from timeline.extract.lexicon import lexicon as lexicon_of
from timeline.extract.words import Word

_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_BREAKS = frozenset(";:—")
_COMMAS = frozenset(",،、")


def clauses(words: Sequence[Word], lexicon: Lexicon) -> list[int]:
    """The number of the clause of each word; 0 is the main clause, brackets and relative clauses have their own."""
    return _of_endings(words, lexicon) if lexicon.verb_last else _of_openings(words, lexicon)


def _of_openings(words: Sequence[Word], lexicon: Lexicon) -> list[int]:
    """Clauses begin with a word such as "which", after a semicolon, in brackets; a comma ends a relative one."""
    relative = lexicon.words("clause", "relative")
    last, stack = 0, [(0, "main")]
    found: list[int] = []
    turning = _turning(lexicon.code)
    comma = False
    for at, word in enumerate(words):
        if word.low not in turning:
            found.append(stack[-1][0])
            comma = False
            continue
        sort = stack[-1][1]
        comma, behind_comma = word.text == ",", comma
        if word.text in _OPENING:
            last += 1
            stack.append((last, "bracket"))
        elif word.text in relative and at and not (behind_comma and word.low == "that"):
            last += 1
            stack = [*stack[:-1], (last, sort)] if sort == "relative" else [*stack, (last, "relative")]
        elif (word.text in _BREAKS or (behind_comma and opens_clause(words, at, lexicon))) and sort != "bracket":
            last += 1
            stack = [(last, "main")]
        elif word.text in _COMMAS and sort == "relative" and len(stack) > 1:
            stack.pop()
        found.append(stack[-1][0])
        if word.text in _CLOSING and any(kind == "bracket" for _, kind in stack):
            while stack.pop()[1] != "bracket":
                pass
    return found


@cache
def _turning(code: str) -> frozenset[str]:
    """What a clause may begin or end at."""
    words = lexicon_of(code)
    assert words is not None, "a language that was loaded"  # noqa: S101
    joints = words.words("clause", "relative") | words.words("words", "but") | words.words("words", "and")
    return joints | _OPENING | _CLOSING | _BREAKS | _COMMAS


def opens_clause(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether an "and" behind a comma begins a clause of its own: ", and on Tuesday they signed"."""
    if not 0 < at < len(words) - 1 or words[at - 1].text != ",":
        return False
    if words[at].low in lexicon.words("words", "but"):
        return True
    if words[at].low not in lexicon.words("words", "and"):
        return False
    return words[at + 1].low in lexicon.words("words", "clause_leads")


def _of_endings(words: Sequence[Word], lexicon: Lexicon) -> list[int]:
    """Clauses end with the ending of their verb: "…하고", "…였으며"; and with a comma behind one."""
    breaks = tuple(lexicon.entries["clause"]["breaks"])
    unbroken = tuple(lexicon.entries["clause"]["unbroken"])
    short = lexicon.words("clause", "short")

    def ends(word: Word, at: int) -> bool:
        """Whether an ending such as 고 is a verb's: the word is longer than it, and more follows."""
        if not word.text.endswith(breaks) or word.text.endswith(unbroken):
            return False
        return (len(word.text) > 2 or word.text in short) and at + 1 < len(words)

    number, depth, resume, last = 0, 0, 0, 0
    found: list[int] = []
    for at, word in enumerate(words):
        if word.text in _OPENING:
            depth, resume = depth + 1, number if not depth else resume
            number = last + 1
        found.append(number)
        last = max(last, number)
        if word.text in _CLOSING and depth:
            depth -= 1
            number = number if depth else resume
        elif not depth and (word.text in _BREAKS or ends(word, at)):
            number = last + 1
    return found
