"""TIMEX3 values (TimeML 1.2.1, section 2.2) of intervals."""

from timeline.dates import Grain, Interval

PLAIN = frozenset((Grain.DAY, Grain.MONTH, Grain.YEAR))  # whose EDTF is the value, where nothing marks it
SEASONS = {
    21: "SP",
    22: "SU",
    23: "FA",
    24: "WI",
    25: "SP",
    26: "SU",
    27: "FA",
    28: "WI",
    29: "SP",
    30: "SU",
    31: "FA",
    32: "WI",
}


def value(interval: Interval, clock: str = "") -> str | None:
    """The value of an interval that is one unit, with its time of day; None for stretches, sets and open dates."""
    grain, text = interval.grain, interval.edtf
    if interval.yearless:
        return text
    if grain in PLAIN and interval.end is None and text[0] != "-" and text.replace("-", "").isdecimal():
        return text + (clock if grain is Grain.DAY else "")
    if interval.earliest is None or interval.latest is None or interval.stretch or interval.members:
        return None
    if grain in PLAIN and interval.end is not None:
        return None  # somewhere in several of them
    return _unit(interval, *interval.earliest.date, clock)


def _unit(interval: Interval, year: int, month: int, day: int, clock: str) -> str | None:
    stem = f"{year:04d}" if year >= 0 else f"BC{1 - year:04d}"
    grain = interval.grain
    if grain is Grain.DAY:
        return f"{stem}-{month:02d}-{day:02d}{clock}"
    if grain is Grain.MONTH:
        return f"{stem}-{month:02d}"
    if grain in (Grain.WEEK, Grain.WEEKEND):
        return _week(interval) + ("-WE" if grain is Grain.WEEKEND else "")
    if grain is Grain.SEASON:
        return f"{stem}-{SEASONS[int(interval.edtf.rstrip('?~%')[-2:])]}"
    if grain is Grain.QUARTER:
        return f"{stem}-Q{(month + 2) // 3}"
    if grain is Grain.HALF:
        return f"{stem}-H{1 if month <= 6 else 2}" if interval.end is None else None
    if grain is Grain.CENTURY and year < 0 and interval.latest is not None:
        stem = f"BC{1 - interval.latest.year:04d}"  # the 4th century BCE ends in 301: most of it is BC03
    return {Grain.YEAR: stem, Grain.DECADE: stem[:-1], Grain.CENTURY: stem[:-2], Grain.MILLENNIUM: stem[:-3]}[grain]


def _week(interval: Interval) -> str:
    """ISO 8601 week: the year and number are those of its Thursday."""
    assert interval.earliest is not None, "a week has its days"  # noqa: S101
    monday = interval.earliest - interval.earliest.weekday
    thursday = monday + 3
    first = type(thursday).of(thursday.year, 1, 1)
    return f"{thursday.year:04d}-W{(thursday - first) // 7 + 1:02d}"
