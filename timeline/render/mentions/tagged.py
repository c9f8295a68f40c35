"""What the formats of `dates` are given: a text with the date expressions in it."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from timeline.dates import Interval
    from timeline.resolve.mention import Mention


class Tagged(NamedTuple):
    """A text, the name of its file, the mentions in it in order, and when it was published, where known."""

    name: str
    text: str
    mentions: "list[Mention]"
    published: "Interval | None" = None


class Layout(NamedTuple):
    """Where the mentions go: columns of a line (0: as many as it needs), colours, several texts or one, with steps."""

    width: int = 0
    colour: bool = False
    several: bool = False
    why: bool = False
