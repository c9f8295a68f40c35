"""The periods of a business report: which quarter it speaks of, and what that is compared with."""

import pytest
from phrases import found, mentioned

NOVEMBER = "1989-11-02"
REPORTS = [  # what is told first, what then, the date of that
    ("In the third quarter profit rose, compared with", "a year earlier", "1988-35"),
    ("In the third quarter profit rose; it had fallen in", "the year-ago third quarter", "1988-35"),
    ("In the second quarter profit rose; it had fallen in", "the year-earlier period", "1988-34"),
    ("In the second quarter profit rose; it had fallen in", "the comparable period last year", "1988-34"),
    ("In the second quarter profit rose; it had fallen in", "the same period a year ago", "1988-34"),
    ("In the second quarter profit rose; it had fallen in", "last year's quarter", "1988-34"),
    ("In the second quarter profit rose; it had fallen in", "the 1988 period", "1988-34"),
    ("Profit rose; it had fallen in", "the 1988 period", "1988"),
    (
        "In the second quarter profit rose. It may fall in the fourth quarter. It was high in",
        "the latest quarter",
        "1989-34",
    ),
    ("It may fall in the fourth quarter. It was high in", "the latest period", "1989-35"),
    ("In the third quarter profit rose. For the nine months it fell, compared with", "a year earlier", "1988"),
    ("In the third quarter profit rose. For the nine months it fell, compared with", "a year ago", "1988"),
    ("In the third quarter profit rose. In 1986, for the nine months, it fell from that of", "a year earlier", "1985"),
    ("In the third quarter profit rose. For the two months it fell, compared with", "a year earlier", "1988-35"),
    ("Profit will rise in", "the current fiscal year", "1989"),
    ("Profit will rise in", "the full year", "1989"),
    ("Profit rose in", "the latest fiscal year", "1988"),
    ("The sale will be closed by", "year-end", "1989"),
    ("Profit was up", "the year ended Sept. 30", "1988-10-01/1989-09-30"),
]


@pytest.mark.parametrize(("before", "phrase", "wanted"), REPORTS)
def test_the_period_of_a_report(before, phrase, wanted):
    *_, (last, date) = found(f"{before} {phrase}, it said.", anchor=NOVEMBER)
    assert (last.removeprefix("in ").removeprefix("by "), date) in [
        (phrase, wanted),
        (phrase, f"[..{wanted}]"),
    ]


def test_what_figures_are_compared_with_is_not_where_the_text_goes():
    text = "It rose, compared with a year earlier. Sales rose, compared with a year earlier. Figures of 1986 fell."
    assert [date for _, date in found(text, anchor=NOVEMBER)] == ["1988", "1988", "1986"]


def test_a_period_without_a_day_of_writing():
    assert found("In the third quarter of 2019 it rose compared with a year earlier.", anchor=None)[-1] == (
        "a year earlier",
        "2018-35",
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Profit for the year fell.", [("the year", "1989")]),
        ("It fell throughout the week.", [("the week", "1989-10-30/1989-11-05")]),
        ("He was the man of the year.", []),
        ("For the year.", []),
        ("The year was bad.", []),
    ],
)
def test_the_year_is_a_date_behind_some_words_alone(text, wanted):
    assert found(text, anchor=NOVEMBER) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("For the year ended Sept. 30 it fell.", [("DURATION", "the year"), ("DATE", "Sept. 30")]),
        ("Compared with a year-earlier loss it fell.", [("DATE", "year-earlier")]),
        ("The year-ago figures are new.", [("DATE", "year-ago")]),
        ("It lasted two to three weeks.", [("DURATION", "two to three weeks")]),
        ("It is to close Monday.", [("DATE", "Monday")]),
    ],
)
def test_what_belongs_to_a_timex(text, wanted):
    drawn = [x for mention in mentioned(text, anchor=NOVEMBER) for x in mention.timexes]
    assert [(x.type, text[x.start : x.end]) for x in drawn] == wanted


def test_so_many_months_of_a_report_that_has_named_no_quarter():
    assert found("Profit rose in the nine months. It had been $2 million a year earlier.")
