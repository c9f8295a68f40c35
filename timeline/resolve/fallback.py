"""The one room of dateparser: single expressions in the languages that have no file here.

It never guesses: the anchor is its base, a second base far away shows what the phrase leaves unsaid, and a phrase
without a day, month or year of its own gives no date where no anchor is known.
"""

import datetime as dt

from timeline.dates import Day, Interval, units
from timeline.expressions import types as t
from timeline.resolve import recurring
from timeline.resolve.context import Context, Resolution
from timeline.resolve.errors import UnresolvedError
from timeline.resolve.trail import Trail

FAR = dt.datetime(1972, 11, 13)  # noqa: DTZ001  a base, no moment
NO_BASE = dt.datetime(2004, 2, 29)  # noqa: DTZ001  the base where no anchor is known
PARTS = {"year": 1, "month": 2}  # of a calendar date, that a phrase of that period states; else all three
MARKS = frozenset("?~%[]{}")  # of EDTF: dateparser would overlook them
SHORTEST = 3  # letters of a Latin word for a date ("hoy")
REACH = range(1, 3_652_000)  # days that Python's own calendar has


def resolve_elsewhere(phrase: str, context: Context) -> Resolution | None:
    """What dateparser reads in a phrase, at the grain that the phrase states; None where it reads nothing."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # dateparser's own deprecations are not the user's business
        return _read(phrase, context)


def _read(phrase: str, context: Context) -> Resolution | None:
    if phrase.isdecimal() or MARKS.intersection(phrase) or (phrase.isascii() and len(phrase) < SHORTEST):
        return None  # a mere number, an EDTF that is none, a letter or two that are a unit's sign somewhere
    anchor = context.anchor.earliest if context.anchor else None
    known = anchor is not None and anchor in REACH
    base = dt.datetime.combine(dt.date.fromordinal(anchor), dt.time()) if anchor is not None and known else NO_BASE
    read, control = _parsed(phrase, context, base), _parsed(phrase, context, FAR)
    if read is None or control is None:
        return None
    moment, period = read
    stated = PARTS.get(period, 3)
    own = moment.timetuple()[:stated] == control[0].timetuple()[:stated]
    if not own and not known:
        return None
    trail = Trail(phrase, context, {})
    interval = _unit(Day(moment.toordinal()), period)
    if not own and _is_yearless(moment, control[0], period):
        date = t.Date(month=moment.month, day=moment.day if stated == len(("year", "month", "day")) else None)
        interval = recurring.nearest(date, trail, phrase) or interval
    step = f"read by dateparser, at the grain of a {period}: {interval.edtf}"
    return Resolution(
        phrase,
        interval,
        "dateparser",
        (*trail.steps, step),
        tuple(trail.alternatives),
        inferred=trail.inferred,
        relative=not own,
        anchor=None if own else context.anchor,
        language=context.language,
    )


def _parsed(phrase: str, context: Context, base: dt.datetime) -> tuple[dt.datetime, str] | None:
    from dateparser.date import DateDataParser

    settings: dict[str, object] = {"RETURN_TIME_AS_PERIOD": False, "RELATIVE_BASE": base}
    if context.date_order:
        settings["DATE_ORDER"] = context.date_order.upper()
    try:
        parser = DateDataParser(languages=[context.language] if context.language else None, settings=settings)
        found = parser.get_date_data(phrase)
    except ValueError as error:
        raise UnresolvedError(phrase, f'there is no language "{context.language}"') from error
    return None if found.date_obj is None else (found.date_obj, found.period or "day")


def _is_yearless(moment: dt.datetime, control: dt.datetime, period: str) -> bool:
    """Whether a phrase states its month, or month and day, and leaves the year to the reader."""
    if period == "month":
        return moment.month == control.month
    return period == "day" and (moment.month, moment.day) == (control.month, control.day)


def _unit(day: Day, period: str) -> Interval:
    if period == "year":
        return units.year(day.year)
    if period == "month":
        return units.month(day.year, day.month)
    if period == "week":
        return units.week(day - day.weekday)
    return units.day(day)


def languages() -> frozenset[str]:
    """The codes of the languages that dateparser knows."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from dateparser.data.languages_info import language_order

    return frozenset(language_order)
