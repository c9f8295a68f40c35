import unicodedata

from timeline.events import kinds
from timeline.store.checking import is_id


def test_the_table_holds_the_kinds_and_one_for_the_unknown() -> None:
    assert {"event", "congress", "visit", "founding", "anniversary", "membership", "death"} <= set(kinds())
    assert all(kind.name == name and is_id(name) for name, kind in kinds().items())


def test_a_mark_is_one_narrow_sign() -> None:
    wide = [
        kind.name for kind in kinds().values() if len(kind.mark) != 1 or unicodedata.east_asian_width(kind.mark) in "WF"
    ]
    assert not wide


def test_what_recurs() -> None:
    assert kinds()["congress"].recurs
    assert not kinds()["death"].recurs
