"""`timeline corpus`: what it prints and returns; the runs themselves are tested in tests/corpus."""

import json
import threading
from pathlib import Path
from typing import Any

import pytest
from command_line import HERE, CommandLine

from timeline.corpus import working
from timeline.corpus.cluster import Cluster
from timeline.store.archive import surveying
from timeline.store.archive.run_folder import RunFolder
from timeline.store.locking import held

TEXTS = HERE / "texts"
KNOWN = '[organisation.zl]\nname = "River Zither League"\naliases = ["RZL"]\n'
RECORDS = [{"text": f"It was in June {year}.", "n": year} for year in range(1990, 2020)]


@pytest.fixture
def folder(timeline: CommandLine, tmp_path: Path) -> Path:
    """A folder with an archive of several parts."""
    timeline.patch.chdir(tmp_path)
    timeline.patch.setattr(surveying, "SMALLEST", 300)
    lines = [json.dumps(record) + "\n" for record in RECORDS]
    (tmp_path / "news.jsonl").write_text("".join(lines), encoding="utf-8")
    return tmp_path


def records(folder: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in sorted((folder / "records").iterdir()))


@pytest.mark.parametrize("verb", ["dates", "extract"])
def test_the_records_are_what_the_single_command_prints(verb: str, timeline: CommandLine, tmp_path: Path) -> None:
    names = sorted(str(path) for path in TEXTS.iterdir())
    single = timeline(verb, *names, "--jsonl", "--published", "2024-03-25")
    whole = timeline("corpus", verb, *names, "--out", str(tmp_path / "out"), "--published", "2024-03-25")
    assert records(tmp_path / "out") == single.out
    assert single.out.count("\n") > 5
    assert whole.out == ""
    assert whole.code == single.code
    as_known = timeline("corpus", verb, *names, "--out", str(tmp_path / "out"), "--published", "2024-03-25")
    assert as_known.err.startswith("all of it was done before\n")
    assert as_known.code == whole.code


def test_a_run_and_what_it_tells(folder: Path, timeline: CommandLine) -> None:
    ran = timeline("corpus", "dates", "news.jsonl", "--out", "out", "--workers", "2")
    assert (ran.code, ran.out, ran.err) == (0, "", "30 date expressions in 30 texts of 1 file: out/records/*.jsonl\n")
    first = json.loads(records(folder / "out").splitlines()[0])
    assert (first["file"], first["line"], first["edtf"]) == ("news.jsonl", 1, "1990-06")


def test_nothing_found_is_1(folder: Path, timeline: CommandLine) -> None:
    (folder / "a.txt").write_text("Nobody says when.", encoding="utf-8")
    ran = timeline("corpus", "dates", "a.txt", "--out", "out")
    assert (ran.code, ran.err) == (1, "no date expressions in 1 text of 1 file: out/records/*.jsonl\n")


def test_what_cannot_be_read_is_told_up_to_a_number(folder: Path, timeline: CommandLine) -> None:
    lines = ["nothing"] * 7 + ['{"text": "in June 2021", "\x1b": 1}']
    (folder / "bad.jsonl").write_text("\n".join(lines), encoding="utf-8")
    ran = timeline("corpus", "dates", "bad.jsonl", "--out", "out")
    said = ran.err.splitlines()
    assert ran.code == 3
    assert said[0] == "timeline: bad.jsonl: line 1: not JSON: expecting value, in column 1"
    assert said[5:] == [
        "8 problems: out/problems/*.jsonl",
        "no date expressions in no texts of 1 file; 8 records left out: out/records/*.jsonl",
    ]


@pytest.mark.usefixtures("folder")
def test_a_bug_in_one_text_ends_with_70_and_the_others_are_done(timeline: CommandLine) -> None:
    found = working.VERBS["dates"]

    def crashing(text: str, *more: Any) -> Any:
        if "1991" in text:
            raise ZeroDivisionError
        return found(text, *more)

    timeline.patch.setitem(working.VERBS, "dates", crashing)
    ran = timeline("corpus", "dates", "news.jsonl", "--out", "out", "--workers", "1")
    assert ran.code == 70
    assert "news.jsonl: line 2: a bug: ZeroDivisionError" in ran.err
    assert "29 date expressions in 29 texts of 1 file; 1 record left out" in ran.err


