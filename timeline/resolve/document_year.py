"""The year of a text without a day of writing: the latest that it tells as past or present, and what bears on it.

"(2023-2028 term)" tells that 2023 has come and says nothing of 2028; a plan or a memorandum for 2024-2026 may be made
in the year before. A day that is still to come lies behind every day that has been.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from timeline.dates import Day, Grain, Interval, NonexistentDateError
from timeline.expressions import types as t
from timeline.expressions.triggers import word_tree
from timeline.expressions.language import Language
from timeline.resolve.context import Written
from timeline.resolve.mention import Mention
from timeline.resolve.tense import direction

NEAR = 60  # characters around a range of years, in which a word makes a plan or a term of it
TURN = 60  # days that a text looks back over the turn of a year: written in January, it tells of December
TERM = 10  # years that a term of office or a plan may have
AHEAD = 120  # days that it looks ahead over it
LATE = 200  # days by which a date lies too far behind the latest one told
BACK = 5  # years in which a date is looked for that has its weekday, or that is 29 February
_RANGE = re.compile(r"\d{4}\s?-\s?\d{2,4}")
_SENTENCE = re.compile(r"[.!?;]\s|\n")


def written(found: Sequence[Mention], text: str, tongue: Language) -> Written | None:
    """What the dates of a text tell about the year in which it was written; None where none of them has a year."""
    sure: list[int] = []
    unsure: list[int] = []
    over: list[Day] = []
    coming: list[Day] = []
    for mention in found:
        interval = mention.interval
        if interval is None or interval.yearless or interval.earliest is None or interval.grain.rank > Grain.YEAR.rank:
            continue
        exact = interval.grain.rank <= Grain.MONTH.rank
        if direction(text, mention.start, mention.end, tongue) == "future":
            coming += [interval.earliest] if exact else []
            continue
        if not _is_planned(mention, interval, text, tongue):
            sure.append(_year_begun(mention, interval, text, tongue))
        elif interval.stretch:  # a plan is told of while it lasts, or in the year before
            unsure.append(interval.earliest.year)
        if exact and interval.latest is not None:
            over.append(interval.earliest if interval.stretch else interval.latest)
    year = max(sure, default=None)
    if year is None or max(unsure, default=year) > year + 1:
        year = max(unsure, default=None)
    if year is None:
        return None
    last = max(over, default=None)
    first = min((day for day in coming if day.year >= year and (last is None or day > last)), default=None)
    return Written(year, last, first)


def _year_begun(mention: Mention, interval: Interval, text: str, tongue: Language) -> int:
    """The last year that a mention tells as come: of a term of office no more than its start."""
    assert interval.earliest is not None, "an open start tells no year"  # noqa: S101
    if interval.latest is None:
        return interval.earliest.year
    return interval.earliest.year if _runs_on(mention, interval, text, tongue) else interval.latest.year


def _runs_on(mention: Mention, interval: Interval, text: str, tongue: Language) -> bool:
    """Whether the end of a range of years may still be to come; that of a long one, as of an anniversary, has come."""
    if not interval.stretch or interval.grain is not Grain.YEAR or _years_in(interval) > TERM:
        return False
    return _RANGE.search(mention.text) is not None or _stands_near(mention, text, tongue.terms)


def _is_planned(mention: Mention, interval: Interval, text: str, tongue: Language) -> bool:
    """Whether a mention tells of a plan: the years of one have not come, but for those of an anniversary."""
    years = str(_years_in(interval))
    if len(years) > 1 and re.search(rf"(?<!\d){years}(?!\d)", text[max(0, mention.start - 3 * NEAR) : mention.start]):
        return False  # 55 years of the plan (1969-2024)
    return _stands_near(mention, text, tongue.plans)


def _years_in(interval: Interval) -> int:
    first, last = interval.earliest, interval.latest
    return last.year - first.year if first is not None and last is not None else 0


def _stands_near(mention: Mention, text: str, words: frozenset[str]) -> bool:
    """Whether one of the words stands before a mention, or right behind it, in its sentence."""
    before = _SENTENCE.split(text[max(0, mention.start - NEAR) : mention.start])[-1]
    behind = _SENTENCE.split(text[mention.end : mention.end + NEAR // 3])[0]
    return _one_of(words).search(f"{before} | {behind}".lower()) is not None


@cache
def _one_of(words: frozenset[str]) -> re.Pattern[str]:
    tree = word_tree(sorted(words)) if words else "(?!)"
    return re.compile(rf"(?<![^\W\d_]){tree}(?![^\W\d_])")


def year_of(date: t.Date, side: Literal["past", "future"] | None, known: Written) -> int:
    """The year in which a date without one lies, in a text of which so much is known."""
    assert date.month is not None, "what has no month has no year"  # noqa: S101
    here = _in_year(date, known.year)
    if here is None or (date.weekday not in (None, here.weekday) and date.day is not None):
        return _fitting_year(date, known.year)
    if side == "future":
        after = _in_year(date, known.year + 1)
        over = known.last is not None and here < known.last
        return known.year + (over and after is not None and after - (known.last or after) <= AHEAD)
    before = _in_year(date, known.year - 1)
    if known.coming is not None:
        return known.year - (here > known.coming)
    if known.last is None or before is None or here - known.last <= LATE:
        return known.year
    return known.year - (0 <= known.last - before <= TURN)


def _in_year(date: t.Date, year: int) -> Day | None:
    try:
        return Day.of(year, date.month or 1, date.day or 1)
    except NonexistentDateError:
        return None


def _fitting_year(date: t.Date, year: int) -> int:
    """The nearest year in which a date exists and has its weekday; earlier ones before the next."""
    years: list[int] = [year, year - 1, year + 1, *range(year - 2, year - BACK - 1, -1)]
    for near in years:
        day = _in_year(date, near)
        if day is not None and date.weekday in (None, day.weekday):
            return near
    return year
