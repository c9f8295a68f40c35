"""Certainty: a table of dates against periods, and what must hold of all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import Interval, edtf, units
from timeline.query.certainty import CERTAIN, certainty, starts

CASES = [
    # A moment: wholly inside is certain, overlapping is possible.
    ("2021-06", "2021", "certain"),
    ("2021-06", "2021-06", "certain"),
    ("2021-06", "2021-06-20", "possible"),
    ("2021", "2021-06", "possible"),
    ("2021-06", "2021-07", None),
    ("2021-06-30", "2021-06-30/2021-07", "certain"),
    ("202X", "2021", "possible"),
    ("202X", "2015/..", "certain"),
    ("202X", "../2019", None),
    # An open moment is never wholly inside a closed period.
    ("[..1927]", "1900", "possible"),
    ("[..1927]", "../1930", "certain"),
    ("[..1927]", "1928", None),
    ("[1929..]", "1950", "possible"),
    ("[1929..]", "1920/..", "certain"),
    ("[1929..]", "1928", None),
    # A stretch: one stated day is enough.
    ("2024-03-25/2024-03-28", "2024-03-28", "certain"),
    ("2024-03-25/2024-03-28", "2024-03-29", None),
    ("2024-03-25/2024-03-28", "2024-03-26/..", "certain"),
    ("2002/2007", "2002", "certain"),
    ("2002/2007", "2005-05", "certain"),
    ("2002/2007", "2007", "certain"),
    ("2002/2007", "2001/2008", "certain"),
    # Both ends are whole and included.
    ("2002/2007", "2002-03", "certain"),
    ("2002/2007", "2002-12-31", "certain"),
    ("2002/2007", "2007-01-01", "certain"),
    ("2002/2007", "2007-12", "certain"),
    ("2002/2002", "2002-05", "certain"),
    ("2002/2002", "2002", "certain"),
    # Open and unknown sides.
    ("1946/..", "1946", "certain"),
    ("1946/..", "1946-06", "certain"),
    ("1946/..", "2021", "certain"),
    ("1946/..", "1945", None),
    ("../2030", "1800", "certain"),
    ("../2030", "2030-06", "certain"),
    ("../2030", "2031", None),
    ("2004/", "2004", "certain"),
    ("2004/", "2010", "possible"),
    ("/2006", "2006", "certain"),
    ("/2006", "1990", "possible"),
    # What is ? or ~ is never more than possible.
    ("1984?", "1984", "possible"),
    ("1984~", "1980/1990", "possible"),
    ("1984%", "1984", "possible"),
    ("2004-06/2006-08~", "2005", "certain"),
    # The vague part of an end.
    ("2004-06/2006-08~", "2006-08", "possible"),
    ("2004-06~/2006-08", "2004-06", "possible"),
    ("2004-06~/2006-08~", "2005", "possible"),
    ("2004-06~/2006-08", "2005", "certain"),
    ("1984~", "1985", None),
    # One of a set, each of a set.
    ("[1667,1668]", "1667", "possible"),
    ("[1667,1668]", "1660/1670", "certain"),
    ("[1667,1669]", "1668", None),
    ("{1975,1980}", "1975", "certain"),
    ("{1975,1980}", "1980-05", "possible"),
    ("{1975,1980}", "1977", None),
    # A period of several pieces.
    ("1975-05", "{1975,1980}", "certain"),
    ("1977", "{1975,1980}", None),
]


@pytest.mark.parametrize("date, period, wanted", CASES)
def test_certainty(date: str, period: str, wanted: str | None) -> None:
    found = certainty(edtf.parse(date), edtf.parse(period))
    assert found == wanted, f"{date} in {period}: wanted {wanted}, got {found}"


@pytest.mark.parametrize(
    "date, period, wanted",
    [
        ("1946/..", "1946", "certain"),
        ("1946/..", "1946-06", "possible"),
        ("1946/..", "2021", None),
        ("2002/2007", "2002", "certain"),
        ("2002/2007", "2005", None),
        ("../2030", "2030", None),
        ("2021-06", "2021", "certain"),
        ("2021", "2021-06", "possible"),
        ("{1975,1980}", "1980", "certain"),
    ],
)
def test_what_begins_in_the_period(date: str, period: str, wanted: str | None) -> None:
    found = starts(edtf.parse(date), edtf.parse(period))
    assert found == wanted, f"{date} begins in {period}: wanted {wanted}, got {found}"


YEARS = st.integers(1, 40).map(lambda year: units.year(1980 + year))
MONTHS = st.integers(1, 480).map(lambda month: units.month(1980 + month // 12, month % 12 + 1))
ENDS = st.one_of(YEARS, MONTHS)


def _stretch(ends: tuple[Interval, Interval]) -> Interval:
    start, end = sorted(ends, key=lambda unit: (unit.earliest or 0, unit.latest or 0))
    return units.stretch(start, end) if (end.latest or 0) >= (start.earliest or 0) else start


DATES = st.one_of(ENDS, st.tuples(ENDS, ENDS).map(_stretch), ENDS.map(units.since), ENDS.map(units.by))


@given(DATES, ENDS)
def test_what_matches_overlaps(date: Interval, period: Interval) -> None:
    assert (certainty(date, period) is not None) == date.overlaps(period)


@given(DATES, ENDS)
def test_a_wider_period_is_no_less_certain(date: Interval, period: Interval) -> None:
    wider = units.decade((period.earliest or 0) and period.earliest.year // 10) if period.earliest else period
    if certainty(date, period) == CERTAIN:
        assert certainty(date, wider) == CERTAIN


@given(DATES, ENDS)
def test_doubt_is_never_certain(date: Interval, period: Interval) -> None:
    for doubtful in (units.qualify(date, approximate=True), units.qualify(date, uncertain=True)):
        assert certainty(doubtful, period) != CERTAIN
