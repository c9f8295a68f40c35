"""A date as a reader writes it: "20–21 June 2021", "c. 1600", "since 1946", "early 1990s".

English, the day before the month, an en dash between two ends (with spaces where an end has a space in it), BCE without
a year 0.
"""

from timeline.dates import Day, Grain, Interval, month_length
from timeline.dates.errors import MONTHS

SEASONS = ("spring", "summer", "autumn", "winter")
# Of these one says "mid-June 2021"; of the others "in the middle of the 3rd quarter of 2021".
NAMED = (Grain.MONTH, Grain.SEASON, Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM)
PLACES = {"early": "early in the", "mid": "in the middle of the", "late": "late in the"}


def reader_date(interval: Interval, phrase: str = "") -> str:
    """Return a date in words.

    `phrase` is how its record writes it: EDTF has one text for "by 1927" and "before 1928", and the year in the phrase
    decides.
    """
    if interval.members:
        joint = "and" if interval.every else "or"
        words = [reader_date(member) for member in interval.members]
        return f"{', '.join(words[:-1])} {joint} {words[-1]}" if words[1:] else words[0]
    if interval.yearless:
        return _yearless(interval.edtf)
    if interval.stretch:
        return _stretch(interval)
    if interval.earliest is None or interval.latest is None:
        return _open_moment(interval, phrase)
    return _doubt(interval) + _moment(interval)


def _stretch(interval: Interval) -> str:
    start, end = interval.start, interval.end
    if start and end:
        return _range(start, end)
    if start:
        unknown = ", end unknown" if interval.edtf.endswith("/") else ""
        return f"{'from' if unknown else 'since'} {reader_date(start)}{unknown}"
    unknown = ", beginning unknown" if interval.edtf.startswith("/") else ""
    return f"until {reader_date(end)}{unknown}" if end else "at no known time"


def _open_moment(interval: Interval, phrase: str) -> str:
    if interval.end and interval.latest is not None:
        follower = str(_year_number(interval.latest + 1))
        if interval.end.grain is Grain.YEAR and _names(phrase, follower):
            return f"before {follower}{_era(interval.latest + 1)}"
        return f"by {reader_date(interval.end)}"
    if interval.start and interval.earliest is not None:
        former = str(_year_number(interval.earliest - 1))
        if interval.start.grain is Grain.YEAR and _names(phrase, former):
            return f"after {former}{_era(interval.earliest - 1)}"
        return f"{reader_date(interval.start)} or later"
    return "at no known time"


def _names(phrase: str, number: str) -> bool:
    words = "".join(letter if letter.isalnum() else " " for letter in phrase).split()
    return number in words


def _moment(interval: Interval) -> str:
    if interval.part:
        from timeline.dates.change import whole

        words, part = _moment(whole(interval)), interval.part.value
        if interval.grain in NAMED:
            return f"mid-{words}" if part == "mid" else f"{part} {words}"
        return f"{PLACES[part]} {words}"
    words = _unit(interval)
    if words:
        return words
    if interval.start and interval.end:
        return f"some time in {_range(interval.start, interval.end)}"
    return f"a {interval.grain.value} in {_span(interval)}"


def _unit(interval: Interval) -> str:
    """Return the name of a unit of the calendar, or nothing where the days are no whole unit of their grain."""
    first, last = interval.earliest, interval.latest
    if first is None or last is None:
        return ""
    match interval.grain:
        case Grain.DAY if first == last:
            return _day(first)
        case Grain.WEEK if last - first == 6:
            return f"week of {_day(first)}"
        case Grain.WEEKEND if last - first == 1:
            return f"weekend of {_two_days(first, last)}"
        case Grain.MONTH if _whole_months(first, last) == 1:
            return _month(first)
        case Grain.YEAR if _whole_months(first, last) == 12:
            return year_words(first)
        case Grain.SEASON | Grain.QUARTER | Grain.HALF:
            return _coded(interval.edtf, first)
        case Grain.DECADE | Grain.CENTURY | Grain.MILLENNIUM:
            return _round_years(interval.grain, first, last)
    return ""


