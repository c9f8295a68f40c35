"""Values of time: days of any year, grains, intervals, and EDTF in and out. Standard library only."""

from timeline.dates.day import Day, is_leap, month_length
from timeline.dates.errors import DateError, EdtfError, NonexistentDateError, ReversedRangeError, VagueDateError
from timeline.dates.grain import Grain, Part
from timeline.dates.interval import Interval

__all__ = [
    "DateError",
    "Day",
    "EdtfError",
    "Grain",
    "Interval",
    "NonexistentDateError",
    "Part",
    "ReversedRangeError",
    "VagueDateError",
    "is_leap",
    "month_length",
]
