"""Recalling: the same as reading, and never anything older than the files or the program."""

import os
import pickle
from pathlib import Path

import pytest

from timeline.store import read, recall
from timeline.store.reading import Reading
from timeline.store.recall import FEWEST, MOST, Recalled, recall_or_read

EVENT = '[[event]]\ntitle = "Event {0}"\nwhen = "{1} June 2021"\n'


def write(path: Path, count: int = FEWEST, day: int = 1) -> Path:
    path.write_text("".join(EVENT.format(number, day) for number in range(count)), encoding="utf-8")
    return path


def ask(path: Path, folder: Path) -> Reading | Recalled:
    return recall_or_read(path, folder, read)


def test_a_recollection_is_what_was_read(tmp_path: Path) -> None:
    file, cache = write(tmp_path / "events.toml"), tmp_path / "cache"
    first = ask(file, cache)
    second = ask(file, cache)
    assert isinstance(first, Reading)
    assert isinstance(second, Recalled)
    assert second.records == first.records
    assert dict(second.dated) == dict(first.dated)
    assert (second.problems, second.paths) == (first.problems, first.paths)
    assert cache.stat().st_mode & 0o777 == 0o700


def test_a_file_that_changed_is_read(tmp_path: Path) -> None:
    file, cache = write(tmp_path / "events.toml"), tmp_path / "cache"
    ask(file, cache)
    before = file.stat()
    write(file, day=2)  # as long as before, and as old
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    again = ask(file, cache)
    assert isinstance(again, Reading)
    assert next(iter(again.dated.values())).interval == next(iter(read(file).dated.values())).interval


def test_a_file_more_in_a_folder_is_read(tmp_path: Path) -> None:
    folder, cache = tmp_path / "timeline", tmp_path / "cache"
    folder.mkdir()
    write(folder / "a.toml")
    ask(folder, cache)
    assert isinstance(ask(folder, cache), Recalled)
    (folder / "b.toml").write_text('[[event]]\ntitle = "New"\n', encoding="utf-8")
    assert len(ask(folder, cache).records.events) == FEWEST + 1


def test_another_program_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, cache = write(tmp_path / "events.toml"), tmp_path / "cache"
    ask(file, cache)
    monkeypatch.setattr(recall, "_stamp", lambda: ("another",))
    assert isinstance(ask(file, cache), Reading)


@pytest.mark.parametrize("rubbish", [b"", b"rubbish", pickle.dumps(1), pickle.dumps(1) + pickle.dumps(2)])
def test_a_broken_recollection_is_passed_over(rubbish: bytes, tmp_path: Path) -> None:
    file, cache = write(tmp_path / "events.toml"), tmp_path / "cache"
    ask(file, cache)
    (found,) = cache.iterdir()
    found.write_bytes(rubbish)
    assert isinstance(ask(file, cache), Reading)
    assert isinstance(ask(file, cache), Recalled)


def test_a_recollection_of_somebody_else_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, cache = write(tmp_path / "events.toml"), tmp_path / "cache"
    ask(file, cache)
    monkeypatch.setattr(os, "getuid", lambda: -1, raising=False)
    assert isinstance(ask(file, cache), Reading)


def test_small_missing_and_uncached_timelines_are_read(tmp_path: Path) -> None:
    file, cache = write(tmp_path / "events.toml", count=FEWEST - 1), tmp_path / "cache"
    assert isinstance(ask(file, cache), Reading)
    assert isinstance(recall_or_read(tmp_path / "nowhere.toml", cache, read), Reading)
    assert isinstance(recall_or_read(file, None, read), Reading)
    assert not cache.exists()


def test_a_folder_that_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    file, cache = write(tmp_path / "events.toml"), tmp_path / "cache"
    cache.write_text("a file is in the way")
    assert isinstance(ask(file, cache), Reading)


def test_old_recollections_go(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    for number in range(MOST + 5):
        (cache / f"{number}.recall").write_bytes(b"old")
    ask(write(tmp_path / "events.toml"), cache)
    assert len(list(cache.iterdir())) == MOST + 1
