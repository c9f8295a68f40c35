"""ISO and EDTF are read before any words, except where prose means years."""

import pytest
from phrases import read, reads, told

from timeline.dates import NonexistentDateError

EDTF = [
    "2021",
    "2021-07",
    "2021-07-09",
    "1946/..",
    "../1946",
    "199X",
    "1984?",
    "2004-06~",
    "{1975,1980}",
    "[..1927]",
    "2021-20/2022".replace("-20", ""),
    "-0233",
    "XXXX-10-24",
    "Y17000",
    "?2004",
    "1998-03",
]

BASIC = [("20210709", "2021-07-09"), ("00010101", "0001-01-01"), (" 20240229 ", "2024-02-29")]

YEARS = [  # in prose the years from one to another; a season, quarter or half only in EDTF
    ("2016-21", "2016/2021", ["2016-21"]),
    ("2021-22", "2021/2022", ["2021-22"]),
    ("2021-33", "2021/2033", ["2021-33"]),
    ("2016-17", "2016/2017", []),
    ("1861-67", "1861/1867", []),
]


@pytest.mark.parametrize("text", EDTF)
def test_edtf_is_itself(text):
    came = reads(text, text, anchor=None)
    assert (came.rule, came.steps, came.language) == ("edtf", (f"EDTF: {text}",), "edtf")


@pytest.mark.parametrize(("phrase", "wanted", "others"), YEARS)
def test_years_from_one_to_another_against_edtf(phrase, wanted, others):
    came = reads(phrase, wanted)
    assert [a.edtf for a in came.alternatives] == others, told(came, others, came.alternatives)
    assert len(others) == 0 or reads(phrase, phrase, language="edtf").rule == "edtf"


def test_a_season_that_can_be_no_later_year_is_edtf():
    reads("2033-21", "2033-21")
    reads("2021-21", "2021-21")


def test_a_phrase_is_read_with_the_space_around_it_gone():
    assert read(" 2021-07 ").text == " 2021-07 "


def test_the_language_is_told_from_the_words():
    assert {read(phrase, language=None).language for phrase in ("9 July 2021", "last week")} == {"en"}
    assert read("지난주", language=None).language == "ko"
    assert read("tuần trước", language=None).language == "vi"


def test_a_region_is_left_aside():
    assert read("9 July 2021", language="en-GB").language == "en"


def test_resolve_needs_no_context():
    from timeline.resolve import resolve

    assert resolve("9 July 2021").interval.edtf == "2021-07-09"


@pytest.mark.parametrize(("phrase", "wanted"), BASIC)
def test_eight_digits_are_a_day(phrase: str, wanted: str) -> None:
    came = reads(phrase, wanted)
    assert came.rule == "iso", told(came, "iso", came.rule)


@pytest.mark.parametrize("phrase", ["20210229", "20211301", "99999999"])
def test_eight_digits_of_no_day_are_refused(phrase: str) -> None:
    with pytest.raises(NonexistentDateError):
        read(phrase)


@pytest.mark.parametrize("phrase", ["XXXX-10", "198X-25", "XXXX-XX"])
def test_a_masked_year_is_no_range(phrase: str) -> None:
    came = reads(phrase, phrase)
    assert came.rule == "edtf", told(came, "edtf", came.rule)
