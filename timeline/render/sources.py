"""A source as a reader cites it: title, author, publisher, day of publication, and an address that may be followed."""

from timeline.dates.edtf import parse
from timeline.errors import TimelineError
from timeline.events.records import Source
from timeline.render.reader_dates import reader_date
from timeline.render.wording import ENGLISH


def citation(source: Source, locale: str = ENGLISH) -> list[str]:
    """Return the title (else the id), author, publisher and date of a source, those that it has."""
    words = (source.title or source.id, source.author, source.publisher, published(source, locale))
    return [word for word in words if word]


def published(source: Source, locale: str = ENGLISH) -> str:
    """Return in words when a source was published; what only its own language says stays as written."""
    if not source.published:
        return ""
    try:
        return reader_date(parse(source.published), locale=locale)
    except TimelineError:
        return source.published


def address(source: Source) -> str:
    """Return where a source can be read on the web, or nothing where a browser should not follow what stands there."""
    found = source.url or source.archive
    harmless = found.startswith(("https://", "http://")) and found.isprintable()
    return found if harmless and not any(sign in found for sign in "<>\"' \\") else ""
