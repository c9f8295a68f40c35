"""An axis of time across some columns: which column a day falls in, and where years, months or days are written."""

from collections.abc import Iterable, Iterator
from itertools import count, pairwise, takewhile
from typing import NamedTuple

from timeline.dates import Day, Interval
from timeline.render.reader_dates import axis_label, year_words
from timeline.render.wrap import cells

YEAR, MONTH = 365.2425, 30.44  # days
STEPS = {"day": (1, 2, 5, 10, 14), "month": (1, 2, 3, 6), "year": (1, 2, 5, 10, 20, 50)}
LENGTHS = {"day": 1.0, "month": MONTH, "year": YEAR}
LONGEST = {"day": 90, "month": 1500}  # days of an axis that is marked by days, by months
APART = 2  # columns between two labels at least


class Tick(NamedTuple):
    """A column of the axis and what is written there."""

    column: int
    label: str


class Axis(NamedTuple):
    """The days from the first to the last on so many columns, and the language of their labels."""

    first: Day
    last: Day
    width: int
    locale: str = "en"

    def column(self, day: int) -> int:
        """Return the column in which a day begins; of one outside the nearest."""
        return min(self._border(day), self.width - 1)

    def columns(self, date: Interval) -> tuple[int, int]:
        """Return the first and the last column of a date; an open side reaches to the end of the axis."""
        first = 0 if date.earliest is None else self.column(date.earliest)
        # A day may take several columns, or several days one.
        last = self.width if date.latest is None else self._border(date.latest + 1)
        return first, max(first, last - 1)

    def middle(self, date: Interval) -> int:
        """Return the column in which the middle of a date lies that has two sides."""
        first, days = date.earliest or self.first, date.days or 1
        inside = min(max(first + (days - 1) // 2, self.first), self.last) - self.first
        return int(inside) * self.width // (self.last - self.first + 1)

    def is_point(self, date: Interval) -> bool:
        """Tell whether a date takes no more than a column, or is one day."""
        return date.days is not None and (date.days == 1 or date.days * self.width <= self.last - self.first + 1)

    def ticks(self) -> list[Tick]:
        """Return the ticks: of the finest steps whose labels have room beside each other; one in any case."""
        for unit, step in _steps(self.last - self.first):
            if (self.last - self.first) / (step * LENGTHS[unit]) > self.width:
                continue
            days = list(_starts(self.first, self.last, unit, step))
            labels = [_label(day, unit, self.locale, whole=at == 0) for at, day in enumerate(days)]
            found = [Tick(self.column(day), label) for day, label in zip(days, labels, strict=True)]
            if found and all(
                one.column + cells(one.label) + APART <= self._written(other) for one, other in pairwise(found)
            ):
                return found
        return [Tick(0, _label(self.first, "day", self.locale, whole=True))]

    def lines(self) -> tuple[str, str]:
        """Return the labels, and the line with a notch under each."""
        labels, line = "", ["─"] * self.width
        for tick in self.ticks():
            labels += " " * (self._written(tick) - cells(labels)) + tick.label
            line[tick.column] = "┬"
        while cells(labels) > self.width:
            labels = labels[:-1]
        return labels, "".join(line)

    def _written(self, tick: Tick) -> int:
        """Return where a label begins: at its notch, or where it ends with the axis."""
        return max(min(tick.column, self.width - cells(tick.label)), 0)

    def _border(self, day: int) -> int:
        """Return the border between two columns that is nearest to the beginning of a day."""
        days = self.last - self.first + 1
        inside = min(max(day, self.first), self.last + 1) - self.first
        return (2 * int(inside) * self.width + days) // (2 * days)


def axis_of(dates: Iterable[Interval], period: Interval | None, width: int, locale: str = "en") -> Axis | None:
    """Return the axis of some dates: the period, or where that is open the days that the dates name; None for none."""
    every = list(dates)
    named = [day for date in every for day in _days(date)]
    first = period.earliest if period and period.earliest is not None else min(named, default=None)
    last = period.latest if period and period.latest is not None else max(named, default=None)
    if first is None or last is None:
        return None
    if last < first:  # an open period beside which nothing is named
        first, last = min(first, last), max(first, last)
    if last - first > LONGEST["month"]:
        first, last = Day.of(first.year), Day.of(last.year, 12, 31)
    return Axis(first, last, width, locale)


def _days(date: Interval) -> Iterator[Day]:
    for one in date.members or (date,):
        yield from (day for day in (one.earliest, one.latest) if day is not None)


def _steps(days: int) -> Iterator[tuple[str, int]]:
    for unit, longest in LONGEST.items():
        if days <= longest:
            yield from ((unit, step) for step in STEPS[unit])
    yield from (("year", step * 10 ** (2 * power)) for power in range(12) for step in STEPS["year"])


def _starts(first: Day, last: Day, unit: str, step: int) -> Iterator[Day]:
    """Yield the days on which a step begins."""
    match unit:
        case "day":
            days = (first + at for at in count(0, step))
        case "month":
            begun = first.year * 12 + first.month - 1
            begun = -(-begun // step) * step
            days = (Day.of(month // 12, month % 12 + 1) for month in count(begun, step))
        case _:
            days = (Day.of(_astronomical(year)) for year in count(first.year // step * step, step))
    yield from takewhile(lambda day: day <= last, (day for day in days if day >= first))


def _astronomical(year: int) -> int:
    """Return a year as people count it, -200 for 200 BCE, as astronomers do; 1 CE stands for a year 0."""
    return year if year > 0 else year + 1


def _label(day: Day, unit: str, locale: str, *, whole: bool) -> str:
    if unit == "year":
        return year_words(day, locale)
    return axis_label(day, "axis_month" if unit == "month" else "axis_day_year" if whole else "axis_day", locale)
