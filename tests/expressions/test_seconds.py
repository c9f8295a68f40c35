"""What can come second in a category: the table that is built says what the parser would find out."""

import pytest

from timeline.expressions.compile import compiled
from timeline.expressions.lexer import tokens
from timeline.expressions.load import language, of_plain
from timeline.expressions.parser import Grammar
from timeline.expressions.seconds import seconds_of

TEXTS = {
    "en": "from the 21st of May 2021 to Monday, 5/6/99 at 12:05 or in early 1990s two weeks ago @founding 20200101",
    "vi": "từ ngày 9 tháng 7 năm 2021 đến thứ hai tuần trước, đầu thập niên 1990",
    "ko": "2021년 7월 9일부터 지난주 월요일까지 1990년대 초",
}


def names(grammar, bits):
    """The roles of a number."""
    return {role for place, role in enumerate(grammar.roles) if bits >> place & 1}


@pytest.mark.parametrize("code", TEXTS)
def test_the_table_says_what_the_parser_finds_out(code):
    tongue = language(code)
    assert tongue is not None
    given = Grammar(tongue._replace(seconds=seconds_of(tongue._replace(seconds=((), {})))), prose=False)
    found_out = Grammar(tongue._replace(seconds=((), {})), prose=False)
    run = tokens(TEXTS[code], tongue)
    known = 0
    for row, other in zip(given.row(run), found_out.row(run), strict=True):
        known += bool(row.seconds)
        for category in tongue.networks:
            wanted = names(found_out, found_out.second(category, other))
            assert names(given, given.second(category, row)) == wanted, (row.roles, category)
    assert known == len(run)


def test_a_word_that_leads_elsewhere_where_it_is_glued_is_not_in_it():
    words = {"letter": {"q": 1}, "month": {"may": 5}}
    rules = [
        {"name": "glued", "as": "day", "pattern": "~letter year", "build": "date"},
        {"name": "free", "as": "day", "pattern": "(letter|month) month", "build": "date"},
        {"name": "whole", "as": "phrase", "pattern": "day", "build": "value"},
    ]
    _, table = seconds_of(of_plain(compiled("xx", {"words": words, "rule": rules})))
    assert ("month",) in table
    assert ("letter",) not in table
