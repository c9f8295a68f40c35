"""A source as a reader cites it: title, author, publisher, day of publication, and an address that may be followed."""

from collections.abc import Iterator

from timeline.events.publication import day_of_source
from timeline.events.records import Source
from timeline.query import Selection
from timeline.render.reader_dates import reader_date
from timeline.render.wording import ENGLISH


def citation(source: Source, locale: str = ENGLISH) -> list[str]:
    """Return the title (else the id), author, publisher and date of a source, those that it has."""
    words = (source.title or source.id, source.author, source.publisher, published(source, locale))
    return [word for word in words if word]


def published(source: Source, locale: str = ENGLISH) -> str:
    """Return in words when a source was published; what cannot be read stays as written."""
    found = day_of_source(source.published, source) if source.published else None
    return reader_date(found, locale=locale) if found else source.published or ""


def told(selection: Selection) -> list[Source]:
    """Return the sources that the selected events and their claims name, in the order of the file."""
    every = [*(match.dated for match in selection.matches), *selection.shown_undated]
    ids = {id_ for one in every for id_ in (one.event.source, *(claim.source for claim, _ in one.claims))}
    return [source for id_, source in selection.records.sources.items() if id_ in ids]


def named_alone(selection: Selection) -> Iterator[str]:
    """Yield what a format loses that names sources by their ids and has no place for the rest of them."""
    known = [source for source in told(selection) if source.title]
    if known:
        lost = f"titles, publishers and addresses of {len(known)} are left out"
        yield f"sources are named by their ids: {lost}; JSON and TOML have them"


def address(source: Source) -> str:
    """Return where a source can be read on the web, or nothing where a browser should not follow what stands there."""
    found = source.url or source.archive
    harmless = found.startswith(("https://", "http://")) and found.isprintable()
    return found if harmless and not any(sign in found for sign in "<>\"' \\") else ""
