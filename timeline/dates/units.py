"""Every constructor of canonical intervals, and what leads from one to another."""

from timeline.dates.change import containing, shift, whole, with_part
from timeline.dates.ends import block, stretch
from timeline.dates.marks import qualify
from timeline.dates.ranges import after, before, by, each_of, not_before, one_of, since, until
from timeline.dates.single import (
    century,
    coded,
    day,
    decade,
    half,
    millennium,
    month,
    quarter,
    season,
    span,
    week,
    weekend,
    year,
    yearless,
    years,
)

__all__ = [
    "after",
    "before",
    "block",
    "by",
    "century",
    "coded",
    "containing",
    "day",
    "decade",
    "each_of",
    "half",
    "millennium",
    "month",
    "not_before",
    "one_of",
    "qualify",
    "quarter",
    "season",
    "shift",
    "since",
    "span",
    "stretch",
    "until",
    "week",
    "weekend",
    "whole",
    "with_part",
    "year",
    "yearless",
    "years",
]
