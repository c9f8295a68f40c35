"""Transcripts of the command line: what was typed ("$ "), printed, said on standard error ("! "), exit codes ("? "),
remarks ("% ").

"> 80 timeline show" is typed at a terminal of 80 columns, high enough to need no pager; "> 80 TERM=dumb timeline show"
at one that is set up otherwise. What steers the terminal is written as ␛.

A new file in tests/cli/transcripts is a new test; UPDATE_GOLDEN=1 writes what the commands print now.
"""

import os
import shlex
from pathlib import Path

import pytest
from command_line import HERE, CommandLine, Ran

TRANSCRIPTS = sorted((HERE / "transcripts").glob("*.txt"))
OF_THE_SAMPLE = sorted((HERE / "sample").glob("*.txt"))  # on the repository's own events.toml
ROOT = HERE.parents[1]
TYPED = ("$ ", "% ", "> ")
ROWS = 1000  # of the terminal


@pytest.mark.parametrize("path", [*TRANSCRIPTS, *OF_THE_SAMPLE], ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_transcript(path: Path, timeline: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    if path in OF_THE_SAMPLE:
        monkeypatch.chdir(ROOT)
    wanted = path.read_text(encoding="utf-8")
    found = "\n".join(played(line, timeline) for line in wanted.split("\n") if line.startswith(TYPED))
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(found + "\n", encoding="utf-8")
        wanted = found + "\n"
    assert found + "\n" == wanted, f"{path.name}: the commands print something else than before"


def played(line: str, timeline: CommandLine) -> str:
    if line.startswith("% "):
        return line
    ran = at_a_terminal(line, timeline) if line.startswith("> ") else into_a_pipe(line, timeline)
    out = ran.out.replace("\x1b", "␛").splitlines()
    shown = [line, *out, *(f"! {said}".rstrip() for said in ran.err.splitlines())]
    return "\n".join([*shown, f"? {ran.code}"] if ran.code else shown) + "\n"


def into_a_pipe(line: str, timeline: CommandLine) -> Ran:
    typed, _, stdin = line.removeprefix("$ ").partition(" <<< ")
    program, *words = shlex.split(typed)
    assert program == "timeline", line
    timeline.size(80, 24)
    return timeline(*words, stdin=shlex.split(stdin)[0].replace("|", "\n") if stdin else "")


def at_a_terminal(line: str, timeline: CommandLine) -> Ran:
    columns, *words = shlex.split(line.removeprefix("> "))
    at = words.index("timeline")
    timeline.size(int(columns), ROWS)
    with timeline.patch.context() as patch:
        for setting in words[:at]:
            patch.setenv(*setting.split("=", 1))
        return timeline(*words[at + 1 :], terminal=True)


def test_there_are_transcripts() -> None:
    assert len(TRANSCRIPTS) >= 8
