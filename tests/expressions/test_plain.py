"""Dirty text made plain, with the way back to it."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.expressions.plain import plain

PLAIN = [
    ("9 July 2021", "9 July 2021"),
    ("9\u00a0July\u202f2021", "9 July 2021"),
    ("9&nbsp;July&nbsp;&nbsp;2021&nbsp;", "9 July  2021 "),
    ("\uff12\uff10\uff12\uff11年\uff17月\uff19日", "2021年7月9日"),
    ("\uff2a\uff55\uff4c\uff59", "July"),
    ("20\u201321 June", "20-21 June"),
    ("the `80s", "the '80s"),
    ("the \u201980s", "the '80s"),
    ("6월 20일〜21일", "6월 20일~21일"),
    ("\uff082021\uff09\uff0e", "(2021)."),
    ("1², 2₀", "12, 20"),
    (unicodedata.normalize("NFD", "tháng Bảy năm đầu"), "tháng Bảy năm đầu"),
    (unicodedata.normalize("NFD", "7월 9일"), "7월 9일"),
    (unicodedata.normalize("NFD", "Tết") + "&nbsp;\uff12", "Tết 2"),
    ("", ""),
]
DIRT = st.sampled_from(
    [
        "&nbsp;",
        "&",
        "nbsp;",
        "\u00a0",
        "\u0301",
        "e\u0301",
        "ơ\u0309",
        "\u1112\u1161\u11ab",
        "\uff17",
        "\u2013",
        "đ",
        "한",
        "a",
        "9",
        " ",
        "\u212b",
        "\ufb01",
        "\u0344",
    ]
)


@pytest.mark.parametrize(("text", "wanted"), PLAIN)
def test_a_text_is_made_plain(text, wanted):
    assert plain(text).text == wanted


def test_where_nothing_moves_nothing_is_kept():
    assert plain("2021\u20132022 là năm").moves == ()
    assert plain("2021").place(3) == 3


@given(st.text() | st.lists(DIRT).map("".join))
@example("a\u0344b&nbsp;")
def test_every_span_maps_to_the_same_text(text):
    made = plain(text)
    length = len(made.text)
    places = [made.place(offset) for offset in range(length + 1)]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0, len(text)) if length else places[-1] == len(text)
    for start in range(length):
        for end in range(start + 1, min(length, start + 4) + 1):
            given_text = text[made.place(start) : made.place(end)]
            if places[start - 1 : start] != places[start : start + 1] and given_text:
                assert plain(given_text).text.startswith(made.text[start])


@given(st.text() | st.lists(DIRT).map("".join))
def test_a_plain_text_stays_as_it_is(text):
    once = plain(text).text
    assert plain(once).text == once
