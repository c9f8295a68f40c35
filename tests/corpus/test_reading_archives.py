"""What an archive is read as: files and folders found, cut into parts, read a record at a time, and what cannot be."""

import gzip
import json
import os
import sys
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import archives
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.corpus.publication import UnreadableDayError, published_day
from timeline.store.archive import lines, rows, surveying
from timeline.store.archive.finding import find
from timeline.store.archive.records import ArchiveError, Keys, Piece, Record, Trouble

KEYS = Keys()
GOOD = b'{"text": "in June 2021"}\n'


def found(folder: Path, *names: str) -> list[str]:
    return [one.name for one in find(names, folder, folder / "out").inputs]


def read(folder: Path, name: str, size: int = 1 << 20, keys: Keys = KEYS) -> list[Record | Trouble]:
    inputs = [surveying.survey(one, folder, size, keys) for one in find([name], folder, folder / "out").inputs]
    return [
        record
        for part in surveying.parts(inputs, size)
        for piece in part.pieces
        for record in surveying.records(piece, folder, keys)
    ]


def test_a_folder_is_what_can_be_read_in_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.jsonl", "sub/d.html", "e.parquet", "f.ndjson.gz", "notes.pdf", ".hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "out" / "records").mkdir(parents=True)
    (tmp_path / "out" / "records" / "000001.jsonl").write_text("{}", encoding="utf-8")
    every = ["a.txt", "b.txt", "e.parquet", "f.ndjson.gz", "sub/c.jsonl", "sub/d.html"]
    assert found(tmp_path, ".") == every, "sorted, without the run's own folder"
    assert found(tmp_path, "sub", "b.txt", ".")[:3] == ["sub/c.jsonl", "sub/d.html", "b.txt"], "as they are named"
    assert find(["."], tmp_path, tmp_path / "out").others == {".pdf": 1}
    assert found(tmp_path, "notes.pdf") == ["notes.pdf"], "what is named is taken"


