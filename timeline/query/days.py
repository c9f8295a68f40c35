"""What fell on a day of the year, in any year."""

from timeline.dates import Day, Grain, Interval, is_leap
from timeline.query.certainty import CERTAIN, POSSIBLE

LONGEST = 31  # days: what lasted longer happened on a day only where it began or ended on it


def falls_on(interval: Interval | None, day: Day) -> str | None:
    """Return "certain", "possible" or None for a date against the month and day of another, whatever their years.

    Only a date that is known to the day counts; a stretch by its first and last day, and by those between if they are
    few. 29 February is remembered on the 28th where a year has no 29th.
    """
    if interval is None:
        return None
    if interval.members:
        found = [falls_on(member, day) for member in interval.members]
        return next(iter(sorted(match for match in found if match)), None)
    if interval.yearless:
        return CERTAIN if interval.edtf.rstrip("?~%") in {f"XXXX-{wanted}" for wanted in _wanted(day)} else None
    if interval.grain is not Grain.DAY or not any(str(one)[-5:] in _wanted(day) for one in _days(interval)):
        return None
    return POSSIBLE if interval.approximate or interval.uncertain else CERTAIN


def _wanted(day: Day) -> tuple[str, ...]:
    if str(day).endswith("02-28") and not is_leap(day.year):
        return ("02-28", "02-29")
    return (str(day)[-5:],)


def _days(interval: Interval) -> list[Day]:
    if not interval.stretch:
        single = interval.earliest is not None and interval.earliest == interval.latest
        return [interval.earliest] if single and interval.earliest is not None else []
    if interval.days is not None and interval.days <= LONGEST:
        first = interval.earliest
        return [] if first is None else [first + at for at in range(interval.days)]
    ends = (interval.start, interval.end)
    return [end.earliest for end in ends if end and end.grain is Grain.DAY and end.earliest is not None]
