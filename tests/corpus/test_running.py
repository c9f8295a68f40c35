"""Runs over archives: the same whoever works, as the single commands; resumed after whatever ended them."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import archives
import pytest
from archives import held, job, lines, run, small_parts, write_lines

import timeline
from timeline.corpus import working
from timeline.corpus.archive import Archive, ChangedMeanwhileError, OtherRunError, StoppedError, UnwritableRunError
from timeline.corpus.job import Job, names_of
from timeline.corpus.pool import Here, Processes
from timeline.corpus.running import Result
from timeline.corpus.running import run as run_parts
from timeline.corpus.working import work
from timeline.events.records import Organisation, Records
from timeline.render.drafts import Drafted
from timeline.render.drafts import Layout as DraftLayout
from timeline.render.drafts.record import draft_record
from timeline.render.mentions import Layout, Tagged
from timeline.render.mentions.record import mention_record
from timeline.store.archive.records import Part, Piece
from timeline.store.archive.run_folder import DONE, RunFolder, StrangeFolderError
from timeline.store.locking import WriteConflictError
from timeline.store.replace import UnwritableError, anew

Change = Callable[[Path], object]


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an archive of several parts."""
    small_parts(monkeypatch)
    write_lines(tmp_path / "news.jsonl")
    (tmp_path / "a.txt").write_text("It was in June 2021.", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("verb", ["dates", "extract"])
def test_the_number_of_workers_changes_nothing(verb: str, archive: Path) -> None:
    one = run(job(archive, verb, "one"), "news.jsonl", "a.txt")
    two = run(job(archive, verb, "two"), "news.jsonl", "a.txt", pool=Processes(2))
    assert one == two
    assert one.parts > 3
    assert held(archive / "one") == held(archive / "two")


@pytest.mark.parametrize("genre", ["news", "narrative"])
def test_dates_are_those_of_the_single_command(genre: str, archive: Path) -> None:
    run(job(archive, genre=genre, why=True), "news.jsonl")
    wanted = []
    for number, one in enumerate(archives.RECORDS, 1):
        found = timeline.find_dates(one["text"], one["published"], genre=genre, why=True)  # type: ignore[arg-type]
        for mention in found:
            record = mention_record(mention, Tagged("", "", []), Layout(why=True))
            wanted.append({"file": "news.jsonl", "line": number, "id": one["id"], **record})
    assert lines(archive / "out") == json.loads(json.dumps(wanted))


def test_drafts_are_those_of_the_single_command(archive: Path) -> None:
    from timeline.api import extraction

    records = Records(organisations={"rwu": Organisation("rwu", "Hội Phụ nữ Sông Xanh", ("RWU",))})
    run(job(archive, "extract", known=names_of(records)), "news.jsonl")

    class Known:
        def __init__(self) -> None:
            self.records = records

    wanted = []
    for number, one in enumerate(archives.RECORDS, 1):
        found = extraction(one["text"], one["published"], timeline=Known(), undated=False)  # type: ignore[arg-type]
        where = {"file": "news.jsonl", "line": number, "id": one["id"]}
        wanted += [{**where, **draft_record(draft, Drafted("", "", found), DraftLayout())} for draft in found.drafts]
    assert lines(archive / "out") == json.loads(json.dumps(wanted))
    assert wanted


def test_what_is_given_as_the_day_of_publication_wins(archive: Path) -> None:
    write_lines(archive / "one.jsonl", [{"text": "It was on Monday.", "published": "2024-03-27"}])
    run(job(archive), "one.jsonl")
    run(job(archive, out="given", published="2024-04-03"), "one.jsonl")
    assert [one["edtf"] for folder in ("out", "given") for one in lines(archive / folder)] == [
        "2024-03-25",
        "2024-04-01",
    ]


def test_what_a_record_says_of_its_day_is_no_matter_where_one_is_given(archive: Path) -> None:
    write_lines(archive / "one.jsonl", [{"text": "It was on Monday.", "published": "soon"}])
    totals = run(job(archive, published="2024-04-03"), "one.jsonl")
    assert (totals.counts["found"], totals.counts["error"]) == (1, 0)
    assert lines(archive / "out", "problems") == []


def test_nothing_is_lost(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (archive / "b.txt").write_bytes("Café, opened in June 2021, was there for years".encode("latin-1"))
    (archive / "c.txt").write_bytes(b"%PDF-1.7 \x00")
    bad = [{"text": "in June 2021", "published": "soon"}, {"id": 2}, {"text": "CRASH in 2021"}, {"text": ""}]
    write_lines(archive / "bad.jsonl", bad)
    found = working.VERBS["dates"]

    def crashing(text: str, *more: Any) -> Any:
        if "CRASH" in text:
            raise ZeroDivisionError("over\x1b nothing")
        if "\x00" in text:
            raise MemoryError
        return found(text, *more)

    monkeypatch.setitem(working.VERBS, "dates", crashing)
    totals = run(job(archive), "a.txt", "b.txt", "c.txt", "bad.jsonl")
    assert [
        (one["file"], one.get("line"), one["severity"], one["problem"]) for one in lines(archive / "out", "problems")
    ] == [
        ("b.txt", None, "warning", "it is not UTF-8, and was read as windows-1252"),
        ("c.txt", None, "left out", "it is a PDF document, and no text"),
        ("bad.jsonl", 1, "error", "published: “soon” tells no day: it was read as if it said nothing of that"),
        ("bad.jsonl", 2, "left out", 'it has no text: "text" is not among its keys: id'),
        ("bad.jsonl", 3, "bug", "a bug: ZeroDivisionError: over\x1b nothing"),
    ]
    assert b"\x1b" not in b"".join(held(archive / "out").values())
    assert (totals.counts["texts"], totals.counts["found"]) == (4, 4)


class Ended(BaseException):
    """What ends a run at some place."""


def ending(after: int, how: Callable[[], object]) -> Callable[..., None]:
    """A RunFolder.note that writes down so many parts, and then ends all."""
    note, noted = RunFolder.note, []

    def noting(self: RunFolder, counts: Any) -> None:
        if len(noted) == after:
            how()
        noted.append(counts)
        note(self, counts)

    return noting


def raising(error: BaseException) -> NoReturn:
    raise error


@pytest.mark.parametrize("after", [0, 1, 3])
@pytest.mark.parametrize("workers", [1, 2])
def test_an_interrupted_run_goes_on(after: int, workers: int, archive: Path) -> None:
    pool = Processes(workers) if workers > 1 else Here()
    whole = run(job(archive, out="whole"), "news.jsonl")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RunFolder, "note", ending(after, lambda: raising(KeyboardInterrupt())))
        with pytest.raises(KeyboardInterrupt):
            run(job(archive), "news.jsonl", pool=pool)
    with Archive.opened(job(archive), ["news.jsonl"]) as opened:
        assert opened.there == after
        assert len(opened.left()) == whole.parts - after
    assert run(job(archive), "news.jsonl", pool=pool) == whole
    assert held(archive / "out") == held(archive / "whole")


def test_a_run_that_is_done_does_nothing_again(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = run(job(archive), "news.jsonl")
    monkeypatch.setattr(working, "_written", lambda *_: raising(Ended()))
    assert run(job(archive), "news.jsonl") == whole


def test_a_part_that_was_removed_is_done_again(archive: Path) -> None:
    whole = run(job(archive), "news.jsonl")
    before = held(archive / "out")
    (archive / "out" / "records" / "000002.jsonl").unlink()
    (archive / "out" / "records" / ".000002.jsonl.half").write_text("half", encoding="utf-8")
    with (archive / "out" / DONE).open("a", encoding="utf-8") as stream:
        stream.write('{"part": 3, "te')  # the power went
    assert run(job(archive), "news.jsonl") == whole
    assert held(archive / "out") == before


KILLED = """
import os, signal, sys
from timeline.cli import main
from timeline.store.archive import surveying
from timeline.store.archive.run_folder import RunFolder
surveying.SMALLEST = 1000
note, noted = RunFolder.note, []
def noting(self, counts):
    if len(noted) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    noted.append(counts)
    note(self, counts)
if os.environ.get("FATAL"):
    RunFolder.note = noting
if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(os.name == "nt", reason="signals are not Windows's")
def test_a_run_that_was_killed_goes_on_and_leaves_no_workers(archive: Path) -> None:
    program = archive / "program.py"
    program.write_text(KILLED, encoding="utf-8")

    def ran(fatal: str, out: str) -> subprocess.CompletedProcess[str]:
        environ = {**os.environ, "FATAL": fatal, "TIMELINE_CACHE": "", "TIMELINE_CONFIG": ""}
        argv = [sys.executable, program, "corpus", "dates", "news.jsonl", "--out", out, "--workers", "2"]
        # Ends when everybody has closed the pipes, the workers too.
        return subprocess.run(argv, cwd=archive, env=environ, capture_output=True, text=True, check=False)

    assert ran("1", "out").returncode == -signal.SIGKILL
    again, whole = ran("", "out"), ran("", "whole")
    assert again.stderr.startswith("2 of "), again
    assert "parts were done before; going on\n" in again.stderr
    assert (again.returncode, whole.returncode) == (0, 0), (again, whole)
    assert held(archive / "out") == held(archive / "whole")


def deadly(asked: Job, part: Part) -> Result:
    if part.number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return work(asked, part)


@pytest.mark.skipif(os.name == "nt", reason="signals are not Windows's")
def test_a_worker_that_is_killed_takes_only_its_part_along(archive: Path) -> None:
    with Archive.opened(job(archive), ["news.jsonl"]) as opened:
        results = {part.number: result for part, result in run_parts(opened.job, opened.parts, Processes(2), deadly)}
    assert sorted(results) == list(range(1, len(opened.parts) + 1))
    assert [number for number, result in results.items() if result is None] == [3]
    assert not list((archive / "out" / "records").glob(".*.jsonl.*")), "what was half written goes"


OTHERS: dict[str, tuple[dict[str, Any], str]] = {
    "genre": ({"genre": "narrative"}, "--genre was news and is narrative"),
    "verb": ({"verb": "extract"}, "the command was dates and is extract. What"),
    "verb that knows names": (
        {"verb": "extract", "known": Records(organisations={"a": Organisation("a", "A")})},
        "the command was dates and is extract. What",
    ),
    "published": ({"published": "2024"}, "--published was not given and is 2024"),
    "why": ({"why": True}, "--why was not given and is given"),
    "keys": (
        {"keys": archives.job(Path()).keys._replace(published=("day",))},
        "--published-key was published, date and is day",
    ),
    "version": ({}, "the version of timeline was 0.0.0 and is"),
    "names": (
        {"known": Records(organisations={"a": Organisation("a", "A")})},
        "the organisations and people of the timeline were others",
    ),
}


@pytest.mark.parametrize("more, said", OTHERS.values(), ids=OTHERS)
def test_other_options_are_another_run(more: dict[str, Any], said: str, archive: Path) -> None:
    first = job(archive)._replace(version="0.0.0") if not more else job(archive)
    with Archive.opened(first, ["news.jsonl"]):
        pass
    before = (archive / "out" / "run.json").read_bytes()
    with pytest.raises(OtherRunError, match=f"out holds another run: {said}.*name another folder with --out"):
        run(job(archive, **more), "news.jsonl")
    assert (archive / "out" / "run.json").read_bytes() == before


def rewrite(folder: Path) -> None:
    path = folder / "news.jsonl"
    status = path.stat()
    path.write_bytes(path.read_bytes().replace(b"2021", b"2022"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1))


CHANGES: dict[str, tuple[Change, list[str], str]] = {
    "longer": (lambda folder: write_lines(folder / "news.jsonl", archives.RECORDS[:3]), [], "news.jsonl has changed"),
    "as long": (rewrite, [], "news.jsonl has changed"),
    "more": (lambda _: None, ["more.txt"], "more.txt is new"),
    "fewer": (lambda folder: (folder / "in" / "b.txt").unlink(), [], "in/b.txt is not among the files"),
}


@pytest.mark.parametrize("change, names, said", CHANGES.values(), ids=CHANGES)
def test_other_inputs_are_another_run(change: Change, names: list[str], said: str, archive: Path) -> None:
    (archive / "in").mkdir()
    for name in ("in/a.txt", "in/b.txt", "more.txt"):
        (archive / name).write_text("in 2021", encoding="utf-8")
    run(job(archive), "news.jsonl", "in")
    before = held(archive / "out")
    change(archive)
    with pytest.raises(OtherRunError, match=f"out holds another run: {said}"):
        run(job(archive), "news.jsonl", "in", *names)
    assert held(archive / "out") == before


def test_inputs_in_another_order_are_another_run(archive: Path) -> None:
    run(job(archive), "news.jsonl", "a.txt")
    with pytest.raises(OtherRunError, match="named in another order"):
        run(job(archive), "a.txt", "news.jsonl")


def test_a_file_that_was_only_touched_is_the_same(archive: Path) -> None:
    whole = run(job(archive), "news.jsonl")
    os.utime(archive / "news.jsonl", ns=(1, 1))
    assert run(job(archive), "news.jsonl") == whole


def test_a_file_that_changes_while_it_is_read_is_told(archive: Path) -> None:
    with Archive.opened(job(archive), ["news.jsonl"]) as opened:
        parts = opened.run(Here())
        next(parts)
        os.utime(archive / "news.jsonl", ns=(1, 1))
        with pytest.raises(ChangedMeanwhileError, match=r"news\.jsonl"):
            list(parts)


def test_of_two_runs_in_a_folder_one_is_refused(archive: Path) -> None:
    with (
        Archive.opened(job(archive), ["news.jsonl"]),
        pytest.raises(WriteConflictError, match="out is being written by another run: nothing was written"),
    ):
        run(job(archive), "news.jsonl")


@pytest.mark.parametrize(
    "made, error, said",
    [
        (lambda out: (out.mkdir(), (out / "thesis.doc").touch()), StrangeFolderError, "out: it is not empty"),
        (lambda out: out.touch(), UnwritableError, "cannot write out: it is a file"),
        (
            lambda out: (out.mkdir(), (out / "run.json").write_text("{")),
            StrangeFolderError,
            "run.json: it cannot be read",
        ),
        (lambda out: (out.mkdir(), (out / "run.json").write_text("[]")), StrangeFolderError, "not what a run writes"),
        (lambda out: (out.mkdir(), (out / "run.json").write_text("{}")), StrangeFolderError, "a run of another sort"),
    ],
    ids=["full", "a file", "torn", "a list", "strange"],
)
def test_a_folder_of_something_else_is_left_alone(
    made: Change, error: type[Exception], said: str, archive: Path
) -> None:
    made(archive / "out")
    with pytest.raises(error, match=said):
        run(job(archive), "news.jsonl")


def test_a_run_that_ended_before_it_began_is_begun(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("timeline.store.archive.run_folder.json.dumps", lambda *_, **__: raising(Ended()))
        with pytest.raises(Ended):
            run(job(archive), "news.jsonl")
    assert run(job(archive), "news.jsonl").undone == 0


def test_a_full_disk_ends_a_run_and_leaves_nothing_half_written(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = run(job(archive, out="whole"), "news.jsonl")
    synced: list[int] = []

    def fsync(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) == 12:
            raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        with pytest.raises((UnwritableRunError, UnwritableError), match="No space left on device"):
            run(job(archive), "news.jsonl")
    assert not [path for path in (archive / "out").rglob(".*") if path.is_file()]
    assert run(job(archive), "news.jsonl") == whole
    assert held(archive / "out") == held(archive / "whole")


def test_what_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(Ended), anew(path) as stream:
        raising(Ended(stream.write("new")))
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("a.jsonl", "old")]
    with pytest.raises(UnwritableError, match="No such file"), anew(tmp_path / "no" / "a.jsonl"):
        pass


def test_a_worker_of_another_version_does_nothing(archive: Path) -> None:
    with pytest.raises(StoppedError, match=r"a worker has version .* and this is 0\.0\.0"):
        run(job(archive)._replace(version="0.0.0"), "news.jsonl")


def test_a_worker_elsewhere_is_told(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.corpus.archive.run", lambda asked, parts, _: elsewhere(asked, parts))
    with pytest.raises(StoppedError, match="must see the files and the folder at the same paths"):
        run(job(archive), "news.jsonl")


def elsewhere(asked: Job, parts: list[Part]) -> Any:
    for part in parts:
        result = work(asked, part)
        (asked.base / asked.out / "records" / f"{part.number:06d}.jsonl").unlink()
        yield part, result


def test_work_needs_no_archive(tmp_path: Path) -> None:
    """What a worker is given is all that it needs."""
    write_lines(tmp_path / "a.jsonl", [{"text": "in June 2021"}])
    for name in ("records", "problems"):
        (tmp_path / "out" / name).mkdir(parents=True)
    counts = work(job(tmp_path), Part(1, (Piece("a.jsonl", "lines"),)))
    assert counts == {"part": 1, "texts": 1, "found": 1, "left out": 0, "error": 0, "warning": 0, "bug": 0}
