"""Dates counted from another: relative units, shifts, sweeps, weekdays."""

from typing import Any

from timeline.dates import Grain
from timeline.expressions import types as t
from timeline.expressions.builders.fields import day_first
from timeline.expressions.builders.numbers import unit_of
from timeline.expressions.builders.registry import builder

MOST_WORKDAYS = 1000  # nobody counts further


@builder
def relative(
    unit: str, direction: t.Direction, *, told: bool = False, count: int = 1, near: bool = False
) -> t.Shift | t.Latest:
    """Last week, this month, next year; `told` counts from the date last told: the following year."""
    if near:
        return t.Latest(Grain(unit))
    duration = t.Duration((unit_of(count, unit),))
    return t.Shift(duration, direction, t.Told() if told else None, whole=True)


@builder
def weekday(weekday: int, direction: t.Direction | None = None) -> t.Weekday:
    """A day of the week."""
    return t.Weekday(weekday, direction)


@builder
def yearly(on: Any, direction: t.Direction, *, begun: bool = False) -> t.Yearly:
    """Last March, next 4 July; `begun` the one that has begun last, or is to begin next."""
    return t.Yearly(on, direction, begun)


@builder
def workdays(sign: t.Direction, count: int = 1) -> t.Workdays | None:
    """The next working day, three working days ago."""
    return t.Workdays(count, sign) if sign and 1 <= count <= MOST_WORKDAYS else None


@builder
def day_shift(days: int) -> t.Shift:
    """Today, tomorrow, the day before yesterday."""
    return t.Shift(t.Duration(((abs(days), Grain.DAY),)), sign_of(days))


def sign_of(number: int) -> t.Direction:
    """Return -1, 0 or 1."""
    return 0 if number == 0 else 1 if number > 0 else -1


@builder
def ahead(duration: t.Duration, *, within: bool = False) -> t.Ahead:
    """In five days, within a week."""
    return t.Ahead(duration, within)


@builder
def shift(duration: t.Duration, sign: t.Direction, base: Any = None, *, told: bool = False) -> t.Shift:
    """So long before or after a date, the anchor or the date last told."""
    return t.Shift(duration, sign, t.Told() if told else base)


@builder
def to_the_day(duration: t.Duration, sign: t.Direction) -> t.Shift:
    """A year ago to the day."""
    return t.Shift(duration, sign, day_shift(0))


@builder
def this_time(of: t.Shift) -> t.Qualified | None:
    """This time last year: about the same day of it."""
    if not of.sign or of.base is not None:
        return None
    return t.Qualified(t.Shift(of.duration, of.sign, day_shift(0)), approximate=True)


@builder
def weekdays_away(count: int, weekday: int, sign: t.Direction) -> t.Expression:
    """Three Fridays from now."""
    return t.Nth(count * sign, None, t.Reference("present"), weekday)


@builder
def weekday_told(weekday: int, sign: t.Direction) -> t.Nth | None:
    """The following Monday: the first after the date last told."""
    return t.Nth(sign, None, t.Told(), weekday) if sign else None


@builder
def month_told(on: t.Date, sign: t.Direction) -> t.Inside:
    """That November: of the year told last; the following May: in the twelve months after the date told last."""
    if not sign:
        return t.Inside(on, t.Shift(t.Duration(((1, Grain.YEAR),)), 0, t.Told(), whole=True))
    return t.Inside(on, t.Sweep(t.Duration(((12, Grain.MONTH),)), sign, t.Told()))


@builder
def weekday_beside(weekday: int, relation: Any, of: Any, count: int = 1) -> t.Nth | None:
    """The Monday before Christmas, two Fridays after Easter."""
    sign = {"before": -1, "after": 1}.get(relation)
    return t.Nth(sign * count, None, t.Open(relation, of), weekday) if sign and count else None


@builder
def weekday_nearest(weekday: int, of: Any) -> t.Nth:
    """The Monday nearest to Christmas: the one within three days on either side of it."""
    return t.Nth(1, None, t.Around(t.Duration(((3, Grain.DAY),)), of), weekday)


@builder
def yearly_twice(on: Any, direction: t.Direction) -> t.Shift:
    """The October after next, the one before last."""
    return t.Shift(t.Duration(((1, Grain.YEAR),)), direction, t.Yearly(on, direction))


@builder
def this_day(of: t.Shift) -> t.Shift | None:
    """This day last year: the same day of it."""
    return t.Shift(of.duration, of.sign, day_shift(0)) if of.sign and of.base is None else None


