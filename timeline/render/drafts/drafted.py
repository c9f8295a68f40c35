"""What the formats of `extract` are given: a text with the drafts made from it."""

from typing import NamedTuple

from timeline.extract import Draft, Extraction


class Drafted(NamedTuple):
    """The name of a file, its text, and what was drafted from it."""

    name: str
    text: str
    extraction: Extraction


class Layout(NamedTuple):
    """Where the drafts go: columns of a line (0: as many as it needs), colours, several texts or one, with steps."""

    width: int = 0
    colour: bool = False
    several: bool = False
    why: bool = False


def marks(draft: Draft) -> tuple[str, ...]:
    """What is to be known of a draft beside its date: planned, inferred, implied, doubtful."""
    said = (draft.status if draft.status != "held" else "", "inferred" * draft.inferred, "implied" * draft.implied)
    return tuple(mark for mark in (*said, "doubtful" if draft.doubtful else "") if mark)
