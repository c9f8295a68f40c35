"""markwhen (docs.markwhen.com): a section a year, an event a line, its id and exact date as properties below it.

markwhen has no way to escape: signs that would mean something to it are written as the full-width ones that look like
them.
"""

import re
from collections.abc import Iterator

from timeline.dates import Interval
from timeline.dates.placing import OPEN, VAGUE, Placed, fields, placed
from timeline.events.names import without_accents
from timeline.query import Match, Selection
from timeline.render.clean import clean
from timeline.render.json_text import json_text
from timeline.render.page import Page
from timeline.render.sections import date_words, mark_words, organisation_names, sections
from timeline.render.sources import address, citation

SUFFIXES = (".mw",)
VIEW = False
LEAVES_OUT = ("words", "anchor", "series", "number", "claims")
YEARS = range(1, 10_000)  # those that its dates of day and month can have
# A tag, a link or a box to tick, HTML, the id of another event, a person: what markwhen takes out of a text.
MEANT = re.compile(r"[#\[\]<>]|[!@](?=\w)|\.(?=start|end)")
WIDER = 0xFEE0  # from a sign of ASCII to its full-width form


def render(selection: Selection, page: Page) -> Iterator[str]:
    """Yield the header, then the sections with their events."""
    yield f"---\ntitle: {json_text(_wide(selection.records.title or 'Timeline'))}\n---\n"
    for heading, matches in sections(selection, locale=page.locale):
        if not matches[0].certainty:  # the undated
            continue
        yield f"\n## {heading}\n"
        for match in matches:
            for days in placed(match.dated.interval):
                yield _event(match, selection, days, page.locale)


def losses(selection: Selection, page: Page) -> Iterator[str]:
    """Yield what markwhen cannot say."""
    every = [(match, one) for match in selection.matches for one in placed(match.dated.interval)]
    undated = len(selection.shown_undated)
    if undated:
        yield f"left out, for markwhen needs a date: {_events(undated)} without one"
    coarse = sum(not _in_years(one) for _, one in every)
    if coarse:
        yield f"known to markwhen by years only: {_events(coarse)} outside of the years 1 to 9999"
    vague = sum(one.how == VAGUE and _in_years(one) and not _says_all(match.dated.interval) for match, one in every)
    if vague:
        yield f"{_events(vague)} of no exact day: drawn over all the days that may be meant"
    open_ = sum(one.how == OPEN and not _goes_on(match.dated.interval) for match, one in every)
    if open_:
        yield f"{_events(open_)} open at one end: drawn at the end that is known"
    bare = sum(any(not _tag(word) for word in _words(match)) for match in selection.matches)
    if bare:
        yield f"tags of other than Latin letters are none for markwhen, and stand in the text of {_events(bare)}"
    changed = sum(_changes(match, selection, page.locale) for match in selection.matches)
    if changed:
        yield f"signs such as # and [ are written in full width, for markwhen has no escapes: in {_events(changed)}"


def _events(count: int) -> str:
    return f"{count} event{'s' if count > 1 else ''}"


def _event(match: Match, selection: Selection, days: Placed, locale: str) -> str:
    one = match.dated
    tags = " ".join(dict.fromkeys(f"#{_tag(word)}" for word in _words(match) if _tag(word)))
    lines = [f"{_dates(one.interval, days)}: {_wide(one.event.title)} {tags}"]
    lines.append(f"id: {json_text(_wide(one.event.id))}")
    lines.append(f"edtf: {json_text(one.interval.edtf if one.interval else '')}")
    # A line that began with a date and a colon would be an event: each of these begins with a word of ours.
    lines += [f"{begin} {_wide(text)}" for begin, text in _about(match, selection, locale) if text.strip()]
    source = selection.records.sources.get(one.event.source or "")
    lines += [f"See {address(source)}"] if source and address(source) else []
    return "\n".join(lines) + "\n\n"


def _about(match: Match, selection: Selection, locale: str) -> Iterator[tuple[str, str]]:
    one = match.dated
    event = one.event
    yield "Dated", date_words(one, locale) if not _says_all(one.interval) else ""
    yield "Marked as", ", ".join(mark_words(match, locale))
    yield "Tagged as", "; ".join(word for word in _words(match) if not _tag(word))
    yield "With", "; ".join((*organisation_names(one, selection), *event.people))
    yield "In", "; ".join(event.places)
    yield "Quoted as", f"“{event.quote.strip()}”" if event.quote.strip() else ""
    source = selection.records.sources.get(event.source or "")
    yield "Told in", ", ".join(citation(source, locale)) if source else event.source or ""
    yield "Noted as", event.notes


def _changes(match: Match, selection: Selection, locale: str) -> bool:
    texts = (match.dated.event.title, *(text for _, text in _about(match, selection, locale)))
    return any(_wide(text) != _plain(text) for text in texts)


def _wide(text: str) -> str:
    return MEANT.sub(lambda sign: chr(ord(sign[0]) + WIDER), _plain(text))


def _plain(text: str) -> str:
    return " ".join(clean(text).split())


def _words(match: Match) -> tuple[str, ...]:
    return tuple(_plain(word) for word in (match.dated.event.kind, *match.dated.event.tags))


def _tag(word: str) -> str:
    """Return a word as a tag, or nothing: those of markwhen have letters and digits of ASCII, and not digits alone.

    Accents go, and what stands between words is "_". Of "Hội 여맹" nothing but a torn piece would be left.
    """
    plain = without_accents(word)
    if any(letter.isalnum() and not letter.isascii() for letter in plain):
        return ""
    made = "_".join(re.findall(r"[A-Za-z0-9]+", plain))
    return made if made and not made.isdigit() else ""


def _dates(interval: Interval | None, days: Placed) -> str:
    if not _in_years(days):
        return _years(days)
    first, last = (_date(part) for part in fields(days))
    if _goes_on(interval):
        return f"{first}/now"
    return first if first == last else f"{first}/{last}"


def _date(part: tuple[int, ...]) -> str:
    return "-".join(f"{number:0{4 if at == 0 else 2}}" for at, number in enumerate(part))


def _says_all(interval: Interval | None) -> bool:
    """Tell whether what markwhen gets is the date as it is known."""
    return interval is not None and [interval.edtf] == [_dates(interval, days) for days in placed(interval)]


def _goes_on(interval: Interval | None) -> bool:
    return interval is not None and interval.stretch and interval.edtf.endswith("/..")


def _in_years(days: Placed) -> bool:
    return days.first.year in YEARS and days.last.year in YEARS


def _years(days: Placed) -> str:
    first, last = _year(days.first.year), _year(days.last.year)
    return first if first == last else f"{first} - {last}"


def _year(number: int) -> str:
    return f"{number} CE" if number > 0 else f"{1 - number} BCE"
