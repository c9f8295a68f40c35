"""What gives no date, and the reason that is told."""

import pytest
from phrases import read

from timeline.dates import DateError, EdtfError, NonexistentDateError
from timeline.errors import TimelineError
from timeline.resolve import NoAnchorError, UnresolvedError

UNKNOWN = (
    'no date expression that is known here; accepted are dates in words ("9 July 2021", "last week", "since 1946"), '
    "ISO (2021-07-09) and EDTF (2021-07~)"
)

REFUSALS = [
    ("recently", "it is somewhere in the past and has no bounds of its own"),
    ("soon", "it is somewhere in the future and has no bounds of its own"),
    ("every year", "comes again every year and is no single date"),
    ("every Monday", "comes again every week and is no single date"),
    ("each July", "comes again every year and is no single date"),
    ("every two weeks", "comes again every 2 weeks and is no single date"),
    ("every morning", "comes again every day and is no single date"),
    ("70th anniversary", "it is an anniversary of something whose date is not given"),
    ("week 53 of 2021", "there is no week 53 in that year"),
    ("Easter 1500", "the rule of easter does not reach that year"),
    ("fifth Monday of March 2022", "2022-03 has no 5th Monday"),
    ("sixtieth Tuesday after 9 July 2021", "[2021-07-10..] has no 60th Tuesday"),
    ("13th month of 2020", "2020 has no 13th month"),
    ("first quarter of the 1990s", "199X has no 1st quarter of whole years"),
    ("fifth quarter of the 19th century", "18XX has no 5th quarter of whole years"),
    ("400th day of 2021", "2021 has no 400th day"),
    ("40th last day of March 2024", "2024-03 has no 40th last day"),
    ("first 13 months of 2020", "2020 has not so many whole units"),
    ("first 0 days of May 2021", "2021-05 has not so many whole units"),
    ("30 February last year", "2023 has no such day"),
    ("the 31st of next month", "2024-04 has no such day"),
    ("2007 to 2002", "the end, 2002, comes before the start, 2007"),
    ("247-285 BCE", "the end, -0284, comes before the start, -0246"),
    ("from June 2021 to May 2021", "the end, 2021-05, comes before the start, 2021-06"),
    ("July 9 to 31 June", "there is no such end after the start"),
    ("Q3 BC", UNKNOWN),
    ("the year-ago fifth quarter", UNKNOWN),
    ("2 3/1 years ago", UNKNOWN),
    ("two to one weeks ago", UNKNOWN),
    ("1 January 900 BE", UNKNOWN),
    ("Q5 2020", "2020 has no 5th quarter"),
    ("2020-Q7", "2020 has no 7th quarter"),
    ("many years ago", "it is somewhere in the past and has no bounds of its own"),
    ("70th anniversary of the founding of the union", "it is an anniversary of something whose date is not given"),
    ("70th anniversary of the 1950 treaty in 2020", UNKNOWN),
    ("H3 2020", UNKNOWN),
    ("week 54 of 2021", "2021 has no 54th week"),
    ("week 54", "2024 has no 54th week"),
    ("the 0th", UNKNOWN),
    ("the 32nd", UNKNOWN),
    ("the 0th century", UNKNOWN),
    ("0th to 2nd century", UNKNOWN),
    ("third half of 2020", UNKNOWN),
    ("thirty ten", UNKNOWN),
    ("0 AD", UNKNOWN),
    ("the same Monday", UNKNOWN),
    ("the Monday by 9 July 2021", UNKNOWN),
    ("the 19th and 0th centuries", UNKNOWN),
    ("0/1/2021", UNKNOWN),
    ("1/200/2021", UNKNOWN),
    ("2021-200-1", UNKNOWN),
    ("spring/spring 2021", UNKNOWN),
    ("eighteen hundred and two hundred", UNKNOWN),
    ("this day this year", UNKNOWN),
    ("25:00", UNKNOWN),
    ("10:61", UNKNOWN),
    ("13 pm", UNKNOWN),
    ("0 pm", UNKNOWN),
    ("3rd hour of 2020", UNKNOWN),
    ("the second time", UNKNOWN),
    ("nonsense", UNKNOWN),
    ("...", UNKNOWN),
    ("9 July 2021 " * 40, UNKNOWN),
]

UNANCHORED = [
    ("yesterday", "1 day before counts from the day of writing, and none is given"),
    ("today", "this day counts from the day of writing, and none is given"),
    ("this year", "this year counts from the day of writing, and none is given"),
    ("now", "what counts from now counts from the day of writing, and none is given"),
    ("two days later", "what counts from now counts from the day of writing, and none is given"),
    ("the past two weeks", "2 weeks counts from the day of writing, and none is given"),
    ("the weekend", "the weekend counts from the day of writing, and none is given"),
    ("Monday", "Monday counts from the day of writing, and none is given"),
    ("last Monday", "Monday counts from the day of writing, and none is given"),
    ("last March", "March counts from the day of writing, and none is given"),
    ("three Fridays from now", "counting weekdays counts from the day of writing, and none is given"),
    ("the 15th", "the 15th counts from the day of writing, and none is given"),
    ("Friday the 13th", "Friday the 13th counts from the day of writing, and none is given"),
    ("spring", "spring counts from the day of writing, and none is given"),
    ("week 12", "week 12 counts from the day of writing, and none is given"),
    ("Q1", "1st quarter counts from the day of writing, and none is given"),
    ("two days", "is a duration, 2 days, and nothing says from when to when"),
    ("two centuries", "is a duration, 2 centuries, and nothing says from when to when"),
]

