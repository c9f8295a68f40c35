"""iCalendar (RFC 5545) for calendars: all-day events, whose exact date in EDTF is X-TIMELINE-EDTF.

A date that is no day is drawn over all the days that it may be. DTSTAMP is the same in every file: an export knows no
clock, and the same timeline gives the same bytes.
"""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.dates import Day, Grain, Interval
from timeline.dates.edtf import parse
from timeline.dates.placing import EXACT, OPEN, Placed, placed
from timeline.events.records import Dated
from timeline.query import Match, Selection
from timeline.render.clean import clean, clean_lines
from timeline.render.page import Option, Page
from timeline.render.sections import date_words, marks, organisation_names
from timeline.render.sources import address, citation

if TYPE_CHECKING:
    from icalendar import Event as Entry

SUFFIXES = (".ics",)
VIEW = False
LEAVES_OUT = ("claims",)
COARSEST = Option(
    "coarsest", "The coarsest dates that a calendar gets: any, year, month or day.", ("any", "year", "month", "day")
)
OPTIONS = (COARSEST,)
STAMP = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
DOMAIN = "timeline"
STATUS = {"held": "CONFIRMED", "planned": "TENTATIVE", "cancelled": "CANCELLED"}
YEARS = range(1, 10_000)  # those that iCalendar can write; a last day also needs the day after it


def render(selection: Selection, page: Page) -> Iterator[str]:
    """Yield the calendar, an entry at a time."""
    from icalendar import Calendar

    from timeline.render.ical_text import Text

    calendar = Calendar()
    calendar.add("prodid", "-//timeline//timeline//EN")
    calendar.add("version", "2.0")
    title = Text(clean(selection.records.title or "Timeline"))
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    head, end, rest = calendar.to_ical().decode().rpartition("END:VCALENDAR")
    yield head
    for match in selection.matches:
        days = _days(match.dated.interval, page)
        for number, one in enumerate(days, 1):
            yield _entry(match, selection, one, number if len(days) > 1 else 0, page.locale).to_ical().decode()
    yield end + rest


def losses(selection: Selection, page: Page) -> Iterator[str]:
    """Yield what a calendar cannot say."""
    every = [match.dated for match in selection.matches]
    chosen = page.option(COARSEST)
    coarse = [one for one in every if one.interval and _is_too_coarse(one.interval, chosen)]
    outside = [one for one in every if one not in coarse and not _days(one.interval, page)]
    kept = [one for match in selection.matches for one in _days(match.dated.interval, page)]
    vague = sum(one.how not in (EXACT, OPEN) for one in kept)
    open_ = sum(one.how == OPEN for one in kept)
    if selection.shown_undated:
        yield f"left out, for a calendar needs a day: {_events(len(selection.shown_undated))} without a date"
    if outside:
        yield f"left out, for a calendar has the years 1 to 9999 only: {_ids(outside)}"
    if coarse:
        yield f"left out, for they are coarser than --coarsest {chosen}: {_events(len(coarse))}"
    if vague:
        yield f"{_events(vague)} of no exact day: drawn over all the days that may be meant"
    if open_:
        yield f"{_events(open_)} open at one end: drawn at the end that is known"


def _events(count: int) -> str:
    return f"{count} event{'s' if count > 1 else ''}"


def _ids(every: list[Dated]) -> str:
    more = f" and {len(every) - 5} more" if len(every) > 5 else ""
    return ", ".join(one.event.id for one in every[:5]) + more


def _days(interval: Interval | None, page: Page) -> list[Placed]:
    """Return the days of a date that a calendar can hold."""
    if interval is None or _is_too_coarse(interval, page.option(COARSEST)):
        return []
    return [one for one in placed(interval) if one.first.year in YEARS and (one.last + 1).year in YEARS]


def _is_too_coarse(interval: Interval, coarsest: str) -> bool:
    if coarsest == "any":
        return False
    return max(one.grain.rank for one in (interval, *interval.members)) > Grain(coarsest).rank


