"""What of a timeline is asked for: periods, filters, certainty, order, counts."""

from timeline.query.filters import FILTERS, AmbiguousNameError, QueryError, UnknownNameError
from timeline.query.period import PeriodError, read_period
from timeline.query.selection import Counts, Match, Selection, select, select_day

__all__ = [
    "FILTERS",
    "AmbiguousNameError",
    "Counts",
    "Match",
    "PeriodError",
    "QueryError",
    "Selection",
    "UnknownNameError",
    "read_period",
    "select",
    "select_day",
]
