"""CSV for spreadsheets: a heading, then one event a row; what a spreadsheet would compute is text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from timeline.query import Selection
from timeline.render.clean import clean_lines
from timeline.render.page import Page
from timeline.render.record import record
from timeline.render.sources import named_alone

SUFFIXES = (".csv",)
VIEW = False
LEAVES_OUT = ("claims",)
FORMULA = ("=", "+", "-", "@", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}", "\N{FULLWIDTH COMMERCIAL AT}")


class _Sink:
    """A file for csv.writer that keeps nothing: what is written to it is what write returns."""

    def write(self, text: str) -> str:
        return text


def render(selection: Selection, page: Page) -> Iterator[str]:  # noqa: ARG001 - every format takes a page
    """Yield the rows."""
    rows = [record(match.dated, selection, match.certainty) for match in selection.matches]
    rows += [record(one, selection, "undated") for one in selection.shown_undated]
    columns = [key for key in _columns(selection) if key not in LEAVES_OUT]
    yield from csv_lines([columns, *([row[key] for key in columns] for row in rows)])


def losses(selection: Selection, page: Page) -> Iterator[str]:  # noqa: ARG001 - every format takes a page
    """Yield what a record does not say of its source."""
    yield from named_alone(selection)


def csv_lines(rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Yield rows of values as lines of CSV; what a spreadsheet would compute is text."""
    import csv

    write = csv.writer(_Sink(), lineterminator="\n").writerow
    for row in rows:
        yield str(write([_cell(value) for value in row]))


def _columns(selection: Selection) -> list[str]:
    from timeline.events.records import Dated, Event

    return list(record(Dated(Event("", "")), selection, None))


def _cell(value: Any) -> str:
    if isinstance(value, list):
        value = "; ".join(item["name"] if isinstance(item, dict) else item for item in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    text = clean_lines("" if value is None else str(value))
    return f"'{text}" if text.lstrip().startswith(FORMULA) else text
