from pathlib import Path

import pytest

from timeline.errors import TimelineError
from timeline.store import FileMissingError, find_file


def test_the_option_wins_then_the_environment(tmp_path: Path) -> None:
    (tmp_path / "events.toml").touch()
    assert find_file("a.toml", {"TIMELINE_FILE": "b.toml"}, tmp_path) == Path("a.toml")
    assert find_file(None, {"TIMELINE_FILE": "b.toml"}, tmp_path) == Path("b.toml")
    assert find_file(None, {"TIMELINE_FILE": ""}, tmp_path) == tmp_path / "events.toml"


def test_the_nearest_parent_that_has_one(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "events.toml").touch()
    assert find_file(None, {}, deep) == tmp_path / "events.toml"
    (tmp_path / "a" / "events.toml").touch()
    assert find_file(None, {}, deep) == tmp_path / "a" / "events.toml"


def test_none_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "is_file", lambda _: False)
    with pytest.raises(FileMissingError, match=r"--file") as caught:
        find_file(None, {}, tmp_path)
    assert isinstance(caught.value, TimelineError)
    assert caught.value.folder == tmp_path
