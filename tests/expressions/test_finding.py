"""Date expressions in running text: their spans, and what only looks like one."""

import pytest

from timeline.expressions import parser
from timeline.expressions.find import find
from timeline.expressions.load import language
from timeline.expressions.types import Date, Span


def tongue(code="en"):
    found = language(code)
    assert found is not None
    return found


def found(text, code="en"):
    """The phrases of a text, whatever they mean."""
    return list(find(text, tongue(code), lambda match: text[match.start : match.end]))


SPANS = [
    ("They met on 9 July 2021.", ["on 9 July 2021"]),
    ("They met (July 9, 2021) there.", ["July 9, 2021"]),
    ('The "July 2021" plan', ["July 2021"]),
    ("*July 2021* it", ["July 2021"]),
    ("In mid-July; in the twenty-first century", ["In mid-July", "in the twenty-first century"]),
    ("from Monday to Thursday", ["from Monday to Thursday"]),
    ("On 4 July 2021 and 5 August they met.", ["On 4 July 2021 and 5 August"]),
    ('"THIS WEEK" and "Last year"', ["THIS WEEK", "Last year"]),
    ('"This Month was long"', ["This Month"]),
    ("MONDAY and monday", ["MONDAY and monday"]),
    ("since 1946, when", ["since 1946"]),
    ("Yesterday\nthey met", ["Yesterday"]),
    ("in the autumn of 1950 they", ["in the autumn of 1950"]),
    ("a 2021 plan", ["2021"]),
    ("They had met spring 2020 there", ["spring 2020"]),
    ("By 2030", ["By 2030"]),
    ("the 19th century house", ["the 19th century"]),
    ("the 1980s", ["the 1980s"]),
    ("12 days later they", ["12 days later"]),
    ("It was fixed for a later date, at this time.", ["a later date", "at this time"]),
    ("All men at a good time; good friday is near these days", ["good friday", "these days"]),
    ("They paid $5 a day, $9.50 in May and £1,250 in 2021.", ["a day", "in May", "in 2021"]),
    ("It took 1,250 days and 1.5 years, 10,000 years ago.", ["1,250 days", "1.5 years", "10,000 years ago"]),
    ("On 9.7.2021, at 1.5.1 and on 5.1990", ["On 9.7.2021"]),
    ("Sales rose in Q3 2021.", ["in Q3 2021"]),
    ("Sales of FY21 rose", ["FY21"]),
    ("Sales in Q3'21 rose", ["in Q3'21"]),
    ("Q4 was good", ["Q4"]),
    ("They meet in W12 2021 there", ["in W12 2021"]),
    ("It was made ca. 1939 in Rome.", ["ca. 1939"]),
    ("Built (c. 1850-60).", ["c. 1850-60"]),
    ("The Sunday nearest 9 July 2021 it rains", ["The Sunday nearest 9 July 2021"]),
    ("It runs in the week ending 9 July 2021.", ["in the week ending 9 July 2021"]),
    ("in the years 1950-1955 they", ["in the years 1950-1955"]),
    ("in the month of May 2021 they", ["in the month of May 2021"]),
    ("2021-07-09T10:30:00+07:00 it began", ["2021-07-09T10:30:00+07:00"]),
    ("Paid in '98 by her", ["in '98"]),
    ("nothing at all", []),
    ("", []),
]