def _coded(edtf: str, first: Day) -> str:
    head, _, code = edtf.rstrip("?~%").rpartition("-")
    if not head or "/" in edtf or not code.isdigit():
        return ""
    number = int(code)
    # A winter, and a southern summer, begin in the year that they are named by.
    year = year_words(first)
    if 21 <= number <= 28:
        return f"{SEASONS[(number - 21) % 4]} {year}"
    if number <= 32:
        return f"southern {SEASONS[number - 29]} {year}"
    if number <= 36:
        return f"{_ordinal(number - 32)} quarter of {year}"
    if number <= 39:
        return f"{_ordinal(number - 36)} third of {year}"
    return f"{_ordinal(number - 39)} half of {year}"


def _round_years(grain: Grain, first: Day, last: Day) -> str:
    size = {Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1000}[grain]
    if _whole_months(first, last) != 12 * size:
        return ""
    since, until = first.year, last.year
    if grain is not Grain.DECADE:
        if since >= 0 and since % size == 0:
            return f"{_ordinal(since // size + 1)} {grain.value}"
        if until <= 0 and until % size == 0:
            return f"{_ordinal(-until // size + 1)} {grain.value} BCE"
    # "The 1900s" is a century to many readers.
    elif since > 0 and since % 10 == 0 and since % 100:
        return f"{since}s"
    return _two_years(first, last)


def _range(start: Interval, end: Interval) -> str:
    doubt = _doubt(start)
    joined = "" if start.part or end.part or doubt != _doubt(end) else _joined(start, end)
    return doubt + joined if joined else f"{reader_date(start)} – {reader_date(end)}"


def _joined(start: Interval, end: Interval) -> str:
    """Return two ends of one grain as one text, or nothing where they do not share a form."""
    first, last = start.earliest, end.latest
    if start.grain is not end.grain or first is None or last is None or not (_unit(start) and _unit(end)):
        return ""
    if start.grain is Grain.DAY:
        return _two_days(first, last)
    if start.grain is Grain.MONTH and first.year == last.year:
        return f"{MONTHS[first.month - 1]}–{_month(last)}" if first.month != last.month else _month(last)
    if start.grain is Grain.YEAR:
        return _two_years(first, last)
    return ""


def _span(interval: Interval) -> str:
    """Return the days from the earliest to the latest in the coarsest units that fit."""
    first, last = interval.earliest, interval.latest
    if first is None or last is None:
        return interval.edtf
    months = _whole_months(first, last)
    if not months:
        return _two_days(first, last)
    if months % 12 == 0 and first.month == 1:
        return _two_years(first, last)
    if months == 1:
        return _month(first)
    return (
        f"{MONTHS[first.month - 1]}–{_month(last)}" if first.year == last.year else f"{_month(first)} – {_month(last)}"
    )


def _two_days(first: Day, last: Day) -> str:
    if first == last:
        return _day(first)
    if first.year != last.year:
        return f"{_day(first)} – {_day(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} – {_day(last)}"
    return f"{first.day}–{_day(last)}"


def _two_years(first: Day, last: Day) -> str:
    if first.year == last.year:
        return year_words(first)
    if _era(first) == _era(last):
        return f"{_year_number(first)}–{year_words(last)}"
    return f"{year_words(first)} – {year_words(last)}"


def _yearless(edtf: str) -> str:
    _, _, rest = edtf.rstrip("?~%").partition("-")
    month, _, day = rest.partition("-")
    if not month.isdigit() or not 1 <= int(month) <= 12:
        return f"{edtf}, year unknown"
    name = MONTHS[int(month) - 1]
    return f"{int(day)} {name}, year unknown" if day.isdigit() else f"{name}, year unknown"


def _doubt(interval: Interval) -> str:
    return ("possibly " if interval.uncertain else "") + ("c. " if interval.approximate else "")


def _whole_months(first: Day, last: Day) -> int:
    if first.day != 1 or last.day != month_length(last.year, last.month):
        return 0
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _day(day: Day) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: Day) -> str:
    return f"{MONTHS[day.month - 1]} {year_words(day)}"


def year_words(day: Day) -> str:
    """Return the year of a day in words: 2021, 42 CE, 234 BCE."""
    return f"{_year_number(day)}{_era(day)}"


def _year_number(day: Day) -> int:
    year = day.year
    return year if year > 0 else 1 - year


def _era(day: Day) -> str:
    year = day.year
    return " BCE" if year <= 0 else " CE" if year < 100 else ""


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
