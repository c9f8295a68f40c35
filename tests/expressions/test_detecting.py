"""Which language a text is in."""

import pytest

from timeline.expressions.detect import HEAD, detect
from timeline.expressions.language import Language

TEXTS = [
    ("They met on Friday and it was good.", "en"),
    ("그들은 금요일에 만났다.", "ko"),
    ("Họ gặp nhau vào thứ Sáu.", "vi"),
    ("They met on Friday in 서울 and it was good.", "en"),
    ("Sie trafen sich am Freitag.", None),
    ("123 - 456", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "code"), TEXTS)
def test_the_language_of_a_text(text, code):
    assert detect(text) == code


def test_only_the_head_is_looked_at():
    assert detect("They met on Friday and it was good. " * (HEAD // 30) + "금요일에" * HEAD) == "en"


def test_a_letter_is_looked_up_once_however_often_it_stands_there(monkeypatch):
    asked = []
    found = Language.has_letter
    monkeypatch.setattr(
        Language, "has_letter", lambda tongue, letter: asked.append((tongue.code, letter)) or found(tongue, letter)
    )
    assert detect("Họ gặp nhau vào thứ Sáu. " * 50) == "vi"
    assert len(asked) == len(set(asked))
