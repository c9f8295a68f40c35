"""Dates inside other dates: thirds, halves, the nth unit or weekday, runs, a date read inside another."""

import pytest
from phrases import days, reads, told

THIRDS = [
    ("early 2021", "2021", "2021-01-01", "2021-04-30"),
    ("mid-2021", "2021", "2021-05-01", "2021-08-31"),
    ("late 2021", "2021", "2021-09-01", "2021-12-31"),
    ("early February 2021", "2021-02", "2021-02-01", "2021-02-10"),
    ("mid-July 2021", "2021-07", "2021-07-11", "2021-07-20"),
    ("the end of July 2021", "2021-07", "2021-07-21", "2021-07-31"),
    ("early 1990s", "199X", "1990-01-01", "1993-12-31"),
    ("mid-1990s", "199X", "1994-01-01", "1996-12-31"),
    ("late 1990s", "199X", "1997-01-01", "1999-12-31"),
    ("early 20th century", "19XX", "1900-01-01", "1933-12-31"),
    ("mid-20th century", "19XX", "1934-01-01", "1966-12-31"),
    ("late 20th century", "19XX", "1967-01-01", "1999-12-31"),
    ("early summer 2021", "2021-22", "2021-06-01", "2021-06-30"),
    ("late last year", "2023", "2023-09-01", "2023-12-31"),
    ("early July", "2024-07", "2024-07-01", "2024-07-10"),
    ("the end of the month", "2024-03", "2024-03-21", "2024-03-31"),
    ("BOM", "2024-03", "2024-03-01", "2024-03-10"),
    ("EOY", "2024", "2024-09-01", "2024-12-31"),
]

HALVES = [
    ("first half of 2020", "2020-40"),
    ("latter half of 2020", "2020-41"),
    ("first half of the 1990s", "1990/1994"),
    ("second half of the 1990s", "1995/1999"),
    ("second half of the 20th century", "1950/1999"),
    ("second half of the 1st millennium BC", "-0499/0000"),
    ("first half of February 2021", "2021-02-01/2021-02-14"),
    ("second half of March 2021", "2021-03-16/2021-03-31"),
    ("second quarter of the 20th century", "1925/1949"),
    ("last quarter of the 19th century", "1875/1899"),
    ("third quarter of 2021", "2021-35"),
]

UNITS = [
    ("the following Monday", "2024-04-01"),
    ("the previous Friday", "2024-03-22"),
    ("the Monday before Christmas 2021", "2021-12-20"),
    ("the Monday after Easter 2024", "2024-04-01"),
    ("the weekend of 10 July 2021", "2021-07-10/2021-07-11"),
    ("third Tuesday of March 2022", "2022-03-15"),
    ("fifth Tuesday of March 2022", "2022-03-29"),
    ("last Monday of March 2024", "2024-03-25"),
    ("second last day of March 2024", "2024-03-30"),
    ("third to last day of March 2024", "2024-03-29"),
    ("last day of February 2024", "2024-02-29"),
    ("the hundredth day of 2021", "2021-04-10"),
    ("third day of October", "2023-10-03"),
    ("first week of October 2014", "2014-10-06/2014-10-12"),
    ("last week of September 2014", "2014-09-22/2014-09-28"),
    ("first week of 2024", "2024-01-01/2024-01-07"),
    ("first month of 2020", "2020-01"),
    ("last quarter of 2020", "2020-36"),
    ("first decade of the 21st century", "200X"),
    ("the first Monday of the month", "2024-03-04"),
]

RUNS = [
    ("first nine months of 2020", "2020-01/2020-09"),
    ("last three days of May 2021", "2021-05-29/2021-05-31"),
    ("first two weeks of May 2021", "2021-05-03/2021-05-16"),
    ("last two weekends of May 2021", "2021-05-22/2021-05-30"),
    ("first two years of the 1990s", "1990/1991"),
]

INSIDE = [
    ("July last year", "2023-07"),
    ("9 July next year", "2025-07-09"),
    ("July of the previous year", "2023-07"),
    ("the 20th of next month", "2024-04-20"),
    ("the first day of next month", "2024-04-01"),
    ("Tuesday of last week", "2024-03-19"),
    ("Friday next week", "2024-04-05"),
    ("the week of 9 July 2021", "2021-07-05/2021-07-11"),
]


@pytest.mark.parametrize(("phrase", "wanted", "first", "last"), THIRDS)
def test_a_third_keeps_the_unit_and_narrows_the_days(phrase, wanted, first, last):
    came = reads(phrase, wanted)
    assert days(came.interval) == (first, last), told(came, (first, last), days(came.interval))
    assert came.interval.part is not None


@pytest.mark.parametrize(("phrase", "wanted"), [*HALVES, *UNITS, *RUNS, *INSIDE])
def test_a_part_is_a_date_of_its_own(phrase, wanted):
    came = reads(phrase, wanted)
    assert came.interval.part is None


TOLD_WEEKDAYS = [("2021-06-20", "2021-06-21"), ("2021-06-20/2021-06-23", "2021-06-28"), ("1946/..", "2024-04-01")]


@pytest.mark.parametrize(("last", "wanted"), TOLD_WEEKDAYS)
def test_a_weekday_follows_the_date_told(last: str, wanted: str) -> None:
    reads("the following Monday", wanted, told=last)
