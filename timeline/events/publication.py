"""The days of a source, which count from nothing: when it was published, and when it was read."""

from timeline.dates import Interval
from timeline.errors import TimelineError
from timeline.events.records import Conventions, Source
from timeline.resolve import Context, resolve


def day_of_source(text: str, source: Source) -> Interval | None:
    """Return what a date of a source means by the conventions of its file, None where nothing can be read in it."""
    conventions = source.conventions
    for language in languages_of(text, source, conventions):
        try:
            return resolve(text, Context(None, language, conventions.date_order, conventions.south)).interval
        except (TimelineError, RecursionError):
            continue
    return None


def languages_of(text: str | None, source: Source | None, conventions: Conventions) -> list[str | None]:
    """Return the languages to read a date in, in turn: the file's, in which `when` is written, then the source's own.

    Figures alone ("9/7/2021") are in no language: they follow the custom of the source.
    """
    own, told = conventions.language, source.language if source else None
    if told is None or told == own:
        found = [own]
    elif text is None or not any(letter.isalpha() for letter in text):
        found = [told, own]
    else:
        found = [own, told]
    if own is not None and text is not None and not text.isascii():
        found.append(None)
    return found
