"""The days of calendar entries, and whether they are still those of the date that an export has written beside them."""

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from timeline.dates.placing import placed
from timeline.errors import TimelineError
from timeline.events.records import Stated
from timeline.events.stated import interval_of

Entry = Any  # of icalendar, whose own types leave open which of thirty a value is
UNREADABLE = (ValueError, AttributeError, TypeError, OverflowError)


class Days(NamedTuple):
    """The first and the last day of an entry, both counted."""

    first: dt.date
    last: dt.date

    @property
    def edtf(self) -> str:
        """The days in EDTF."""
        return str(self.first) if self.last <= self.first else f"{self.first}/{self.last}"

    @property
    def member(self) -> str:
        """The days as one of a set."""
        return self.edtf.replace("/", "..")


def days_of(entry: Entry) -> Days | None:
    """Return the days of an entry, None where it has none; the end that a calendar states is the day after the last."""
    if "DTSTART" not in entry:
        return None
    start, end = entry.start, entry.end
    first = start.date() if isinstance(start, dt.datetime) else start
    if not isinstance(end, dt.datetime):
        return Days(first, max(first, end - dt.timedelta(days=1)))
    midnight = end.time() == dt.time(0) and end.date() > first
    return Days(first, max(first, end.date() - dt.timedelta(days=1) if midnight else end.date()))


def moved(stated: Stated, entries: Sequence[Entry]) -> str | None:
    """Return in EDTF where the entries of an event stand, None where an export puts the stated date just there.

    Whoever moves an entry changes its days and knows nothing of ours. What is not there is nothing that was moved.
    """
    found = [days for days in map(_readable, entries) if days is not None]
    drawn = _drawn(stated)
    if all(days in drawn for days in found):
        return None
    members = [(days.first, drawn.get(days) or days.member) for days in sorted(set(found))]
    return "{" + ",".join(text for _, text in members) + "}" if len(members) > 1 else found[0].edtf


def has_time(entry: Entry) -> bool:
    """Tell whether an entry begins at a time of day."""
    with suppress(*UNREADABLE):
        return "DTSTART" in entry and isinstance(entry.start, dt.datetime)
    return False


def _readable(entry: Entry) -> Days | None:
    with suppress(*UNREADABLE):
        return days_of(entry)
    return None


def _drawn(stated: Stated) -> dict[Days, str]:
    """Return the days that an export draws a date over, with what a set calls each of them."""
    try:
        interval = interval_of(stated)
    except (TimelineError, ValueError):
        return {}
    return {
        Days(dt.date(*days.first.date), dt.date(*days.last.date)): one.edtf.replace("/", "..")
        for one in (interval.members if interval.every else (interval,))
        for days in placed(one)
        if days.first.year >= dt.MINYEAR and days.last.year <= dt.MAXYEAR
    }
