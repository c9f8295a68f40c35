"""`timeline extract` where it asks and writes; what it prints is in the transcripts."""

from collections.abc import Iterator  # noqa: TC003 - said where keys are typed
from pathlib import Path

import pytest
from command_line import HERE, CommandLine

from timeline.store import read

RIVER = str(HERE / "texts" / "river.txt")
LAKE = """\
Lake news

On 25 March 2024 the River Women's Union opened its new office in Hanoi.
"""


@pytest.fixture
def file(tmp_path: Path, timeline: CommandLine) -> Path:
    timeline.patch.chdir(tmp_path)
    timeline.patch.setenv("TMPDIR", str(tmp_path / "drafts"))
    timeline.patch.setattr("tempfile.tempdir", None)
    (tmp_path / "drafts").mkdir()
    path = tmp_path / "events.toml"
    path.write_text("# kept by hand\n", encoding="utf-8")
    return path


def type_keys(timeline: CommandLine, keys: str) -> None:
    pressed: Iterator[str] = iter(keys)
    timeline.patch.setattr("typer.getchar", lambda: next(pressed))


def titles(file: Path) -> list[str]:
    return [event.title for event in read(file).records.events]


def test_yes_takes_all_but_the_implied(file: Path, timeline: CommandLine) -> None:
    ran = timeline("extract", RIVER, "--yes", "--published", "2024-03-25")
    assert ran.code == 0, ran.err
    assert len(ran.out.split()) == 4
    assert "4 events added to events.toml; 1 left out" in ran.err
    assert file.read_text(encoding="utf-8").startswith("# kept by hand\n")
    assert not [problem for problem in read(file).problems if problem.severity == "error"]


def test_a_second_run_adds_nothing(file: Path, timeline: CommandLine) -> None:
    timeline("extract", RIVER, "--yes", "--published", "2024-03-25")
    before = file.read_bytes()
    ran = timeline("extract", RIVER, "--yes", "--published", "2024-03-25")
    assert ran.out == ""
    assert "no events added to events.toml; 4 there already" in ran.err
    assert file.read_bytes() == before


def test_yes_takes_the_implied_where_they_are_asked_for(file: Path, timeline: CommandLine) -> None:
    timeline("extract", RIVER, "--yes", "--implied", "--published", "2024-03-25")
    implied = [event for event in read(file).records.events if event.implied]
    assert [(event.kind, event.when) for event in implied] == [("founding", "1990")]


def test_the_same_event_of_another_article_is_a_claim(file: Path, timeline: CommandLine) -> None:
    timeline("extract", RIVER, "--yes", "--published", "2024-03-25")
    lake = file.parent / "lake.txt"
    lake.write_text(LAKE, encoding="utf-8")
    ran = timeline("extract", str(lake), "--yes")
    assert "1 claim added to events that were there" in ran.err, ran.err
    opened = next(event for event in read(file).records.events if event.kind == "opening")
    assert [(claim.when, claim.source) for claim in opened.claims] == [("On 25 March 2024", "lake-news")]
    assert "1 there already" in timeline("extract", str(lake), "--yes").err


def test_what_is_perhaps_the_same_is_left_to_a_person(file: Path, timeline: CommandLine) -> None:
    timeline("extract", RIVER, "--yes", "--published", "2024-03-25")
    lake = file.parent / "lake.txt"
    lake.write_text(LAKE.replace("25 March 2024", "March 2024").replace("its new office", "a house"), encoding="utf-8")
    ran = timeline("extract", str(lake), "--yes")
    assert "left out, perhaps the same event as" in ran.err, ran.err
    assert len(titles(file)) == 4


def test_each_draft_is_asked_for(file: Path, timeline: CommandLine) -> None:
    type_keys(timeline, "ynwys")
    ran = timeline(
        "extract", RIVER, "--add", "--published", "2024-03-25", "--color", "never", terminal=True, asking=True
    )
    assert ran.code == 0, ran.err
    assert "1 of 5: [y]es, [n]o, [e]dit, [w]hy, [s]kip the rest? yes" in ran.err
    assert "{on Monday}" in ran.err
    assert "· Monday:" not in ran.err.partition("2 of 5")[0]
    assert len(titles(file)) == 2


def test_an_interrupted_review_keeps_what_was_taken(file: Path, timeline: CommandLine) -> None:
    type_keys(timeline, "y\x03")
    ran = timeline("extract", RIVER, "--add", "--published", "2024-03-25", terminal=True, asking=True)
    assert ran.code == 130
    assert len(titles(file)) == 1


def test_a_draft_is_edited_before_it_is_written(file: Path, timeline: CommandLine) -> None:
    editor = file.parent / "editor.sh"
    editor.write_text('#!/bin/sh\nsed -i.bak \'s/^title = .*/title = "By hand"/\' "$1"\n', encoding="utf-8")
    editor.chmod(0o755)
    timeline.patch.setenv("VISUAL", str(editor))
    type_keys(timeline, "es")
    timeline("extract", RIVER, "--add", "--published", "2024-03-25", terminal=True, asking=True)
    assert titles(file) == ["By hand"]


def test_a_timeline_that_is_not_there_is_made(file: Path, timeline: CommandLine) -> None:
    file.unlink()
    ran = timeline("--file", "new.toml", "extract", RIVER, "--yes", "--published", "2024-03-25")
    assert ran.code == 0, ran.err
    assert len(titles(file.parent / "new.toml")) == 4


def test_a_terminal_gets_cards(timeline: CommandLine) -> None:
    timeline.size(80, 100)
    shown = timeline("extract", RIVER, "--published", "2024-03-25", "--color", "never", terminal=True).out
    assert "  1  25 March 2024  opening\n     River Women's Union opened a new office in Hanoi\n" in shown
    assert "Implied by anniversaries, told by no sentence directly:" in shown


@pytest.mark.parametrize("columns", [40, 60, 120])
def test_cards_fit_the_width(timeline: CommandLine, columns: int) -> None:
    timeline.size(columns, 100)
    shown = timeline("extract", RIVER, "--color", "never", terminal=True).out
    assert max(map(len, shown.splitlines())) <= columns
