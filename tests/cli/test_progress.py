"""Bars on standard error: after a second, on a terminal, and gone when the work is done."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import CommandLine, Stream

from timeline.cli.progress import waiting

COLUMN = "title,when\nWalk,2021\n"


class AtOnce:
    """A timer that does not wait, and so needs no clock."""

    def __init__(self, seconds: float, show: Callable[[], None]) -> None:
        assert seconds == 1.0
        self.show = show

    def start(self) -> None:
        self.show()

    def cancel(self) -> None:
        pass


class Never(AtOnce):
    """A timer whose second does not pass."""

    def start(self) -> None:
        pass


def shown(monkeypatch: pytest.MonkeyPatch, timer: type, *, terminal: bool) -> str:
    error = Stream(terminal=terminal)
    monkeypatch.setattr(sys, "stderr", error)
    monkeypatch.setattr(threading, "Timer", timer)
    with waiting("reading [a] file"):
        pass
    return error.getvalue()


def test_there_is_a_bar_after_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "reading [a] file" in shown(monkeypatch, AtOnce, terminal=True)
    assert shown(monkeypatch, Never, terminal=True) == ""
    assert shown(monkeypatch, AtOnce, terminal=False) == ""


def test_a_second_that_passes_when_all_is_done_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    late: list[Callable[[], None]] = []

    class Late(AtOnce):
        def start(self) -> None:
            late.append(self.show)

    shown(monkeypatch, Late, terminal=True)
    late[0]()
    assert sys.stderr.getvalue() == ""  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "argv, wanted",
    [
        (["show"], "reading events.toml"),
        (["export", "-o", "x.md"], "writing x.md"),
        (["check"], "checking events.toml"),
        (["import", "rows.csv", "--dry-run"], "importing rows.csv"),
    ],
    ids=" ".join,
)
def test_what_may_last(argv: list[str], wanted: str, timeline: CommandLine, tmp_path: Path) -> None:
    timeline.patch.chdir(tmp_path)
    (tmp_path / "rows.csv").write_text(COLUMN, encoding="utf-8")
    (tmp_path / "events.toml").write_text('[[event]]\ntitle = "A"\nwhen = "2021"\n', encoding="utf-8")
    timeline.patch.setattr(threading, "Timer", AtOnce)
    ran = timeline(*argv, terminal=True)
    assert ran.code == 0, ran
    assert wanted in ran.err
    assert wanted not in timeline(*argv).err