CLOSED_YEARS = [
    ("9 July", "9 July counts from the day of writing, and none is given"),
    ("July", "July counts from the day of writing, and none is given"),
    ("Friday, 9 July", "Friday 9 July counts from the day of writing, and none is given"),
]

NONEXISTENT = [
    ("30 February 2021", "30 February 2021 does not exist: February 2021 has 28 days"),
    ("February 29, 2021", "29 February 2021 does not exist: February 2021 has 28 days"),
    ("2021-02-30", "30 February 2021 does not exist: February 2021 has 28 days"),
    ("29/2/2021", "29 February 2021 does not exist: February 2021 has 28 days"),
    ("2/29/2021", "29 February 2021 does not exist: February 2021 has 28 days"),
    ("June 10 - 31, 2022", "31 June 2022 does not exist: June 2022 has 30 days"),
    ("31 June or 5 July 2021", "31 June 2021 does not exist: June 2021 has 30 days"),
    ("32 July", "32 July does not exist: July has no more than 31 days"),
    ("July 32nd", "32 July does not exist: July has no more than 31 days"),
    ("13/13/2021", "month 13 of 2021 does not exist: a year has the months 1 to 12"),
    ("32/1/2021", "32 January 2021 does not exist: January 2021 has 31 days"),
    ("1/32/2021", "32 January 2021 does not exist: January 2021 has 31 days"),
    ("2021-13-01", "month 13 of 2021 does not exist: a year has the months 1 to 12"),
    ("2021-07-32", "32 July 2021 does not exist: July 2021 has 31 days"),
    ("2021-13", "month 13 of 2021 does not exist: a year has the months 1 to 12"),
]


@pytest.mark.parametrize(("phrase", "reason"), REFUSALS)
def test_the_reason_of_a_refusal(phrase, reason):
    with pytest.raises(UnresolvedError) as caught:
        read(phrase)
    assert caught.value.reason == reason


@pytest.mark.parametrize(("phrase", "reason"), UNANCHORED)
def test_what_counts_from_an_unknown_day(phrase, reason):
    with pytest.raises(UnresolvedError) as caught:
        read(phrase, anchor=None)
    assert caught.value.reason == reason


@pytest.mark.parametrize(("phrase", "reason"), CLOSED_YEARS)
def test_a_stored_date_needs_its_year(phrase, reason):
    with pytest.raises(NoAnchorError) as caught:
        read(phrase, anchor=None, open_year=False)
    assert caught.value.reason == reason


def test_an_anchor_without_days_is_none():
    with pytest.raises(NoAnchorError, match="Monday counts from the day of writing"):
        read("Monday", anchor="XXXX-10-24")


@pytest.mark.parametrize(("phrase", "message"), NONEXISTENT)
def test_a_day_that_does_not_exist(phrase, message):
    with pytest.raises(NonexistentDateError) as caught:
        read(phrase)
    assert str(caught.value) == message


@pytest.mark.parametrize("phrase", ["31 June", "February 30", "Monday, 30 February"])
def test_a_day_that_no_year_has_blames_no_year(phrase):
    with pytest.raises(NonexistentDateError) as caught:
        read(phrase)
    assert "2000" not in str(caught.value)


@pytest.mark.parametrize("phrase", ["first half of 9 July 2021", "second half of 9 July 2021"])
def test_a_day_has_no_halves(phrase):
    with pytest.raises(UnresolvedError):
        read(phrase)


def test_a_story_has_no_leap_day_in_a_common_year():
    with pytest.raises(UnresolvedError, match="there is no 29 February near the day of writing"):
        read("29 February", told="1950-11-25", genre="narrative")


@pytest.mark.parametrize("phrase", ["", " \t"])
def test_no_words(phrase):
    with pytest.raises(UnresolvedError, match="there are no words"):
        read(phrase)


def test_edtf_alone_is_read_where_it_is_asked_for():
    with pytest.raises(EdtfError):
        read("9 July 2021", language="edtf")


@pytest.mark.parametrize("language", ["xx", "", "not a code"])
def test_a_language_that_nobody_knows_is_an_error_of_ours(language):
    with pytest.raises(TimelineError):
        read("kladderadatsch", language=language)


def test_a_message_clips_a_long_phrase():
    words = "no date at all " * 10
    with pytest.raises(UnresolvedError) as caught:
        read(words)
    assert str(caught.value) == f"“{words[:59]}…”: {UNKNOWN}"
    assert caught.value.text == words.strip()


def test_the_first_problem_is_the_one_that_is_told():
    with pytest.raises(DateError, match="does not exist"):
        read("from 30 June to 31 June 2021")
