"""A date as a reader writes it: "20–21 June 2021", "c. 1600", "since 1946"; "20–21 tháng 6 năm 2021" in Vietnamese.

Which form a date takes is decided here, for every language; the words of the forms are those of its wording. What a
language has no words for is shown as EDTF.
"""

from functools import partial
from typing import Any

from timeline.dates import Day, Grain, Interval, month_length
from timeline.render.wording import ENGLISH, UnsaidError, Wording, find_wording, phrase

CODED = ((21, 4, "season"), (25, 4, "season"), (29, 4, "southern_season"), (33, 4, "quarter"), (37, 3, "third"))
HALF = 40  # the first of EDTF's codes for halves
ROUND = {Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1000}  # years


def reader_date(interval: Interval, phrase: str = "", locale: str = ENGLISH) -> str:
    """Return a date in the words of a language, EDTF where it has none; raises UnknownLocaleError.

    `phrase` is how its record writes it: EDTF has one text for "by 1927" and "before 1928", and the year in the phrase
    decides.
    """
    try:
        return _date(find_wording(locale), interval, phrase)
    except UnsaidError:
        return f"{interval.edtf} ({interval.part.value})" if interval.part else interval.edtf


def year_words(day: Day, locale: str = ENGLISH) -> str:
    """Return the year of a day in words: 2021, 42 CE, 234 BCE."""
    try:
        return _year(find_wording(locale), day)
    except UnsaidError:
        return str(day).rsplit("-", 2)[0]


def month_word(number: int, locale: str = ENGLISH) -> str:
    """Return a month by itself, 1 for January."""
    wording = find_wording(locale)
    return wording.say("month_alone", m=number, **_names(wording, number))


def axis_label(day: Day, form: str, locale: str = ENGLISH) -> str:
    """Return a day in the short form "axis_day", "axis_day_year" or "axis_month" of a chart."""
    wording = find_wording(locale)
    try:
        return _calendar(wording, form, day)
    except UnsaidError:
        return str(day).rpartition("-")[0] if form == "axis_month" else str(day)


def no_date(locale: str = ENGLISH) -> str:
    """Return what stands in the place of a date that nobody knows."""
    return phrase(locale, "no_date")


def no_beginning(locale: str = ENGLISH) -> str:
    """Return the heading of what began at no known time."""
    return phrase(locale, "no_beginning")


def _date(w: Wording, interval: Interval, phrase: str = "") -> str:
    if interval.members:
        *others, last = [_date(w, member) for member in interval.members]
        return w.say("and" if interval.every else "or", x=", ".join(others), y=last) if others else last
    if interval.yearless:
        return _yearless(w, interval.edtf)
    if interval.stretch:
        return _stretch(w, interval)
    if interval.earliest is None or interval.latest is None:
        return _open_moment(w, interval, phrase)
    return _doubted(w, interval, _moment(w, interval))


def _stretch(w: Wording, interval: Interval) -> str:
    start, end = interval.start, interval.end
    if start and end:
        return _range(w, start, end)
    if start:
        return w.say("from_unknown" if interval.edtf.endswith("/") else "since", x=_date(w, start))
    if end:
        return w.say("until_unknown" if interval.edtf.startswith("/") else "until", x=_date(w, end))
    return w.say("never")


def _open_moment(w: Wording, interval: Interval, phrase: str) -> str:
    if interval.end and interval.latest is not None:
        follower = interval.latest + 1
        if interval.end.grain is Grain.YEAR and _names_year(phrase, follower):
            return w.say("before", x=_year(w, follower))
        return w.say("by", x=_date(w, interval.end))
    if interval.start and interval.earliest is not None:
        former = interval.earliest - 1
        if interval.start.grain is Grain.YEAR and _names_year(phrase, former):
            return w.say("after", x=_year(w, former))
        return w.say("or_later", x=_date(w, interval.start))
    return w.say("never")


def _names_year(phrase: str, day: Day) -> bool:
    # Korean writes its unit behind the number without a blank.
    digits = "".join(letter if letter.isdigit() else " " for letter in phrase).split()
    return str(_year_number(day)) in digits


def _moment(w: Wording, interval: Interval) -> str:
    if interval.part:
        from timeline.dates.change import whole

        return w.say(interval.part.value, interval.grain.value, x=_moment(w, whole(interval)))
    words = _unit(w, interval)
    if words:
        return words
    if interval.start and interval.end:
        return w.say("somewhere", x=_range(w, interval.start, interval.end))
    return w.say("one_of", interval.grain.value, x=_span(w, interval))


def _unit(w: Wording, interval: Interval) -> str:
    """Return the name of a unit of the calendar, or nothing where the days are no whole unit of their grain."""
    first, last = interval.earliest, interval.latest
    if first is None or last is None:
        return ""
    match interval.grain:
        case Grain.DAY if first == last:
            return _calendar(w, "day", first)
        case Grain.WEEK if last - first == 6:
            return w.say("week", x=_calendar(w, "day", first))
        case Grain.WEEKEND if last - first == 1:
            return w.say("weekend", x=_two_days(w, first, last))
        case Grain.MONTH if _whole_months(first, last) == 1:
            return _calendar(w, "month", first)
        case Grain.YEAR if _whole_months(first, last) == 12:
            return _year(w, first)
        case Grain.SEASON | Grain.QUARTER | Grain.HALF:
            return _coded(w, interval.edtf, first)
        case Grain.DECADE | Grain.CENTURY | Grain.MILLENNIUM:
            return _round_years(w, interval.grain, first, last)
    return ""


