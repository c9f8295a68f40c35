"""TIMEX3 values of intervals and of amounts of time (TimeML 1.2.1)."""

import pytest

from timeline.dates import Day, Grain, edtf, units
from timeline.expressions import types as t
from timeline.resolve.timex import value
from timeline.resolve.timexes import period

VALUES = [
    ("2021", "2021"),
    ("2021-07", "2021-07"),
    ("2021-07-09", "2021-07-09"),
    ("2021~", "2021"),
    ("2021-07?", "2021-07"),
    ("2021-07-09~", "2021-07-09"),
    ("198X", "198"),
    ("19XX", "19"),
    ("2XXX", "2"),
    ("2021-21", "2021-SP"),
    ("2021-24~", "2021-WI"),
    ("2021-30", "2021-SU"),
    ("2021-35", "2021-Q3"),
    ("2020-40", "2020-H1"),
    ("2020-41", "2020-H2"),
    ("-0233", "BC0234"),
    ("-0233-08", "BC0234-08"),
    ("-0233-08-10", "BC0234-08-10"),
    ("-01XX", "BC01"),
    ("XXXX-10-24", "XXXX-10-24"),
    ("XXXX-10", "XXXX-10"),
    ("1946/..", None),
    ("../1946", None),
    ("2002/2007", None),
    ("2021-07-09/2021-07-11", None),
    ("[1967,1968]", None),
    ("{1967,1968}", None),
    ("[..1927]", None),
]

PERIODS = [
    ([(3, Grain.YEAR)], "P3Y"),
    ([(1, Grain.YEAR), (2, Grain.MONTH)], "P1Y2M"),
    ([(1.5, Grain.YEAR)], "P1Y6M"),
    ([(0.5, Grain.YEAR)], "P0.5Y"),
    ([(2.3, Grain.YEAR)], "P2.3Y"),
    ([(1.5, t.Clock.MINUTE)], "PT1M30S"),
    ([(1.5, Grain.DAY)], "P1.5D"),
    ([(2, Grain.WEEK)], "P2W"),
    ([(1, Grain.WEEKEND)], "P1WE"),
    ([(2, Grain.DECADE)], "P20Y"),
    ([(1, Grain.CENTURY)], "P100Y"),
    ([(2, Grain.HALF)], "P12M"),
    ([(3, Grain.QUARTER)], "P3Q"),
    ([(24, t.Clock.HOUR)], "PT24H"),
    ([(1, Grain.DAY), (2, t.Clock.HOUR), (5, t.Clock.MINUTE)], "P1DT2H5M"),
]

BLOCKS = [  # one moment in a run of several units is no single unit
    (units.block(units.day(Day.parse("2024-11-14")), units.day(Day.parse("2025-01-30")), Grain.DAY), None),
    (units.block(units.year(2023), units.year(2024), Grain.YEAR), None),
    (units.block(units.year(1995), units.year(1999), Grain.HALF), None),
]


@pytest.mark.parametrize(("date", "wanted"), VALUES)
def test_the_value_of_an_interval(date, wanted):
    assert value(edtf.parse(date)) == wanted


@pytest.mark.parametrize(("interval", "wanted"), BLOCKS, ids=[block.edtf for block, _ in BLOCKS])
def test_a_moment_in_several_units_has_no_value(interval, wanted):
    assert value(interval) == wanted


@pytest.mark.parametrize(
    ("interval", "wanted"),
    [
        (units.week(Day.parse("2024-03-27")), "2024-W13"),
        (units.week(Day.parse("2021-01-01")), "2020-W53"),
        (units.weekend(Day.parse("2024-03-30")), "2024-W13-WE"),
    ],
    ids=["week", "week of the year before", "weekend"],
)
def test_the_value_of_a_week(interval, wanted):
    assert value(interval) == wanted


def test_a_time_of_day_stands_behind_a_day_alone():
    assert value(edtf.parse("2021-07-09"), "T15:30") == "2021-07-09T15:30"
    assert value(edtf.parse("2021-07-09~"), "TMO") == "2021-07-09TMO"
    assert value(edtf.parse("2021-07"), "TMO") == "2021-07"


@pytest.mark.parametrize(("parts", "wanted"), PERIODS)
def test_the_value_of_an_amount(parts, wanted):
    assert period(t.Duration(tuple(parts))) == wanted


def test_a_vague_amount_is_some():
    assert period(t.Duration(((3, Grain.DAY),), vague=True)) == "PXD"
