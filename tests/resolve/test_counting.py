"""What counts from the day of writing: weekdays, yearless dates, units, amounts of time."""

import pytest
from phrases import days, read, reads, told

from timeline.errors import TimelineError

NEAREST = [
    ("9 July", "2024-07-09"),
    ("24 December", "2023-12-24"),
    ("31 March", "2024-03-31"),
    ("23 September", "2024-09-23"),
    ("29 February", "2024-02-29"),
    ("Friday, 29 February", "2024-02-29"),
    ("Monday", "2024-03-25"),
    ("Thursday", "2024-03-28"),
    ("Friday", "2024-03-22"),
    ("the 15th", "2024-03-15"),
    ("the 31st", "2024-03-31"),
    ("on the 15th", "2024-03-15"),
    ("Friday the 13th", "2023-10-13"),
    ("Tuesday the 31st", "2023-10-31"),
    ("Friday, July 18", "2025-07-18"),
    ("Monday, July 20", "2026-07-20"),
    ("October", "2023-10"),
    ("May", "2024-05"),
    ("the ides of March", "2024-03-15"),
    ("winter", "2023-24"),
    ("spring", "2024-21"),
    ("summer '69", "1969-22"),
    ("Q1", "2024-33"),
    ("third quarter", "2024-35"),
    ("week 12", "2024-03-18/2024-03-24"),
    ("Easter", "2024-03-31"),
    ("Christmas", "2023-12-25"),
]

WORKDAYS = [  # counted from Monday 25 March 2024
    ("the last working day", "2024-03-22"),
    ("the next business day", "2024-03-26"),
    ("6 working days ago", "2024-03-15"),
    ("5 weekdays from now", "2024-04-01"),
]


@pytest.mark.parametrize(("phrase", "wanted"), WORKDAYS)
def test_working_days(phrase, wanted):
    reads(phrase, wanted)


SHORT_YEARS = [  # two digits each: day first, unless that is far and the year first is near
    ("24-03-27", "2024-03-27", "2024-03-27"),
    ("27-03-24", "2024-03-27", "2024-03-27"),
    ("15-10-25", "2025-10-15", "2025-10-15"),
    ("29-02-25", None, "2024-03-25"),
    ("23-02-30", "2030-02-23", "2024-03-25"),
    ("32-03-24", None, "2024-03-25"),
    ("24-02-29", "2024-02-29", "2024-03-25"),
    ("25-12-99", "1999-12-25", "2024-03-25"),
    ("24-03-27", "2027-03-24", None),
]


@pytest.mark.parametrize(("phrase", "wanted", "anchor"), SHORT_YEARS)
def test_which_of_three_short_numbers_is_the_year(phrase, wanted, anchor):
    if wanted is None:
        with pytest.raises(TimelineError):
            read(phrase, anchor=anchor)
    else:
        reads(phrase, wanted, anchor=anchor)


def test_the_other_order_is_an_alternative():
    assert [other.edtf for other in read("24-03-27").alternatives] == ["2027-03-24"]


DIRECTIONS = [  # the same words behind last, this, next
    ("Monday", "2024-03-18", "2024-03-25", "2024-04-01"),
    ("Friday", "2024-03-22", "2024-03-29", "2024-04-05"),
    ("Sunday", "2024-03-24", "2024-03-31", "2024-04-07"),
    ("March", "2023-03", "2024-03", "2025-03"),
    ("4 July", "2023-07-04", "2024-07-04", "2024-07-04"),
    ("spring", "2023-21", "2024-21", "2025-21"),
    ("day", "2024-03-24", "2024-03-25", "2024-03-26"),
    ("week", "2024-03-18/2024-03-24", "2024-03-25/2024-03-31", "2024-04-01/2024-04-07"),
    ("weekend", "2024-03-23/2024-03-24", "2024-03-30/2024-03-31", "2024-04-06/2024-04-07"),
    ("month", "2024-02", "2024-03", "2024-04"),
    ("quarter", "2023-36", "2024-33", "2024-34"),
    ("year", "2023", "2024", "2025"),
    ("decade", "201X", "202X", "203X"),
    ("century", "19XX", "20XX", "21XX"),
    ("millennium", "1XXX", "2XXX", "3XXX"),
]

