"""What find_dates gives: a date expression in its place, with what it means there."""

from typing import NamedTuple

from timeline.dates import Interval
from timeline.resolve.timexes import Timex


class Mention(NamedTuple):
    """A phrase that says when, as one interval; None where nothing anchors it. start and end are code points.

    `inferred`: its year is told by no word of its own, nor by a known day of writing.
    """

    start: int
    end: int
    text: str
    interval: Interval | None
    rule: str
    timexes: tuple[Timex, ...] = ()
    steps: tuple[str, ...] = ()
    inferred: bool = False
