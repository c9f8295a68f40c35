"""Markdown for a wiki or a report: a heading a year, a line an event, footnotes with source and quote.

CommonMark and footnotes; the same text from run to run.
"""

from collections.abc import Iterator

from timeline.dates.edtf import parse
from timeline.errors import TimelineError
from timeline.events.records import Claim, Dated, Source
from timeline.query import Match, Selection
from timeline.render.clean import clean
from timeline.render.page import Page
from timeline.render.reader_dates import reader_date
from timeline.render.sections import date_words, marks, organisation_names, sections
from timeline.resolve import Resolution

SUFFIXES = (".md", ".markdown")
VIEW = False
LEAVES_OUT = ("tags", "series", "number", "notes")
SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]{}<>&#|~^$!"})
DEEPEST = 6


def render(selection: Selection, page: Page) -> Iterator[str]:
    """Yield the title (on level 1 only), the sections and the footnotes."""
    level = page.level
    if level == 1:
        yield f"# {escape(selection.records.title or 'Timeline')}\n"
        level = 2
    before = "\n" if page.level == 1 else ""
    notes: list[str] = []
    for heading, matches in sections(selection):
        yield f"{before}{'#' * min(level, DEEPEST)} {escape(heading)}\n\n"
        before = "\n"
        for match in matches:
            note = _footnote(match.dated, selection)
            label = _label(match.dated, page) if note else ""
            if note:
                notes.append(f"[^{label}]: {note}\n")
            yield _line(match, selection, label)
    if notes:
        yield "\n"
        yield from notes


def escape(text: str) -> str:
    """Return a text of the data as Markdown that reads as that text."""
    return clean(text).translate(SPECIAL)


def _line(match: Match, selection: Selection, label: str) -> str:
    one = match.dated
    facts = [
        one.event.kind,
        ", ".join(organisation_names(one, selection)),
        ", ".join((*one.event.people, *one.event.places)),
    ]
    text = f"- **{escape(date_words(one))}**: {escape(one.event.title)}"
    text += f" ({'; '.join(escape(fact) for fact in facts if fact)})"
    found = marks(match)
    text += f" *{', '.join(found)}*" if found else ""
    return text + (f"[^{label}]\n" if label else "\n")


def _label(one: Dated, page: Page) -> str:
    # An id out of JSON Lines may hold anything.
    plain = one.event.id if one.event.id.replace("-", "").isalnum() else f"event-{one.event.order}"
    return page.prefix + plain


def _footnote(one: Dated, selection: Selection) -> str:
    event = one.event
    told = [_told(event.source, event.quote, selection)]
    told += [_claimed(claim, found, selection) for claim, found in one.claims]
    return " ".join(text for text in told if text)


def _claimed(claim: Claim, found: Resolution | None, selection: Selection) -> str:
    told = _told(claim.source, claim.quote, selection)
    words = reader_date(found.interval, claim.when) if found else f"“{claim.when}”"
    return f"Dated {escape(words)} by {told or 'a claim without a source.'}"


def _told(source_id: str | None, quote: str, selection: Selection) -> str:
    source = selection.records.sources.get(source_id or "")
    words = _source(source) if source else escape(source_id or "")
    words += "." if words else ""
    return f"{words} “{escape(quote.strip())}”".strip() if quote.strip() else words


def _source(source: Source) -> str:
    words = [
        f"*{escape(source.title or source.id)}*",
        escape(source.author),
        escape(source.publisher),
        _published(source),
    ]
    link = _link(source.url or source.archive)
    return ", ".join(word for word in (*words, link) if word)


def _published(source: Source) -> str:
    if not source.published:
        return ""
    try:
        return reader_date(parse(source.published))
    except TimelineError:
        return escape(source.published)


def _link(address: str) -> str:
    """Return an address as a link, or as plain text where it is none that a browser should follow."""
    if not address.startswith(("https://", "http://")) or any(sign in address for sign in "<> \\"):
        return escape(address)
    return f"<{address}>" if address.isprintable() else escape(address)
