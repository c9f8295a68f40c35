"""EDTF in: levels 0, 1 and 2 of ISO 8601-2 as far as one interval or a set of them can mean it.

The scanner is written by hand: a plain year, month or day, which is nearly all there is, must cost a few microseconds.
Readings: seasons without a hemisphere are northern, winter begins in the year it is named by; a time of day is read as
its day; X stands for every digit that makes a day which exists. Beyond EDTF, 'Y17000-01-31' is read, as every day needs
a text.
"""

from timeline.dates.day import Day, month_length
from timeline.dates.ends import stretch
from timeline.dates.errors import EdtfError
from timeline.dates.grain import Grain
from timeline.dates.interval import Interval


def parse(text: str) -> Interval:
    """Return what an EDTF text means.

    Raises EdtfError where it is not EDTF, NonexistentDateError for a well-formed day that no calendar has (2021-02-30)
    and ReversedRangeError for a range whose end lies before its start. White space around the text is not taken.
    """
    plain = _plain(text)
    if plain is not None:
        return plain
    if text[:1] in ("[", "{"):
        # Sets are rare: a command that meets none starts without them.
        from timeline.dates.sets import read_set  # noqa: PLC0415

        return read_set(text)
    if "/" in text:
        return _interval(text)
    return read_date(text, 0, len(text))


def _plain(text: str) -> Interval | None:
    """Return a year, month or day of four digits, two and two; None leaves the text to the scanner."""
    length = len(text)
    if not text.isascii() or not text[:4].isdigit():
        return None
    if length == 4:
        year = int(text)
        return Interval(text, Day.of(year), Day.of(year, 12, 31), Grain.YEAR)
    if length == 7 and text[4] == "-" and text[5:].isdigit():
        year, month = int(text[:4]), int(text[5:])
        if 1 <= month <= 12:
            first = Day.of(year, month)
            return Interval(text, first, Day(int(first) + month_length(year, month) - 1), Grain.MONTH)
    elif length == 10 and text[4] == "-" and text[7] == "-" and text[5:7].isdigit() and text[8:].isdigit():
        month, number = int(text[5:7]), int(text[8:])
        if 1 <= month <= 12 and 1 <= number <= 31:
            one = Day.of(int(text[:4]), month, number)
            return Interval(text, one, one, Grain.DAY)
    return None


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


def read_date(text: str, start: int, stop: int) -> Interval:
    """Return the date between two places of a text, which an error names whole."""
    plain = _plain(text[start:stop])
    if plain is not None:
        return plain
    # Nearly every date is plain, and a command that meets no other starts without the scanner.
    from timeline.dates.scanner import scan  # noqa: PLC0415

    return scan(text, start, stop)
