"""JSON Lines: a mention a line."""

from collections.abc import Iterable, Iterator

from timeline.render.json_text import json_text
from timeline.render.mentions.record import mention_record
from timeline.render.mentions.tagged import Layout, Tagged

ONE_TEXT = False
STEPS = True


def render(texts: Iterable[Tagged], layout: Layout) -> Iterator[str]:
    """Yield the lines."""
    for one in texts:
        for mention in one.mentions:
            yield json_text(mention_record(mention, one, layout)) + "\n"
