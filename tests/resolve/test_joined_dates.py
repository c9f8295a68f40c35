"""What joins dates: from .. to, since, by, lists, circa; and what the ends borrow from each other."""

import pytest
from phrases import MONDAY, days, reads, told

SPANS = [
    ("from Monday to Thursday", "2024-03-25/2024-03-28"),
    ("from Friday to Tuesday", "2024-03-22/2024-03-26"),
    ("from Friday to Friday", "2024-03-22/2024-03-29"),
    ("from Monday to next Tuesday", "2024-03-25/2024-04-02"),
    ("from 28 December to 3 January", "2023-12-28/2024-01-03"),
    ("30 September - 1 October", "2023-09-30/2023-10-01"),
    ("December to May", "2023-12/2024-05"),
    ("from the 28th to the 3rd", "2024-03-28/2024-04-03"),
    ("from about March to about May", "2024-03~/2024-05~"),
    ("spring to summer", "2024-21/2024-22"),
    ("the first quarter to the third quarter", "2024-33/2024-35"),
    ("Monday to Wednesday next week", "2024-04-01/2024-04-03"),
    ("Thursday to Wednesday next week", "2024-03-28/2024-04-03"),
    ("the rest of the month", "2024-03-25/2024-03"),
    ("Christmas to Easter", "2023-12-25/2024-03-31"),
    ("Monday to early July", "2024-03-25/2024-07"),
    ("from yesterday to tomorrow", "2024-03-24/2024-03-26"),
    ("from last week to next week", "2024-03-18/2024-04-07"),
]

STATED = [
    ("13 to 15 July 2021", "2021-07-13/2021-07-15"),
    ("from 13/7/2021 to 15/7/2021", "2021-07-13/2021-07-15"),
    ("13.-15.7.2021", "2021-07-13/2021-07-15"),
    ("30 September to 1 October 2021", "2021-09-30/2021-10-01"),
    ("December 28 to January 3, 2022", "2021-12-28/2022-01-03"),
    ("December to May 2023", "2022-12/2023-05"),
    ("early December to May 2023", "2022-12/2023-05"),
    ("9 July 2021 to the 15th", "2021-07-09/2021-07-15"),
    ("9 July 2021 to Friday", "2021-07-09/2021-07-16"),
    ("June 2021 to Friday", "2021-06/2021-07-02"),
    ("from Christmas 2020 to Easter", "2020-12-25/2021-04-04"),
    ("Q1 to Q3 2020", "2020-33/2020-35"),
    ("spring to autumn 2021", "2021-21/2021-23"),
    ("9 July to Q4 2021", "2021-07-09/2021-36"),
    ("between March 2020 and June 2021", "2020-03/2021-06"),
    ("from 2002 to 2007", "2002/2007"),
    ("1861-67", "1861/1867"),
    ("from c. 1600 to 1650", "1600~/1650"),
    ("1980s-1990s", "198X/199X"),
    ("the 1880s to 90s", "188X/189X"),
    ("17th-19th centuries", "16XX/18XX"),
    ("2016 - present", "2016/.."),
    ("from 18 December 2020 for 10 days", "2020-12-18/2020-12-27"),
    ("from 18 December 2020 for two weeks", "2020-12-18/2020-12-31"),
    ("for 3 years from 2020", "2020/2022"),
    ("10 days around 15 July 2021", "2021-07-05/2021-07-25"),
    ("a month around 15 July 2021", "2021-06-15/2021-08-15"),
    ("a week around July 2021", "2021-06-24/2021-08-07"),
    ("since 1946", "1946/.."),
    ("since c. 1946", "1946~/.."),
    ("from 2010 onwards", "2010/.."),
    ("until 2030", "../2030"),
    ("by 2030", "[..2030]"),
    ("before 1928", "[..1927]"),
    ("before the 1990s", "[..1989]"),
    ("after 1928", "[1929..]"),
    ("after July 2021", "[2021-08..]"),
    ("before 9 July 2021", "[..2021-07-08]"),
    ("before the end of 2021", "[..2021]"),
]

