"""Anniversaries, and dates that hang on an event by its @id."""

import pytest
from phrases import read, reads

from timeline.dates import edtf
from timeline.errors import TimelineError
from timeline.resolve import UnresolvedError

EVENTS = {
    "ties": "1950-01-31",
    "leap": "2020-02-29",
    "war": "1950-06-25/1953-07-27",
    "months": "1950-06/1953-07",
    "visits": "{1957-07,1958-11}",
    "vague": "1950~",
    "since": "1946/..",
    "until": "../1946",
    "open": "../..",
    "yearless": "XXXX-10-24",
    "reign": "[..1927]",
}


class UnknownError(TimelineError):
    pass


def lookup(event):
    if event not in EVENTS:
        raise UnknownError(event)
    return edtf.parse(EVENTS[event])


HANGING = [
    ("@ties", "1950-01-31"),
    ("two days after @ties", "1950-02-02"),
    ("two days before @war", "1950-06-23"),
    ("two days after @war", "1953-07-29"),
    ("two years after @vague", "1952~"),
    ("two days after @until", "1947-01-02"),
    ("two days before @since", "1945-12-30"),
    ("the eve of @ties", "1950-01-30"),
    ("between @ties and @leap", "1950-01-31/2020-02-29"),
    ("from @ties to July", "1950-01-31/1950-07"),
    ("from @until to 1950", "../1950"),
    ("during @ties", "1950-01-31"),
    ("70th anniversary of @ties", "2020-01-31"),
    ("70th anniversary of @war", "2020-06-25"),
    ("70th anniversary of @months", "2020-06"),
    ("50th anniversary of @visits", "2007-07"),
    ("1st anniversary of @leap", "2021-02-28"),
    ("4th anniversary of @leap", "2024-02-29"),
    ("week of @since", "1945-12-31/1946-01-06"),
    ("10 days around @ties", "1950-01-21/1950-02-10"),
]

REFUSED = [
    ("two days before @until", "it counts from a date that is open on that side"),
    ("two days after @since", "it counts from a date that is open on that side"),
    ("10 days around @since", "it lies around a date that is open"),
    ("first two days of @since", "it counts inside a date that is open"),
    ("first day of @since", "it counts inside a date that is open"),
    ("first half of @since", "it counts inside a date that is open"),
    ("third Monday of @until", "it counts inside a date without a beginning"),
    ("early @until", "there is no early third of a date without a beginning"),
    ("early @yearless", "there is no early third of a date without a beginning"),
    ("from @until for 10 days", "it begins on no known day"),
    ("week of @until", "it holds a date without a beginning"),
    ("70th anniversary of @until", "it is the anniversary of a date without a beginning"),
    ("70th anniversary of @yearless", "it is the anniversary of a date without a beginning"),
]

ANNIVERSARIES = [
    ("70th anniversary of 31 January 1950", "2020-01-31"),
    ("70th anniversary of June 1950", "2020-06"),
    ("50th anniversary of the 1950s", "200X"),
    ("70th anniversary of 31 January 1950 in 2020", "2020-01-31"),
    ("70th anniversary in 2020", "2020"),
]


@pytest.mark.parametrize(("phrase", "wanted"), HANGING)
def test_a_date_hangs_on_an_event(phrase, wanted):
    reads(phrase, wanted, lookup=lookup, anchor=None)


@pytest.mark.parametrize(("phrase", "reason"), REFUSED)
def test_an_event_that_is_open_where_it_is_counted_from(phrase, reason):
    with pytest.raises(UnresolvedError) as caught:
        read(phrase, lookup=lookup)
    assert caught.value.reason == reason


def test_an_unknown_event_is_the_error_of_the_lookup():
    with pytest.raises(UnknownError):
        read("two days after @nothing", lookup=lookup)


def test_without_a_timeline_there_is_nothing_to_look_up():
    with pytest.raises(UnresolvedError, match="there is no timeline here to look up @ties in"):
        read("@ties")


@pytest.mark.parametrize(("phrase", "wanted"), ANNIVERSARIES)
def test_an_anniversary_has_one_reading(phrase, wanted):
    came = reads(phrase, wanted)
    assert came.alternatives == ()


def test_an_anniversary_in_a_year_implies_the_year_of_its_event():
    assert reads("70th anniversary in 2020", "2020").steps == ("the 70th anniversary in 2020 implies 1950",)
