"""Languages without a file: dateparser reads them, and must not guess."""

import pytest
from phrases import read, reads

from timeline.resolve import UnresolvedError

GERMAN = [
    ("9. Juli 2021", "2021-07-09", False),
    ("10. März 2020 15:30", "2020-03-10", False),
    ("Juli 2021", "2021-07", False),
    ("gestern", "2024-03-24", True),
    ("vor zwei Wochen", "2024-03-11/2024-03-17", True),
    ("letztes Jahr", "2023", True),
    ("9. Juli", "2024-07-09", True),
    ("24. Dezember", "2023-12-24", True),  # the nearest, as in every language
    ("Montag", "2024-03-25", True),
    ("Dezember", "2023-12", True),
]

JAPANESE = [("2021年7月9日", "2021-07-09", False), ("2021年7月", "2021-07", False), ("昨日", "2024-03-24", True)]

NO_GUESS = [
    ("gestern", "de"),
    ("9. Juli", "de"),
    ("Montag", "de"),
    ("Januar", "de"),
    ("letztes Jahr", "de"),
    ("昨日", "ja"),
    ("hier", "fr"),
]


@pytest.mark.parametrize(
    ("phrase", "wanted", "relative", "language"),
    [*((*row, "de") for row in GERMAN), *((*row, None) for row in GERMAN), *((*row, "ja") for row in JAPANESE)],
)
def test_a_language_without_a_file(phrase, wanted, relative, language):
    came = reads(phrase, wanted, language=language)
    assert (came.rule, came.relative, came.anchor is not None) == ("dateparser", relative, relative)


@pytest.mark.parametrize(("phrase", "language"), NO_GUESS)
def test_without_an_anchor_nothing_is_guessed(phrase, language):
    with pytest.raises(UnresolvedError):
        read(phrase, language=language, anchor=None)


def test_what_is_stated_needs_no_anchor():
    for phrase, wanted, relative in [*GERMAN]:
        if not relative:
            reads(phrase, wanted, language="de", anchor=None)


@pytest.mark.parametrize("anchor", ["-0044", "../2024-03-25", "Y17000"])
def test_an_anchor_that_dateparser_cannot_count_from_is_none(anchor):
    with pytest.raises(UnresolvedError):
        read("gestern", language="de", anchor=anchor)


@pytest.mark.parametrize(("order", "wanted"), [("dmy", "2021-02-01"), ("mdy", "2021-01-02")])
def test_the_date_order_holds_there_too(order, wanted):
    reads("01/02/2021", wanted, language="de", date_order=order)


@pytest.mark.parametrize("phrase", ["Unsinn", "7", "im"])
def test_what_dateparser_cannot_read_is_refused(phrase):
    with pytest.raises(UnresolvedError):
        read(phrase, language="de")


@pytest.mark.parametrize("phrase", ["a", "do", "1984~?%", "2004-06-(01)~"])
def test_what_is_hardly_a_word_or_a_broken_edtf_is_not_guessed_at(phrase):
    with pytest.raises(UnresolvedError):
        read(phrase, language=None)


def test_a_language_with_a_file_never_gets_there():
    with pytest.raises(UnresolvedError):
        read("9. Juli 2021", language="en")


def test_the_languages_that_dateparser_knows():
    from timeline.resolve.fallback import languages  # noqa: PLC0415

    assert {"fr", "de", "ja"} <= languages()
