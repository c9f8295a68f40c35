"""Short messages: what tells that a text is one, and what is a date in them that is none in an article."""

import pytest
from phrases import mentioned

from timeline.expressions.load import language
from timeline.expressions.messages import in_messages, is_message

DATE, TIME, DURATION, SET = "DATE", "TIME", "DURATION", "SET"
ENGLISH = language("en")

TOLD = [
    ("Long day at the lake @anna", True),
    ("Long day at the lake #sailing", True),
    ("Long day at the lake http://example.org/a", True),
    ("Long day at the lake :)", True),
    ("Long day at the lake ;-)", True),
    ("Long day at the lake <3", True),
    ("Long day at the lake \N{SAILBOAT}", True),
    ("Long day at the lake?!", True),
    ("What a lovely day!", True),
    ("Sooo tired", True),
    ("Long day ..", True),
    ("My sister came by night", True),
    ("I slept all day", True),
    ("OMG what a night", True),
    ("The ferry sank by night off the coast.", False),
    ('"I saw it by night," the captain said.', False),
    ("The veterans of World War I met.", False),
    ("Tehrik-i-Taliban claimed it.", False),
    ("The U.S. Navy left.", False),
    ("The UR of the list", False),
    ("Yahoo! was founded in 1994.", False),
    ("The envoy of the D.C.. left", False),
    ("Item #3 of the list", False),
    ("I slept all day. " * 30, False),  # too long for a message
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_what_a_message_is(text, wanted):
    assert is_message(text, ENGLISH) is wanted


@pytest.mark.parametrize("code", ["ko", "vi"])
def test_a_language_without_messages_has_none(code):
    assert not is_message("I :)", language(code))


def test_a_language_is_made_for_messages_once():
    assert in_messages(ENGLISH) is in_messages(ENGLISH)


BARE = [  # behind each is ":)" for the message, and nothing in the article
    ("It was a long day", [("day", DURATION, "P1D")]),
    ("Crazy week", [("week", DURATION, "P1W")]),
    ("They slept the whole day", [("the whole day", DURATION, "P1D")]),
    ("They slept all day", [("all day", DURATION, "P1D")]),
    ("Another day, another bus", [("Another day", DURATION, "P1D")]),
    ("Camp, day 2", [("day 2", DURATION, "P1D")]),
    ("The first day of school", [("The first day", DURATION, "P1D")]),
    ("Those days were good", [("Those days", DURATION, "PXD")]),
    ("School days", [("days", DURATION, "PXD")]),
    ("Best of the week", [("the week", DATE, "2024-W13")]),
    ("Lovely weekend", [("weekend", DATE, "2024-W13-WE")]),
    ("Lovely weekends", [("weekends", SET, "XXXX-WXX-WE")]),
    ("Good morning", [("morning", TIME, "2024-03-25TMO")]),
    ("A late night at work", [("A late night", TIME, "2024-03-25TNI")]),
    ("Walked in the evening", [("the evening", TIME, "2024-03-25TEV")]),
    ("Sunset by the sea", [("Sunset", TIME, "2024-03-25TEV")]),
    ("Colours of spring", [("spring", DATE, "2024-SP")]),
    ("My future is bright", [("future", DATE, "FUTURE_REF")]),
    ("It hurts until now", [("now", DATE, "PRESENT_REF")]),
    ("Home at 1015, so tired", [("1015", TIME, "2024-03-25T10:15")]),
    ("Back 2day", [("2day", DATE, "2024-03-25")]),
    ("Party 2nite", [("2nite", TIME, "2024-03-25TNI")]),
    ("Party 2moro", [("2moro", DATE, "2024-03-26")]),
    ("Party tomo", [("tomo", DATE, "2024-03-26")]),
]


@pytest.mark.parametrize(("text", "wanted"), BARE, ids=[text for text, _ in BARE])
def test_bare_units_of_a_message(text, wanted):
    text = f"{text} :)"
    assert [(text[x.start : x.end], x.type, x.value) for m in mentioned(text) for x in m.timexes] == wanted


ARTICLE = [
    "It was a long day.",
    "Another day passed.",
    "Camp, day 2.",
    "Tomo won.",
    "The morning broke.",
    "Weekend traffic.",
]


@pytest.mark.parametrize("text", ARTICLE)
def test_bare_units_of_an_article_are_words(text):
    assert mentioned(text) == []


NO_DATE = [
    "Lot 1762 is sold :)",
    "Home at 1762 Main Street :)",
    "See you soon :)",
    "At 2570 m :)",
    "Wow 1762 of them :)",
]


@pytest.mark.parametrize("text", NO_DATE)
def test_numbers_and_words_that_are_no_dates_in_a_message(text):
    assert mentioned(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Free classes in June :)", "2024-06"),  # the nearest, where no verb tells
        ("Free classes on Friday :)", "2024-03-22"),
        ("They gave free classes in June :)", "2023-06"),
        ("Jazz at 2014 town fair :)", "2014"),
    ],
)
def test_where_a_yearless_date_of_a_message_lies(text, wanted):
    assert mentioned(text)[0].interval.edtf == wanted
