import pytest

from timeline.dates import Day, EdtfError, NonexistentDateError, is_leap, month_length
from timeline.errors import TimelineError

NUMBERS = [
    ((1, 1, 1), 1, "0001-01-01"),
    ((1, 12, 31), 365, "0001-12-31"),
    ((0, 12, 31), 0, "0000-12-31"),
    ((0, 2, 29), -306, "0000-02-29"),
    ((-1, 12, 31), -366, "-0001-12-31"),
    ((-233, 8, 10), -85245, "-0233-08-10"),
    ((1970, 1, 1), 719163, "1970-01-01"),
    ((2000, 2, 29), 730179, "2000-02-29"),
    ((2021, 6, 20), 737961, "2021-06-20"),
    ((9999, 12, 31), 3652059, "9999-12-31"),
    ((17000, 1, 1), 6208758, "17000-01-01"),
    ((-17000, 3, 1), -6209428, "-17000-03-01"),
]


@pytest.mark.parametrize(("date", "number", "text"), NUMBERS)
def test_a_day_is_its_number_and_its_text(date, number, text):
    day = Day.of(*date)
    assert (int(day), str(day), day.date) == (number, text, date)
    assert (day.year, day.month, day.day) == date
    assert Day.parse(text) == day
    assert repr(day) == f"Day.parse('{text}')"
    assert f"{day}" == text


@pytest.mark.parametrize(
    ("date", "message"),
    [
        ((2021, 2, 30), "30 February 2021 does not exist: February 2021 has 28 days"),
        ((2024, 2, 30), "30 February 2024 does not exist: February 2024 has 29 days"),
        ((2021, 4, 31), "31 April 2021 does not exist: April 2021 has 30 days"),
        ((2021, 4, 0), "0 April 2021 does not exist: April 2021 has 30 days"),
        ((2021, 13, 1), "month 13 of 2021 does not exist: a year has the months 1 to 12"),
        ((2021, 0, 1), "month 0 of 2021 does not exist: a year has the months 1 to 12"),
    ],
)
def test_what_no_calendar_has(date, message):
    with pytest.raises(NonexistentDateError) as caught:
        Day.of(*date)
    assert str(caught.value) == message
    assert (caught.value.year, caught.value.month, caught.value.day) == date
    assert isinstance(caught.value, TimelineError)


@pytest.mark.parametrize(
    "text", ["", "2021", "2021-07", "2021-7-9", "21-07-09", "2021-07-09 ", "+2021-07-09", "\uff12021-07-09"]
)
def test_what_is_no_iso_day(text):
    with pytest.raises(EdtfError, match="a day is written as year, month and day"):
        Day.parse(text)


def test_of_begins_the_year_and_the_month():
    assert Day.of(2021) == Day.of(2021, 1, 1)
    assert Day.of(2021, 7) == Day.of(2021, 7, 1)


def test_arithmetic_gives_days_and_distances():
    day = Day.of(2021, 12, 31)
    for result, text in ((day + 1, "2022-01-01"), (1 + day, "2022-01-01"), (day - 365, "2020-12-31")):
        assert isinstance(result, Day)
        assert str(result) == text
    distance = Day.of(2022) - day
    assert (distance, type(distance)) == (1, int)


@pytest.mark.parametrize(
    ("start", "months", "wanted"),
    [
        ("2021-01-31", 1, "2021-02-28"),
        ("2020-01-31", 1, "2020-02-29"),
        ("2021-12-15", 1, "2022-01-15"),
        ("2021-01-15", -1, "2020-12-15"),
        ("2021-03-31", -13, "2020-02-29"),
        ("0001-01-01", -12, "0000-01-01"),
        ("2021-05-31", 0, "2021-05-31"),
    ],
)
def test_months_clip_the_day(start, months, wanted):
    assert str(Day.parse(start).add_months(months)) == wanted


@pytest.mark.parametrize(
    ("text", "weekday"), [("2024-03-25", 0), ("2024-03-31", 6), ("0000-12-31", 6), ("0001-01-01", 0)]
)
def test_weekdays_count_from_monday(text, weekday):
    assert Day.parse(text).weekday == weekday


@pytest.mark.parametrize(
    ("year", "leap"), [(2024, True), (2023, False), (1900, False), (2000, True), (0, True), (-4, True), (-100, False)]
)
def test_leap_years(year, leap):
    assert is_leap(year) is leap
    assert month_length(year, 2) == (29 if leap else 28)