AMOUNTS = [
    ("two days ago", "2024-03-23"),
    ("0 days ago", "2024-03-25"),
    ("an hour ago", "2024-03-25"),
    ("30 hours ago", "2024-03-24"),
    ("5 minutes from now", "2024-03-25"),
    ("in 5 minutes", "2024-03-25"),
    ("for 5 hours", "2024-03-25"),
    ("three weeks ago", "2024-03-04/2024-03-10"),
    ("a fortnight ago", "2024-03-11/2024-03-17"),
    ("a weekend ago", "2024-03-23/2024-03-24"),
    ("two months ago", "2024-01"),
    ("a quarter ago", "2023-36"),
    ("half a year ago", "2023"),
    ("a year and a half ago", "2022"),
    ("1 year 2 months ago", "2023-01"),
    ("2 months and 3 days ago", "2024-01-22"),
    ("a decade ago", "2014"),  # a year, as ten years ago is
    ("a century ago", "1924"),
    ("a hundred and ten years ago", "1914"),
    ("a few days ago", "2024-03-22~"),
    ("several years ago", "2021~"),
    ("about two years ago", "2022~"),
    ("in five years", "2029"),
    ("within two weeks", "2024-04-08/2024-04-14"),
    ("+3 days", "2024-03-28"),
    ("-3 days", "2024-03-22"),
    ("two days later", "2024-03-27"),  # nothing was told: from the anchor
    ("three years earlier", "2021"),
    ("the following year", "2025"),
    ("the previous month", "2024-02"),
    ("the same day", "2024-03-25"),
    ("today", "2024-03-25"),
    ("now", "2024-03-25"),
    ("the day after tomorrow", "2024-03-27"),
    ("the year before last", "2022"),
    ("the week after next", "2024-04-08/2024-04-14"),
    ("Friday after next", "2024-04-05"),
    ("three Fridays from now", "2024-04-12"),
    ("1 Mondays from now", "2024-04-01"),
    ("2 Mondays ago", "2024-03-11"),
    ("2 Thursdays ago", "2024-03-14"),
    ("the weekend", "2024-03-23/2024-03-24"),
    ("the quarter", "2023-36"),
    ("the year-ago quarter", "2023"),
    ("earlier this year", "2024"),
    ("later that month", "2024-03"),
]

STATED_BASE = [
    ("two weeks after 9 July 2021", "2021-07-23"),
    ("2 days after next Friday", "2024-04-07"),
    ("two days before June 2021", "2021-05-30"),
    ("a year before May 2020", "2019-05"),
    ("a week after 2020", "2021-01-04/2021-01-10"),
    ("a quarter after 31 May 2021", "2021-08-31"),
    ("a quarter before 31 May 2021", "2021-02-28"),
    ("a decade after 1990", "2000"),
    ("two days before the 1990s", "1989-12-30"),
    ("three days from 9 July 2021", "2021-07-12"),
    ("the day after Christmas 2020", "2020-12-26"),
    ("the day before 9 July 2021", "2021-07-08"),
    ("the eve of the third Tuesday of March 2022", "2022-03-14"),
    ("2024-03-25 + 3 days", "2024-03-28"),
    ("now - 2 weeks", "2024-03-11"),
    ("third Tuesday after 9 July 2021", "2021-07-27"),
    ("third Tuesday after 2020", "2021-01-19"),
]

SWEEPS = [
    ("the past two weeks", "2024-03-11/2024-03-24"),
    ("the last two weekends", "2024-03-16/2024-03-24"),
    ("the next three months", "2024-04/2024-06"),
    ("the next 3 days", "2024-03-26/2024-03-28"),
    ("the last 2 years", "2022/2023"),
    ("the past two decades", "200X/201X"),
    ("the last few years", "2021~/2023~"),
    ("the past two hours", "2024-03-25"),
    ("the next two hours", "2024-03-25"),
]

