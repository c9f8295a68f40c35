"""The five articles drafted into an empty file: what `timeline extract --yes` makes of them, read by eye."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_seed_timeline import ARTICLES, needs_articles

import timeline

GOLDEN = Path(__file__).parent / "extracted.md"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seeds") / "events.toml"
    path.write_text("", encoding="utf-8")
    assert "37 events added" in extract(path)
    return path


def extract(path: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TIMELINE_")}
    articles = sorted(map(str, ARTICLES.glob("*.txt")))
    words = [sys.executable, "-m", "timeline", "--file", str(path), "extract", *articles, "--yes"]
    done = subprocess.run(words, capture_output=True, check=False, env=environment, timeout=120, text=True)
    assert done.returncode == 0, done.stderr
    return done.stderr


@needs_articles
def test_the_markdown_is_the_golden_one(file: Path) -> None:
    made = timeline.load(file).render("markdown")
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(made, encoding="utf-8")
    assert made == GOLDEN.read_text(encoding="utf-8")


@needs_articles
def test_check_passes(file: Path) -> None:
    assert [problem.render() for problem in timeline.load(file).check() if problem.severity == "error"] == []


@needs_articles
def test_every_date_is_borne_out_by_its_quote(file: Path) -> None:
    problems = timeline.load(file).check(texts=lambda source: (ARTICLES / source.file).read_text(encoding="utf-8"))
    assert [problem.render() for problem in problems if problem.severity == "error"] == []


@needs_articles
def test_a_second_time_adds_nothing(file: Path) -> None:
    before = file.read_bytes()
    assert "no events added" in extract(file)
    assert file.read_bytes() == before
