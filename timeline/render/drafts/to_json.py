"""One JSON document: a list of drafts."""

from collections.abc import Iterable, Iterator

from timeline.render.drafts.drafted import Drafted, Layout
from timeline.render.drafts.record import draft_record
from timeline.render.json_text import json_text


def render(texts: Iterable[Drafted], layout: Layout) -> Iterator[str]:
    """Yield the document a draft at a time."""
    gap = "["
    for one in texts:
        for draft in one.extraction.drafts:
            yield f"{gap}\n{json_text(draft_record(draft, one, layout), 1)}"
            gap = ","
    yield "[]\n" if gap == "[" else "\n]\n"
