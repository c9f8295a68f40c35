"""JSON Lines: a record a line, the undated last."""

from collections.abc import Iterator

from timeline.query import Selection
from timeline.render.json_text import json_text
from timeline.render.page import Page
from timeline.render.record import record
from timeline.render.sources import named_alone

SUFFIXES = (".jsonl", ".ndjson")
VIEW = False
LEAVES_OUT = ()


def render(selection: Selection, page: Page) -> Iterator[str]:  # noqa: ARG001 - every format takes a page
    """Yield one line an event."""
    for match in selection.matches:
        yield json_text(record(match.dated, selection, match.certainty)) + "\n"
    for one in selection.shown_undated:
        yield json_text(record(one, selection, None)) + "\n"


def losses(selection: Selection, page: Page) -> Iterator[str]:  # noqa: ARG001 - every format takes a page
    """Yield what a record does not say of its source."""
    yield from named_alone(selection)
