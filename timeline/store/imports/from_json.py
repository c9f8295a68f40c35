"""JSON: the document of `--json`, or a list of events."""

import json
from collections.abc import Mapping, Sequence

from timeline.store.checking import describe
from timeline.store.decoding import UndecodableError, decode
from timeline.store.imports.from_jsonl import take
from timeline.store.imports.rows import Remark, Row, Rows, UnreadableImportError

SUFFIXES = (".json",)
COLUMNS = False
LISTS = ("events", "undated")


def read(raw: bytes, name: str, columns: Mapping[str, Sequence[str]]) -> Rows:  # noqa: ARG001 - every format takes them
    """Return the rows, of the undated too. Raises UnreadableImportError."""
    try:
        document = json.loads(decode(raw).text)
    except json.JSONDecodeError as error:
        raise UnreadableImportError(f"{name}:{error.lineno}:{error.colno}", f"not JSON: {error.msg}") from error
    except (UndecodableError, RecursionError, ValueError) as error:
        raise UnreadableImportError(name, f"not JSON: {error}") from error
    lists = {key: document[key] for key in LISTS if key in document} if isinstance(document, dict) else {"": document}
    if not lists or not all(isinstance(records, list) for records in lists.values()):
        raise UnreadableImportError(name, 'events stand in a list, or in {"events": […]}, as `show --json` prints them')
    rows: list[Row] = []
    remarks: list[Remark] = []
    for key, records in lists.items():
        for number, record in enumerate(records, 1):
            take(record, f"{'undated event' if key == 'undated' else 'event'} {number}", rows, remarks)
    sources = document.get("sources", []) if isinstance(document, dict) else []
    if not isinstance(sources, list):
        remarks.append(Remark("", "sources", f"they stand in a list, and this is {describe(sources)}", lost=True))
        sources = []
    for number, source in enumerate(sources, 1):
        if not isinstance(source, dict):
            said = f"a source is an object, and this is {describe(source)}"
            remarks.append(Remark(f"source {number}", "", said, lost=True))
    named = tuple(Row(f"source {number}", one) for number, one in enumerate(sources, 1) if isinstance(one, dict))
    return Rows(tuple(rows), tuple(remarks), named)
