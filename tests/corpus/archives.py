"""Small archives of our own, cut into small parts."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from timeline.corpus.archive import Archive, Totals
from timeline.corpus.job import Job, version
from timeline.corpus.pool import Here, Pool
from timeline.store.archive import surveying

TEXTS = [
    (
        "en",
        "2024-03-25",
        "The River Women's Union opened a new office in Hanoi on Monday. It was founded in June 1990.",
    ),
    (
        "vi",
        "2021-07-12",
        "Ngày 9 tháng 7 năm 2021, Hội Phụ nữ Sông Xanh tiếp đoàn đại biểu. Từ năm 1946 đến nay hai bên hợp tác.",
    ),
    ("ko", None, "2021년 6월 20일 강변녀성동맹 제7차대회가 평양에서 진행되였다. 2019년 3월부터 준비하였다."),
    ("en", "2020-01-02", "Nobody says when."),
]
RECORDS = [
    {"id": f"r-{number}", "published": day, "text": f"{text}\n\nPage {number}."}
    for number, (_, day, text) in enumerate(TEXTS * 6, 1)
]


def write_lines(path: Path, records: list[dict[str, Any]] = RECORDS) -> Path:
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records), encoding="utf-8")
    return path


def small_parts(monkeypatch: pytest.MonkeyPatch, size: int = 1000) -> None:
    monkeypatch.setattr(surveying, "SMALLEST", size)


def job(folder: Path, verb: str = "dates", out: str = "out", **more: Any) -> Job:
    return Job(verb, folder, Path(out), version=version(), **more)


def run(asked: Job, *names: str, pool: Pool | None = None) -> Totals:
    """Do all of an archive, and return its sums."""
    with Archive.opened(asked, names) as archive:
        with closing(archive.run(pool or Here())) as parts:
            for _ in parts:
                pass
        return archive.totals()


def lines(folder: Path, what: str = "records") -> list[dict[str, Any]]:
    return list(_lines(folder / what))


def _lines(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as stream:
            yield from map(json.loads, stream)


def held(folder: Path) -> dict[str, bytes]:
    """What a run's folder holds for its user, by the names of the files; half-written ones among it."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for what in ("records", "problems")
        for path in sorted((folder / what).iterdir())
    }
