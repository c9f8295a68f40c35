"""Limits that are none: "đến năm 1995 thì …", "mãi đến năm 1995 … mới …" tell when something happened, and no bound.

Vietnamese says "to 1995" of a count that was taken by then, and of what happened in that year when its turn came. Which
is meant the words behind it tell, in the clause that the date opens.
"""

import re
from functools import cache
from typing import Any

from timeline.expressions import types as t
from timeline.expressions.language import Language
from timeline.expressions.load import language
from timeline.expressions.triggers import word_tree
from timeline.resolve.tense import direction

REACH = 120  # characters of the clause behind the date
COUNTED = 40  # characters behind a verb in which a number tells of a count: by 2005 it had trained 300 teachers
_HEAD = re.compile(r"(?:\A|[.,;:!?\n…]|\s[-–])[\s\"'“*•–-]*\Z")  # noqa: RUF001
_CLAUSE_END = re.compile(r"[.;!?\n](?!\d)")


def arrived(expression: Any, text: str, start: int, end: int, tongue: Language) -> Any:
    """The date itself, where a limit from start to end of a text tells when something happened; else the expression."""
    if not isinstance(expression, t.Open) or expression.relation not in ("by", "until") or not tongue.arrivals:
        return expression
    clause = text[end : end + REACH]
    if stop := _CLAUSE_END.search(clause):
        clause = clause[: stop.start()]
    if not _tells(expression, text, start, clause.lower(), tongue):
        return expression
    return expression if direction(text, start, end, tongue) == "future" else expression.of


def _tells(expression: t.Open, text: str, start: int, clause: str, tongue: Language) -> bool:
    turn, first, past = _patterns(tongue.code)
    if first.match(clause):
        return True
    if not _HEAD.search(text, max(0, start - 8), start):
        return False
    if turn.search(clause) or (expression.relation == "by" and isinstance(expression.of, t.Timed)):
        return True
    verb = past.search(clause) if expression.relation == "by" else None
    return verb is not None and not any(letter.isdecimal() for letter in clause[verb.end() : verb.end() + COUNTED])


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What tells of a turn anywhere in the clause, what tells it right behind the date, and the forms of the past."""
    tongue = language(code)
    assert tongue is not None, "a language that was loaded"  # noqa: S101
    turn, first, past = (word_tree(sorted(words)) for words in (tongue.turns, tongue.arrivals, tongue.past))
    return (
        re.compile(rf"(?<!\w)(?:{turn})(?!\w)"),
        re.compile(rf"\s*,?\s*(?:{first})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{past})(?!\w)(?!\s+(?:{word_tree(sorted(tongue.standing))})(?!\w))"),
    )