@builder
def sweep(duration: t.Duration, direction: t.Direction, *, told: bool = False) -> t.Sweep | None:
    """The past two weeks, the next three days."""
    if not direction:
        return None
    return t.Sweep(duration, direction, t.Told() if told else None)


@builder
def eve(of: Any) -> t.Shift:
    """The day before."""
    return t.Shift(t.Duration(((1, Grain.DAY),)), -1, of)


@builder
def reference(when: Any) -> t.Reference:
    """Now, recently, soon."""
    return t.Reference(when)


@builder
def week_word() -> str:
    """The unit that the word stands for."""
    return "week"


@builder
def month_word() -> str:
    """The unit that the word stands for."""
    return "month"


@builder
def year_word() -> str:
    """The unit that the word stands for."""
    return "year"


@builder
def day_beside(sign: t.Direction, base: Any) -> t.Shift:
    """The day before or after a date."""
    return t.Shift(t.Duration(((1, Grain.DAY),)), sign, base)


@builder
def sooner(sooner: str, of: Any) -> t.Sooner:
    """Earlier this year, later that month: somewhere in it."""
    return t.Sooner(of, sooner)


@builder
def latest_quarter(*, told: bool = False) -> t.Latest:
    """The quarter that the text speaks of, else the last whole one; `told`: only where it speaks of one."""
    return t.Latest(Grain.QUARTER, told)


@builder
def year_before() -> t.Shift:
    """The year-ago quarter."""
    return t.Shift(t.Duration(((1, Grain.YEAR),)), -1, t.Told())


@builder
def month_of_year_before() -> t.Shift:
    """The same month of the year before, of the one told last."""
    month = t.Shift(t.Duration(((1, Grain.MONTH),)), 0, t.Told(), whole=True)
    return t.Shift(t.Duration(((1, Grain.YEAR),)), -1, month)


@builder
def quarter_of_year_before(number: int) -> t.Shift | None:
    """The year-ago third quarter."""
    quarter = t.Cycle(Grain.QUARTER, number)
    return t.Shift(t.Duration(((1, Grain.YEAR),)), -1, quarter) if 1 <= number <= 4 else None


@builder
def period_of_year(of: Any) -> t.Inside:
    """The 1988 period, of which a text speaks that has named a quarter."""
    return t.Inside(t.Latest(Grain.QUARTER), of)


@builder
def past_unit(unit: str) -> t.Sweep:
    """The past decade: ten years up to now, and not the calendar's."""
    return t.Sweep(t.Duration((unit_of(1, unit),)), -1)


@builder
def some_time_away(duration: t.Duration, sign: t.Direction) -> t.Reference:  # noqa: ARG001  so long is not said
    """Weeks ago, days later: nobody says how many."""
    return t.Reference("past" if sign < 0 else "future")


@builder
def away(number: int, unit: str, *, told: bool = False) -> t.Shift:
    """The unit so many before (negative) or after this one, or the one told: 재작년 is two years back."""
    return relative(unit, sign_of(number), told=told, count=max(abs(number), 1))  # type: ignore[no-any-return]


@builder
def short_shift(duration: t.Duration, sign: t.Direction, *, told: bool = False) -> t.Shift | None:
    """So long ago or later, in words that mean before and since behind the number of a year."""
    (count, unit), *_ = duration.parts
    return None if unit is Grain.YEAR and count >= 100 else shift(duration, sign, told=told)


@builder
def far_unit(unit: str, direction: int) -> t.Shift:
    """The year before last, the week after next."""
    return relative(unit, sign_of(direction), count=abs(direction))  # type: ignore[no-any-return]


@builder
def months_from(count: int, of: Any) -> t.Run | None:
    """So many months of a year, from its first."""
    return t.Run(count, Grain.MONTH, of) if 2 <= count <= 11 else None


@builder
def days_before(days: Any, on: Any) -> t.Several | None:
    """Days whose month stands behind the last of them: 9, 10 and 11/3."""
    last = day_first(on) if isinstance(on, t.Numeric) else on
    if not isinstance(last, t.Date) or last.day is None:
        return None
    return t.Several((*(last._replace(day=day, weekday=None) for day in days), last), every=True)


@builder
def new_years_eve(base: Any = None, calendar: Any = "vi") -> t.Shift:
    """The day before the lunar new year."""
    return t.Shift(t.Duration(((1, Grain.DAY),)), -1, base or t.Lunar(1, 1, calendar=calendar))


@builder
def rough_shift(duration: t.Duration, sign: t.Direction, *, told: bool = False) -> t.Qualified:
    """So long and more ago or later."""
    return t.Qualified(shift(duration, sign, told=told), approximate=True)
