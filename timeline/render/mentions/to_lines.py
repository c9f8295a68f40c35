"""Lines for other programs: one mention a line, its fields between tabs. No heading, no colour, no wrapping."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from timeline.render.clean import clean
from timeline.render.mentions.tagged import Layout, Tagged

if TYPE_CHECKING:
    from timeline.resolve.mention import Mention

ONE_TEXT = False
STEPS = True


def render(texts: Iterable[Tagged], layout: Layout) -> Iterator[str]:
    """Yield start, end, words, EDTF, rule, timexes and marks of each mention; of several texts first the file."""
    for one in texts:
        file = [one.name] if layout.several else []
        for mention in one.mentions:
            yield "\t".join(map(clean, [*file, *_fields(mention)])) + "\n"
            if layout.why:
                yield from (f"  {clean(step)}\n" for step in mention.steps)


def _fields(mention: "Mention") -> tuple[str, ...]:
    interval = mention.interval
    marks = [interval.part.value] if interval and interval.part else []
    return (
        str(mention.start),
        str(mention.end),
        " ".join(mention.text.split()),
        interval.edtf if interval else "",
        mention.rule,
        "; ".join(f"{timex.type} {timex.value}" for timex in mention.timexes),
        ",".join([*marks, *(["inferred"] if mention.inferred else [])]),
    )
