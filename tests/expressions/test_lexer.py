"""Text to tokens: words, numbers and marks with their roles."""

import pytest

from timeline.expressions.lexer import KEPT, segments, tokens
from timeline.expressions.load import language


def tongue(code="en"):
    found = language(code)
    assert found is not None
    return found


def cut(text, code="en", **where):
    return [text[token.start : token.end] for token in tokens(text, tongue(code), **where)]


CUTS = [
    ("9 July 2021", "en", ["9", "July", "2021"]),
    ("July 9th, 2021.", "en", ["July", "9th", ",", "2021", "."]),
    ("9 th", "en", ["9", "th"]),
    ("Sept. 9", "en", ["Sept.", "9"]),
    ("July. 9", "en", ["July", ".", "9"]),
    ("the day before that", "en", ["the", "day", "before that"]),
    ("as of late", "en", ["as of", "late"]),
    ("as  of 2021", "en", ["as  of", "2021"]),
    ("up to 2030", "en", ["up to", "2030"]),
    ("up until 2030", "en", ["up until", "2030"]),
    ("up unto 2030", "en", ["up", "unto", "2030"]),
    ("new year's day", "en", ["new year's day"]),
    ("today's", "en", ["today", "'", "s"]),
    ("o'brien", "en", ["o", "'", "brien"]),
    ("o'clock", "en", ["o'clock"]),
    ("@vn-dprk-ties 9", "en", ["@vn-dprk-ties", "9"]),
    ("@ 9", "en", ["@", "9"]),
    ("1980s", "en", ["1980", "s"]),
    ("2021년7월", "ko", ["2021", "년", "7", "월"]),
    ("월요일부터", "ko", ["월요일", "부터"]),
    ("월계수", "ko", ["월계수"]),
    ("이번 주머니", "ko", ["이번", "주머니"]),
    ("전 세계머니", "ko", ["전", "세계머니"]),
    ("한 달포", "ko", ["한", "달포"]),
    ("", "en", []),
]


@pytest.mark.parametrize(("text", "code", "wanted"), CUTS)
def test_where_a_text_is_cut(text, code, wanted):
    assert cut(text, code) == wanted


ROLES = [
    ("2021", {"digits": 2021, "year": 2021}),
    ("0921", {"digits": 921}),
    ("12", {"digits": 12, "two-digits": 12, "day-digits": 12, "month-digits": 12}),
    ("31", {"digits": 31, "two-digits": 31, "day-digits": 31}),
    ("32", {"digits": 32, "two-digits": 32}),
    ("00", {"digits": 0, "two-digits": 0}),
    ("9", {"digits": 9, "day-digits": 9, "month-digits": 9}),
    ("9th", {"nth-digits": 9}),
    ("123", {"digits": 123}),
    ("123456789", {"digits": 123456789}),
    ("1234567890", {}),
    ("@meeting", {"event": "meeting"}),
    ("july", {"month": 7}),
    ("JULY", {"month": 7}),
    ("guests", {}),
]


@pytest.mark.parametrize(("word", "wanted"), ROLES)
def test_the_roles_of_a_word(word, wanted):
    (token,) = tokens(word, tongue())
    assert {role: token.roles[role] for role in wanted} == wanted
    assert bool(token.roles) == bool(wanted)


def test_what_stands_together_is_glued():
    assert [token.glued for token in tokens("1980s 9.7", tongue())] == [False, True, False, True, True]


def test_tokens_of_equal_roles_have_one_shape():
    july, may, nine, glued = tokens("july june 9 9", tongue())[:4]
    assert july.shape == may.shape
    assert nine.shape == glued.shape
    assert july.shape != nine.shape


def test_a_part_of_a_text():
    assert cut("on 9 July 2021 they", start=3, end=9) == ["9", "July"]
    assert cut("on 9 guests 8 July guests in May", around=12) == ["8", "July"]
    assert cut("guests went", around=7) == []


def test_from_a_place_on_a_strange_word_ends_the_tokens():
    assert cut("9월에 월계수 있다", "ko", around=1) == ["9", "월", "에"]


def test_numbers_beyond_the_kept_ones_are_read_too():
    text = " ".join(map(str, range(10_000, 10_000 + KEPT + 50)))
    assert [token.roles["digits"] for token in tokens(text, tongue())][-1] == 10_000 + KEPT + 49


@pytest.mark.parametrize(("word", "lengths"), [("월요일부터", [3, 2]), ("월계수", [3]), ("월요일", [3])])
def test_a_word_comes_out_even_or_stays_one(word, lengths):
    assert [length for length, _ in segments(word, tongue("ko").lexicon)] == lengths


def test_letters_without_accents_are_read_in_texts_without_any():
    assert tokens("thang 7 nam 2021", tongue("vi"))[0].roles
    assert not tokens("thang 7 năm 2021", tongue("vi"))[0].roles


@pytest.mark.parametrize(
    ("text", "wanted"), [("설날에", ["설날", "에"]), ("3 주 전에는", ["3", "주", "전", "에", "는"])]
)
def test_particles_on_the_last_word_of_an_entry(text, wanted):
    assert "".join(cut(text, "ko")) == "".join(wanted)
