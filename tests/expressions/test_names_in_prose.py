"""Names that are made of the words of dates, and numbers that look like years."""

import pytest
from test_finding import found

NAMES = [
    "April Johnson won the race.",
    "The race was hard. June Carter, 34, won it.",
    "August Wilson's plays were read by all.",
    "He sang on Saturday Night Live with his brother.",
    "The film Friday Night Lights was shown.",
    "He told USA Today that the sale was over.",
    "The paper Korea Today wrote about it.",
    "The Tonight Show was cancelled by them.",
    "The host of Last Week Tonight said so.",
    "He paid 2000 won for the ticket.",
    "A total of 1985 were sold there.",
    "The rules stand in Act 2004/17 of the council.",
    "They voted for May in the poll.",
]
DATES = [
    ("April elections were held.", ["April"]),
    ("April Japanese exports fell.", ["April"]),
    ("April GDP grew.", ["April"]),
    ("April Monday", ["April", "Monday"]),
    ("She left in April. June Japanese exports fell.", ["in April", "June"]),
    ("On Friday Night the Mets won again in Boston.", ["On Friday Night"]),
    ("Police Kill Man Saturday Night After Chase", ["Saturday Night"]),
    ("Last Week President Lee said the economy grew.", ["Last Week"]),
    ("But Today the company said it would close.", ["Today"]),
    ("Reports of Today's meeting were few.", ["Today"]),
    ("The Today he knew was gone.", ["The Today"]),
    ("Stocks Rise Today", ["Today"]),
    ("Prices of MILK TODAY are high there.", ["TODAY"]),
    ("Nobody saw Vietnam Today's cover there.", ["Today"]),
    ("Friday Today they left again.", ["Friday", "Today"]),
    ("In 2000 won a case was settled.", ["In 2000"]),
    ("In 2010 the week was held twice.", ["In 2010", "the week"]),
    ("They stayed 2000 days.", ["2000 days"]),
    ("The Companies Act 2006 was read.", ["2006"]),
    ("The castle dates from May 2010.", ["dates from May 2010"]),
    ("The tour dates from 5 May to 7 May are sold out.", ["dates from 5 May to 7 May"]),
    ("Schools close on All Saints' Day.", ["on All Saints' Day"]),
    ("They met on Presidents' Day.", ["on Presidents' Day"]),
]


@pytest.mark.parametrize("text", NAMES)
def test_a_name_is_no_date(text):
    assert found(text) == []


@pytest.mark.parametrize(("text", "wanted"), DATES)
def test_a_date_beside_a_name_is_one(text, wanted):
    assert found(text) == wanted


@pytest.mark.parametrize("text", ["Đường có hai làn xe mỗi chiều.", "Cầu có mỗi chiều 3 làn."])
def test_the_directions_of_a_road_are_no_afternoons(text):
    assert found(text, "vi") == []


def test_a_year_behind_which_something_is_told_for_the_first_time():
    assert found("1942 Lần đầu tiên ông về nước.", "vi") == ["1942"]