LISTS = [
    ("19th and 20th centuries", "{18XX,19XX}"),
    ("the 5th, 6th and 7th century", "{04XX,05XX,06XX}"),
    ("late 19th and early 20th century", "{18XX,19XX}"),
    ("late 5th and early 4th centuries BC", "{-04XX,-03XX}"),
    ("July 4, 5 and 7, 2019", "{2019-07-04,2019-07-05,2019-07-07}"),
    ("4 July and 5 August 2019", "{2019-07-04,2019-08-05}"),
    ("9/7/2021 and 10/7/2021", "{2021-09-07,2021-10-07}"),
    ("June and July 2021", "{2021-06,2021-07}"),
    ("spring and autumn 2021", "{2021-21,2021-23}"),
    ("the 1860s and 70s", "{186X,187X}"),
    ("both 1967 and 1968", "{1967,1968}"),
    ("1967 or 1968", "[1967,1968]"),
    ("either June or July 2021", "[2021-06,2021-07]"),
]

ANCHORED_LISTS = [
    ("Monday, Wednesday and Friday", "{2024-03-25,2024-03-27,2024-03-29}"),
    ("December 30 and January 2", "{2023-12-30,2024-01-02}"),
    ("July 4 and the 7th", "{2024-07-04,2024-07-07}"),
    ("the 80's and 90's", "{198X,199X}"),
    ("the 19th century and the 70s", "{18XX,197X}"),
    ("Monday or early May", "[2024-03-25,2024-05]"),
]

QUALIFIED = [
    ("circa 1600", "1600~"),
    ("1860 or so", "1860~"),
    ("around March 2020", "2020-03~"),
    ("perhaps 1862", "1862?"),
    ("ca. 1860s?", "186X%"),
]


@pytest.mark.parametrize(("phrase", "wanted"), [*SPANS, *ANCHORED_LISTS])
def test_joined_dates_seen_from_the_anchor(phrase, wanted):
    reads(phrase, wanted)


@pytest.mark.parametrize(("phrase", "wanted"), [*STATED, *LISTS])
def test_joined_dates_that_need_no_anchor(phrase, wanted):
    for anchor in (MONDAY, None):
        reads(phrase, wanted, anchor=anchor)


@pytest.mark.parametrize(("phrase", "wanted"), QUALIFIED)
def test_less_than_certain(phrase, wanted):
    reads(phrase, wanted)


def test_an_order_that_turns_the_ends_round_is_no_reading():
    assert reads("9/10/2021 to 10/9/2021", "2021-09-10/2021-10-09", date_order="mdy").alternatives == ()


def test_both_ends_are_whole_and_included():
    came = reads("from 2002 to 2007", "2002/2007")
    assert days(came.interval) == ("2002-01-01", "2007-12-31")
    assert came.interval.stretch


def test_an_end_keeps_its_third():
    came = reads("from early March to mid-May", "2024-03/2024-05")
    wanted = ("2024-03-01", "2024-05-20")
    assert days(came.interval) == wanted, told(came, wanted, days(came.interval))


@pytest.mark.parametrize(
    ("phrase", "other"),
    [("9/7/2021 to 10/7/2021", "2021-07-09/2021-07-10"), ("9/7/2021 and 10/7/2021", "{2021-07-09,2021-07-10}")],
)
def test_numbers_side_by_side_have_the_other_order_beside_them(phrase, other):
    reads(phrase, other, date_order="dmy")
    came = reads(phrase, other.replace("-07-09", "-09-07").replace("-07-10", "-10-07"), date_order="mdy")
    assert [a.edtf for a in came.alternatives] == [other], told(came, other, came.alternatives)


@pytest.mark.parametrize(
    ("phrase", "wanted"),
    [
        ("Monday to Wednesday next week", "2024-04-01/2024-04-03"),
        ("from Monday to Wednesday of next week", "2024-04-01/2024-04-03"),
        ("from this Friday to Wednesday next week", "2024-03-29/2024-04-03"),
        ("from Friday to Wednesday next week", "2024-03-22/2024-04-03"),
    ],
)
def test_the_week_of_two_weekdays_is_said_once(phrase, wanted):
    reads(phrase, wanted)


def test_a_weekday_may_lie_weeks_after_the_start():
    reads("14 February to Friday", "2024-02-14/2024-03-22")
    reads("14 March to Tuesday", "2024-03-14/2024-03-26")
    reads("24 March to Saturday", "2024-03-24/2024-03-30")
