import pytest

from timeline.dates import edtf
from timeline.dates.placing import placed

PLACES = [
    ("2021-07-09", "2021-07-09 2021-07-09 exact"),
    ("2021-06-20/2021-06-21", "2021-06-20 2021-06-21 exact"),
    ("2021-06-20/2021-07", "2021-06-20 2021-07-31 vague"),
    ("2021-07-09?", "2021-07-09 2021-07-09 vague"),
    ("1984~", "1984-01-01 1984-12-31 vague"),
    ("[1967,1968]", "1967-01-01 1968-12-31 vague"),
    ("1946/..", "1946-01-01 1946-12-31 open"),
    ("[..2030]", "2030-01-01 2030-12-31 open"),
    ("[1967..,1980]", "1967-01-01 1967-01-01 open"),
    ("[..1967,1980..]", ""),
    ("{1975,1980}", "1975-01-01 1975-12-31 vague, 1980-01-01 1980-12-31 vague"),
    ("XXXX-10-20", ""),
]


@pytest.mark.parametrize("text, places", PLACES)
def test_a_date_is_drawn_where_it_may_be(text, places):
    assert ", ".join(f"{one.first} {one.last} {one.how}" for one in placed(edtf.parse(text))) == places


def test_no_date_is_drawn_nowhere():
    assert placed(None) == ()
