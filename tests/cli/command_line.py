"""Runs the command line inside the test's own process: quick, and with the streams that the test wants."""

import io
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from timeline.cli import main

HERE = Path(__file__).parent
TIMELINE = HERE / "timeline"
QUIET = (
    *("TIMELINE_FILE", "NO_COLOR", "FORCE_COLOR", "PAGER", "LINES"),
    *("TIMELINE_COLOR", "TIMELINE_VIEW", "TIMELINE_LOCALE", "TIMELINE_PAGER"),
)


class Ran(NamedTuple):
    code: int
    out: str
    err: str


class Stream(io.StringIO):
    def __init__(self, text: str = "", *, terminal: bool = False) -> None:
        super().__init__(text)
        self.terminal = terminal
        self.buffer = io.BytesIO(text.encode())

    def isatty(self) -> bool:
        return self.terminal


class CommandLine:
    """A command line in a folder, on the day 2024-03-25, with no terminal unless `terminal` says so."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path = TIMELINE) -> None:
        self.patch = monkeypatch
        for name in QUIET:
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("TIMELINE_TODAY", "2024-03-25")
        monkeypatch.setenv("TIMELINE_CACHE", "")
        monkeypatch.setenv("TIMELINE_CONFIG", "")
        monkeypatch.setenv("TERM", "xterm-256color")
        self.size(80, 24)
        monkeypatch.chdir(folder)

    def size(self, columns: int, lines: int) -> None:
        self.patch.setenv("COLUMNS", str(columns))
        self.patch.setenv("LINES", str(lines))

    def __call__(self, *argv: str, stdin: str = "", terminal: bool = False, asking: bool = False) -> Ran:
        out, err = Stream(terminal=terminal), Stream(terminal=terminal)
        with self.patch.context() as patch:
            patch.setattr(sys, "stdin", Stream(stdin, terminal=asking))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = main(argv)
        return Ran(code, out.getvalue(), err.getvalue())
