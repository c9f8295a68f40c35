"""JSON: one document, with the sources that its events name."""

from collections.abc import Iterator

from timeline.query import Selection
from timeline.render.json_text import json_text
from timeline.render.page import Page
from timeline.render.record import document, record, source_record
from timeline.render.sources import told

SUFFIXES = (".json",)
VIEW = False
LEAVES_OUT = ()


def render(selection: Selection, page: Page) -> Iterator[str]:  # noqa: ARG001 - every format takes a page
    """Yield the document, an event a line; the undated stand in a list of their own."""
    whole = document(selection)
    events = [json_text(record(match.dated, selection, match.certainty)) for match in selection.matches]
    undated = [json_text(record(one, selection, None)) for one in selection.shown_undated]
    sources = [json_text(source_record(source)) for source in told(selection)]
    yield f'{{"schema": {json_text(whole["schema"])},\n'
    yield f' "events": [{_list(events)}],\n'
    yield f' "undated": [{_list(undated)}],\n'
    yield f' "sources": [{_list(sources)}],\n'
    yield f' "counts": {json_text(whole["counts"])}}}\n'


def _list(items: list[str]) -> str:
    return "\n  " + ",\n  ".join(items) if items else ""
