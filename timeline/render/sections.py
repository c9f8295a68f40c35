"""The sections of a timeline that people read: ongoing, one a year, undated."""

from collections.abc import Iterator
from itertools import groupby

from timeline.events.records import Dated
from timeline.query import Match, Selection

ONGOING = "Ongoing"
UNDATED = "Undated"
NO_START = "Beginning unknown"


def sections(selection: Selection) -> Iterator[tuple[str, list[Match]]]:
    """Yield each heading with its events in order; the undated come last, as matches without a certainty."""
    ongoing = [match for match in selection.matches if match.ongoing]
    if ongoing:
        yield ONGOING, ongoing
    begun = (match for match in selection.matches if not match.ongoing)
    for heading, matches in groupby(begun, _year):
        yield heading, list(matches)
    if selection.shown_undated:
        yield UNDATED, [Match(one, "") for one in selection.shown_undated]


def _year(match: Match) -> str:
    interval = match.dated.interval
    if interval is None or interval.earliest is None:
        return NO_START
    year = interval.earliest.year
    return str(year) if year > 0 else f"{1 - year} BCE"


def marks(match: Match) -> list[str]:
    """Return what a reader should know of a date or an event beyond its words, in a fixed order."""
    one = match.dated
    event = one.event
    found = [match.certainty] if match.certainty == "possible" else []
    found += ["inferred"] if one.inferred else []
    found += [event.status] if event.status != "held" else []
    found += ["implied"] if event.implied else []
    return found + (["conflict"] if one.conflict else [])


def date_words(one: Dated) -> str:
    """Return the date of an event as a reader writes it; of one without a date the phrase that it has, or "no date"."""
    from timeline.render.reader_dates import reader_date

    if one.interval is not None:
        return reader_date(one.interval, one.event.when or "")
    return f"“{one.event.when}”" if one.event.when else "no date"


def organisation_names(one: Dated, selection: Selection) -> list[str]:
    """Return the names of an event's organisations; an id that the file does not define stands for itself."""
    known = selection.records.organisations
    return [known[id_].name if id_ in known else id_ for id_ in one.event.organisations]
