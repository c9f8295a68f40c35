"""Dates in prose: what is found, what it means there, and the TIMEX3 annotations with their spans."""

import pytest
from phrases import found, mentioned

DATE, TIME, DURATION, SET = "DATE", "TIME", "DURATION", "SET"

TIMEXES = [
    ("They met from Monday to Thursday.", [("Monday", DATE, "2024-03-25"), ("Thursday", DATE, "2024-03-28")]),
    ("He has led it since 1946.", [("1946", DATE, "1946")]),
    ("From 2002 to 2007 it grew.", [("2002", DATE, "2002"), ("2007", DATE, "2007")]),
    ("It ran 2002-2007.", [("2002", DATE, "2002"), ("2007", DATE, "2007")]),
    ("They met on 13-15 July 2021.", [("13", DATE, "2021-07-13"), ("15 July 2021", DATE, "2021-07-15")]),
    ("They met in 1967 or 1968.", [("1967", DATE, "1967"), ("1968", DATE, "1968")]),
    ("In June and July 2021 they met.", [("June", DATE, "2021-06"), ("July 2021", DATE, "2021-07")]),
    ("It came before 1928.", [("1928", DATE, "1928")]),
    ("In the first nine months of 2020 it rose.", [("the first nine months of 2020", "DURATION", "P9M")]),
    ("It is of 1863, printed 30 February 1870.", [("1863", DATE, "1863")]),
    ("He led it from 1999 to the present.", [("1999", DATE, "1999"), ("present", DATE, "PRESENT_REF")]),
    ("They met on July 9, 2021.", [("July 9, 2021", DATE, "2021-07-09")]),
    ("They met on the 15th.", [("the 15th", DATE, "2024-03-15")]),
    ("It fell in the third quarter of 2020.", [("the third quarter of 2020", DATE, "2020-Q3")]),
    ("It fell in the second quarter.", [("the second quarter", DATE, "2024-Q2")]),
    ("It had a third-quarter loss.", [("third-quarter", DATE, "2023-Q3")]),
    ("It broke the 1988 agreement.", [("1988", DATE, "1988")]),
    ("In the current year it grew.", [("the current year", DATE, "2024")]),
    ("Every Monday they met.", [("Every Monday", SET, "XXXX-WXX-1")]),
    ("Each July they met.", [("Each July", SET, "XXXX-07")]),
    ("Every morning they met.", [("Every morning", SET, "XXXX-XX-XXTMO")]),
    ("It happens daily.", [("daily", SET, "P1D")]),
    ("It lasted three years.", [("three years", DURATION, "P3Y")]),
    ("It fell over three years.", [("three years", DURATION, "P3Y")]),
    ("It went on for over three years.", [("over three years", DURATION, "P3Y")]),
    ("It went on for months.", [("months", DURATION, "PXM")]),
    ("In five days they will meet.", [("five days", DATE, "2024-03-30")]),
    ("In five days they built it.", [("five days", DURATION, "P5D")]),
    ("It went on for two weeks.", [("two weeks", DURATION, "P2W")]),
    ("After the three-month talks they left.", [("three-month", DURATION, "P3M")]),
    ("It grew over the past two weeks.", [("the past two weeks", DURATION, "P2W")]),
    ("It grew in the first nine months of 2020.", [("the first nine months of 2020", DURATION, "P9M")]),
    ("He came recently.", [("recently", DATE, "PAST_REF")]),
    ("He came yesterday morning.", [("yesterday morning", TIME, "2024-03-24TMO")]),
    (
        "On 9 July 2021 at 3:30 pm he came.",
        [("9 July 2021", DATE, "2021-07-09"), ("3:30 pm", TIME, "2021-07-09T15:30")],
    ),
    ("It opens at 430pm.", [("430pm", TIME, "2024-03-25T16:30")]),
    ("It opens at 12 noon.", [("12 noon", TIME, "2024-03-25T12:00")]),
    ("It opens at 4 in the afternoon.", [("4 in the afternoon", TIME, "2024-03-25T16:00")]),
    ("It opens at 5 o'clock.", [("5 o'clock", TIME, "2024-03-25T05:00")]),
    (
        "It opened on Friday at half past seven.",
        [("Friday", DATE, "2024-03-22"), ("half past seven", TIME, "2024-03-22T07:30")],
    ),
    ("It opened on Friday at 8 at night.", [("Friday", DATE, "2024-03-22"), ("8 at night", TIME, "2024-03-22T20:00")]),
    ("It opened on Friday 1430hrs.", [("Friday 1430hrs", TIME, "2024-03-22T14:30")]),
    ("It was open on Friday 9am-5pm.", [("Friday 9am", TIME, "2024-03-22T09:00"), ("5pm", TIME, "2024-03-22T17:00")]),
    ("It was open 7-9pm.", [("7-9pm", TIME, "2024-03-25T19:00")]),
    (
        "It was open Thu-Fri 9am-5pm.",
        [("Thu", DATE, "2024-03-21"), ("Fri 9am", TIME, "2024-03-22T09:00"), ("5pm", TIME, "2024-03-22T17:00")],
    ),
    ("He slept ten to twelve hours.", [("ten to twelve hours", DURATION, "PT12H")]),
    ("He slept 10-12 hours.", [("10", DURATION, "PT10H"), ("12 hours", DURATION, "PT12H")]),
    ("He slept 2.5 hours.", [("2.5 hours", DURATION, "PT2H30M")]),
    ("He flew 3 1/2 hours.", [("3 1/2 hours", DURATION, "PT3H30M")]),
    ("He will be back within 10 days.", [("10 days", DURATION, "P10D")]),
    ("Every weekend they met.", [("Every weekend", SET, "XXXX-WXX-WE")]),
    ("Every other week they met.", [("Every other week", SET, "P2W")]),
    ("This time last year it rained.", [("last year", DATE, "2023")]),
    ("It rained the night before last.", [("the night before last", TIME, "2024-03-23TNI")]),
    ("It was sold months ago.", [("months ago", DATE, "PAST_REF")]),
    ("Late last night it fell.", [("Late last night", TIME, "2024-03-24TNI")]),
    ("For the rest of the year it fell.", [("year", DATE, "2024")]),
    ("It fell Monday 15:04:05 GMT.", [("Monday 15:04:05 GMT", TIME, "2024-03-25T15:04:05")]),
    ("They met the other day.", [("the other day", DATE, "PAST_REF")]),
    ("The log says 2021-05-05T15:30:00Z.", [("2021-05-05T15:30:00Z", TIME, "2021-05-05T15:30:00")]),
    ("Early to mid 2021 it rained.", [("Early to mid 2021", DATE, "2021")]),
    ("He came at 3 pm on Friday.", [("3 pm", TIME, "2024-03-22T15:00"), ("Friday", DATE, "2024-03-22")]),
    ("It is printed, 1863, printed 1870.", [("1863", DATE, "1863"), ("1870", DATE, "1870")]),
    ("She lived in the early 1990s.", [("the early 1990s", DATE, "199")]),
    ("They spoke a month or so ago.", [("a month or so ago", DATE, "2024-02")]),
    ("He stayed for a month or so.", [("a month or so", DURATION, "P1M")]),
    ("It will grow over the next ten years or so.", [("the next ten years or so", DURATION, "P10Y")]),
    ("It was built last Easter.", [("last Easter", DATE, "2023-04-09")]),
    ("It opens this Christmas.", [("this Christmas", DATE, "2024-12-25")]),
    ("It rained in Easter week.", [("Easter week", DATE, "2024-W13")]),
    ("They heard of Friday's vote.", [("Friday", DATE, "2024-03-22")]),
    ("They talked about Friday's vote.", [("Friday", DATE, "2024-03-22")]),
    ("They talked about Friday’s vote.", [("Friday", DATE, "2024-03-22")]),
    ("They met about Friday.", [("about Friday", DATE, "2024-03-22")]),
    ("They changed on Friday to December's figures.", [("Friday", DATE, "2024-03-22"), ("December", DATE, "2023-12")]),
    ("He spoke on Friday and Thursday.", [("Friday", DATE, "2024-03-22"), ("Thursday", DATE, "2024-03-21")]),
    ("He spoke on Thursday and Friday.", [("Thursday", DATE, "2024-03-21"), ("Friday", DATE, "2024-03-22")]),
    ("He will speak on Friday and Thursday.", [("Friday", DATE, "2024-03-29"), ("Thursday", DATE, "2024-04-04")]),
    (
        "It landed at 9:40 a.m. (0640 GMT) Friday.",
        [("9:40 a.m.", TIME, "2024-03-22T09:40"), ("Friday", DATE, "2024-03-22")],
    ),
    (
        "He will land at 4 in the morning (3 a.m. GMT Friday).",
        [("4 in the morning", TIME, "2024-03-29T04:00"), ("3 a.m. GMT Friday", TIME, "2024-03-29T03:00")],
    ),
    ("It opens at noon.", [("noon", TIME, "2024-03-25T12:00")]),
    ("It was over by mid afternoon.", [("mid afternoon", TIME, "2024-03-25TAF")]),
    ("It fell at mid-afternoon yesterday.", [("mid-afternoon yesterday", TIME, "2024-03-24TAF")]),
    (
        "They sang early Friday for the two days.",
        [("early Friday", DATE, "2024-03-22"), ("the two days", DURATION, "P2D")],
    ),
    ("It saves tax in future quarters.", [("future quarters", DATE, "FUTURE_REF")]),
    ("He wants it as soon as possible.", [("as soon as possible", DATE, "FUTURE_REF")]),
    ("It is sold at a later date.", [("a later date", DATE, "FUTURE_REF")]),
    ("It costs more in the short term.", [("the short term", DATE, "FUTURE_REF")]),
    ("More recently it grew.", [("More recently", DATE, "PAST_REF")]),
    ("They fell in the first hours of the siege.", [("the first hours", DURATION, "PTXH")]),
    ("It grew over the years.", [("the years", DURATION, "PXY")]),
    ("It grew in the years 1951-1957.", [("1951", DATE, "1951"), ("1957", DATE, "1957")]),
    ("It is this coming Friday, March 29.", [("this coming Friday, March 29", DATE, "2024-03-29")]),
    ("The loan was extended through July.", [("July", DATE, "2024-07")]),
    ("The loan was extended through January.", [("January", DATE, "2024-01")]),
    ("It was open 24 hours a day.", []),
]

