"""The little language of patterns, spelt out as rows of symbols."""

import pytest

from timeline.expressions.patterns import PatternError, spell_out

SPELT = [  # pattern, its rows: name:key, ~ where glued
    ("month day", ["month day"]),
    ("month [day]", ["month day", "month"]),
    ("[in] month", ["in month", "month"]),
    ("(month|day) year", ["month year", "day year"]),
    ("a:(month|day)", ["a:month", "a:day"]),
    ("a:[x b:y]", ["a:x b:y"]),
    ("[x [y]] z", ["x y z", "x z", "z"]),
    ("'of' month", ["'of' month"]),
    ("''' digits", ["''' digits"]),
    ("day ~'.' month", ["day ~'.' month"]),
    ("a ~[b c] d", ["a ~b c d", "a d"]),
    ("a ~[~b] c", ["a ~b c", "a c"]),
    ("a:x|b:y", ["a:x", "b:y"]),
    ("[x]", ["x"]),
    ("x x|x x", ["x x"]),
    ("", []),
    ("first:month to last:month", ["first:month to last:month"]),
]

WRONG = [
    ("month [day", "'[' is not closed"),
    ("(month", "'(' is not closed"),
    ("(month]", "'(' is not closed"),
    ("[month)", "'[' is not closed"),
    ("month]", "unexpected ']'"),
    ("month ) day", "unexpected ')'"),
    ("month 'of", "a quotation is not closed"),
    ("month '", "a quotation is not closed"),
]


def shown(sequence):
    return " ".join(f"{'~' if s.glued else ''}{f'{s.slot}:' if s.slot else ''}{s.key}" for s in sequence)


@pytest.mark.parametrize(("pattern", "rows"), SPELT)
def test_a_pattern_is_spelt_out(pattern, rows):
    assert [shown(sequence) for sequence in spell_out(pattern)] == rows


@pytest.mark.parametrize(("pattern", "reason"), WRONG)
def test_a_wrong_pattern_says_why(pattern, reason):
    with pytest.raises(PatternError) as caught:
        spell_out(pattern)
    assert str(caught.value) == f"pattern {pattern!r}: {reason}"