CLOCKS = [
    ("3 pm", "2024-03-25T15:00"),
    ("12 am", "2024-03-25T00:00"),
    ("at 10:30", "2024-03-25T10:30"),
    ("24:00", "2024-03-25T24:00"),
    ("last night", "2024-03-24TNI"),
    ("tonight", "2024-03-25TNI"),
    ("the next morning", "2024-03-26TMO"),
    ("that morning", "2024-03-25TMO"),
    ("yesterday at noon", "2024-03-24T12:00"),
    ("9 July 2021 at 3:30 pm", "2021-07-09T15:30"),
    ("9 July 2021 12:15 am", "2021-07-09T00:15"),
    ("9 July 2021 10:30:45", "2021-07-09T10:30:45"),
]


@pytest.mark.parametrize(("phrase", "wanted"), [*NEAREST, *AMOUNTS, *SWEEPS])
def test_counted_from_the_day_of_writing(phrase, wanted):
    came = reads(phrase, wanted)
    assert (came.relative, came.inferred) == (True, False), told(came, "relative, not inferred", came)


@pytest.mark.parametrize(
    ("phrase", "wanted"),
    [
        (f"{said} {words}", date)
        for words, *dates in DIRECTIONS
        for said, date in zip(("last", "this", "next"), dates, strict=True)
    ],
)
def test_last_this_next(phrase, wanted):
    reads(phrase, wanted)


@pytest.mark.parametrize(("phrase", "wanted"), STATED_BASE)
def test_counted_from_a_stated_date(phrase, wanted):
    reads(phrase, wanted)


@pytest.mark.parametrize(("phrase", "wanted"), CLOCKS)
def test_a_time_of_day_stays_in_the_timex(phrase, wanted):
    came = reads(phrase, wanted.partition("T")[0])
    assert came.timex == wanted, told(came, wanted, came.timex)


@pytest.mark.parametrize(
    ("phrase", "wanted", "other"),
    [
        ("three weeks", "2024-03-04/2024-03-10", "2024-04-15/2024-04-21"),
        ("3 days 2 hours", "2024-03-22", "2024-03-28"),
        ("few years", "2021~", "2027~"),
        ("3y", "2021", "2027"),
    ],
)
def test_a_bare_duration_is_so_long_ago_and_inferred(phrase, wanted, other):
    came = reads(phrase, wanted)
    assert came.inferred, told(came, "inferred", came.inferred)
    assert [a.edtf for a in came.alternatives] == [other]


@pytest.mark.parametrize("phrase", ["recent years", "for months"])
def test_an_amount_without_a_number_gives_no_date(phrase):
    with pytest.raises(Exception, match="is an amount of time without a number"):
        read(phrase)


PAST_AND_FUTURE = [
    ("9 July", "2023-07-09", "2024-07-09"),
    ("July", "2023-07", "2024-07"),
    ("Christmas", "2023-12-25", "2024-12-25"),
    ("the 15th", "2024-03-15", "2024-04-15"),
    ("Friday", "2024-03-22", "2024-03-29"),
    ("Monday", "2024-03-25", "2024-03-25"),  # the anchor's own day counts
    ("25 March", "2024-03-25", "2024-03-25"),
    ("26 March", "2024-03-26", "2024-03-26"),  # so near that no verb can mean the one a year away
    ("24 March", "2024-03-24", "2024-03-24"),
    ("spring", "2024-21", "2024-21"),
]


@pytest.mark.parametrize(("phrase", "past", "future"), PAST_AND_FUTURE)
def test_the_side_that_the_verbs_tell(phrase, past, future):
    reads(phrase, past, direction="past")
    reads(phrase, future, direction="future")