PROSE = [  # text, phrases with their dates
    ("They will meet on Friday.", [("on Friday", "2024-03-29")]),
    ("They met on Friday.", [("on Friday", "2024-03-22")]),
    ("They met in 2021 on July 9.", [("in 2021", "2021"), ("on July 9", "2021-07-09")]),
    ("On July 4, 5 and 7, 2019 they met.", [("July 4", "2019-07-04"), ("5", "2019-07-05"), ("7, 2019", "2019-07-07")]),
    ("They met in 1975, 1980 and 1985.", [("1975", "1975"), ("1980", "1980"), ("1985", "1985")]),
    ("It lasted three years.", [("three years", None)]),
    ("The film (1984) won.", [("1984", "1984")]),
    (
        "It ran in the second half of the 1990s and in 2001.",
        [("in the second half of the 1990s and in 2001", "{1995..1999,2001}")],
    ),
    ("They met on 30 February 2021.", []),
    ("They met on 30 February.", []),
    ("It began in mid-July and ended late last year.", [("in mid-July", "2023-07"), ("late last year", "2023")]),
    ("It rose a year ago. Two days later it fell.", [("a year ago", "2023"), ("Two days", None)]),
    (
        "It fell far. Two days later it rose. Three days later it fell. Four days later it rose.",
        [("Two days", None), ("Three days", None), ("Four days", None)],
    ),
    (
        "In the third quarter of 2020 it rose, and a year ago it fell.",
        [("In the third quarter of 2020", "2020-35"), ("a year ago", "2019-35")],
    ),
    ("It was good in 2020 Q3. It rose the quarter.", [("in 2020 Q3", "2020-35"), ("the quarter", "2020-35")]),
    ("In former years he went soon.", [("soon", None)]),
    ("It was sold on 4 May 2021. The day before it had rained.", [("on 4 May 2021", "2021-05-04")]),
    (
        "It was sold on 4 May 2021. It had rained the day before.",
        [("on 4 May 2021", "2021-05-04"), ("the day before", "2021-05-03")],
    ),
    ("It was sold in 2021. It had rained the day before.", [("in 2021", "2021"), ("the day before", "2024-03-24")]),
    ("It was sold in 2021. It had rained the year before.", [("in 2021", "2021"), ("the year before", "2020")]),
    (
        "It rained the night before and the morning after.",
        [("the night before", "2024-03-24"), ("the morning after", "2024-03-25")],
    ),
    ("It rained the day before the vote.", []),
    ("It rained on the eve of the 2004 convention.", [("the 2004", "2004")]),  # not of the year
    ("It rained on the day after the 2004 vote.", [("the 2004", "2004")]),
    ("Before the 2016 referendum it rained.", [("the 2016", "2016")]),
    ("It rained a week before the 1914 war.", [("a week", None), ("the 1914", "1914")]),
    ("You may first register, and she may second it.", []),
    ("They march 20 miles and he sat first.", []),
    ("It began fall 2021 at last.", [("fall 2021", "2021-23")]),
    ("In May at noon they rest.", [("In May", "2024-05"), ("at noon", "2024-03-25")]),
    ("It is due on may first.", [("on may first", "2024-05-01")]),
    ("You will find us there: fall second to none.", []),
    ("They worked past the August 31 deadline.", [("August 31", "2023-08-31")]),
    ("The toll from Sunday's storm rose.", [("Sunday", "2024-03-24")]),
    ("The ship sank at 1630 local time.", [("at 1630 local time", "2024-03-25")]),
    ("Two ships sank. (USA Today) Two more sank. (AP via China Daily) (Daily Mirror)", []),
    ("They met (Today is the day).", [("Today", "2024-03-25")]),
    ("The Daily Telegraph told of the Winter Olympics.", []),
    ("They rest at Lunar New Year.", [("at Lunar New Year", "2024-02-10")]),
    ("The May elections will be fair.", [("The May", "2024-05")]),
    ("The March was long.", []),
    ("The March ended.", []),
    ("The March on the city was long.", []),
    ("He saw “1917” and 1984.", [("1984", "1984")]),
    ("Her sister June Carter sang, and the writer April Jones wrote.", []),
    ("The Sunday Times told of it.", []),
    ("It is shut on Mondays and Fridays.", [("on Mondays", None), ("Fridays", None)]),
    ("The vote planned for Saturday was cancelled.", [("Saturday", "2024-03-23")]),
    ("The vote planned for Tuesday was cancelled.", [("Tuesday", "2024-03-26")]),
    ("Sunday's match will be played at home.", [("Sunday", "2024-03-31")]),
    ("Sunday's match was played at home.", [("Sunday", "2024-03-24")]),
    (
        "The singer, born on 29 May 1960, died on Sunday.",
        [("on 29 May 1960", "1960-05-29"), ("on Sunday", "2024-03-24")],
    ),
    ("They met; on Friday they will part.", [("on Friday", "2024-03-29")]),
    ("He will speak to all on Election Day.", [("on Election Day", "2024-11-05")]),
    ("He stayed in on election day.", []),
    ("He stayed in on election day in 1910.", [("in 1910", "1910")]),
    ("In 1989 he came. He left the following May.", [("In 1989", "1989"), ("the following May", "1990-05")]),
    ("In 1989 he came and left that November.", [("In 1989", "1989"), ("that November", "1989-11")]),
    ("In November 1989 he told that may be so.", [("In November 1989", "1989-11")]),
    ("It is expected to end in May.", [("in May", "2024-05")]),
    ("Sales rose in the year to January.", [("in the year to January", "2023-02/2024-01")]),
    ("It rained on the eve of 2004.", [("on the eve of 2004", "2003-12-31")]),
    ("He lives on the 5th floor.", []),
    ("He left on the 5th and came back.", [("on the 5th", "2024-03-05")]),
    ("They have to go in 5 days.", [("in 5 days", "2024-03-30")]),
    ("They must go within 5 days.", [("within 5 days", "2024-03-30")]),
    ("It came on 20210709.", [("on 20210709", "2021-07-09")]),
    ("The paint was 30C warm.", []),
    ("13.6. - 15.6.", [("13.6. - 15.6", "2024-06-13/2024-06-15")]),
    ("13.6 - 15.6", []),
    ("2014-10", [("2014-10", "2014-10")]),
    ("2014-13", []),
    ("Ref. 2014-10", []),
    ("fri", [("fri", "2024-03-22")]),
]

