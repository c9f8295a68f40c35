"""The chart: what is drawn where, and an axis whose labels have room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import Day, edtf, units
from timeline.events.dating import date_events
from timeline.events.records import Event, Records
from timeline.query import select
from timeline.render.axis import Axis, axis_of
from timeline.render.formats.to_chart import drawn

DECADE = Axis(Day.of(2000), Day.of(2009, 12, 31), 20)  # half a year a column


@pytest.mark.parametrize(
    "date, wanted",
    [
        ("2000-02-01", "●                   "),
        ("2009-12-31", "                   ●"),
        ("2005-06", "          ●         "),
        ("2005", "          ┄┄        "),
        ("2005~", "          ┄┄        "),
        ("2005-02-01~", "          ○         "),
        ("2002/2004", "    ━━━━━━          "),
        ("2002~/2004", "    ╍╍━━━━          "),
        ("2002/2004~", "    ━━━━╍╍          "),
        ("2008/..", "                ━━━▶"),
        ("2008/", "                ━━━▷"),
        ("../2001", "◀━━━                "),
        ("/2001", "◁━━━                "),
        ("1990/2001", "◀━━━                "),
        ("2008/2020", "                ━━━▶"),
        ("[..2001]", "◁┄┄┄                "),
        ("[2008..]", "                ┄┄┄▷"),
        ("{2001-02-01,2005-02-01}", "  ●       ●         "),
        ("200X", "┄" * 20),
    ],
)
def test_drawn(date: str, wanted: str) -> None:
    of = Records(events=(Event("e", "E", date),))
    (match,) = select(date_events(of).dated.values(), of).matches
    assert drawn(match, DECADE) == wanted


@pytest.mark.parametrize(
    "status, inferred, wanted", [("planned", False, "○"), ("held", True, "○"), ("held", False, "●")]
)
def test_what_is_in_doubt_is_drawn_otherwise(status: str, inferred: bool, wanted: str) -> None:
    of = Records(events=(Event("e", "E", "2005-02-01", status=status),))
    (match,) = select(date_events(of).dated.values(), of).matches
    assert drawn(match._replace(dated=match.dated._replace(inferred=inferred)), DECADE).strip() == wanted


@pytest.mark.parametrize(
    "first, last, width, wanted",
    [
        ("2000-01-01", "2009-12-31", 60, "2000 2001 2002 2003 2004 2005 2006 2007 2008 2009"),
        ("1930-02-03", "2024-11-15", 45, "1940 1960 1980 2000 2020"),
        ("2024-01-01", "2024-12-31", 54, "Jan 2024 Apr 2024 Jul 2024 Oct 2024"),
        ("2024-03-01", "2024-03-31", 45, "1 Mar 2024 11 Mar 21 Mar 31 Mar"),
        ("2024-03-25", "2024-03-25", 45, "25 Mar 2024"),
        ("-0233-01-01", "0199-12-31", 60, "200 BCE 100 BCE 1 CE 100"),
        ("-65000000-01-01", "2024-12-31", 45, "50000000 BCE 1 CE"),
    ],
)
def test_ticks(first: str, last: str, width: int, wanted: str) -> None:
    assert " ".join(tick.label for tick in Axis(Day.parse(first), Day.parse(last), width).ticks()) == wanted


DAYS = st.integers(-900_000, 900_000).map(Day)


@given(DAYS, st.integers(0, 900_000), st.integers(10, 200))
def test_an_axis_is_in_order_and_has_room(first: Day, days: int, width: int) -> None:
    axis = Axis(first, first + days, width)
    labels, line = axis.lines()
    assert len(line) == width
    assert len(labels) <= width
    assert line.count("┬") >= 1
    assert all(tick.label[:width] in labels for tick in axis.ticks())
    columns = [tick.column for tick in axis.ticks()]
    assert columns == sorted(set(columns))


@given(DAYS, st.integers(0, 5000), st.integers(0, 5000), st.integers(10, 200))
def test_a_date_lies_in_its_columns(first: Day, days: int, at: int, width: int) -> None:
    axis = Axis(first, first + days, width)
    day = first + min(at, days)
    low, high = axis.columns(units.day(day))
    assert 0 <= low <= high < width


def test_an_axis_is_the_period_or_what_is_named() -> None:
    dates = [edtf.parse(text) for text in ("2001-02-03", "1999-05-05/..")]
    named = axis_of(dates, None, 40)
    assert named is not None
    assert (str(named.first), str(named.last)) == ("1999-05-05", "2001-02-03")
    of_period = axis_of(dates, edtf.parse("2000/2002"), 40)
    assert of_period is not None
    assert (str(of_period.first), str(of_period.last)) == ("2000-01-01", "2002-12-31")
    assert axis_of([], None, 40) is None
