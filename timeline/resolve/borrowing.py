"""What dates side by side borrow from each other: "10 August - 12 September 2013", "the 1860s and 70s"."""

from timeline.dates import Grain
from timeline.expressions import types as t


class _Rewrap:
    """Puts back what was around a date: early, circa."""

    def __init__(self, outer: t.Expression) -> None:
        self.outer = outer

    def __call__(self, inner: t.Expression) -> t.Expression:
        if isinstance(self.outer, (t.Third, t.Qualified)):
            return self.outer._replace(of=_Rewrap(self.outer.of)(inner))
        return inner


def unwrapped(expression: t.Expression) -> tuple[t.Expression, _Rewrap]:
    """The date inside early, circa and perhaps, and what puts those around it again."""
    return bare(expression), _Rewrap(expression)


def bare(expression: t.Expression) -> t.Expression:
    """The date inside early, circa and perhaps."""
    while isinstance(expression, (t.Third, t.Qualified)):
        expression = expression.of
    return expression


def borrowed(items: tuple[t.Expression, ...]) -> tuple[t.Expression, ...]:
    """Dates side by side with what each leaves unsaid: the year from the right, month and century from the left."""
    pairs = [unwrapped(item) for item in items]
    dates = [inner for inner, _ in pairs]
    _years(dates)
    _weeks(dates)
    _months(dates)
    _centuries(dates)
    _years_of_cycles(dates)
    return tuple(rewrap(inner) for inner, (_, rewrap) in zip(dates, pairs, strict=True))


def _years(dates: list[t.Expression]) -> None:
    year: t.Date | None = None
    for place in range(len(dates) - 1, -1, -1):
        date = dates[place]
        if not isinstance(date, t.Date):
            of = date.of if isinstance(date, t.Cycle) else date.within if isinstance(date, t.Run) else None
            year = of if isinstance(of, t.Date) else None
        elif date.year is not None:
            year = date if date.month is not None or place == 0 else None
        elif year is not None and date.month is not None:
            dates[place] = _of_year(date, year)


def _weeks(dates: list[t.Expression]) -> None:
    """Monday to Wednesday next week: the week is said once."""
    for place in range(len(dates) - 1):
        date, after = dates[place], dates[place + 1]
        if not isinstance(date, t.Weekday) or date.direction is not None:
            continue
        if isinstance(after, t.Inside) and isinstance(after.what, t.Weekday) and date.weekday < after.what.weekday:
            dates[place] = after._replace(what=date)


def _of_year(date: t.Date, said: t.Date) -> t.Date:
    """A date with the year of one behind it; the year before where it comes later in the calendar."""
    number = said.year
    if number is not None and said.month is not None and (date.month, date.day or 0) > (said.month, said.day or 31):
        number -= 1
    return date._replace(year=number, short=said.short)


def _months(dates: list[t.Expression]) -> None:
    for place in range(1, len(dates)):
        date, before = dates[place], dates[place - 1]
        if isinstance(date, t.Date) and isinstance(before, t.Date) and date.month is None and date.day is not None:
            dates[place] = date._replace(month=before.month)


def _centuries(dates: list[t.Expression]) -> None:
    for place in range(1, len(dates)):
        block, before = dates[place], dates[place - 1]
        if not (isinstance(block, t.Block) and isinstance(before, t.Block) and block.short and not before.short):
            continue
        if before.grain is block.grain is Grain.DECADE:
            number = before.number // 10 * 10 + block.number
            dates[place] = block._replace(number=number + 10 * (number < before.number), short=False)


def _years_of_cycles(dates: list[t.Expression]) -> None:
    for place in range(len(dates) - 1):
        date, after = dates[place], dates[place + 1]
        if isinstance(date, t.Cycle) and date.of is None and date.direction is None and isinstance(after, t.Cycle):
            dates[place] = date._replace(of=after.of)
