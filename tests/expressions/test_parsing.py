"""Tokens to Expressions: the longest reading, several of them, and what is kept between runs."""

import pytest

from timeline.dates import Grain, Part
from timeline.expressions import parser
from timeline.expressions import types as t
from timeline.expressions.lexer import tokens
from timeline.expressions.load import language
from timeline.expressions.parser import Grammar, grammar
from timeline.expressions.phrase import LONGEST, readings

JULY = t.Date(2021, 7, 9)
DAYS = t.Duration(((2, Grain.DAY),))
YEAR = t.Shift(t.Duration(((1, Grain.YEAR),)), -1, whole=True)

PHRASES = [
    ("9 July 2021", JULY),
    ("the 9th of July, 2021", JULY),
    ("on July 9, 2021;", JULY),
    ("two days after 9 July 2021", t.Shift(DAYS, 1, JULY)),
    ("two days later", t.Shift(DAYS, 1, t.Told())),
    ("the third Tuesday of March 2022", t.Nth(3, None, t.Date(2022, 3), 1)),
    ("first half of last year", t.Nth(1, Grain.HALF, YEAR)),
    ("early 1990s", t.Third(Part.EARLY, t.Block(Grain.DECADE, 199))),
    ("since 1946", t.Open("since", t.Date(1946))),
    ("from 2002 to 2007", t.Span(t.Date(2002), t.Date(2007))),
    ("circa 1600", t.Qualified(t.Date(1600), approximate=True)),
    ("every Monday", t.Recurrence(t.Duration(((1, Grain.WEEK),)), 0)),
    ("1967 or 1968", t.Several((t.Date(1967), t.Date(1968)), every=False)),
    ("@ties", t.EventDate("ties")),
]


@pytest.fixture(scope="module")
def english():
    found = language("en")
    assert found is not None
    return found


@pytest.mark.parametrize(("phrase", "wanted"), PHRASES)
def test_the_first_reading_of_a_phrase(phrase, wanted, english):
    values = [reading.value for reading in readings(phrase, english)]
    assert values[:1] == [wanted]


@pytest.mark.parametrize(
    "phrase", ["", " . ", "...", "kladderadatsch", "9 July 2021 kladderadatsch", "9" * (LONGEST + 1)]
)
def test_what_means_nothing(phrase, english):
    assert readings(phrase, english) == []


def test_readings_differ_from_each_other(english):
    values = [
        (type(reading.value), reading.value) for reading in readings("70th anniversary of 31 January 1950", english)
    ]
    assert len(values) == len(set(values))


def test_a_particle_behind_a_phrase_says_nothing():
    korean = language("ko")
    assert korean is not None
    assert [r.value for r in readings("2021년에는", korean)][:1] == [t.Date(2021)]


def test_rows_are_kept_from_run_to_run_but_not_for_ever(english, monkeypatch):
    own = Grammar(english, prose=False)
    run = tokens("9 July 2021", english)
    assert own.row(run)[0] is own.row(run)[0]
    monkeypatch.setattr(parser, "KEPT", 0)
    kept = own.row(run)[0]
    assert own.row(run)[0] is not kept


def test_a_grammar_is_made_once(english):
    assert grammar(english) is grammar(english)
    assert grammar(english, prose=True) is not grammar(english)


def test_bold_rules_are_left_out_in_prose(english):
    run = tokens("EOY", english)
    assert list(grammar(english).row(run)[0].phrases())
    assert not list(grammar(english, prose=True).row(run)[0].phrases())


def test_length_has_an_end(english):
    assert readings(", ".join(["1975"] * 19) + " and 1980", english)
    assert readings("1, " * 130, english) == []
    assert readings("the day after the day before the eve of the third Tuesday of March 2022", english)