def test_an_interrupted_run_says_how_far_it_is_and_goes_on(folder: Path, timeline: CommandLine) -> None:
    note, noted = RunFolder.note, []

    def noting(self: RunFolder, counts: Any) -> None:
        if len(noted) == 2:
            raise KeyboardInterrupt
        noted.append(counts)
        note(self, counts)

    command = ("corpus", "dates", "news.jsonl", "--out", "out", "--workers", "1")
    with timeline.patch.context() as patch:
        patch.setattr(RunFolder, "note", noting)
        ran = timeline(*command)
    assert (ran.code, ran.err) == (130, "interrupted: 2 of 5 parts were done; the same command goes on from there\n")
    ran = timeline(*command)
    assert ran.code == 0
    assert ran.err.startswith("2 of 5 parts were done before; going on\n30 date expressions in 30 texts")
    assert records(folder / "out").count("\n") == 30


@pytest.mark.usefixtures("folder")
def test_a_part_whose_worker_was_ended_is_told(timeline: CommandLine) -> None:
    def losing(asked: Any, parts: Any, _: Any) -> Any:
        yield from ((part, working.work(asked, part) if part.number != 2 else None) for part in parts)

    with timeline.patch.context() as patch:
        patch.setattr("timeline.corpus.archive.run", losing)
        ran = timeline("corpus", "dates", "news.jsonl", "--out", "out")
    assert ran.code == 3
    assert "1 part not done: the system ended the worker, as where memory is short; the same command" in ran.err
    assert timeline("corpus", "dates", "news.jsonl", "--out", "out").code == 0


def test_a_folder_in_use_and_a_full_disk_are_4(folder: Path, timeline: CommandLine) -> None:
    (folder / "out").mkdir()
    with held(folder / "out" / "run.json"):
        ran = timeline("corpus", "dates", "news.jsonl", "--out", "out")
    assert ran.code == 4
    assert ran.err.startswith("timeline: out is being written by another run: nothing was written")

    def full(*_: Any) -> working.Stopped:
        return working.Stopped("cannot write out/records/000001.jsonl: No space left on device", unwritable=True)

    timeline.patch.setattr("timeline.corpus.archive.run", lambda _, parts, __: ((part, full()) for part in parts))
    ran = timeline("corpus", "dates", "news.jsonl", "--out", "out")
    assert ran.code == 4
    assert ran.err.splitlines() == [
        "stopped: none of 5 parts was done; the same command goes on from there",
        "timeline: cannot write out/records/000001.jsonl: No space left on device",
    ]


def test_what_else_a_folder_holds_is_told(folder: Path, timeline: CommandLine) -> None:
    for name in ("a.pdf", "b.PDF", "Makefile"):
        (folder / name).touch()
    ran = timeline("corpus", "dates", ".", "--out", "out")
    assert ran.err.splitlines()[0] == "3 other files in the folders left alone: 2 .pdf, 1 Makefile"


@pytest.mark.usefixtures("folder")
def test_extract_knows_the_names_of_the_timeline(timeline: CommandLine) -> None:
    text = "News\n\nOn 9 July 2021 the RZL opened a new office."
    Path("a.txt").write_text(text, encoding="utf-8")
    Path("events.toml").write_text(KNOWN, encoding="utf-8")
    timeline("corpus", "extract", "a.txt", "--out", "known")
    assert json.loads(records(Path("known")))["organisations"] == ["River Zither League"]
    Path("events.toml").write_text(KNOWN.replace("River", "Lake"), encoding="utf-8")
    ran = timeline("corpus", "extract", "a.txt", "--out", "known")
    assert (ran.code, "the organisations and people of the timeline were others" in ran.err) == (2, True), ran


def test_there_is_a_bar_on_a_terminal(folder: Path, timeline: CommandLine) -> None:
    class AtOnce(threading.Thread):
        def __init__(self, _: float, show: Any) -> None:
            super().__init__()
            self.start = show  # type: ignore[method-assign]

        def cancel(self) -> None:
            pass

    timeline.patch.setattr(threading, "Timer", AtOnce)
    ran = timeline("corpus", "dates", "news.jsonl", "--out", "out", "--workers", "1", terminal=True)
    assert "looking at the files" in ran.err
    assert "5/5" in ran.err
    assert "looking" not in timeline("corpus", "dates", "news.jsonl", "--out", str(folder / "two")).err


def test_a_cluster_takes_an_extra(folder: Path, timeline: CommandLine) -> None:
    timeline.patch.setitem(__import__("sys").modules, "distributed", None)
    ran = timeline("corpus", "dates", "news.jsonl", "--out", "out", "--dask", "tcp://localhost:8786")
    assert (ran.code, ran.err) == (2, 'timeline: --dask takes an extra: pip install "event-timeline-cli[dask]"\n')
    assert not (folder / "out").exists()
    assert Cluster.__module__ == "timeline.corpus.cluster"
