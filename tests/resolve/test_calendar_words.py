"""Dates of the calendar in words and digits: years, eras, decades, numbers in either order, seasons, named days."""

import pytest
from phrases import MONDAY, days, read, reads, told

from timeline.resolve.context import Written

STATED = [
    ("9 July 2021", "2021-07-09"),
    ("July 9th, 2021", "2021-07-09"),
    ("Friday, July 9, 2021", "2021-07-09"),
    ("9 July 2021.", "2021-07-09"),
    ("July 2021", "2021-07"),
    ("the year 1897", "1897"),
    ("nineteen eighty-four", "1984"),
    ("two thousand and three", "2003"),
    ("twenty twenty", "2020"),
    ("88 AD", "0088"),
    ("234 BCE", "-0233"),
    ("1 BC", "0000"),
    ("10 August 234 BCE", "-0233-08-10"),
    ("285-247 BCE", "-0284/-0246"),
    ("2567 BE", "2024"),
    ("Juche 110", "2021"),
    ("Juche 110 (2021)", "2021"),
    ("1st century", "00XX"),
    ("20th century", "19XX"),
    ("1st century BC", "-0099/0000"),
    ("2nd century BC", "-01XX"),
    ("3rd millennium", "2XXX"),
    ("1st millennium BC", "-0999/0000"),
    ("2nd millennium BC", "-1999/-1000"),
    ("the 1910s", "191X"),
    ("Q3 2020", "2020-35"),
    ("H1 2020", "2020-40"),
    ("week 53 of 2020", "2020-12-28/2021-01-03"),
    ("spring 2021", "2021-21"),
    ("winter 2021", "2021-24"),
    ("Easter 1583", "1583-04-10"),
    ("Christmas 2020", "2020-12-25"),
    ("Thanksgiving 2023", "2023-11-23"),
    ("Black Friday 2020", "2020-11-27"),
    ("Labor Day 2021", "2021-09-06"),
    ("10,000 BC", "-9999"),
    ("Memorial Day 2021", "2021-05-31"),
]

ANCHORED = [
    ("third quarter of last year", "2023-35"),
    ("the summer of last year", "2023-22"),
    ("Christmas last year", "2023-12-25"),
    ("the thirties", "193X"),
    ("the twenties", "202X"),
    ("the 90's", "199X"),
    ("3rd Feb 82", "1982-02-03"),
    ("Aug 44", "2044-08"),  # 20 years ahead of the anchor
    ("Aug 45", "1945-08"),
]

CENTURIES = [  # without a day of writing: the likelier century, the other one beside it
    ("Aug 68", "2068-08", "1968-08"),
    ("Aug 69", "1969-08", "2069-08"),
    ("3rd Feb 82", "1982-02-03", "2082-02-03"),
    ("'20s", "202X", "192X"),
    ("the thirties", "193X", "203X"),
    ("the eighties", "198X", "208X"),
]

ORDERS = [  # words, date order, the answer, the other reading
    ("9/7/2021", "dmy", "2021-07-09", ["2021-09-07"]),
    ("9/7/2021", "mdy", "2021-09-07", ["2021-07-09"]),
    ("9/7/2021", None, "2021-09-07", ["2021-07-09"]),  # as the language reads it
    ("9-7-2021", None, "2021-07-09", ["2021-09-07"]),  # hyphens are mostly of the day first
    ("9-7-2021", "mdy", "2021-09-07", ["2021-07-09"]),
    ("9.7.2021", "mdy", "2021-07-09", []),  # full stops always
    ("7/7/2021", "mdy", "2021-07-07", []),
    ("31/12/2021", "mdy", "2021-12-31", []),
    ("12/31/2021", "dmy", "2021-12-31", []),
    ("4/5", "mdy", "2024-04-05", ["2024-05-04"]),
    ("4/5", "dmy", "2024-05-04", ["2024-04-05"]),
    ("2/29", "mdy", "2024-02-29", []),
    ("1/2/03", "mdy", "2003-01-02", ["2003-02-01"]),
    ("Monday, 9/7/2021", "dmy", "2021-07-09", ["2021-09-07"]),
]

