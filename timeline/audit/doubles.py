"""The same event twice: records of like kinds and titles, with the same people, whose dates can be the same."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from timeline.dates import Interval
from timeline.events.kinds import kinds
from timeline.events.names import fold
from timeline.events.records import Dated, Event, Finding

# Likeness of two titles, of 100, from which they count as the same or as alike. Set by hand on the seeds' events.
SAME_TITLE, LIKE_TITLE, WEAK_TITLE = 90, 70, 50
NEAR = 10  # days between two dates of one numbered event, of which sources contradict each other
DAYS_APART = 400  # of the first days of two dates, beyond which they are not compared: a year and a month


class Likeness(Enum):
    """How far two records are of the same event."""

    SAME = "the same event"
    PERHAPS = "perhaps the same event"


def likeness(event: Event, interval: Interval | None, other: Dated) -> Likeness | None:
    """Whether an event, with its date, is that of a dated record; None: no.

    The same words on the same day are the same event only where both name whose it is, or neither does. A numbered
    event on two days near each other is perhaps one, of which two sources contradict each other.
    """
    if interval is None or other.interval is None or not _comparable(event, other.event):
        return None
    if event.series and event.series == other.event.series and event.number is not None:
        return Likeness.SAME if event.number == other.event.number else None
    words = _same(event.title, other.event.title) >= SAME_TITLE
    shared = _share(event.organisations, other.event.organisations)
    people = bool({fold(name) for name in event.people} & {fold(name) for name in other.event.people})
    if not _can_be_same(interval, other.interval):
        contradicted = words and shared and _numbers(event.title) and _apart(interval, other.interval) <= NEAR
        return Likeness.PERHAPS if contradicted else None
    exact = interval.edtf == other.interval.edtf
    title = _like(event.title, other.event.title)
    nobody = not (event.organisations or event.people or other.event.organisations or other.event.people)
    if words and (shared or people or (exact and nobody)):
        return Likeness.SAME
    if exact and shared and (people or title >= LIKE_TITLE):
        return Likeness.SAME
    if title >= LIKE_TITLE or ((shared or people) and title >= WEAK_TITLE):
        return Likeness.PERHAPS
    return None


def _comparable(event: Event, other: Event) -> bool:
    """Whether two records can be of one event, whatever their dates: of like kinds, with the same numbers."""
    if event.implied != other.implied or event.id == other.id != "" or not _alike(event.kind, other.kind):
        return False
    series = event.series is not None and event.series == other.series
    return series or _numbers(event.title) == _numbers(other.title)


def _apart(one: Interval, other: Interval) -> int:
    """The days between the beginnings of two dates."""
    first, second = one.earliest or one.latest, other.earliest or other.latest
    return abs(int(first) - int(second)) if first is not None and second is not None else DAYS_APART


def nearest(event: Event, interval: Interval | None, others: Iterable[Dated]) -> tuple[Likeness, Dated] | None:
    """The record that is likeliest of the same event, of the same before perhaps; None where there is none."""
    perhaps: tuple[Likeness, Dated] | None = None
    for other in others:
        found = likeness(event, interval, other)
        if found is Likeness.SAME:
            return found, other
        if found is not None and perhaps is None:
            perhaps = found, other
    return perhaps


def look_at_doubles(dated: Iterable[Dated]) -> Iterator[Finding]:
    """Yield pairs of records that may be of the same event, the second of each with what it is like."""
    ordered = sorted((one for one in dated if one.interval is not None), key=_first_day)
    for at, one in enumerate(ordered):
        for before in _near(ordered, at):
            found = likeness(one.event, one.interval, before)
            if found is not None:
                message = f'"{one.event.id}" is {found.value} as "{before.event.id}"'
                expected = "one record with a claim of each source, or titles and dates that tell them apart"
                yield Finding(("event", one.event.id, "title"), "double", message, "warning", expected)


def _near(ordered: Sequence[Dated], at: int) -> Iterator[Dated]:
    """The records before one that begin soon enough to be the same."""
    first = _first_day(ordered[at])
    for place in range(at - 1, -1, -1):
        before = ordered[place]
        if first - _first_day(before) > DAYS_APART:
            return
        yield before


def _first_day(one: Dated) -> int:
    interval = one.interval
    day = interval and (interval.earliest or interval.latest)
    return int(day) if day else 0


def _can_be_same(one: Interval, other: Interval) -> bool:
    """Whether one moment, or one stretch, can be both."""
    if one.stretch != other.stretch and not (one.contains(other) or other.contains(one)):
        return False
    return one.edtf == other.edtf or one.contains(other) or other.contains(one)


def _alike(one: str, other: str) -> bool:
    table = kinds()
    if "event" in (one, other) or one == other:
        return True
    return one in table and other in table and table[one].family == table[other].family


def _numbers(title: str) -> set[str]:
    """The numbers of a title: the 13th congress is not the 14th."""
    return set(re.findall(r"\d+", title))


def _same(one: str, other: str) -> float:
    """How far two titles have the same words, of 100."""
    from rapidfuzz import fuzz

    return fuzz.token_sort_ratio(_words(one), _words(other))


def _like(one: str, other: str) -> float:
    """How far the words of one title are among those of the other, of 100."""
    from rapidfuzz import fuzz

    return fuzz.token_set_ratio(_words(one), _words(other))


def _words(title: str) -> str:
    from timeline.events.names import words

    return " ".join(words(title))


def _share(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether half of the organisations of the shorter list are in the other."""
    both = set(one) & set(other)
    return bool(both) and 2 * len(both) >= min(len(set(one)), len(set(other)))
