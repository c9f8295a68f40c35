"""JSON: one list, a mention a line."""

from collections.abc import Iterable, Iterator

from timeline.render.json_text import json_text
from timeline.render.mentions.record import mention_record
from timeline.render.mentions.tagged import Layout, Tagged

ONE_TEXT = False
STEPS = True


def render(texts: Iterable[Tagged], layout: Layout) -> Iterator[str]:
    """Yield the list: piece by piece, for a large text has many."""
    before = "["
    for one in texts:
        for mention in one.mentions:
            yield before + json_text(mention_record(mention, one, layout))
            before = ",\n "
    yield "[]\n" if before == "[" else "]\n"