WINDOW = "2024-11-15/2025-01"
WINDOWS = [
    ("December", "2024-12", ["2025-12", "2023-12"]),
    ("Christmas", "2024-12-25", ["2023-12-25", "2025-12-25"]),
    ("9 July", "2024-07-09", ["2025-07-09", "2023-07-09"]),
    ("1 January", "2025-01-01", ["2024-01-01", "2026-01-01"]),
    ("29 February", "2024-02-29", ["2028-02-29", "2020-02-29"]),
    ("Monday", "2024-11-18", ["2024-11-25", "2024-12-02"]),
    ("spring", "2025-21", ["2024-21", "2026-21"]),
    ("20 December to 3 January", "2024-12-20/2025-01-03", ["2025-12-20", "2023-12-20"]),
    ("yesterday", "2024-11-14/2025-01-30", []),
    ("last year", "2023/2024", []),
    ("2 days ago", "2024-11-13/2025-01-29", []),
    ("last week", "2024-11-04/2025-01-26", []),
]


@pytest.mark.parametrize(("phrase", "wanted", "others"), WINDOWS)
def test_a_window_takes_the_nearest_reading_and_marks_it(phrase, wanted, others):
    came = reads(phrase, wanted, anchor=WINDOW)
    got = came.inferred, [a.edtf for a in came.alternatives]
    assert got == (True, others), told(came, (True, others), got)


@pytest.mark.parametrize(
    "phrase",
    ["last Monday", "next Monday", "this Monday", "last March", "three Fridays from now", "the past two weeks"],
)
def test_what_counts_from_a_window_is_inferred(phrase):
    came = read(phrase, anchor=WINDOW)
    assert came.inferred, told(came, "inferred", came.inferred)


def test_now_in_a_window_is_the_window():
    assert days(reads("now", "2024-11-15/2025-01-31", anchor=WINDOW).interval) == ("2024-11-15", "2025-01-31")


def test_an_anchor_open_on_one_side_is_its_other_day():
    came = reads("yesterday", "2024-03-24", anchor="2024-03-25/..")
    assert came.inferred, told(came, "inferred", came.inferred)
    reads("yesterday", "2024-03-24", anchor="../2024-03-25")


AFTER_A_QUARTER = [
    ("a year ago", "2022-36"),
    ("a year earlier", "2022-36"),
    ("the quarter", "2023-36"),
    ("the year-ago quarter", "2022-36"),
    ("last year", "2023"),
]


@pytest.mark.parametrize(("phrase", "wanted"), AFTER_A_QUARTER)
def test_figures_are_compared_with_the_quarter_last_named(phrase, wanted):
    reads(phrase, wanted, quarter="2023-36")


DAY, MONTH, YEAR, WEEKEND = "1950-06-25", "1950-09", "1950", "1950-06-24/1950-06-25"
STORIES = [
    (DAY, "three days later", "1950-06-28"),
    (DAY, "the same day", "1950-06-25"),
    (DAY, "that morning", "1950-06-25"),
    (DAY, "yesterday", "1950-06-24"),
    (DAY, "the 28th", "1950-06-28"),
    (DAY, "September 15", "1950-09-15"),
    (DAY, "24 June", "1950-06-24"),
    (DAY, "4 January", "1950-01-04"),  # no more than six months back
    ("1950-11-25", "4 January", "1951-01-04"),
    (DAY, "July", "1950-07"),
    (DAY, "Christmas", "1950-12-25"),
    (DAY, "Monday", "1950-06-26"),
    (DAY, "the following year", "1951"),
    (DAY, "two years earlier", "1948"),
    (MONTH, "the 28th", "1950-09-28"),
    (MONTH, "that day", "1950-09"),  # no day was told
    (MONTH, "three days later", "1950-10-03"),
    (YEAR, "the previous month", "1949-12"),
    (YEAR, "that day", "1950"),
    ("1950-36", "a year earlier", "1949-36"),
]


@pytest.mark.parametrize("anchor", ["2024-03-25", None], ids=["published", "unpublished"])
@pytest.mark.parametrize(("last", "phrase", "wanted"), STORIES)
def test_a_story_counts_from_what_it_told_last(last, phrase, wanted, anchor):
    reads(phrase, wanted, told=last, genre="narrative", anchor=anchor)


def test_a_weekend_goes_on_being_told_of():
    reads("the weekend", "2024-03-23/2024-03-24", told="2024-02-10/2024-02-11")