STORY = (
    "On 25 June 1950 the war began. Three days later the city fell. On September 15 they landed. "
    "The following year, on 4 January, they left. That day it rained."
)
STORY_DATES = ["1950-06-25", "1950-06-28", "1950-09-15", "1951", "1951-01-04", "1951-01-04"]


@pytest.mark.parametrize(("text", "wanted"), TIMEXES)
def test_timexes_with_their_spans(text, wanted):
    got = [(text[x.start : x.end], x.type, x.value) for m in mentioned(text) for x in m.timexes]
    assert got == wanted, [(m.text, m.rule, m.steps) for m in mentioned(text)]


def test_a_third_of_a_month_in_a_year_that_nobody_tells():
    assert [(m.text, m.interval and m.interval.edtf) for m in mentioned("In early August they left.", anchor=None)] == [
        ("In early August", "XXXX-08")
    ]


@pytest.mark.parametrize(("text", "wanted"), PROSE)
def test_what_prose_tells(text, wanted):
    assert found(text) == wanted, [(m.text, m.rule, m.steps) for m in mentioned(text)]


@pytest.mark.parametrize("anchor", ["2024-03-25", None], ids=["published", "unpublished"])
def test_a_story_is_told_on(anchor):
    assert [date for _, date in found(STORY, genre="narrative", anchor=anchor)] == STORY_DATES


