import pytest

from timeline.expressions.language_files import codes
from timeline.store import languages


def test_what_is_known_by_heart_can_be_read() -> None:
    assert languages.COMMON - {"edtf"} <= languages._others() | set(codes())  # noqa: SLF001


@pytest.mark.parametrize("code, known", [("en", True), ("en-GB", True), ("eu", True), ("zh-Hant", True), ("xx", False)])
def test_languages(code: str, known: bool) -> None:
    assert languages.is_known(code) is known


def test_a_region_that_makes_no_difference_is_taken_off() -> None:
    assert languages.nearest("fr-CA") == ["fr"]
    assert languages.nearest("xx-YY") == []