@pytest.mark.parametrize(
    "names, said",
    [
        (["no.txt"], "no.txt: there is no such"),
        (["empty"], "nothing to read in empty"),
        (["a.JSON"], "a.JSON: it is one JSON document"),
    ],
)
def test_what_is_not_there(names: list[str], said: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.JSON").touch()
    with pytest.raises(ArchiveError, match=said):
        found(tmp_path, *names)


def test_what_came_of_another_run_is_no_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archives.small_parts(monkeypatch)
    archives.write_lines(tmp_path / "news.jsonl")
    archives.run(archives.job(tmp_path, out="first"), "news.jsonl")
    assert found(tmp_path, ".") == ["news.jsonl"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ArchiveError, match="it is no file"):
        found(tmp_path, "pipe")


@given(
    texts=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), max_size=30),
    size=st.integers(1, 400),
    chunk=st.integers(1, 100),
    end=st.sampled_from(["\n", "\r\n", "\n\n"]),
)
def test_parts_are_the_lines_of_the_file(
    texts: list[str], size: int, chunk: int, end: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("cut")
    written = end.join(json.dumps({"text": text}, ensure_ascii=False) for text in texts)
    (folder / "a.jsonl").write_bytes(written.encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "CHUNK", chunk)
        records = [one for one in read(folder, "a.jsonl", size) if isinstance(one, Record)]
    assert [record.text for record in records] == texts
    step = 2 if end == "\n\n" else 1
    assert [record.where["line"] for record in records] == [1 + step * at for at in range(len(texts))]


def test_the_parts_of_a_file_are_about_as_large_as_asked(tmp_path: Path) -> None:
    path = archives.write_lines(tmp_path / "a.jsonl")
    longest = max(map(len, path.read_bytes().splitlines(keepends=True)))
    digest, cuts = lines.cut(path, 1000)
    ends = [0, *(at for at, _ in cuts), path.stat().st_size]
    sizes = [end - start for start, end in pairwise(ends)]
    assert len(sizes) > 3
    assert all(1000 <= size < 1000 + longest for size in sizes[:-1])
    assert len(digest) == 64


def test_small_files_share_a_part_and_large_ones_have_several(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"{number}.txt").write_text("x" * 100, encoding="utf-8")
    archives.write_lines(tmp_path / "news.jsonl")
    inputs = [surveying.survey(one, tmp_path, 500, KEYS) for one in find(["."], tmp_path, tmp_path / "out").inputs]
    cut = list(surveying.parts(inputs, 500))
    assert [part.number for part in cut] == list(range(1, len(cut) + 1))
    assert [len(part.pieces) for part in cut[:3]] == [5, 5, 1], "five texts; four and lines; lines"


BAD = {
    "no object": (b"[1]\n", 2, "a record is a JSON object"),
    "broken": (b'{"text": "in\n', 2, "not JSON: "),
    "no text": (b'{"id": 7, "body": "x"}\n', 2, 'it has no text: "text" is not among its keys: id, body'),
    "null": (b'{"text": null}\n', 2, '"text" has no value'),
    "number": (b'{"text": 12}\n', 2, '"text" is a number'),
    "list": (b'{"text": ["a"]}\n', 2, '"text" is a list'),
    "flag": (b'{"text": true}\n', 2, '"text" is true or false'),
    "bytes": (b'{"text": "\xff"}\n', 2, "byte 11 of the line, 0xff, is not UTF-8"),
    "deep": (b"[" * 200_000 + b"\n", 2, "what no record holds"),
    "long": (b'{"text": "' + b"x" * 600 + b'"}\n', 2, "it has more than"),
}


@pytest.mark.parametrize("line, number, said", BAD.values(), ids=BAD)
def test_a_bad_line_is_told_and_the_others_are_read(
    line: bytes, number: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "more than" in said:
        monkeypatch.setattr(lines, "LARGEST", 500)
    (tmp_path / "a.jsonl").write_bytes(GOOD + line + GOOD)
    first, bad, last = read(tmp_path, "a.jsonl")
    assert isinstance(bad, Trouble), bad
    assert (bad.where["line"], said in bad.message) == (number, True), bad
    assert (first.where["line"], last.where["line"]) == (1, 3)


def test_a_mark_at_the_start_is_no_letter_and_utf_16_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + GOOD)
    assert [record.where for record in read(tmp_path, "a.jsonl")] == [{"file": "a.jsonl", "line": 1}]
    (tmp_path / "b.jsonl").write_bytes(GOOD.decode().encode("utf-16"))
    (trouble,) = read(tmp_path, "b.jsonl")
    assert "it is UTF-16" in trouble.message  # type: ignore[union-attr]


def test_packed_lines_are_read_and_a_torn_end_is_told(tmp_path: Path) -> None:
    packed = gzip.compress(archives.write_lines(tmp_path / "a.jsonl").read_bytes())
    (tmp_path / "a.jsonl.gz").write_bytes(packed)
    assert [one.text for one in read(tmp_path, "a.jsonl.gz", 100)] == [one["text"] for one in archives.RECORDS]  # type: ignore[union-attr]
    (tmp_path / "torn.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    (tmp_path / "none.jsonl.gz").write_bytes(b"no gzip at all")
    for name in ("torn.jsonl.gz", "none.jsonl.gz"):
        last = read(tmp_path, name)[-1]
        assert isinstance(last, Trouble)
        assert "cannot be read any further" in last.message


def test_texts_are_read_as_the_other_commands_read_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Café in June 2021, and much more of it".encode("latin-1"))
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.7 \x00")
    (tmp_path / "c.txt").symlink_to(tmp_path / "nowhere")
    one, two = read(tmp_path, "a.txt")[0], read(tmp_path, "b.txt")[0]
    assert isinstance(one, Record)
    assert one.encoding == "windows-1252"
    assert two == Trouble({"file": "b.txt"}, "it is a PDF document, and no text")


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in" / "closed").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "in" / "b.txt").symlink_to("nowhere")
    iterdir = Path.iterdir

    def refused(self: Path) -> Any:
        if self.name == "closed":
            raise PermissionError(13, "Permission denied")
        return iterdir(self)

    monkeypatch.setattr(Path, "iterdir", refused)
    text, link, closed = read(tmp_path, "in")
    assert isinstance(text, Record)
    assert link == Trouble({"file": "in/b.txt"}, "it cannot be read: No such file or directory")
    assert closed == Trouble({"file": "in/closed"}, "it is a folder that may not be read")


def test_a_text_that_is_too_large_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surveying, "LARGEST", 10)
    (tmp_path / "a.txt").write_text("x" * 11, encoding="utf-8")
    assert "more than" in read(tmp_path, "a.txt")[0].message  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.jsonl.gz"])
def test_a_file_that_is_gone_when_it_is_read_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(GOOD)
    (one,) = find([name], tmp_path, tmp_path / "out").inputs
    (tmp_path / name).unlink()
    (part,) = surveying.parts([surveying.survey(one, tmp_path, 100, KEYS)], 100)
    (trouble,) = surveying.records(part.pieces[0], tmp_path, KEYS)
    assert isinstance(trouble, Trouble)
    assert "no such file" in trouble.message.lower()


def table(path: Path, **more: Any) -> Path:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    columns = {
        "text": [one["text"] for one in archives.RECORDS],
        "published": [one["published"] for one in archives.RECORDS],
        "id": [one["id"] for one in archives.RECORDS],
    }
    parquet.write_table(arrow.table(columns), path, **more)
    return path


@pytest.mark.parametrize("group", [1, 5, 1000])
@pytest.mark.parametrize("size", [100, 700, 1 << 20])
def test_parts_are_the_rows_of_the_table(group: int, size: int, tmp_path: Path) -> None:
    table(tmp_path / "a.parquet", row_group_size=group)
    records = read(tmp_path, "a.parquet", size)
    wanted = [(one["id"], number, one["text"], one["published"]) for number, one in enumerate(archives.RECORDS, 1)]
    assert [(one.where["id"], one.where["row"], one.text, one.published) for one in records] == wanted  # type: ignore[union-attr]
    if size == 100:
        assert len(rows.cut(tmp_path / "a.parquet", size, KEYS)) > 3


def test_a_table_is_read_up_to_what_is_broken(tmp_path: Path) -> None:
    whole = table(tmp_path / "a.parquet").read_bytes()
    (tmp_path / "none.parquet").write_bytes(b"no table")
    (tmp_path / "torn.parquet").write_bytes(b"PAR1" + b"\xff" * 1500 + whole[1504:])
    for name in ("none.parquet", "torn.parquet"):
        last = read(tmp_path, name)[-1]
        assert isinstance(last, Trouble), name
        assert "cannot be read any further" in last.message, last


def test_cells_of_all_sorts(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    instant = datetime(2024, 3, 25, 23, 59, 1, tzinfo=UTC)
    columns = {
        "text": arrow.array(["a", None, "c"], arrow.string()).dictionary_encode(),
        "published": arrow.array([instant, None, instant], arrow.timestamp("ns", "UTC")),
        "date": arrow.array([None, None, date(2020, 1, 2)]),
        "id": [1, 2, 3],
    }
    parquet.write_table(arrow.table(columns), tmp_path / "a.parquet")
    one, two, three = read(tmp_path, "a.parquet")
    assert isinstance(one, Record)
    assert str(published_day(one.published).earliest) == "2024-03-25"  # type: ignore[union-attr]
    assert two == Trouble({"file": "a.parquet", "row": 2, "id": 2}, 'it has no text: "text" has no value')
    assert isinstance(three, Record)
    (other,) = read(tmp_path, "a.parquet", keys=Keys("body"))
    assert other == Trouble({"file": "a.parquet"}, 'it has no column "body"; it has: text, published, date, id')
    (day,) = {one.published for one in read(tmp_path, "a.parquet", keys=Keys(published=("date",)))[2:]}  # type: ignore[union-attr]
    assert str(published_day(day).earliest) == "2020-01-02"  # type: ignore[union-attr]


def test_what_cannot_be_read_is_seen_beforehand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archives.write_lines(tmp_path / "a.jsonl", [{"body": "x", "id": 1}])
    table(tmp_path / "b.parquet")
    (tmp_path / "c.html").write_text("<html></html>", encoding="utf-8")

    def said(name: str, keys: Keys = KEYS) -> str:
        with pytest.raises(Exception, match=r".") as caught:
            surveying.check(find([name], tmp_path, tmp_path / "out").inputs, tmp_path, keys)
        return str(caught.value)

    assert said("a.jsonl") == (
        'a.jsonl: no record has the key "text"; the keys are body, id: name that of the text with --text-key'
    )
    assert "the keys are text, published, id" in said("b.parquet", Keys("body"))
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert said("b.parquet") == 'to read Parquet takes an extra: pip install "event-timeline-cli[parquet]"'
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert said("c.html").endswith('pip install "event-timeline-cli[html]"')


def test_a_piece_begins_where_it_is_said_to(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(GOOD * 3)
    piece = Piece("a.jsonl", "lines", len(GOOD), 2 * len(GOOD), 2)
    assert [one.where["line"] for one in surveying.records(piece, tmp_path, KEYS)] == [2]


@pytest.mark.parametrize(
    "value, wanted",
    [
        ("2024-03-25", "2024-03-25"),
        ("2024-03-25T23:30:00-05:00", "2024-03-25"),
        ("2024-03-25 10:00:00.000000000Z", "2024-03-25"),
        ("Mon, 25 Mar 2024 10:00:00 GMT", "2024-03-25"),
        ("June 2021", "2021-06"),
        ("2024-11-15/2025-01", "2024-11-15/2025-01"),
        (20240325, "2024-03-25"),
        (2024, "2024"),
        (1711360800, "2024-03-25"),
        (1711360800000, "2024-03-25"),
        (1711360800.25, "2024-03-25"),
        ("1711360800", "2024-03-25"),
        (None, None),
    ],
)
def test_days_of_publication(value: Any, wanted: str | None) -> None:
    found = published_day(value)
    assert (found and found.edtf) == wanted


@pytest.mark.parametrize(
    "value", ["on Monday", "soon", "", "24 October", True, [2024], {"day": 1}, 12, float("nan"), "x" * 500]
)
def test_what_tells_no_day(value: Any) -> None:
    with pytest.raises(UnreadableDayError):
        published_day(value)
