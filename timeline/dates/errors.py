"""What can be wrong with a date."""

from timeline.errors import TimelineError

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SHOWN = 60  # characters of a text that a message repeats


class DateError(TimelineError):
    """The root of what can be wrong with a date."""


class NonexistentDateError(DateError):
    """A day or a month that no calendar has, such as 30 February 2021."""

    def __init__(self, year: int | None, month: int, day: int, length: int = 0) -> None:
        """Take the date as stated (no year: in any), and the days its month has (0 where the month does not exist)."""
        self.year, self.month, self.day = year, month, day
        if length and year is None:
            stated, reason = f"{day} {MONTHS[month - 1]}", f"{MONTHS[month - 1]} has no more than {length} days"
        elif length:
            stated, reason = f"{day} {MONTHS[month - 1]} {year}", f"{MONTHS[month - 1]} {year} has {length} days"
        else:
            stated, reason = f"month {month} of {year}", "a year has the months 1 to 12"
        super().__init__(f"{stated} does not exist: {reason}")


class ReversedRangeError(DateError):
    """A range whose end lies before its start."""

    def __init__(self, start: str, end: str) -> None:
        """Take both ends as written."""
        self.start, self.end = start, end
        super().__init__(f"the range from {start} to {end} ends before it starts: is it {end} to {start}?")


class VagueDateError(DateError):
    """A date that states no day from which one could count on."""

    def __init__(self, text: str, wish: str) -> None:
        """Take the EDTF of the date, and what was wanted of it."""
        self.text = text
        super().__init__(
            f"{clipped(text)} states no definite days: {wish} needs a date whose first and last day are known"
        )


class EdtfError(DateError):
    """A text that is not EDTF."""

    def __init__(self, text: str, column: int, reason: str) -> None:
        """Take the text, the column (from 1) where it goes wrong, what is wrong there and what would be accepted."""
        self.text, self.column, self.reason = text, column, reason
        super().__init__(f"{clipped(text)} is not EDTF, column {column}: {reason}")


def clipped(text: str) -> str:
    """Return the text in quotes, control characters escaped, at most a line long."""
    return repr(text if len(text) <= SHOWN else text[: SHOWN - 1] + "…")
