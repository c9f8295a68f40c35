"""What counts from a date whose year nobody tells."""

import pytest
from phrases import found

from timeline.dates import edtf
from timeline.expressions import types as t
from timeline.resolve import yearless

STORIES = [  # text, its phrases with their dates
    ("On May 20 they met. That day it rained.", [("On May 20", "XXXX-05-20"), ("That day", "XXXX-05-20")]),
    (
        "On May 31 they met. The following day it rained.",
        [("On May 31", "XXXX-05-31"), ("The following day", "XXXX-06-01")],
    ),
    ("On May 20 they met. Two days later it rained.", [("On May 20", "XXXX-05-20"), ("Two days later", "XXXX-05-22")]),
    (
        "In December they met. The following month it snowed.",
        [("In December", "XXXX-12"), ("The following month", "XXXX-01")],
    ),
    ("On May 20 they met. That month it rained.", [("On May 20", "XXXX-05-20"), ("That month", "XXXX-05")]),
    # only a year could tell
    ("On February 29 they met. The following day it rained.", [("On February 29", "XXXX-02-29")]),
    ("In May they met. The following day it rained.", [("In May", "XXXX-05")]),
    ("On May 20 they met. The next year it rained.", [("On May 20", "XXXX-05-20")]),
    (
        "On May 20 they met. One year and two days later it rained.",
        [("On May 20", "XXXX-05-20"), ("One year and two days", None)],
    ),
    # a year told later dates what follows it
    ("On May 20 they met. On June 3, 1950 it ended. The following day it rained.", None),
]


@pytest.mark.parametrize(("text", "wanted"), STORIES)
def test_a_story_without_a_year(text, wanted):
    got = found(text, anchor=None, genre="narrative")
    if wanted is None:
        assert got[-1] == ("The following day", "1950-06-04")
    else:
        assert got == wanted


DAYS = [
    ("5월 20일 만났다. 같은 달 25일 헤어졌다.", [("5월 20일", "XXXX-05-20"), ("같은 달 25일", "XXXX-05-25")]),
    ("5월 20일 만났다. 이튿날 헤어졌다.", [("5월 20일", "XXXX-05-20"), ("이튿날", "XXXX-05-21")]),
    ("5월 20일 만났다. 이날 오후 헤어졌다.", [("5월 20일", "XXXX-05-20"), ("이날 오후", "XXXX-05-20")]),
]


@pytest.mark.parametrize(("text", "wanted"), DAYS)
def test_a_korean_story_without_a_year(text, wanted):
    assert found(text, anchor=None, genre="narrative", language="ko") == wanted


def test_a_day_of_a_day_is_none():
    assert yearless.inside(edtf.parse("XXXX-05-20"), t.Date(day=5)) is None
    assert yearless.inside(edtf.parse("XXXX-05"), t.Date(day=5)) == edtf.parse("XXXX-05-05")


def test_a_weekday_needs_more_than_a_year():
    assert found("It was in 1950. On Monday it ended.", genre="narrative") == [("in 1950", "1950")]


def test_days_are_not_counted_from_a_year():
    assert found("It was in 1950. Three days later it ended.", genre="narrative") == [
        ("in 1950", "1950"),
        ("Three days", None),
    ]


STRETCHES = [  # text, the date of its last phrase
    ("In 1990 it began. It went on from 1995 to 1996. In June it ended.", "1996-06"),
    ("In 1990 it began. It lasted until 1995. In June it ended.", "1995-06"),
    ("In 1990 it began. It met from 3 to 9 July 1995. On the 12th it ended.", "1995-07-12"),
    ("In 1990 it began. He lived from 1924 to 2010. In June it ended.", "1990-06"),
    ("In 1990 it began. It met from May to July 1995. In June it ended.", "1990-06"),
    ("In 1990 it began. It goes on since 1995. In June it ended.", "1990-06"),
]


@pytest.mark.parametrize(("text", "wanted"), STRETCHES)
def test_a_story_goes_on_where_a_short_stretch_ended(text, wanted):
    assert found(text, anchor=None, genre="narrative")[-1][1] == wanted


LATER = [  # in news, with no date told before
    ("The union went on. Three days later it ended.", [("Three days", None)]),
    ("The union will go on. Three days later it will end.", [("Three days later", "2024-03-28")]),
    ("Three days later it ended.", [("Three days later", "2024-03-28")]),
    (
        "On March 1 it began. Three days later it ended.",
        [("On March 1", "2024-03-01"), ("Three days later", "2024-03-04")],
    ),
    ("After March 1 it began. That day it ended.", [("After March 1", "[2024-03-02..]"), ("That day", "2024-03-25")]),
]


@pytest.mark.parametrize(("text", "wanted"), LATER)
def test_later_needs_a_date_to_count_from(text, wanted):
    assert found(text) == wanted
