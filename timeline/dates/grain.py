"""How coarse a date is, and which third of its unit is meant."""

import enum


class Grain(enum.Enum):
    """The size of the unit that a date names."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"

    rank: int
    # That of Enum is written in Python, and every table by grain asks for it; a member is one object for ever.
    __hash__ = object.__hash__

    def __init__(self, _value: str) -> None:
        # The order above is the order of size.
        self.rank = len(type(self).__members__)


class Part(enum.Enum):
    """A third of a unit, which EDTF cannot say."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"


def finest(*grains: Grain) -> Grain:
    """Return the finest of some grains."""
    return min(grains, key=lambda grain: grain.rank)
