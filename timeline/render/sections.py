"""The sections of a timeline that people read: ongoing, one a year, undated; or one a name."""

from collections.abc import Iterator
from itertools import groupby

from timeline.dates import Interval
from timeline.events.records import Dated, Event, Records
from timeline.query import Match, Selection
from timeline.query.filters import FILTERS
from timeline.query.groups import UNITS, Label, by_size, labels, unit_begun

ENGLISH = "en"


def sections(selection: Selection, group: str = "year", locale: str = ENGLISH) -> Iterator[tuple[str, list[Match]]]:
    """Yield each heading with its events in order; the undated come last, as matches without a certainty.

    `group` is one of timeline.query.groups.GROUPINGS; by a name, an event stands under each name that it has. `locale`
    is the language of the headings; those that are names stay as they are written.
    """
    yield from _by_unit(selection, group, locale) if group in UNITS else _by_name(selection, group, locale)


def has_begun(matches: list[Match]) -> bool:
    """Tell whether the events of a section begin in what it is headed by: they are not the ongoing, nor the undated."""
    return bool(matches[0].certainty) and not matches[0].ongoing


def _by_unit(selection: Selection, group: str, locale: str) -> Iterator[tuple[str, list[Match]]]:
    ongoing = [match for match in selection.matches if match.ongoing]
    if ongoing and not selection.latest_first:
        yield _heading(locale, "ongoing"), ongoing
    begun = (match for match in selection.matches if not match.ongoing)
    for heading, matches in groupby(begun, lambda match: unit_heading(match, group, locale)):
        yield heading, list(matches)
    if ongoing and selection.latest_first:
        yield _heading(locale, "ongoing"), ongoing
    if selection.shown_undated:
        yield _heading(locale, "undated"), undated(selection)


def _heading(locale: str, which: str) -> str:
    from timeline.render.wording import phrase

    return phrase(locale, "heading", which)


def _by_name(selection: Selection, group: str, locale: str) -> Iterator[tuple[str, list[Match]]]:
    found: dict[Label, list[Match]] = {}
    without: list[Match] = []
    labelled = labels(group, selection.records)
    for match in [*selection.matches, *undated(selection)]:
        under = labelled(match.dated.event)
        for label in under:
            found.setdefault(label, []).append(match)
        if not under:
            without.append(match)
    for label in by_size((label, len(matches)) for label, matches in found.items()):
        yield label.name, found[label]
    if without:
        from timeline.render.wording import phrase

        noun = FILTERS[group].noun
        yield phrase(locale, "without", noun, noun=noun), without


def undated(selection: Selection) -> list[Match]:
    """Return the undated that are shown, as matches without a certainty."""
    return [Match(one, "") for one in selection.shown_undated]


def unit_heading(match: Match, group: str = "year", locale: str = ENGLISH) -> str:
    """Return the year, month, decade or century in which an event begins, in words."""
    interval = match.dated.interval
    if group == "year" and locale == ENGLISH and interval and interval.earliest is not None:
        year = interval.earliest.year  # nearly always asked for, and quickly said
        return str(year) if year > 0 else f"{1 - year} BCE"
    from timeline.render.reader_dates import no_beginning

    unit = unit_begun(interval, UNITS[group])
    return heading_words(unit, locale) if unit else no_beginning(locale)


def marks(match: Match) -> list[str]:
    """Return what a reader should know of a date or an event beyond its words, in a fixed order."""
    one = match.dated
    event = one.event
    found = [match.certainty] if match.certainty == "possible" else []
    found += ["inferred"] if one.inferred else []
    found += [event.status] if event.status != "held" else []
    found += ["implied"] if event.implied else []
    return found + (["conflict"] if one.conflict else [])


def mark_words(match: Match, locale: str) -> list[str]:
    """Return the same in the words of a language."""
    found = marks(match)
    if not found or locale == ENGLISH:
        return found
    from timeline.render.wording import phrase

    return [phrase(locale, "mark", mark) for mark in found]


def date_words(one: Dated, locale: str = ENGLISH) -> str:
    """Return the date of an event as a reader writes it; of one without a date the phrase that it has, or "no date"."""
    from timeline.render.reader_dates import no_date, reader_date

    if one.interval is not None:
        return reader_date(one.interval, one.event.when or "", locale)
    return f"“{one.event.when}”" if one.event.when else no_date(locale)


def date_width(locale: str = ENGLISH) -> int:
    """Return the columns of a date that is not to be broken: two days of the month with the longest name in English."""
    from timeline.dates.edtf import parse
    from timeline.render.reader_dates import reader_date
    from timeline.render.wrap import cells

    return cells(reader_date(parse("2024-09-10/2024-09-13"), locale=locale))


def heading_words(interval: Interval, locale: str) -> str:
    """Return a date as a heading: with a capital, where the script has any."""
    from timeline.render.reader_dates import reader_date

    words = reader_date(interval, locale=locale)
    return words[:1].upper() + words[1:]


def organisation_names(one: Dated, selection: Selection) -> list[str]:
    """Return the names of an event's organisations; an id that the file does not define stands for itself."""
    return names_of(one.event, selection.records)


def names_of(event: Event, records: Records) -> list[str]:
    """Return the same out of the records alone."""
    known = records.organisations
    return [known[id_].name if id_ in known else id_ for id_ in event.organisations]


def short_names(event: Event, records: Records) -> list[str]:
    """Return the same, each by its abbreviation where it has one among its names."""
    return [short_name(id_, records) for id_ in event.organisations]


def short_name(id_: str, records: Records) -> str:
    """Return the first name of an organisation that is an abbreviation, one short word mostly of capitals ("VWU").

    One without an abbreviation goes by its name, one that the file does not define by its id.
    """
    known = records.organisations.get(id_)
    if known is None:
        return id_
    for name in (known.name, *known.aliases):
        capitals = sum(letter.isupper() for letter in name)
        if 2 <= len(name) <= 8 and " " not in name and capitals * 2 > len(name):
            return name
    return known.name
