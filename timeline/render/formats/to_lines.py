"""Lines for other programs: one event a line, its fields between tabs. No heading, no colour, no wrapping."""

from collections.abc import Iterator

from timeline.query import Match, Selection
from timeline.render.clean import clean
from timeline.render.page import Page
from timeline.render.sections import marks, organisation_names

SUFFIXES = (".tsv",)
VIEW = True
LEAVES_OUT = (
    "words",
    "anchor",
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


def render(selection: Selection, page: Page) -> Iterator[str]:  # noqa: ARG001 - every format takes a page
    """Yield EDTF, kind, title, organisations, id, match and marks of each event."""
    for match in selection.matches:
        yield _line(match, selection)
    for one in selection.shown_undated:
        yield _line(Match(one, "undated"), selection)


def _line(match: Match, selection: Selection) -> str:
    one = match.dated
    found = [mark for mark in marks(match) if mark != match.certainty]
    if one.interval and one.interval.part:
        found.insert(0, one.interval.part.value)
    fields = (
        one.interval.edtf if one.interval else "",
        one.event.kind,
        one.event.title,
        "; ".join(organisation_names(one, selection)),
        one.event.id,
        match.certainty,
        ",".join(found),
    )
    return "\t".join(map(clean, fields)) + "\n"
