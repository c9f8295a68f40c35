"""JSON Lines: an event a line, in the shape of `--jsonl`."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from timeline.store.checking import describe
from timeline.store.decoding import UndecodableError, decode
from timeline.store.definitions import TABLES
from timeline.store.imports.rows import ADDRESS, DATES, DERIVED, Remark, Row, Rows, UnreadableImportError

SUFFIXES = (".jsonl", ".ndjson")
COLUMNS = False
KNOWN = frozenset((*TABLES["event"], "claims", *DATES, ADDRESS, *DERIVED)) - {"claim"}


def read(raw: bytes, name: str, columns: Mapping[str, Sequence[str]]) -> Rows:  # noqa: ARG001 - every format takes them
    """Return the rows; a line that is no event is remarked. Raises UnreadableImportError."""
    try:
        text = decode(raw).text
    except UndecodableError as error:
        raise UnreadableImportError(name, str(error)) from error
    rows: list[Row] = []
    remarks: list[Remark] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            remarks.append(Remark(f"line {number}", "", f"not JSON: {_said(error)}", lost=True))
        else:
            take(record, f"line {number}", rows, remarks)
    return Rows(tuple(rows), tuple(remarks))


def take(record: Any, place: str, rows: list[Row], remarks: list[Remark]) -> None:
    """Add the row of a record, and remarks on what is none of it."""
    if not isinstance(record, dict):
        remarks.append(Remark(place, "", f"an event is an object, and this is {describe(record)}", lost=True))
        return
    unknown = [key for key in record if key not in KNOWN]
    remarks += [Remark(place, key, "no key of an event, and left out", lost=True) for key in unknown]
    values = {key: value for key, value in record.items() if key in KNOWN and value is not None}
    # They follow from the date itself.
    for key in ("earliest", "latest"):
        if "edtf" in values or "when" in values:
            values.pop(key, None)
    rows.append(Row(place, values))


def _said(error: Exception) -> str:
    return error.msg if isinstance(error, json.JSONDecodeError) else "it is nested too deeply"