SOUTHERN = [
    ("spring 2021", "2021-29", ("2021-09-01", "2021-11-30")),
    ("summer 2021", "2021-30", ("2021-12-01", "2022-02-28")),
    ("winter 2021", "2021-32", ("2021-06-01", "2021-08-31")),
    ("last spring", "2023-29", ("2023-09-01", "2023-11-30")),
    ("winter", "2024-32", ("2024-06-01", "2024-08-31")),
    ("winter to spring 2021", "2021-32/2021-29", ("2021-06-01", "2021-11-30")),
    ("July to spring", "2024-07/2024-29", ("2024-07-01", "2024-11-30")),
]


@pytest.mark.parametrize(("phrase", "wanted"), STATED)
def test_a_stated_date_needs_no_anchor(phrase, wanted):
    for anchor in (MONDAY, None):
        came = reads(phrase, wanted, anchor=anchor)
        assert (came.relative, came.inferred, came.anchor) == (False, False, None), told(came, "stated", came)


@pytest.mark.parametrize(("phrase", "wanted"), ANCHORED)
def test_a_year_half_said_is_seen_from_the_anchor(phrase, wanted):
    assert reads(phrase, wanted).relative


@pytest.mark.parametrize(("phrase", "wanted", "other"), CENTURIES)
def test_two_digits_without_an_anchor_are_inferred(phrase, wanted, other):
    came = reads(phrase, wanted, anchor=None)
    got = came.inferred, [a.edtf for a in came.alternatives]
    assert got == (True, [other]), told(came, (True, [other]), got)


@pytest.mark.parametrize(("phrase", "order", "wanted", "others"), ORDERS)
def test_numbers_in_either_order(phrase, order, wanted, others):
    came = reads(phrase, wanted, date_order=order)
    got = [a.edtf for a in came.alternatives]
    assert got == others, told(came, others, got)


@pytest.mark.parametrize(("phrase", "wanted", "span"), SOUTHERN)
def test_seasons_of_the_south(phrase, wanted, span):
    came = reads(phrase, wanted, south=True)
    assert days(came.interval) == span, told(came, span, days(came.interval))


def test_a_leap_day_is_in_one_century_alone():
    assert reads("29 Feb 00", "2000-02-29", anchor=None).alternatives == ()


def test_the_1900s_are_the_century_and_the_decade_beside_it():
    assert [a.edtf for a in reads("the 1900s", "19XX").alternatives] == ["190X"]


def test_a_wrong_weekday_is_told_and_the_day_stands():
    came = reads("Thursday, July 9, 2021", "2021-07-09")
    assert came.steps == ("Friday 9 July 2021 is no Thursday, as the text has it: the day of the month stands",)


OPEN_YEARS = [
    ("9 July", "XXXX-07-09"),
    ("July", "XXXX-07"),
    ("Friday, July 18", "XXXX-07-18"),
    ("July to August", "XXXX-07/XXXX-08"),
    ("July 4 and 5", "{XXXX-07-04,XXXX-07-05}"),
]


@pytest.mark.parametrize(("phrase", "wanted"), OPEN_YEARS)
def test_without_an_anchor_the_year_stays_open(phrase, wanted):
    came = reads(phrase, wanted, anchor=None)
    assert not came.inferred
    assert not came.interval.dated


@pytest.mark.parametrize(
    ("phrase", "wanted"),
    [("9 July", "2021-07-09"), ("July", "2021-07"), ("31 December to 3 January", "2021-12-31/2022-01-03")],
)
def test_the_year_that_the_document_tells_is_inferred(phrase, wanted):
    came = reads(phrase, wanted, anchor=None, written=Written(2021))
    assert came.inferred, told(came, "inferred", came.inferred)


def test_the_day_of_writing_is_stronger_than_the_year_of_the_document():
    assert not reads("9 July", "2024-07-09", written=Written(2021)).inferred


def test_the_timex_of_a_resolution_is_its_value():
    assert [read(phrase).timex for phrase in ("last week", "from 2002 to 2007")] == ["2024-W12", None]
