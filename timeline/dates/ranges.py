"""Open stretches, open moments and sets, made of units."""

from collections.abc import Iterable
from dataclasses import replace

from timeline.dates.day import Day, month_length
from timeline.dates.ends import stretch
from timeline.dates.errors import VagueDateError
from timeline.dates.grain import Grain, finest
from timeline.dates.interval import Interval
from timeline.dates.marks import qualify
from timeline.dates.single import day, month, year


def since(start: Interval) -> Interval:
    """Return the open stretch from a date on, included: '1946/..'."""
    return stretch(start, None)


def until(end: Interval) -> Interval:
    """Return the open stretch up to a date, included: '../2030'."""
    return stretch(None, end)


def by(limit: Interval) -> Interval:
    """Return a moment at the date or some time before it: '[..2030]'."""
    return no_later(_ending(_known(limit.latest, limit, "'by'"), limit))


def before(limit: Interval) -> Interval:
    """Return a moment before the date begins: of 1928 '[..1927]'."""
    return no_later(_ending(_known(limit.earliest, limit, "'before'") - 1, limit))


def after(limit: Interval) -> Interval:
    """Return a moment after the date has ended: of 1928 '[1929..]'."""
    return no_earlier(_beginning(_known(limit.latest, limit, "'after'") + 1, limit))


def not_before(limit: Interval) -> Interval:
    """Return a moment at the date or some time after it: '[1950..]'."""
    return no_earlier(_beginning(_known(limit.earliest, limit, "'not before'"), limit))


def no_later(end: Interval) -> Interval:
    """Return a moment at a date or before it, the date kept as it is: '[..1760-12~]'."""
    return _open(f"[..{end.edtf}]", None, end)


def no_earlier(start: Interval) -> Interval:
    """Return a moment at a date or after it, the date kept as it is: '[1760-12~..]'."""
    return _open(f"[{start.edtf}..]", start, None)


def one_of(items: Iterable[Interval]) -> Interval:
    """Return one of some dates (at least one), nobody knows which: '[1667,1668]'."""
    return _set(tuple(items), "[]")


def each_of(items: Iterable[Interval]) -> Interval:
    """Return each of some dates (at least one): '{1975,1980}'."""
    return _set(tuple(items), "{}")


def _known(limit: Day | None, of: Interval, wish: str) -> Day:
    if limit is None:
        raise VagueDateError(of.edtf, wish)
    return limit


def _ending(last: Day, like: Interval) -> Interval:
    """Return the coarsest of year, month and day that ends on this day and is no coarser than its source."""
    number, month_number, day_number = last.date
    if like.grain.rank < Grain.MONTH.rank or day_number != month_length(number, month_number):
        unit = day(last)
    elif like.grain.rank < Grain.YEAR.rank or month_number != 12:
        unit = month(number, month_number)
    else:
        unit = year(number)
    return qualify(unit, like.approximate, like.uncertain)


def _beginning(first: Day, like: Interval) -> Interval:
    """Return the coarsest of year, month and day that begins on this day and is no coarser than its source."""
    number, month_number, day_number = first.date
    if like.grain.rank < Grain.MONTH.rank or day_number != 1:
        unit = day(first)
    elif like.grain.rank < Grain.YEAR.rank or month_number != 1:
        unit = month(number, month_number)
    else:
        unit = year(number)
    return qualify(unit, like.approximate, like.uncertain)


def _open(text: str, start: Interval | None, end: Interval | None) -> Interval:
    # One side only is given, and a stretch knows the days and the grain of it; the moment is somewhere in that stretch.
    return replace(stretch(start, end), edtf=text, stretch=False)


def _set(members: tuple[Interval, ...], brackets: str) -> Interval:
    dated = [member for member in members if not member.yearless] or members
    starts = [member.earliest for member in dated if member.earliest is not None]
    ends = [member.latest for member in dated if member.latest is not None]
    return Interval(
        brackets[0] + ",".join(_item(member) for member in members) + brackets[1],
        min(starts) if len(starts) == len(dated) else None,
        max(ends) if len(ends) == len(dated) else None,
        finest(*(member.grain for member in members)),
        approximate=any(member.approximate for member in members),
        uncertain=any(member.uncertain for member in members),
        members=members,
        every=brackets == "{}",
        yearless=all(member.yearless for member in members),
    )


def _item(member: Interval) -> str:
    """Return the text of a member: in brackets a range has two dots for its stroke, and nothing on an open side."""
    if member.edtf[0] in "[{":
        return member.edtf[1:-1]
    return "..".join(side.strip(".") for side in member.edtf.split("/"))
