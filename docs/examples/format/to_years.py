"""A line a year: the year, and the titles of what began in it."""

from collections.abc import Iterator
from itertools import groupby

from timeline.query import Selection
from timeline.query.selection import Match
from timeline.render.clean import clean
from timeline.render.page import Page

SUFFIXES = (".years",)
VIEW = True
LEAVES_OUT = ("people", "places", "tags", "source", "quote", "notes", "claims", "series", "number")


def render(selection: Selection, page: Page) -> Iterator[str]:  # noqa: ARG001 - every format takes a page
    """Yield the lines."""
    for year, matches in groupby(selection.matches, _year):
        yield f"{year}: {'; '.join(clean(match.dated.event.title) for match in matches)}\n"


def losses(selection: Selection, page: Page) -> Iterator[str]:  # noqa: ARG001 - the same signature for every format
    """Yield what is left out and is no key of a record."""
    if selection.shown_undated:
        yield f"{len(selection.shown_undated)} undated events left out"


def _year(match: Match) -> str:
    interval = match.dated.interval
    return str(interval.earliest.year) if interval and interval.earliest is not None else "before"
