"""The one value of this room: when something was, as far as it is known."""

from dataclasses import dataclass

from timeline.dates.day import Day
from timeline.dates.grain import Grain, Part


@dataclass(frozen=True, slots=True)
class Interval:
    """One moment somewhere between two days, a stretch from one to the other, or a set of such.

    `edtf` is the canonical text: reading it gives the same text again. Days are inclusive, None where open, unknown or
    without a year. A moment that EDTF has a code for has neither `start` nor `end`; what has two ends keeps them.
    """

    edtf: str
    earliest: Day | None
    latest: Day | None
    grain: Grain  # of what has two ends: the finer of them
    stretch: bool = False  # True: all the way from .. to; False: one moment somewhere inside
    approximate: bool = False  # ~ or %, on any part or end
    uncertain: bool = False  # ? or %
    part: Part | None = None  # the third of the unit which the days are; edtf stays the unit's
    start: "Interval | None" = None
    end: "Interval | None" = None
    members: "tuple[Interval, ...]" = ()
    every: bool = False  # of members: True {a,b} each of them; False [a,b] one of them
    yearless: bool = False  # such as XXXX-10-24: no day is known

    @property
    def days(self) -> int | None:
        """The number of days from the earliest to the latest, both counted; None where a side is open."""
        if self.earliest is None or self.latest is None:
            return None
        return self.latest - self.earliest + 1

    @property
    def dated(self) -> bool:
        """Whether at least one of the two days is known."""
        return self.earliest is not None or self.latest is not None

    def overlaps(self, other: "Interval") -> bool:
        """Tell whether some day lies in both; an open side reaches for ever."""
        return not (_before(self.latest, other.earliest) or _before(other.latest, self.earliest))

    def contains(self, other: "Interval") -> bool:
        """Tell whether every day of the other lies in this one; an open side is contained in an open side only."""
        starts = self.earliest is None or (other.earliest is not None and self.earliest <= other.earliest)
        ends = self.latest is None or (other.latest is not None and other.latest <= self.latest)
        return starts and ends


def _before(latest: Day | None, earliest: Day | None) -> bool:
    return latest is not None and earliest is not None and latest < earliest
