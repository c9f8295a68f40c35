"""Transcripts of the command line: what was typed ("$ "), printed, said on standard error ("! "), exit codes ("? "),
remarks ("% ").

A new file in tests/cli/transcripts is a new test; UPDATE_GOLDEN=1 writes what the commands print now.
"""

import os
import shlex
from pathlib import Path

import pytest
from command_line import HERE, CommandLine

TRANSCRIPTS = sorted((HERE / "transcripts").glob("*.txt"))
OF_THE_SAMPLE = sorted((HERE / "sample").glob("*.txt"))  # on the repository's own events.toml
ROOT = HERE.parents[1]


@pytest.mark.parametrize("path", [*TRANSCRIPTS, *OF_THE_SAMPLE], ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_transcript(path: Path, timeline: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    if path in OF_THE_SAMPLE:
        monkeypatch.chdir(ROOT)
    wanted = path.read_text(encoding="utf-8")
    found = "\n".join(played(line, timeline) for line in wanted.split("\n") if line.startswith(("$ ", "% ")))
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(found + "\n", encoding="utf-8")
        wanted = found + "\n"
    assert found + "\n" == wanted, f"{path.name}: the commands print something else than before"


def played(line: str, timeline: CommandLine) -> str:
    if line.startswith("% "):
        return line
    typed, _, stdin = line.removeprefix("$ ").partition(" <<< ")
    program, *words = shlex.split(typed)
    assert program == "timeline", line
    ran = timeline(*words, stdin=shlex.split(stdin)[0].replace("|", "\n") if stdin else "")
    shown = [line, *ran.out.splitlines(), *(f"! {said}".rstrip() for said in ran.err.splitlines())]
    return "\n".join([*shown, f"? {ran.code}"] if ran.code else shown) + "\n"


def test_there_are_transcripts() -> None:
    assert len(TRANSCRIPTS) >= 8
