"""Mermaid's timeline diagram: a section a year, a column a date, the titles below it.

Whatever could mean something to Mermaid is written as its entity: `#58;` is a colon.
"""

from collections.abc import Iterator
from itertools import groupby

from timeline.query import Match, Selection
from timeline.render.clean import clean
from timeline.render.page import Page
from timeline.render.sections import date_words, mark_words, sections

SUFFIXES = (".mmd", ".mermaid")
VIEW = False
LEAVES_OUT = (
    "words",
    "anchor",
    "kind",
    "organisations",
    "people",
    "places",
    "tags",
    "series",
    "number",
    "source",
    "quote",
    "notes",
    "claims",
)
LONGEST = 50_000  # characters that Mermaid draws, unless its setting maxTextSize says otherwise
ESCAPES = str.maketrans({sign: f"#{ord(sign)};" for sign in '#;:%<>"&{}[]()\\`|*_~$^'})


def render(selection: Selection, page: Page) -> Iterator[str]:
    """Yield the title, then each section with its dates; what has one date stands under it together."""
    yield f"timeline\n    title {_escape(selection.records.title or 'Timeline')}\n"
    for heading, matches in sections(selection, locale=page.locale):
        yield f"    section {_escape(heading)}\n"
        for date, same in groupby(matches, key=lambda match: date_words(match.dated, page.locale)):
            titles = "\n            : ".join(_title(match, page.locale) for match in same)
            yield f"        {_escape(date)} : {titles}\n"


def losses(selection: Selection, page: Page) -> Iterator[str]:
    """Yield a warning where the diagram is longer than Mermaid draws."""
    length = sum(map(len, render(selection, page)))
    if length > LONGEST:
        yield f"Mermaid draws {LONGEST} characters and this has {length}: choose a period, or raise its maxTextSize"


def _title(match: Match, locale: str) -> str:
    found = mark_words(match, locale)
    return _escape(match.dated.event.title + (f" ({', '.join(found)})" if found else ""))


def _escape(text: str) -> str:
    return clean(text).translate(ESCAPES) or "#8203;"  # an empty text is none to Mermaid