@pytest.mark.parametrize(("genre", "wanted"), [("narrative", [("In former years", None)]), ("news", [("soon", None)])])
def test_words_that_are_times_in_one_genre_alone(genre, wanted):
    assert [phrase for phrase, _ in found("In former years he came soon.", genre=genre)] == [
        phrase.removeprefix("In ").removesuffix(" years") for phrase, _ in wanted
    ]


@pytest.mark.parametrize(
    ("text", "genre", "wanted"),
    [
        ("At the same time it fell.", "narrative", ["DATE PRESENT_REF the same time"]),
        (
            "During this period he slept at night.",
            "narrative",
            ["DATE PRESENT_REF this period", "SET XXXX-XX-XXTNI night"],
        ),
        ("At the same time it fell at night.", "news", []),
        ("This time it fell.", "narrative", []),
        ("In the past it fell.", "news", ["DATE PAST_REF the past"]),
        ("The current plan is new.", "news", ["DATE PRESENT_REF current"]),
        ("It fell over the past decade.", "news", ["DURATION P10Y the past decade"]),
        ("It fell in the past year.", "news", ["DATE 2023 the past year"]),
        (
            "Months ago it fell; weeks later it rose.",
            "news",
            ["DATE PAST_REF Months ago", "DATE FUTURE_REF weeks later"],
        ),
        ("They were present.", "news", []),
        ("It will come soon after the war.", "news", []),
        ("It will come soon.", "news", ["DATE FUTURE_REF soon"]),
        ("Until now it was good.", "news", ["DATE PRESENT_REF now"]),
        ("It may fall in the future.", "news", ["DATE FUTURE_REF the future"]),
        ("It will be the worst storm in a century.", "news", ["DURATION P100Y a century"]),
        ("They walked in the march.", "news", []),
        ("They walk in March.", "news", ["DATE 2024-03 March"]),
        ("It may be read in march or by then.", "news", ["DATE 2024-03 march"]),
        ("The daily count is new.", "news", ["SET P1D daily"]),
        ("The Tuesday talks failed.", "news", ["DATE 2024-03-19 Tuesday"]),
        ("The late-May talks failed.", "news", ["DATE 2024-05 late-May"]),
        ("By the mid-1990s it was over.", "news", ["DATE 199 the mid-1990s"]),
        ("A few days later he left.", "narrative", ["DATE FUTURE_REF A few days later"]),
        (
            "A month-long strike in the same 28-day period.",
            "news",
            ["DURATION P1M month-long", "DURATION P28D the same 28-day period"],
        ),
        (
            "The months-long strike and another two weeks.",
            "news",
            ["DURATION PXM months-long", "DURATION P2W another two weeks"],
        ),
        ("The period was long.", "news", []),
        ("The period was long.", "narrative", []),
        ("It was 77 million years ago.", "news", []),
        ("It fell again Friday, the fourth fall of many.", "news", ["DATE 2024-03-22 Friday"]),
    ],
)
def test_times_without_bounds(text, genre, wanted):
    drawn = [x for mention in mentioned(text, genre=genre) for x in mention.timexes]
    assert [f"{x.type} {x.value} {text[x.start : x.end]}" for x in drawn] == wanted


