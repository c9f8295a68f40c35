import datetime as dt
import math
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from timeline.dates import Day, EdtfError, Grain, Part, edtf, units
from timeline.errors import TimelineError

TEN_MILLION = 10**7
ordinals = st.integers(1, dt.date.max.toordinal())
days = st.integers(-4_000 * TEN_MILLION // 10, 4_000 * TEN_MILLION // 10).map(Day) | ordinals.map(Day)
years = st.integers(-TEN_MILLION, TEN_MILLION) | st.integers(-120, 2100)
grains = st.sampled_from(Grain)
unit = st.builds(units.containing, days, grains) | st.builds(
    units.season, years, st.integers(1, 4), south=st.booleans()
)
marked = st.builds(units.qualify, unit, approximate=st.booleans(), uncertain=st.booleans())
# Each grain lies whole in the next of its line; weeks, seasons and weekends cross the others.
LINES = (
    (Grain.DAY, Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM),
    (Grain.WEEKEND, Grain.WEEK),
    (Grain.DAY, Grain.WEEK),
    (Grain.MONTH, Grain.SEASON),
)


def ordered(one, other):
    return (one, other) if one.earliest <= other.earliest else (other, one)


pairs = st.builds(ordered, marked, marked).filter(lambda pair: pair[0].earliest <= pair[1].latest)
anything = (
    marked
    | pairs.map(lambda pair: units.stretch(*pair))
    | pairs.map(lambda pair: units.block(*pair, Grain.YEAR))
    | st.sampled_from([units.since, units.until, units.by, units.before, units.after]).flatmap(marked.map)
    | st.sampled_from([units.one_of, units.each_of]).flatmap(st.lists(marked, min_size=1, max_size=4).map)
    | st.builds(units.with_part, marked, st.sampled_from(Part))
    | st.integers(1, 12).map(units.yearless)
)


@given(ordinals, st.integers(-500_000, 500_000))
def test_days_agree_with_datetime(ordinal, distance):
    date, day = dt.date.fromordinal(ordinal), Day(ordinal)
    assert (day.date, day.weekday, str(day)) == ((date.year, date.month, date.day), date.weekday(), date.isoformat())
    assert Day.of(date.year, date.month, date.day) == day
    assume(1 <= ordinal + distance <= dt.date.max.toordinal())
    later = date + dt.timedelta(distance)
    assert (str(day + distance), str(day - -distance)) == (later.isoformat(), later.isoformat())
    assert (day + distance) - day == (later - date).days


@given(years, st.integers(1, 12), st.integers(1, 28))
def test_days_and_their_dates_agree_in_every_year(year, month, number):
    day = Day.of(year, month, number)
    assert day.date == (year, month, number)
    assert Day.parse(str(day)) == day


@given(days)
def test_days_follow_each_other(day):
    year, month, number = day.date
    assert (day + 1).date in {
        (year, month, number + 1),
        (year, month + 1, 1),
        (year + 1, 1, 1),
    }
    assert Day.of(year, month, number) == day
    assert (day + 1).weekday == (day.weekday + 1) % 7


@given(days, st.integers(-3000, 3000))
def test_months_are_added_like_numbers(day, months):
    moved = day.add_months(months)
    assert moved.year * 12 + moved.month == day.year * 12 + day.month + months
    assert moved.day <= day.day


@given(anything)
def test_canonical_text_is_stable(x):
    read = edtf.parse(x.edtf)
    assert read.edtf == x.edtf
    assert (read.approximate, read.uncertain, read.yearless) == (x.approximate, x.uncertain, x.yearless)
    if x.part is None:
        assert (read.earliest, read.latest) == (x.earliest, x.latest)


@given(anything)
def test_earliest_is_not_after_latest(x):
    assert x.earliest is None or x.latest is None or x.earliest <= x.latest
    assert x.overlaps(x)
    assert x.contains(x)


@given(days, st.sampled_from(LINES))
def test_a_finer_unit_lies_inside_the_coarser(day, line):
    nested = [units.containing(day, grain) for grain in line]
    for finer, coarser in pairwise(nested):
        assert coarser.contains(finer), (finer.edtf, coarser.edtf)


@given(days, grains)
def test_units_of_a_grain_tile_the_time(day, grain):
    one = units.containing(day, grain)
    following = units.shift(one, 1)
    if grain is Grain.WEEKEND:
        assert following.earliest - one.earliest == 7
    else:
        assert one.earliest <= day <= one.latest
        assert following.earliest == one.latest + 1
        assert units.containing(following.earliest, grain) == following


@given(marked, st.integers(-2000, 2000))
def test_shift_has_an_inverse(x, n):
    assert units.shift(units.shift(x, n), -n) == x
    assert units.shift(units.shift(x, n), 1) == units.shift(x, n + 1)


@given(unit)
def test_thirds_tile_the_unit(x):
    thirds = [units.with_part(x, part) for part in Part]
    if x.days >= 3:
        assert (thirds[0].earliest, thirds[2].latest) == (x.earliest, x.latest)
    if x.days >= 3 and x.grain is not Grain.WEEK:  # the parts of a week overlap
        assert [b.earliest - a.latest for a, b in pairwise(thirds)] == [1, 1]
        assert all(math.isclose(third.days, x.days / 3, rel_tol=0.35) for third in thirds)


@given(unit)
def test_before_at_and_after_leave_nothing_out(x):
    before, until_then, after = units.before(x), units.by(x), units.after(x)
    assert (before.latest + 1, until_then.latest, after.earliest - 1) == (x.earliest, x.latest, x.latest)


@given(st.text(st.sampled_from("0123456789XYES-/.,[]{}?~%T:Z+ u")) | st.text())
def test_any_text_is_read_or_refused_clearly(text):
    try:
        x = edtf.parse(text)
    except TimelineError as caught:
        error = caught
    else:
        assert edtf.parse(x.edtf) == x
        return
    assert str(error)
    assert not isinstance(error, EdtfError) or 1 <= error.column <= len(text) + 1
