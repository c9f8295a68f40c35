"""Markdown for a wiki or a report: a heading a year and a line an event, or a table; footnotes with source and quote.

CommonMark, footnotes, and the tables of GFM where they are asked for; the same text from run to run. On request an
appendix tells how every event got its date, and front matter stands at the top for site generators.
"""

from collections.abc import Iterable, Iterator

from timeline.events.records import Claim, Dated, Event, Source
from timeline.query import Match, Selection
from timeline.render.clean import clean
from timeline.render.explanation import EVIDENCE, explain
from timeline.render.json_text import json_text
from timeline.render.page import Option, Page
from timeline.render.reader_dates import reader_date
from timeline.render.sections import date_words, mark_words, organisation_names, sections
from timeline.render.sources import address, citation
from timeline.render.wording import phrase
from timeline.resolve import Resolution

SUFFIXES = (".md", ".markdown")
VIEW = False
LEAVES_OUT = ("words", "anchor", "tags", "series", "number", "notes")
LAYOUT = Option("layout", "A list under headings, or one table.", ("list", "table"))
FRONT_MATTER = Option("front-matter", "Begin with YAML front matter, which has the title.", in_region=False)
OPTIONS = (LAYOUT, EVIDENCE, FRONT_MATTER)
SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]{}<>&#|~^$!"})
DEEPEST = 6
COLUMNS = ("date", "event", "kind", "organisations", "people_and_places")  # forms of [heading]


def render(selection: Selection, page: Page) -> Iterator[str]:
    """Yield the title (on level 1 only), the events, the appendix and the footnotes."""
    level = page.level
    if page.option(FRONT_MATTER):
        yield from _front_matter(selection)
    elif level == 1:
        yield f"# {escape(selection.records.title or 'Timeline')}\n"
    gap = "\n" if level == 1 else ""
    level = max(level, 2)
    events = list(_table(selection, page) if page.option(LAYOUT) == "table" else _list(selection, page, level))
    yield gap + "\n".join(events)
    if page.option(EVIDENCE) and events:
        yield "\n" + "".join(_evidence(selection, level, page.locale))
    notes = list(_footnotes(selection, page))
    if notes:
        yield "\n"
        yield from notes


def _front_matter(selection: Selection) -> Iterator[str]:
    # A text of JSON is one of YAML.
    yield f"---\ntitle: {json_text(clean(selection.records.title or 'Timeline'))}\n"
    if selection.records.language:
        yield f"language: {json_text(selection.records.language)}\n"
    if selection.period:
        yield f"period: {json_text(selection.period.edtf)}\n"
    yield f"events: {len(selection.matches) + len(selection.shown_undated)}\n---\n"


def _list(selection: Selection, page: Page, level: int) -> Iterator[str]:
    """Yield each section: its heading, and a line an event."""
    for heading, matches in sections(selection, locale=page.locale):
        lines = "".join(_line(match, selection, page) for match in matches)
        yield f"{_heading(level)} {escape(heading)}\n\n{lines}"


def _table(selection: Selection, page: Page) -> Iterator[str]:
    """Yield one table, the undated last; nothing where there are no events."""
    every = [match for _, matches in sections(selection) for match in matches]
    if every:
        names = (phrase(page.locale, "heading", name) for name in COLUMNS)
        head = f"{_row(names)}{_row(['---'] * len(COLUMNS))}"
        yield head + "".join(_row(_cells(match, selection, page)) for match in every)


def _cells(match: Match, selection: Selection, page: Page) -> list[str]:
    one = match.dated
    title = escape(one.event.title) + _marked(match, page.locale) + _reference(one, selection, page)
    names = ", ".join(organisation_names(one, selection))
    others = ", ".join((*one.event.people, *one.event.places))
    return [escape(date_words(one, page.locale)), title, *map(escape, (one.event.kind, names, others))]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _evidence(selection: Selection, level: int, locale: str) -> Iterator[str]:
    """Yield the appendix: how each event got its date, as `why` tells it, and what the list has no place for."""
    yield f"{_heading(level)} {phrase(locale, 'heading', 'evidence')}\n"
    for _, matches in sections(selection):
        for match in matches:
            yield f"\n{_heading(level + 1)} {escape(match.dated.event.title)}\n\n"
            for sentence in (*explain(match.dated, selection.records, locale), *_particulars(match.dated.event)):
                yield f"- {escape(sentence)}\n"


def _particulars(event: Event) -> Iterator[str]:
    if event.series or event.number:
        number = f"number {event.number}" if event.number else ""
        yield f"Series: {', '.join(filter(None, (event.series, number)))}"
    if event.tags:
        yield f"Tags: {', '.join(event.tags)}"
    if event.notes.strip():
        yield f"Notes: {event.notes.strip()}"


def _heading(level: int) -> str:
    return "#" * min(level, DEEPEST)


def escape(text: str) -> str:
    """Return a text of the data as Markdown that reads as that text."""
    return clean(text).translate(SPECIAL)


def _line(match: Match, selection: Selection, page: Page) -> str:
    one = match.dated
    facts = [
        one.event.kind,
        ", ".join(organisation_names(one, selection)),
        ", ".join((*one.event.people, *one.event.places)),
    ]
    text = f"- **{escape(date_words(one, page.locale))}**: {escape(one.event.title)}"
    text += f" ({'; '.join(escape(fact) for fact in facts if fact)}){_marked(match, page.locale)}"
    return f"{text}{_reference(one, selection, page)}\n"


def _marked(match: Match, locale: str) -> str:
    found = mark_words(match, locale)
    return f" *{', '.join(found)}*" if found else ""


def _reference(one: Dated, selection: Selection, page: Page) -> str:
    return f"[^{_label(one, page)}]" if _footnote(one, selection, page.locale) else ""


def _footnotes(selection: Selection, page: Page) -> Iterator[str]:
    for _, matches in sections(selection):
        for match in matches:
            note = _footnote(match.dated, selection, page.locale)
            if note:
                yield f"[^{_label(match.dated, page)}]: {note}\n"


def _label(one: Dated, page: Page) -> str:
    # An id out of JSON Lines may hold anything.
    plain = one.event.id if one.event.id.replace("-", "").isalnum() else f"event-{one.event.order}"
    return page.prefix + plain


def _footnote(one: Dated, selection: Selection, locale: str) -> str:
    event = one.event
    told = [_told(event.source, event.quote, selection, locale)]
    told += [_claimed(claim, found, selection, locale) for claim, found in one.claims]
    return " ".join(text for text in told if text)


def _claimed(claim: Claim, found: Resolution | None, selection: Selection, locale: str) -> str:
    told = _told(claim.source, claim.quote, selection, locale)
    words = reader_date(found.interval, claim.when, locale) if found else f"“{claim.when}”"
    return f"Dated {escape(words)} by {told or 'a claim without a source.'}"


def _told(source_id: str | None, quote: str, selection: Selection, locale: str) -> str:
    source = selection.records.sources.get(source_id or "")
    words = _source(source, locale) if source else escape(source_id or "")
    words += "." if words else ""
    return f"{words} “{escape(quote.strip())}”".strip() if quote.strip() else words


def _source(source: Source, locale: str) -> str:
    title, *others = citation(source, locale)
    link = address(source)
    written = f"<{link}>" if link else escape(source.url or source.archive)
    return ", ".join(word for word in (f"*{escape(title)}*", *map(escape, others), written) if word)
