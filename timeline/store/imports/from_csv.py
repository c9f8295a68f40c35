"""CSV: a heading, then an event a row; commas, semicolons, tabs or bars between the cells."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from timeline.store.decoding import UndecodableError, decode
from timeline.store.definitions import TABLES
from timeline.store.imports.columns import assign
from timeline.store.imports.rows import Remark, Row, Rows, UnreadableImportError

SUFFIXES = (".csv", ".tsv")
COLUMNS = True
DELIMITERS = ",;\t|"
LONGEST_CELL = 10_000_000  # code points
# What a spreadsheet would compute has an apostrophe before it.
FORMULA = ("=", "+", "-", "@", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}", "\N{FULLWIDTH COMMERCIAL AT}")


def read(raw: bytes, name: str, columns: Mapping[str, Sequence[str]]) -> Rows:
    """Return the rows; the heading is row 1. Raises UnreadableImportError and UnknownColumnError."""
    try:
        text = decode(raw).text
        records = _records(text)
    except (UndecodableError, csv.Error) as error:
        raise UnreadableImportError(name, str(error)) from error
    if not records:
        raise UnreadableImportError(name, "it is empty, and should begin with the names of its columns")
    headings = records[0]
    keys, remarks = assign(headings, columns)
    if not any(keys):
        raise UnreadableImportError(name, f"none of its columns is known: {', '.join(headings)}; name them: --column")
    rows = []
    for number, cells in enumerate(records[1:], 2):
        if any(cell.strip() for cell in cells):
            rows.append(Row(f"row {number}", _values(keys, cells)))
            remarks += _beyond(f"row {number}", cells, len(headings))
    return Rows(tuple(rows), tuple(remarks))


def _records(text: str) -> list[list[str]]:
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        first = text.lstrip("\r\n").split("\n", 1)[0]
        delimiter = max(DELIMITERS, key=first.count)
        found = csv.reader(io.StringIO(text.lstrip("\r\n"), newline=""), delimiter=delimiter, strict=True)
        return [[_unguarded(cell) for cell in cells] for cells in found]
    finally:
        csv.field_size_limit(before)


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip().startswith(FORMULA) else cell


def _values(keys: Sequence[str | None], cells: Sequence[str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, cell in zip(keys, cells, strict=False):
        if key is None or not cell.strip():
            continue
        if key not in values:
            values[key] = cell
        else:  # several columns are named for one key
            values[key] += ("; " if TABLES["event"][key].type == "texts" else "\n") + cell
    return values


def _beyond(place: str, cells: Sequence[str], columns: int) -> Iterator[Remark]:
    extra = [cell for cell in cells[columns:] if cell.strip()]
    if extra:
        yield Remark(place, "", f"{len(extra)} more than the {columns} columns: {'; '.join(extra)}", lost=True)