def _entry(match: Match, selection: Selection, days: Placed, number: int, locale: str) -> "Entry":
    """Return one entry; of a date that is several days each has its `number` in its UID."""
    from icalendar import Event as Entry

    from timeline.render.ical_text import Text, categories

    one = match.dated
    event = one.event
    entry = Entry()
    entry.add("uid", f"{clean(event.id)}{f'.{number}' if number else ''}@{DOMAIN}")
    entry.add("dtstamp", STAMP)
    entry.add("dtstart", _date(days.first))
    entry.add("dtend", _date(days.last + 1))
    if comes_again(one, days):
        entry.add("rrule", _yearly(days.first))
    entry.add("summary", Text(clean(event.title)))
    entry.add("description", Text("\n".join(map(_set_in, _description(match, selection, days, locale)))))
    if event.places:
        entry.add("location", Text(clean("; ".join(event.places))))
    source = selection.records.sources.get(event.source or "")
    if source and address(source):
        entry.add("url", address(source))
    entry.add("categories", categories(map(clean, (event.kind, *event.tags))))
    entry.add("status", STATUS.get(event.status, "CONFIRMED"))
    entry.add("transp", "TRANSPARENT")
    for key, value in _own(one).items():
        entry.add(f"x-timeline-{key}", Text(clean(value)))
    return entry


def _own(one: Dated) -> dict[str, str]:
    """Return what iCalendar has no place for, by the names of properties of our own, which an import reads."""
    event, interval = one.event, one.interval
    # The grain is told where EDTF does not: of a week or a weekend, which it writes as a stretch of days.
    plain = interval is None or parse(interval.edtf).grain is interval.grain
    found = {
        "edtf": interval and interval.edtf,
        "grain": None if plain or interval is None else interval.grain.value,
        "part": interval and interval.part and interval.part.value,
        "when": event.when,
        "words": event.words,
        "anchor": event.anchor,
        "series": event.series,
        "number": event.number,
        "source": event.source,
    }
    return {key: str(value) for key, value in found.items() if value}


def _date(day: Day) -> dt.date:
    return dt.date(*day.date)


def comes_again(one: Dated, days: Placed) -> bool:
    """Tell whether an anniversary is one of every year: a known day, and no count that names a single one of them."""
    from timeline.render.counted import is_counted

    event = one.event
    is_day = days.how == EXACT and days.first == days.last
    return event.kind == "anniversary" and is_day and event.status != "cancelled" and not is_counted(event)


def _yearly(day: Day) -> dict[str, str | int]:
    if (day.month, day.day) != (2, 29):
        return {"freq": "yearly"}
    # As everywhere in a timeline, its anniversaries fall on the 28th where there is no 29th: the last day of the month.
    return {"freq": "yearly", "bymonth": 2, "bymonthday": -1}


def _set_in(text: str) -> str:
    """Return a text with its further lines set in, so that none of them looks like a new one."""
    return clean_lines(text).replace("\n", "\n  ")


def _description(match: Match, selection: Selection, days: Placed, locale: str) -> Iterator[str]:
    one = match.dated
    event = one.event
    if days.how != EXACT:
        yield f"Date: {date_words(one, locale)}"
    found = marks(match)  # not in the reader's language: an import reads them
    if found:
        yield f"Marks: {', '.join(found)}"
    organisations = organisation_names(one, selection)
    if organisations:
        yield f"Organisations: {'; '.join(organisations)}"
    if event.people:
        yield f"People: {'; '.join(event.people)}"
    if event.quote.strip():
        yield f"“{event.quote.strip()}”"
    source = selection.records.sources.get(event.source or "")
    if source:
        yield f"Source: {', '.join(citation(source, locale))}"
    elif event.source:
        yield f"Source: {event.source}"
    if event.notes.strip():
        yield f"Notes: {event.notes.strip()}"
