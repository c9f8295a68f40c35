from pathlib import Path

import pytest

from timeline.store.problems import Problem, clip, visible


def problem(line: str, column: int) -> Problem:
    return Problem(Path("events.toml"), 12, column, "error", "wrong", "something right", line)


def test_a_problem_is_a_line_with_a_caret() -> None:
    assert problem('when = "30 February 2021"', 9).render() == (
        "events.toml:12:9: error: wrong\n"
        '   12 | when = "30 February 2021"\n'
        "      |         ^\n"
        "      = accepted: something right"
    )


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    assert (
        Problem(Path("events.toml"), 0, 0, "warning", "nothing in it").render() == "events.toml: warning: nothing in it"
    )


@pytest.mark.parametrize("width", [20, 40, 100])
@pytest.mark.parametrize("column", [1, 2, 50, 399, 400, 401])
@pytest.mark.parametrize("letter", ["x", "한", "\x1b", "e\u0301"[1]])
def test_a_long_line_is_clipped_around_the_caret(width: int, column: int, letter: str) -> None:
    line = "x" * (column - 1) + "!" + letter * (400 - column)
    _, shown, caret, _ = problem(line, column).render(width).split("\n")
    assert shown[caret.index("^")] == "!"
    assert len(shown) <= width + (400 if letter == "\u0301" else 0)


def test_the_caret_stands_below_wide_letters() -> None:
    _, shown, caret, _ = problem("평양 = 7", 6).render().split("\n")
    assert shown.index("7") == caret.index("^") - 2


@pytest.mark.parametrize("width", [30, 40, 80, 200])
def test_a_message_is_wrapped_between_words(width: int) -> None:
    words = "neither the words nor a known day of writing say it, and so it lies between two days " * 3
    one = Problem(Path("e.toml"), 1, 1, "error", words.strip(), words.strip(), "when = 7")
    lines = one.render(width, wrapped=True).split("\n")
    assert all(len(line) <= width for line in lines)
    assert " ".join("\n".join(lines).split()) == " ".join(one.render(width).split())
    assert len(one.render(width).split("\n")) == 4


def test_a_long_message_is_short() -> None:
    assert len(Problem(Path("e"), 1, 1, "error", "m" * 10**6, "a" * 10**6, "l" * 10**6).render()) < 1500
    assert clip("a" * 1000, 10) == "aaaaa…aaaaa"


@pytest.mark.parametrize(
    "text, expected",
    [
        ("plain Hà Nội 평양", "plain Hà Nội 평양"),
        ("\x1b[31m", "\\x1b[31m"),
        ("a\u202eb", "a\\u202eb"),
        ("a\nb\rc", "a\\x0ab\\x0dc"),
        ("a\tb", "a b"),
        ("\ud800", "\\ud800"),
        ("\x85", "\\x85"),
        ("a\u00a0b", "a\u00a0b"),
        ("\U000e0001", "\\U000e0001"),
    ],
)
def test_visible(text: str, expected: str) -> None:
    assert visible(text) == expected
