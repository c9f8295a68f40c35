"""JSON Lines: a draft a line."""

from collections.abc import Iterable, Iterator

from timeline.render.drafts.drafted import Drafted, Layout
from timeline.render.drafts.record import draft_record
from timeline.render.json_text import json_text


def render(texts: Iterable[Drafted], layout: Layout) -> Iterator[str]:
    """Yield a line for each draft."""
    for one in texts:
        for draft in one.extraction.drafts:
            yield json_text(draft_record(draft, one, layout)) + "\n"
