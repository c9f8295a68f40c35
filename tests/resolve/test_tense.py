"""On which side a yearless date lies, by the verb forms around it."""

import pytest
from phrases import tongue

from timeline.dates import Grain, Interval, edtf
from timeline.expressions import types as t
from timeline.resolve.tense import direction, unsettled

SIDES = [  # the date stands between the bars
    ("They will meet |on Friday|.", "future"),
    ("They met |on Friday|.", "past"),
    ("The fair takes place |on Friday|.", "future"),
    ("The fair took place |on Friday|.", "past"),
    ("They are due |on Friday|.", "future"),
    ("The talks, planned |on Friday|, failed.", "future"),
    ("|On Friday| they will meet.", "future"),
    ("|On Friday| they opened it.", "past"),
    ("They opened it and |on Friday| will close.", "past"),  # what stands before is nearer
    ("They opened it. |On Friday| they will close.", "future"),
    ("They will open it. |On Friday| they closed.", "past"),
    ('He will go. "|On Friday| it is open.', "past"),
    ("It is |on Friday|. They will go.", "past"),
    ("It is |on Friday|", "past"),  # what is told has happened
    ("He will be named |on Friday|.", "future"),  # what will be done is not done
    ("It is to be opened |on Friday|.", "future"),
    ("The contract is effective |on 1 June|.", "future"),
    ("They waited |until Friday|.", "future"),
    ("|Until Friday|, they had not met.", "past"),
    ("|Until Friday|, they will not meet.", "future"),
    ("|Until Friday| it is shut.", "future"),
    ("They could come as soon as |Friday|.", "future"),
    ("It would be paid on an unspecified day |in May|.", "future"),
    ("They will have worked |since Friday|.", "past"),
    ("They will answer |Friday|'s speech.", "past"),
    ("They met |may 5|.", "past"),  # a month and no verb
    ("The talks, attended by all |on Friday|", "past"),
    ("She will succeed him |on Friday|.", "future"),
    ("They will meet H. Smith |on Friday|.", "future"),  # no sentence ends behind an initial
    ("It is to open |on Friday|.", "future"),
    ("It burnt next to the house |on Friday|.", "past"),  # a place
    ("It had been due to open |on Friday|.", "past"),
    ("They could not come |on Friday|.", "past"),
    ("They told of the plan |on Friday|.", "past"),
    ("|Friday|", None),
    ("- |Friday| -", None),
    ("They red |on Friday|.", "past"),  # too short for an ending
    ("will " + "x " * 100 + "|on Friday|.", "past"),  # too far
]

KOREAN = [
    ("그는 |9일|에 방문할 예정이다.", "future"),
    ("그는 |9일|에 도착했다.", "past"),
    ("|9일|에", None),
]

UNSETTLED = [
    (t.Date(2021, 7), False),
    (t.Date(None, 7), True),
    (t.Numeric(9, 7), True),
    (t.Numeric(9, 7, 2021), False),
    (t.Cycle(Grain.QUARTER, 3), True),
    (t.Cycle(Grain.QUARTER, 3, t.Date(2020)), False),
    (t.NamedDay("easter"), True),
    (t.NamedDay("easter", t.Date(2020)), False),
    (t.Weekday(0), True),
    (t.Weekday(0, -1), False),
    (t.Lunar(8, 15), True),
    (t.Lunar(8, 15, t.Date(2020)), False),
    (t.Lunar(8, 15, None, 3), False),
    (t.Shift(t.Duration(((1, Grain.DAY),)), 1), False),
    (t.Shift(t.Duration(((1, Grain.DAY),)), 1, t.Weekday(0)), True),
    (t.Span(t.Date(2021, 7), t.Date(2021, 8)), False),
    (t.Span(t.Date(None, 7), t.Date(2021, 8)), True),
    (t.Several((t.Date(2021), t.Weekday(0)), every=True), True),
    (t.EventDate("ties"), False),
    (t.Ahead(t.Duration(((1, Grain.DAY),))), True),
]


@pytest.mark.parametrize(
    ("text", "wanted", "code"), [*((*row, "en") for row in SIDES), *((*row, "ko") for row in KOREAN)]
)
def test_the_side_of_a_date(text, wanted, code):
    left, date, right = text.split("|")
    assert direction(left + date + right, len(left), len(left + date), tongue(code)) == wanted


@pytest.mark.parametrize(("expression", "wanted"), UNSETTLED)
def test_what_leaves_a_side_to_choose(expression, wanted):
    assert unsettled(expression) is wanted


def test_an_absolute_date_is_settled():
    interval: Interval = edtf.parse("2021")
    assert not unsettled(t.Absolute(interval))
