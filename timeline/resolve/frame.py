"""The date that lends its year to those around it: a heading, the opening of a paragraph, a year in the same clause.

A page of milestones has its years on lines of their own, and a report looks back in a paragraph that begins "In 1995,":
the 4 September told there is of that year, whatever the day of writing.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from timeline.dates import Grain, Interval
from timeline.expressions.language import FILLER, Language
from timeline.resolve.context import Context

CLAUSE = 60  # characters that a year in the middle of a clause reaches
REACH = 5000  # characters that a heading reaches, where no other follows
CLOSE = 60  # days from the day of writing at which a frame yields to it
FEW = 10  # the same of a frame that is a year long gone
SAME_TIME = 3  # years between a date and the latest year of a text, with which it may still be the news of the text
_OPENING = re.compile(r"[\s\-*#>+|•·○●■▪–—:.\[(【<《\"'“‘]*\Z")  # noqa: RUF001  what may stand before the head of a line
LINE = 400  # characters of a line that are looked at
_ALONE = re.compile(r"[\s\d.,;:\-/)\]】>》*#|_]*\Z")
_BEHIND_HEADING = re.compile(r"\s*(?::|-\s|\||\t)|\.\s")
_SENTENCE_END = re.compile(r"[.!?]['\")]*\s+\Z")
_CLAUSE_END = re.compile(r"[,;:()\n]|[.!?]\s|\s-\s")
_SENTENCE_BREAK = re.compile(r"[.!?]['\")]*\s")
_OTHER_HEADING = re.compile(r"\n\s*\n[^\n]{0,79}[^\W\d_][^\n]{0,20}(?<![.!?:;,\"'”)])\n")
_QUOTE = re.compile(r"(?:[“«《『「][^”»》』」]*|(?:^|[\s(])\"[^\s\"][^\"]*)\Z")
_CLAUSE = re.compile(r"[.,;]\s|[\"'(\n]")

_QUALIFIER = re.compile(r"([^\W\d_]+) \d{4} [^\W\d_]")  # the 2023 report
_BEFORE = re.compile(r"(?:(?<!\w)([^\W\d_]+)|\w['’]s?) \Z", re.IGNORECASE)  # the union's, its 2023 report
_BULLET = re.compile(  # a line of a list
    r"\s*\n\s*(?:[-*+•·●■▪–—]|\(?\d{1,2}[.)]|\(?[a-z]\))[^\S\n]"  # noqa: RUF001
)
_REST = re.compile(r"[^\n.!?]{0,60}$", re.MULTILINE)  # of a heading, behind its year
SHORT = 80  # characters of a line that may be the heading of a list

_YEAR_LINE = re.compile(r"\W*\d{4}(?!\d)")
_YEAR_HEADING = re.compile(r"\W*\d{4}년?\s*(?:\Z|[:.|]|-\s)")
_NUMBERED_ITEM = re.compile(r"\.[ \t]*\n\s*\d{1,2}\.")  # the sentence ended with a year: a list goes on
WRAPPED = 45  # characters of a line that was broken because it was full

Kind = Literal["heading", "paragraph", "clause"]


class Frame(NamedTuple):
    """A date that lends its year, where it ends in the text, and how far it reaches."""

    interval: Interval
    end: int
    kind: Kind


def crosses_heading(text: str, start: int, end: int) -> bool:
    """Whether a phrase of two lines goes over the end of a heading, or into one: "on 5 May", "1997: …"."""
    place = text.index("\n", start, end)
    if _NUMBERED_ITEM.search(text, start, end) or _BULLET.search(text, start, end):
        return True
    line = max(text.rfind("\n", max(0, start - LINE), start) + 1, start - LINE)
    following = text[place + 1 : place + 1 + LINE].split("\n", 1)[0]
    if _OPENING.match(text[line:start]) or _YEAR_HEADING.match(following):
        return True
    goes_on = text[line:place].rstrip().endswith(",")
    return place - line < WRAPPED and not goes_on and _YEAR_LINE.match(following) is not None


def is_bracketed(text: str, start: int) -> bool:
    """Whether a date stands in brackets or in a short quotation."""
    before = text[max(0, start - 100) : start].rsplit("\n", 1)[-1]
    if before.rfind("(") > before.rfind(")"):
        return True
    # Most texts have no quotation mark near a date: the pattern is not tried at every place of them for nothing.
    return ('"' in before or not before.isascii()) and _QUOTE.search(before) is not None


def is_background(text: str, start: int, end: int, tongue: Language) -> bool:
    """Whether a date stands behind such a word as born, or where verbs come last in front of it: 결성되였다."""
    if tongue.segmented:
        following = text[end : end + 24].split(maxsplit=1)
        return bool(following) and following[0].startswith(tuple(tongue.asides))
    if not text[max(0, start - CLAUSE) : start].rstrip().lower().endswith(_last_words(tongue.asides)):
        return False
    lead = _CLAUSE.split(text[max(0, start - 100) : start].lower())[-1].split()
    return any(" ".join(lead[-size:]) in tongue.asides for size in (1, 2))


@cache
def _last_words(phrases: frozenset[str]) -> tuple[str, ...]:
    return tuple(phrase.split()[-1] for phrase in phrases)


def framed(  # noqa: PLR0913, PLR0917 - a place in a text, its date, and what was there before
    text: str, start: int, end: int, interval: Interval, before: Frame | None, tongue: Language, *, aside: bool
) -> Frame | None:
    """The frame behind a date of which the text tells the year, which stands from start to end."""
    line = text.rfind("\n", max(0, start - LINE), start) + 1
    begins = line > 0 or start <= LINE  # a heading stands at the head of a line, and is short
    heads_line = begins and (_OPENING.match(text, line, start) or _ALONE.match(text, line, start))
    if heads_line:
        rest = text[end : end + LINE].split("\n", 1)[0]
        listed = interval.grain is Grain.YEAR and _heads_list(text, line, end)
        heading = _ALONE.match(rest) or _BEHIND_HEADING.match(rest) or listed
        if not heading and _is_qualifier(text, start, end, tongue):
            return before
        return Frame(interval, end, "heading" if heading else "paragraph")
    if (
        begins
        and interval.grain is Grain.YEAR
        and _heads_list(text, line, end)
        and not _is_qualifier(text, start, end, tongue)
    ):
        return Frame(interval, end, "heading")
    if (
        aside
        or _is_qualifier(text, start, end, tongue)
        or (before and before.kind == "heading" and not _ended(before, text, start))
    ):
        return before
    goes_on = before is not None and before.kind == "paragraph" and not _ended(before, text, start)
    heads_sentence = _SENTENCE_END.search(text[max(line, start - 9) : start]) is not None
    return Frame(interval, end, "paragraph" if goes_on or heads_sentence else "clause")


def _heads_list(text: str, line: int, end: int) -> bool:
    """Whether a short line that ends at `end` with a year stands over the lines of a list."""
    first, rest = text[line:end].lstrip()[:1], _REST.match(text, end)
    return (
        rest is not None
        and rest.end() - line <= SHORT
        and not first.islower()
        and _BULLET.match(text, rest.end()) is not None
    )


def _is_qualifier(text: str, start: int, end: int, tongue: Language) -> bool:
    """Whether a year tells which one of several a thing is, and not when: the 2023 report, its 2023 report."""
    article = _QUALIFIER.match(text, start, end + 2)
    if article is not None:
        return FILLER in tongue.lexicon.get(article[1].lower(), ())
    if not text[start:end].isdecimal() or not text[end + 1 : end + 2].isalpha():
        return False
    owner = _BEFORE.search(text, max(0, start - 8), start)
    return owner is not None and (owner[1] is None or owner[1].lower() in tongue.owners)


def moved(text: str, start: int, end: int, interval: Interval, before: Frame | None) -> Frame | None:
    """The frame behind a date that counts from another: "The following year, …" opens one, elsewhere it ends one."""
    if interval.grain.rank < Grain.YEAR.rank or (before is not None and before.kind == "heading"):
        return before
    line = text.rfind("\n", max(0, start - LINE), start) + 1
    heads = ((line > 0 or start <= LINE) and _OPENING.match(text, line, start)) or _SENTENCE_END.search(
        text[max(line, start - 9) : start]
    )
    return Frame(interval, end, "paragraph") if heads else None


def _ended(frame: Frame, text: str, start: int) -> bool:
    if start - frame.end > (CLAUSE if frame.kind == "clause" else REACH):
        return True
    between = text[frame.end : start]
    if frame.kind == "heading":
        return _OTHER_HEADING.search(between, max(0, between.find("\n", 2))) is not None
    return "\n" in between or (frame.kind == "clause" and _CLAUSE_END.search(between) is not None)


def lent(frame: Frame, text: str, start: int, context: Context) -> Context:
    """The context of a date at `start` with the frame that lends it a year, if that reaches so far.

    In another sentence of the paragraph it yields to the day of writing, where that is near: founded on 20 October
    1930, a union celebrates on 18 October.
    """
    year = _single_year(frame.interval)
    if year is None or _ended(frame, text, start):
        return context
    with_frame = context._replace(frame=frame.interval, yielding=0)
    between = text[frame.end : start]
    if frame.kind == "heading":
        return context if context.direction == "future" and "\n\n" in between.strip() else with_frame
    written = context.written.year if context.written else None
    if context.anchor is not None:
        written = context.anchor.latest.year if context.anchor.latest else None
    if written is None or (year > written and context.direction != "future"):
        return context
    if context.anchor is not None and year < written and context.direction == "future":
        return context
    if frame.kind == "clause" or _SENTENCE_BREAK.search(between) is None:
        return with_frame
    of_a_year = frame.interval.grain is Grain.YEAR
    if context.anchor is None and (year == written or _is_to_come(frame.interval, context)):
        return context
    if context.anchor is not None:
        return with_frame._replace(yielding=FEW if of_a_year and year < written - 1 else CLOSE)
    return with_frame._replace(yielding=CLOSE) if of_a_year or abs(year - written) <= SAME_TIME else context


def _is_to_come(interval: Interval, context: Context) -> bool:
    """Whether a text without a day of writing tells a date as still to come, and another as over."""
    coming = context.written.coming if context.written else None
    return coming is not None and interval.earliest is not None and interval.earliest >= coming


def _single_year(interval: Interval) -> int | None:
    first, last = interval.earliest, interval.latest
    return first.year if first is not None and last is not None and first.year == last.year else None