def test_spans_are_those_of_the_given_text():
    text = "Họp\u00a0on&nbsp;July\u00a09,&nbsp;\uff12\uff10\uff12\uff11 and Tha\u0301ng."
    (mention,) = mentioned(text)
    assert text[mention.start : mention.end] == mention.text == "on&nbsp;July\u00a09,&nbsp;\uff12\uff10\uff12\uff11"
    (timex,) = mention.timexes
    assert text[timex.start : timex.end] == "July\u00a09,&nbsp;\uff12\uff10\uff12\uff11"
    assert timex.value == "2021-07-09"


COUNTED_ON = [  # prose without a day of writing; whether each of its dates is inferred
    (
        "In 2020 they met on 9 July, and left the next day.",
        [("2020", False), ("2020-07-09", False), ("2020-07-10", False)],
    ),
    (
        "In 2020 they met. On 9 July they came. They left two days later, and wrote a week after that in 2020.",
        [("2020", False), ("2020-07-09", True), ("2020-07-11", True), ("2020-07-13/2020-07-19", True), ("2020", False)],
    ),
    (
        "They met in 2020. They came from 5 to 7 May. They left the next day.",
        [("2020", False), ("2020-05-05/2020-05-07", True), ("2020-05-08", True)],
    ),
    (
        "They met in 2020. They came on 5 May. It was founded on 5 May 2020. They left the next day.",
        [("2020", False), ("2020-05-05", True), ("2020-05-05", False), ("2020-05-06", False)],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), COUNTED_ON)
def test_what_counts_from_an_inferred_date_is_inferred(text, wanted):
    came = mentioned(text, anchor=None)
    assert [(m.interval and m.interval.edtf, m.inferred) for m in came] == wanted, [(m.text, m.steps) for m in came]


def test_steps_are_kept_where_they_are_asked_for():
    from phrases import context, tongue

    from timeline.resolve.mentions import mentions

    assert [m.steps != () for m in mentions("They met on Monday.", tongue(), context(), telling=True)] == [True]
    assert [m.steps for m in mentions("They met on Monday.", tongue(), context())] == [()]
