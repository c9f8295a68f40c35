"""A draft as one flat record, in the shape of `extract --json`."""

from typing import Any

from timeline.extract import Draft
from timeline.render.drafts.drafted import Drafted, Layout


def draft_record(draft: Draft, of: Drafted, layout: Layout) -> dict[str, Any]:
    """Return the record: start and end are code points of the date expression.

    Of several texts it begins with the file; with `why` it ends with the steps to the date.
    """
    record: dict[str, Any] = {
        "start": draft.start,
        "end": draft.end,
        "expression": draft.expression,
        "edtf": draft.edtf,
        "kind": draft.kind,
        "title": draft.title,
        "organisations": list(draft.organisations),
        "people": list(draft.people),
        "places": list(draft.places),
        "status": draft.status,
        "implied": draft.implied,
        "inferred": draft.inferred,
        "doubtful": draft.doubtful,
        "quote": draft.quote,
    }
    if layout.why:
        record["steps"] = list(draft.steps)
    return {"file": of.name} | record if layout.several else record
