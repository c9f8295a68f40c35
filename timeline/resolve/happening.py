"""Whether something happened on a date: "opened an office on 5 May" is no plan for the coming one.

A date a few weeks ahead is mostly the coming one, whatever verb stands near it: "said in an editorial on Saturday",
"asked to testify on 10 February". Where a verb of its own clause says that something was done, and no word of saying,
agreeing or planning stands between the two, the coming one cannot be meant.
"""

import re
from functools import cache
from typing import Any

from timeline.expressions import types as t
from timeline.expressions.find import Match
from timeline.expressions.language import FILLER, Language
from timeline.expressions.load import language
from timeline.expressions.triggers import word_tree
from timeline.resolve.tense import REACH, SENTENCE, markers

CLAUSE = 100  # characters in front of a date in which its verb is looked for
_CLAUSE_END = re.compile(r"[,;:()\"“”…\n]|\s[-–—]\s|(?<!\b[A-Z])[.!?]\s")  # noqa: RUF001


def happened(expression: Any, text: str, match: Match, tongue: Language) -> bool:
    """Whether a verb of the clause tells that something happened on a date without a year."""
    if not tongue.intents or not _may_have(expression, match, tongue):
        return False
    left = text[max(0, match.start - CLAUSE) : match.start]
    clause = _CLAUSE_END.split(left)[-1]
    if tongue.segmented or not clause.strip():
        opens = not left.strip() or "\n" in left[-2:] or SENTENCE.search(left[-4:] + "A") is not None
        return (tongue.segmented or opens) and _is_done_behind(text[match.end : match.end + REACH], tongue)
    return _is_done_before(clause, tongue)


def has_begun_as_over(expression: Any, text: str, start: int, tongue: Language) -> bool:
    """Whether the first word of a day tells that it is over: hôm 5/5, but not hôm 5/5 tới."""
    if not tongue.bygone or not isinstance(expression, (t.Date, t.Numeric)):
        return False
    return text[start : start + REACH].lower().startswith(tongue.bygone)


def _may_have(expression: Any, match: Match, tongue: Language) -> bool:
    """Whether an expression is a day, a month or a stretch of them, and no name of something: the Oct. 7 attack."""
    while isinstance(expression, (t.Third, t.Qualified, t.Timed)):
        expression = expression.of
    if isinstance(expression, t.Span):
        return isinstance(expression.end, t.Date) and expression.end.month is not None
    if not isinstance(expression, (t.Date, t.Numeric)) or FILLER in match.tokens[0].roles:
        return False
    return (
        isinstance(expression, t.Numeric)
        or expression.day is not None
        or not tongue.near_months
        or "month" not in match.tokens[0].roles
    )


def _is_done_before(clause: str, tongue: Language) -> bool:
    """Whether the verb in front of a date in its clause is one of something done."""
    verbs = list(markers(tongue.code).finditer(clause.lower()))
    if not verbs or any(verb["future"] for verb in verbs):
        return False
    begin = verbs[-1].start()
    return not any(pattern.search(clause if cased else clause.lower(), begin) for pattern, cased in _ahead(tongue.code))


def _is_done_behind(right: str, tongue: Language) -> bool:
    """Whether the verb behind a date is one of something done, and nothing in the sentence is still to come."""
    if stop := SENTENCE.search(right):
        right = right[: stop.start()]
    verbs = list(markers(tongue.code).finditer(right.lower()))
    if not verbs or any(verb["future"] for verb in verbs):
        return False
    (intent, _), *_ = _ahead(tongue.code)
    return not tongue.segmented or intent.search(right[: verbs[0].end()]) is None


@cache
def _ahead(code: str) -> tuple[tuple[re.Pattern[str], bool], ...]:
    """What tells that a date may lie ahead: words of saying and planning, and "to" before a verb."""
    tongue = language(code)
    assert tongue is not None, "a language that was loaded"  # noqa: S101
    intents, purposes, nouns = (
        word_tree(sorted(words)) if words else "(?!)" for words in (tongue.intents, tongue.purposes, tongue.nouns)
    )
    # A verb has no capital: went to Rome, asked to go.
    inside = r"\w*" if tongue.segmented else ""
    intent = re.compile(rf"(?<!\w){inside}(?:{intents})(?!\w)")
    return (intent, False), (re.compile(rf"(?<!\w)(?:{purposes}) (?=[a-z])(?!(?:{nouns})(?!\w))"), True)
