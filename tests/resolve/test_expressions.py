"""Expressions that no rule of a language builds today, though their types allow them: dates inside open ones."""

import pytest
from phrases import context

from timeline.dates import Grain, edtf
from timeline.expressions import types as t
from timeline.resolve import UnresolvedError
from timeline.resolve.trail import Trail
from timeline.resolve.worded import RULES

UNTIL, SINCE = t.EventDate("until"), t.EventDate("since")
WEEKS = t.Duration(((2, Grain.WEEK),))

REFUSED = [
    (t.Cycle(Grain.QUARTER, 3, UNTIL), "its year is not known"),
    (t.Inside(t.Date(month=7), SINCE), "1946/.. has no such day"),
    (t.Inside(t.Told(), t.Date(2021)), "2021 has no such day"),
    (t.Sweep(WEEKS, 1, SINCE), "it counts from a date that is open"),
    (t.Yearly(t.Date(month=6, day=31), -1), "there is no 31 June near the day of writing"),
    (t.Lasting(SINCE, WEEKS, ends=True), "it ends on no known day"),
    (t.NoDate(), "is a time without bounds of its own"),
]

RESOLVED = [
    (t.Sweep(WEEKS, 1, t.Date(2021, 7, 9)), "2021-07-12/2021-07-25"),
    (t.Anniversary(70, None, UNTIL), "../1946"),
    (t.Absolute(edtf.parse("1984~")), "1984~"),
]


def trail():
    return Trail(
        "these words", context(lookup={"until": edtf.parse("../1946"), "since": edtf.parse("1946/..")}.get), RULES
    )


@pytest.mark.parametrize(("expression", "reason"), REFUSED)
def test_an_expression_without_a_date(expression, reason):
    with pytest.raises(UnresolvedError) as caught:
        trail().resolve(expression)
    assert caught.value.reason == reason


@pytest.mark.parametrize(("expression", "wanted"), RESOLVED)
def test_an_expression_with_a_date(expression, wanted):
    assert trail().resolve(expression).edtf == wanted
