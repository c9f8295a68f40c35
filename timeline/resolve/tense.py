"""Where a date without a year lies, by the verb forms around it: "will meet on Friday", "met on Friday".

No tagger is needed: the language file lists verb forms and endings; the nearest one in the sentence tells, one before
the date sooner than one behind it.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Literal

from timeline.expressions import types as t
from timeline.expressions.language import Language
from timeline.expressions.load import language
from timeline.expressions.triggers import word_tree

Side = Literal["past", "future"]
REACH = 160  # characters on either side
UNTOLD = 10**6  # further away than any verb
NEAR = 24  # characters in which a word stands right beside a date
BEHIND = 40  # a verb behind the date counts as so many characters further away
# A line may begin with the year that it tells of. It looks behind the stop last: what begins with a few characters is
# searched for at their speed. Before a number a stop may be that of "Oct. 31", behind a Korean verb it is none.
SENTENCE = re.compile(r"[.!?](?<!\b[A-Z].)[\s\"')]+(?=[^a-z\d]|\Z)|[.!?](?<=다.)\s+(?=\d)|\n(?:\n|(?=\d{4}(?!\d)))")
_YEAR = re.compile(r",?\s\d{4}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def unsettled(expression: Any) -> bool:
    """Whether a side must be chosen for some part of an expression: its year, month or week is not stated."""
    asked = _UNSETTLED.get(expression.__class__)
    if asked is not None:
        return asked(expression)
    return any(isinstance(part, tuple) and unsettled(part) for part in expression)


_UNSETTLED: dict[type, Callable[[Any], bool]] = {
    t.Date: lambda date: date.year is None,
    t.Numeric: lambda date: date.year is None,
    t.Cycle: lambda cycle: cycle.of is None,
    t.NamedDay: lambda named: named.of is None,
    t.Ahead: lambda _: True,
    t.Weekday: lambda day: day.direction is None,
    t.Lunar: lambda date: date.year is None and date.cycle is None,
    t.Shift: lambda shift: shift.base is not None and unsettled(shift.base),
}


def is_weekday(expression: Any) -> bool:
    """Whether an expression is a day of the week, with or without its hour."""
    return isinstance(expression.of if isinstance(expression, t.Timed) else expression, t.Weekday)


def is_term(expression: Any) -> bool:
    """Whether an expression says by which month: a loan was extended through January, and sales rose through June."""
    if not isinstance(expression, t.Open) or expression.relation not in ("by", "until"):
        return False
    return isinstance(expression.of, t.Date) and expression.of.month is not None and expression.of.day is None


def direction(text: str, start: int, end: int, tongue: Language, silent: Side | None = "past") -> Side | None:
    """The side on which the date from start to end lies, `silent` where no verb tells: what was told has happened.

    None: there is no word around it that could tell, or none of them does in a language whose verbs have no endings.
    """
    left, right = _clauses(text, start, end)
    if tongue.moved and _is_moved(text, start, end, right, tongue):
        return None  # the nearest: what had been planned and came to nothing
    if not _WORD.search(left) and not _WORD.search(right[_glued(right) :] if tongue.segmented else right):
        return None
    best: tuple[int, Side | None] = (UNTOLD, silent)
    forms = markers(tongue.code)
    for hit in forms.finditer(left.lower()):  # the last is the nearest
        if not (_YEAR.match(left, hit.end()) and "month" in tongue.lexicon.get(hit.group(), ())):  # 29 May 1960
            best = len(left) - hit.end(), _side(hit)
    if (lead := forms.match(text[start:end].lower())) and "month" not in tongue.lexicon.get(lead.group(), ()):
        best = 0, _side(lead)  # until Friday, since Friday
        first = forms.search(right.lower())
        if not _WORD.search(left) and first is not None and not first["future"]:
            best = 0, "past"  # Until Friday, they had not met
    following = forms.match if best[0] <= BEHIND else forms.search
    if behind := following(right.lower()):
        distance = behind.start() and behind.start() + BEHIND  # Friday's speech: nothing stands between
        side = _side(behind)
        if distance == 0 and (verb := forms.search(right.lower(), behind.end())) and verb["future"]:
            side = "future"  # Sunday's match will be played, whatever was said of it
        best = min(best, (distance, side))
    if best[1] == "future" and tongue.overtaken and right.startswith(tongue.overtaken):
        return None  # the vote planned for Saturday was cancelled: the nearest
    return best[1] if best[0] < UNTOLD or tongue.past_endings else None


def _clauses(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind a date in its sentence, up to a semicolon."""
    left, right = text[max(0, start - REACH) : start], text[end : end + REACH]
    breaks = [hit.end() for hit in SENTENCE.finditer(text, start - len(left), start + 5) if hit.end() <= start]
    left = text[breaks[-1] : start] if breaks else left
    if stop := SENTENCE.search(right):
        right = right[: stop.start()]
    return left.rsplit(";", 1)[-1], right.split(";", 1)[0]


def _is_moved(text: str, start: int, end: int, right: str, tongue: Language) -> bool:
    """Whether a plan for a date came to nothing: the word stands right before it, in Korean in the words behind it."""
    pattern = _moves(tongue.code)
    if tongue.segmented:
        return pattern.search(right[:NEAR]) is not None
    before = text[max(0, start - NEAR) : end].lower()
    place = start - max(0, start - NEAR)
    return any(not before[hit.end() : place].strip() for hit in pattern.finditer(before))


@cache
def _moves(code: str) -> re.Pattern[str]:
    tongue = language(code)
    assert tongue is not None, "a language that was loaded"  # noqa: S101
    tree = word_tree(sorted(tongue.moved))
    return re.compile(tree if tongue.segmented else rf"(?<!\w){tree}(?!\w)")


def _side(marker: re.Match[str]) -> Side:
    return "future" if marker["future"] else "past"


def _glued(text: str) -> int:
    """The length of what is written onto the word before, a particle."""
    hit = _WORD.match(text)
    return hit.end() if hit else 0


@cache
def markers(code: str) -> re.Pattern[str]:
    """One pattern for the verb forms of a language, of one word or two ("dự kiến"), and for the endings of the past."""
    tongue = language(code)
    assert tongue is not None, "a language that was loaded"  # noqa: S101
    future, past = (word_tree(sorted(words)) if words else "(?!)" for words in (tongue.future, tongue.past))
    stem = r"\w*" if tongue.segmented else r"\w{3,}"
    endings = f"|{stem}(?:{'|'.join(map(re.escape, tongue.past_endings))})" if tongue.past_endings else ""
    no_past = "".join(rf"(?<!\b{re.escape(word)} )" for word in tongue.no_past_behind)
    no_verb = rf"(?!{word_tree(sorted(tongue.no_verbs))}(?!\w))" if tongue.no_verbs else ""
    return re.compile(rf"(?<!\w){no_verb}(?:(?P<future>{future})|{no_past}(?:(?:{past}){endings}))(?!\w)")
