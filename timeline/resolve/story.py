"""What "the previous day" and "the same year" count from in a report: not always the date that was named last.

A report has its own day, which it tells first, and looks back from it: at a joint statement of 1990, at the birth of a
founder. Days count from the day told in the sentence or the paragraph; a new paragraph comes back to the report's own.
"""

import re
from typing import Any, NamedTuple

from timeline.dates import Day, Grain, Interval
from timeline.expressions import types as t
from timeline.resolve.context import Context
from timeline.resolve.shifts import A_YEAR, move

REACH = 5000  # characters of a paragraph that are looked back over: no paragraph that people write is longer
OWN_TIME = 60  # days around the day of writing in which what a report tells is news
_TERM = re.compile(r"\d{4}\s?-\s?\d")  # 2021-2026 may be a term, whose end is not told
_SENTENCE_BREAK = re.compile(r"[.!?]['\")]*\s|\n")


class Story(NamedTuple):
    """The dates that a report has told so far, each with its place; `lead` is the first day of its own time."""

    lead: Interval | None = None
    own: tuple[Interval, int] | None = None  # the last day of its own time
    day: tuple[Interval, int] | None = None  # the last day of any
    last: tuple[Interval, int] | None = None  # the last date of any grain


class Told(NamedTuple):
    """A date that a report tells: in brackets or a quotation, in the background (born on), or in its own course."""

    interval: Interval
    start: int
    end: int
    bracketed: bool
    background: bool


def going_on(story: Story, told: Told, text: str, context: Context) -> Story:
    """The story behind a date; an aside counts where its paragraph has told nothing else.

    What is in the background is a year to count from, and no day: founded in 1945, a union joined another the year
    after, and "that day" is the one on which it celebrates.
    """
    interval = told.interval.members[-1] if told.interval.every else told.interval
    stretch = interval.stretch
    if interval.end is not None and _TERM.search(text, told.start, told.end) is None:
        interval = interval.end
    if interval.earliest is None or interval.latest is None or interval.stretch or interval.members:
        return story
    goes_on = story.last is not None and _same_paragraph(text, story.last[1], told.start)
    if told.bracketed and goes_on:
        return story
    place, lead, own = (interval, told.start), story.lead, story.own
    if stretch or interval.grain is not Grain.DAY or (told.background and goes_on):
        return Story(lead, own, story.day, place)  # "the day before" is not that before the end of a stay
    if _is_own(interval.earliest, context):
        own = place
        lead = lead or (None if told.bracketed or told.background else interval)
    return Story(lead, own, place, place)


def _is_own(day: Day, context: Context) -> bool:
    """Whether a day is of the report's own time; where no day of writing is known none is."""
    anchor = context.anchor
    if anchor is None or anchor.earliest is None or anchor.latest is None:
        return False
    return int(anchor.earliest) - OWN_TIME <= day <= int(anchor.latest) + OWN_TIME


def counted_from(shift: t.Shift, story: Story, text: str, start: int, context: Context, *, either: bool) -> Context:
    """The context in which the date that a shift counts from is the one told last; none is told where it is the anchor.

    `either`: the words count from the day of writing as often (năm sau, the next year).
    """
    if story.last is None or (shift.sign < 0 and shift.duration.parts == A_YEAR and not shift.whole):
        return context  # figures a year earlier are compared with those of what was told, whatever that is
    if shift.duration.parts[0][1] in (Grain.DAY, *t.Clock):
        return context._replace(told=_day(shift.sign, story, text, start))
    interval, place = story.last
    same_paragraph = _same_paragraph(text, place, start)
    coming = either and (context.direction == "future" or not same_paragraph)
    if context.anchor is not None and (coming or (not same_paragraph and _is_over(interval, shift, context))):
        return context._replace(told=None)  # the congress will be held in March of the following year
    return context._replace(told=interval)


def _is_over(told: Interval, shift: t.Shift, context: Context) -> bool:
    """Whether what is said to come would be over when the report was written."""
    anchor = context.anchor.earliest if context.anchor is not None else None
    if context.direction != "future" or anchor is None or told.latest is None:
        return False
    return move(told.latest, shift.duration, shift.sign) < anchor


def _day(sign: int, story: Story, text: str, start: int) -> Interval | None:
    """The day that a day is counted from; None is the day of writing."""
    if story.day is None:
        interval, place = story.last if story.last is not None else (None, start)
        return interval if _same_paragraph(text, place, start) else None
    day, place = story.day
    breaks = len(_SENTENCE_BREAK.findall(text, max(place, start - REACH), start))
    if story.own is None or breaks == 0:
        return day
    same_paragraph, (own, _) = _same_paragraph(text, place, start), story.own
    if sign == 0:
        return day if same_paragraph else story.lead
    if sign < 0:
        return own
    if not same_paragraph:  # behind an "earlier, on 13 July" the report goes on
        return max(own, story.lead or own, key=lambda interval: interval.earliest or 0)
    return day if breaks == 1 else own


def _same_paragraph(text: str, place: int, start: int) -> bool:
    return start - place <= REACH and text.find("\n", place, start) < 0


def shift_of_told(expression: Any) -> t.Shift | None:
    """The part of an expression that counts from what was told last."""
    if isinstance(expression, t.Shift) and isinstance(expression.base, t.Told):
        return expression
    if not isinstance(expression, tuple) or isinstance(expression, t.Date):
        return None
    for part in expression:
        if isinstance(part, tuple) and (found := shift_of_told(part)) is not None:
            return found
    return None
