"""What the dates of a text mean to what it tells: two days in a row are one stretch, clock times alone are no day."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.dates import Grain, Interval, edtf
from timeline.extract.lexicon import Lexicon
from timeline.resolve.mention import Mention

RESPECTIVELY = 120  # characters behind two dates in which stands that each is of its own
LEAD = 40  # characters before a date in which stands that something was moved to it
_LETTERS = re.compile(r"[^\W\d_]{3}")


def meant(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """The dates as what is told hangs on them, in order."""
    days = [day for one in mentions if not _is_clock(one) for day in _moved(one, text, lexicon)]
    return list(_joined(days, text, lexicon))


def is_moved_to(text: str, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether something was put off, or brought forward, to a date: "postponed to 9 October", "5일로 연기되였다"."""
    if lexicon.verb_last:
        return lexicon.pattern("clause.moved").match(text[mention.end : mention.end + LEAD]) is not None
    before = text[max(0, mention.start - LEAD) : mention.start].lower() + mention.text.lower()
    verbs = list(lexicon.pattern("clause.moving").finditer(before))
    if not verbs:
        return False
    return lexicon.pattern("clause.moved").match(before[verbs[-1].end() :].lstrip()) is not None


def _moved(mention: Mention, text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """A date that something was moved to reads as an end, "to 9 October": it is the day, and "from" its day before."""
    interval = mention.interval
    if interval is None or interval.end is None or not is_moved_to(text, mention, lexicon):
        yield mention
        return
    lead = mention.text.lower().partition(" ")[0]
    if interval.start is not None and lead in lexicon.words("clause", "moved_from"):
        yield mention._replace(interval=interval.start)
    yield mention._replace(interval=interval.end)


def _is_clock(mention: Mention) -> bool:
    """Whether a mention is the time of a day that is told elsewhere: "10:30", "14:00-17:00"."""
    kinds = {timex.type for timex in mention.timexes}
    return kinds == {"TIME"} and _LETTERS.search(mention.text) is None and ":" in mention.text


def _joined(mentions: Sequence[Mention], text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Two days in a row that "and" joins as one stretch, "on 8 and 9 April", unless each has something of its own."""
    last: Mention | None = None
    for mention in mentions:
        if last is not None and _goes_on(last, mention, text, lexicon):
            last = _stretched(last, mention, text)
            continue
        if last is not None:
            yield last
        last = mention
    if last is not None:
        yield last


def _goes_on(one: Mention, other: Mention, text: str, lexicon: Lexicon) -> bool:
    first, second = _day(one.interval), _day(other.interval)
    if first is None or second is None or other.start - one.end > 8:
        return False
    between = text[one.end : other.start].strip().lower()
    if between not in lexicon.words("words", "and_days") or second.earliest is None or first.latest is None:
        return False
    if second.earliest - first.latest != 1:
        return False
    behind = text[other.end : other.end + RESPECTIVELY].partition("\n")[0]
    return lexicon.pattern("anniversary.respectively").search(behind.lower()) is None


def _day(interval: Interval | None) -> Interval | None:
    """A day, and no stretch of days."""
    fine = interval is not None and interval.grain is Grain.DAY and not interval.stretch and not interval.yearless
    return interval if fine else None


def _stretched(one: Mention, other: Mention, text: str) -> Mention:
    assert one.interval is not None and other.interval is not None  # noqa: S101, PT018 - asked before
    return one._replace(
        end=other.end,
        text=text[one.start : other.end],
        interval=edtf.parse(f"{one.interval.edtf}/{other.interval.edtf}"),
        timexes=(*one.timexes, *other.timexes),
        steps=tuple(dict.fromkeys((*one.steps, *other.steps))),
        inferred=one.inferred or other.inferred,
    )


def without_coarse(mentions: Sequence[Mention]) -> list[Mention]:
    """Without the dates that another of the sentence says more finely: "this year … from 15 to 17 May"."""
    kept = list(mentions)
    for one, other in pairwise(mentions):
        for coarse, fine in ((one, other), (other, one)):
            if coarse.interval and fine.interval and _refines(coarse, fine) and coarse in kept:
                kept.remove(coarse)
    return kept


def _refines(coarse: Mention, fine: Mention) -> bool:
    """Whether a date is finer than a unit told near by that has no number of its own: "this year", "last week"."""
    if coarse.interval is None or fine.interval is None or any(letter.isdigit() for letter in coarse.text):
        return False
    return coarse.interval.grain.rank > fine.interval.grain.rank and coarse.interval.contains(fine.interval)
