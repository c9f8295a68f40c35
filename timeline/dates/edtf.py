"""EDTF in: levels 0, 1 and 2 of ISO 8601-2 as far as one interval or a set of them can mean it.

Readings: seasons without a hemisphere are northern, winter begins in the year it is named by; a time of day is read as
its day; X stands for every digit that makes a day which exists. Beyond EDTF, 'Y17000-01-31' is read, as every day needs
a text.
"""

from timeline.dates.date import read_date
from timeline.dates.ends import stretch
from timeline.dates.errors import EdtfError
from timeline.dates.interval import Interval


def parse(text: str) -> Interval:
    """Return what an EDTF text means.

    Raises EdtfError where it is not EDTF, NonexistentDateError for a well-formed day that no calendar has (2021-02-30)
    and ReversedRangeError for a range whose end lies before its start. White space around the text is not taken.
    """
    if text[:1] in ("[", "{"):
        # Sets are rare: a command that meets none starts without them.
        from timeline.dates.sets import read_set  # noqa: PLC0415

        return read_set(text)
    if "/" in text:
        return _interval(text)
    return read_date(text, 0, len(text))


def _interval(text: str) -> Interval:
    stroke = text.index("/")
    second = text.find("/", stroke + 1)
    if second >= 0:
        raise EdtfError(text, second + 1, "a second '/'; an interval has one start and one end: 2004-06/2006-08")
    left, right = text[:stroke], text[stroke + 1 :]
    if left in ("", "..") and right in ("", ".."):
        raise EdtfError(text, 1, "no date on either side; an interval has one at least: 1946/.. or ../2030")
    start = None if left in ("", "..") else read_date(text, 0, stroke)
    end = None if right in ("", "..") else read_date(text, stroke + 1, len(text))
    return stretch(start, end, unknown_start=not left, unknown_end=not right)
