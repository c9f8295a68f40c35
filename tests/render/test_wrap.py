"""Columns of a terminal: wide letters, emoji, accents of their own, words longer than a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.render.wrap import cells, clip, pad, wrap

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
FLAG = "\U0001f1fb\U0001f1f3"
LETTER_BY_LETTER = "\u1112\u1161\u11ab"  # a Korean syllable
ACCENTS = "Ha\u0300 No\u0323\u0302i"


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("", 0),
        ("plain", 5),
        ("Hà Nội", 6),
        (ACCENTS, 6),
        ("녀성동맹", 8),
        (LETTER_BY_LETTER, 2),
        ("\U0001f389", 2),
        (FAMILY, 2),
        (FLAG, 2),
        ("❤\ufe0f", 2),
        ("▣", 1),
        ("\u200b", 0),
    ],
)
def test_cells(text: str, wanted: int) -> None:
    assert cells(text) == wanted


@pytest.mark.parametrize(
    "text, width, wanted",
    [
        ("one two three", 0, ["one two three"]),
        ("one two three", 7, ["one two", "three"]),
        ("one twenty", 3, ["one", "twe", "nty"]),
        ("녀성동맹 대회", 5, ["녀성", "동맹", "대회"]),
        (f"{FAMILY}{FAMILY}", 2, [FAMILY, FAMILY]),
        ("", 5, [""]),
    ],
)
def test_wrap_folds_what_is_longer_than_a_line(text: str, width: int, wanted: list[str]) -> None:
    assert wrap(text, width, fold=True) == wanted


def test_a_word_stays_whole_where_nobody_asks_to_fold_it() -> None:
    assert wrap("see https://example.org/long", 10) == ["see", "https://example.org/long"]


@pytest.mark.parametrize(
    "text, width, wanted",
    [
        ("short", 5, "short"),
        ("longer", 5, "long…"),
        ("녀성동맹", 6, "녀성…"),
        ("a b", 2, "a…"),
        ("ab", 1, "…"),
        ("a", 0, ""),
    ],
)
def test_clip(text: str, width: int, wanted: str) -> None:
    assert clip(text, width) == wanted


def test_pad_counts_columns() -> None:
    assert pad("동맹", 6) == "동맹  "


WRITTEN = st.text(st.sampled_from([*"ab -=é한中", "\u0301", "\U0001f389", "\u1112", "\u1161"]), max_size=80)


@given(WRITTEN, st.integers(4, 30))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, width: int) -> None:
    lines = wrap(text, width, fold=True)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= width for line in lines), lines
    assert cells(clip(text, width)) <= width
