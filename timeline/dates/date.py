"""One EDTF date in: a year, month, day, season or masked date, by itself or within a longer text.

A plain year, month or day, which is nearly all there is, must cost a few microseconds: the
scanner, written by hand, reads the others.
"""

from timeline.dates.day import Day, month_length
from timeline.dates.grain import Grain
from timeline.dates.interval import Interval


def read_date(text: str, start: int, stop: int) -> Interval:
    """Return the date between two places of a text, which an error names whole."""
    plain = _plain(text[start:stop])
    if plain is not None:
        return plain
    # Nearly every date is plain, and a command that meets no other starts without the scanner.
    from timeline.dates.scanner import scan  # noqa: PLC0415

    return scan(text, start, stop)


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