TRAPS = [  # what is no date, and the date that it could be taken for
    ("It may work, they march.", "It was in May, they left in March."),
    ("They met for the second time.", "They met in the second quarter."),
    ("2000 guests came.", "In 2000 guests came."),
    ("Resolution No. 1739 passed.", "In 1739 it passed."),
    ("Number #2021 won.", "In 2021 it won."),
    ("It cost $2021.", "It was 2021."),
    ("It cost 2021.50 each.", "It was 2021."),
    ("It rose 2021%.", "It rose in 2021."),
    ("It rose 3,2021 times.", "It rose, in 2021, twice."),
    ("They won 3-2.", "They won on 3 February."),
    ("Use version 2021 or 3.10.2.", "Used in 2021 or 2022."),
    ("Call 555-2021.", "Call in 2021."),
    ("He is 19 years old.", "It is 19 years later."),
    ("A 45-year-old man.", "45 years ago."),
    ("The file a/2021/b.", "The year 2021."),
    ("As soon as it came.", "It comes soon."),
    ('"As soon as it came."', '"Soon it came."'),
    ("She was in her 30s.", "She came in the 30s."),
    ("They were also present.", "They are happy at present."),
    ('He spoke on "This Week," a programme.', '"This week he spoke."'),
    ('He spoke on "48 Hours Live".', '"48 Hours later he spoke."'),
    ("He made a quarter-to-quarter comparison.", "Last quarter to this quarter he spoke."),
    ("It is open 24 hours a day.", "It is open 24 hours."),
    ("A second, a minute.", "A minute ago."),
    ("Flight 1549 came down.", "It came down in 1549."),
    ("Resolution 1973 passed.", "It passed in 1973."),
    ("Decree 1945 passed.", "It passed in 1945."),
    ("Mr. April Jones came.", "In April Jones came."),
    ("Mrs April Jones came.", "They said in April Jones came."),
    ("Miss April Jones came.", "April Jones and June came."),
    ("They met President August Smith.", "They met the president August 5."),
    ("Dr April Jones came.", "In April Dr Jones came."),
    ("See pages 1990-1995.", "See the years 1990-1995."),
    ("It cost 1999 USD.", "It cost that in 1999."),
    ("It cost EUR 2020.", "It cost that in 2020."),
    ("They ran 1650 metres.", "They ran in 1650."),
    ("About 2000 soldiers came.", "About 2000 they came."),
    ("ISO 9001:2015 holds.", "It holds in 2015."),
    ("Vitamin B12 2021", "W12 2021"),
    ("Have a Mon, a Sun too.", "On Monday, last Sun too."),
    ("He sat. It was in the sun.", "He came last Sat. It was on Sunday."),
    ("Covid-19 March", "On 19 March"),
    ("He scored 5/8.", "He came on 5/8/2021."),
    ("The spring broke, the fall hurt.", "In spring it broke, last fall it hurt."),
    ("The first, the 15th man", "He came on the 15th"),
    ("One, two or three.", "Two or three days ago."),
    ("27 divisions and 12 planes", "27 July and 12 August"),
    ("More than 12,500 men of 1,250,000 came.", "More than 12,500 days later they came."),
    ("It rose to 12% in all, about 9.5 %.", "It rose to 12% in May."),
]


@pytest.mark.parametrize(("text", "wanted"), SPANS)
def test_what_is_found(text, wanted):
    assert found(text) == wanted


@pytest.mark.parametrize(("trap", "twin"), TRAPS)
def test_a_trap_beside_its_twin(trap, twin):
    assert found(trap) == []
    assert found(twin) != []


def test_a_year_alone_is_a_date_in_brackets_or_a_cell():
    assert found("the first (1984) one") == ["1984"]
    assert found("9, ") == []


@pytest.mark.parametrize(
    ("text", "wanted"), [("thứ ba", ["thứ ba"]), ("thứ ba.", ["thứ ba"]), ("đứng thứ ba ở giải", [])]
)
def test_a_word_that_is_mostly_a_number_is_a_date_where_it_stands_alone(text, wanted):
    assert found(text, "vi") == wanted


def test_the_longest_reading_is_asked_for_first_and_then_the_shorter():
    text = "from July 2021 to August 2021"
    asked = []

    def keep(match):
        phrase, value = text[match.start : match.end], next(match.readings).value
        asked.append(phrase)
        return (phrase, value) if isinstance(value, Date) else None

    kept = list(find(text, tongue(), keep))
    assert asked[0] == text
    assert [value for _, value in kept] == [Date(2021, 7), Date(2021, 8)]
    assert sorted(map(len, asked[:3]), reverse=True) == list(map(len, asked[:3]))


def test_what_may_be_no_date_is_passed_over_as_a_whole():
    text, asked = "họp ngày 9 tháng 7 năm 2021 ngày 8 tháng 6 năm 2020 ở đó", []
    assert not list(find(text, tongue("vi"), lambda match: asked.append(text[match.start : match.end])))
    assert asked == ["ngày 9 tháng 7 năm 2021", "ngày 8 tháng 6 năm 2020"]


def test_readings_are_the_likeliest_first():
    text = "1861-67"
    (readings,) = find(text, tongue(), lambda match: list(match.readings))
    assert readings[0].value == Span(Date(1861), Date(1867))


@pytest.mark.parametrize("count", range(2, 16))
def test_what_was_read_before_changes_nothing(count, monkeypatch):
    monkeypatch.setattr(parser, "_grammars", {})
    found(f"They met {', '.join(['in 1975'] * count)} there.")
    assert found("They met in 1975 there.") == ["in 1975"]
    assert found("They met since 1975 there.") == ["since 1975"]


def test_no_date_of_a_long_list_is_lost():
    text = "1975, " * 60
    assert " ".join(found(text)).count("1975") == 60


def test_nothing_is_found_twice():
    text = "9 July 2021; " * 5
    assert found(text) == ["9 July 2021"] * 5


KOREAN = [
    ("2021년 7월 9일에 왔다.", ["2021년 7월 9일"]),
    ("오는 20일까지", ["오는 20일까지"]),
    ("전화 02-1234-2021", []),
]


@pytest.mark.parametrize(("text", "wanted"), KOREAN)
def test_words_with_their_particles(text, wanted):
    assert found(text, "ko") == wanted
