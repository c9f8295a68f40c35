"""For a pipe: one draft a line, tab-separated; EDTF, kind, title, organisations, marks, and the words of the date."""

from collections.abc import Iterable, Iterator

from timeline.render.clean import clean
from timeline.render.drafts.drafted import Drafted, Layout, marks


def render(texts: Iterable[Drafted], layout: Layout) -> Iterator[str]:
    """Yield a line for each draft; of several texts it begins with the file. With `why` the steps stand below it."""
    for one in texts:
        for draft in one.extraction.drafts:
            fields = [
                *([one.name] if layout.several else ()),
                draft.edtf,
                draft.kind,
                draft.title,
                "; ".join(draft.organisations),
                ", ".join(marks(draft)),
                draft.expression,
            ]
            yield "\t".join(map(clean, fields)) + "\n"
            if layout.why:
                yield from (f"  {clean(step)}\n" for step in draft.steps)