def _coded(w: Wording, edtf: str, first: Day) -> str:
    head, _, code = edtf.rstrip("?~%").rpartition("-")
    if not head or "/" in edtf or not code.isdigit():
        return ""
    # A winter, and a southern summer, begin in the year that they are named by.
    say = partial(w.counted, year=_year(w, first), of_year=_year_number(first))
    for since, count, form in CODED:
        if since <= int(code) < since + count:
            return say(form, int(code) - since + 1)
    return say("half", int(code) - HALF + 1)


def _round_years(w: Wording, grain: Grain, first: Day, last: Day) -> str:
    size = ROUND[grain]
    if _whole_months(first, last) != 12 * size:
        return ""
    since, until = first.year, last.year
    if grain is not Grain.DECADE:
        if since >= 0 and since % size == 0:
            return w.counted(grain.value, since // size + 1)
        if until <= 0 and until % size == 0:
            return w.counted(f"{grain.value}_bce", -until // size + 1)
    # "The 1900s" is a century to many readers.
    elif since > 0 and since % 10 == 0 and since % 100:
        return w.say("decade", n=since)
    return _two_years(w, first, last)


def _range(w: Wording, start: Interval, end: Interval) -> str:
    doubt = (start.uncertain, start.approximate)
    if not (start.part or end.part) and doubt == (end.uncertain, end.approximate):
        joined = _joined(w, start, end)
        if joined:
            return _doubted(w, start, joined)
    return w.say("range", start=_date(w, start), end=_date(w, end))


def _joined(w: Wording, start: Interval, end: Interval) -> str:
    """Return two ends of one grain as one text, or nothing where they do not share a form."""
    first, last = start.earliest, end.latest
    if start.grain is not end.grain or first is None or last is None or not (_unit(w, start) and _unit(w, end)):
        return ""
    if start.grain is Grain.DAY:
        return _two_days(w, first, last)
    if start.grain is Grain.MONTH and first.year == last.year:
        return _two_months(w, first, last)
    if start.grain is Grain.YEAR:
        return _two_years(w, first, last)
    return ""


def _span(w: Wording, interval: Interval) -> str:
    """Return the days from the earliest to the latest in the coarsest units that fit."""
    first, last = interval.earliest, interval.latest
    if first is None or last is None:
        return interval.edtf
    months = _whole_months(first, last)
    if not months:
        return _two_days(w, first, last)
    if months % 12 == 0 and first.month == 1:
        return _two_years(w, first, last)
    return _two_months(w, first, last)


def _two_days(w: Wording, first: Day, last: Day) -> str:
    if first == last:
        return _calendar(w, "day", first)
    if first.year != last.year:
        return w.say("range", start=_calendar(w, "day", first), end=_calendar(w, "day", last))
    return _calendar(w, "days_of_year" if first.month != last.month else "days_of_month", first, last)


def _two_months(w: Wording, first: Day, last: Day) -> str:
    if first.year != last.year:
        return w.say("range", start=_calendar(w, "month", first), end=_calendar(w, "month", last))
    return _calendar(w, "months_of_year" if first.month != last.month else "month", first, last)


def _two_years(w: Wording, first: Day, last: Day) -> str:
    if first.year == last.year:
        return _year(w, first)
    if _era(first) == _era(last):
        return w.say(f"years{_era(first)}", n=_year_number(first), last=_year_number(last))
    return w.say("range", start=_year(w, first), end=_year(w, last))


def _yearless(w: Wording, edtf: str) -> str:
    _, _, rest = edtf.rstrip("?~%").partition("-")
    month, _, day = rest.partition("-")
    if not month.isdigit() or not 1 <= int(month) <= 12:
        return w.say("year_unknown", x=edtf)
    form = "day_of_month" if day.isdigit() else "month_alone"
    number = int(month)
    return w.say("year_unknown", x=w.say(form, d=int(day) if day.isdigit() else 0, m=number, **_names(w, number)))


def _doubted(w: Wording, interval: Interval, words: str) -> str:
    words = w.say("approximate", x=words) if interval.approximate else words
    return w.say("uncertain", x=words) if interval.uncertain else words


def _whole_months(first: Day, last: Day) -> int:
    if first.day != 1 or last.day != month_length(last.year, last.month):
        return 0
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _calendar(w: Wording, form: str, first: Day, last: Day | None = None) -> str:
    """Return a form of days or months of one year."""
    if w.only_ce and first.year <= 0:
        raise UnsaidError(form)
    fields: dict[str, Any] = {"d": first.day, "m": first.month, "n": _year_number(first), **_names(w, first.month)}
    if last is not None:
        fields |= {"last_d": last.day, "last_m": last.month, **_names(w, last.month, "last_")}
    return w.say(form, year=_year(w, first), **fields)


def _names(w: Wording, number: int, which: str = "") -> dict[str, Any]:
    sorts = (("month", "months"), ("month_alone", "months_alone"), ("month_short", "months_short"))
    return {which + field: w.month_name(number, sort) for field, sort in sorts}


def _year(w: Wording, day: Day) -> str:
    return w.say(f"year{_era(day)}", n=_year_number(day))


def _year_number(day: Day) -> int:
    year = day.year
    return year if year > 0 else 1 - year


def _era(day: Day) -> str:
    """Return what the forms of the day's era end in: the first hundred years, and those before, are told apart."""
    year = day.year
    return "_bce" if year <= 0 else "_ce" if year < 100 else ""
