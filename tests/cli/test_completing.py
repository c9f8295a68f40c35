"""Completion, asked for as the shells ask: by environment variables."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import CommandLine

FILE = """\
[organisation.river-society]
name = "River Society"
aliases = ["RS"]

[person.tran-lan]
name = "Trần Lan"

[source.gazette]
title = "The 'Gazette' (of $HOME)"

[[event]]
id = "first-walk"
title = "Walk along the \\"river\\": first"
when = "2021"
kind = "walk"
organisations = ["RS"]
people = ["Trần Lan", "Kim Jong"]
places = ["Hà Nội"]
tags = ["low water"]
series = "walks"
source = "gazette"
"""


class Shell:
    """A shell in a folder with a timeline."""

    def __init__(self, timeline: CommandLine, folder: Path) -> None:
        self.run = timeline
        self.file = folder / "events.toml"
        self.file.write_text(FILE, encoding="utf-8")
        timeline.patch.chdir(folder)

    def bash(self, line: str) -> list[str]:
        """Return what bash gets for a line whose last word is being typed."""
        words = line.split(" ")
        self.run.patch.setenv("COMP_WORDS", line)
        self.run.patch.setenv("COMP_CWORD", str(len(words) - 1))
        return self.asked("bash").splitlines()

    def asked(self, shell: str, **environ: str) -> str:
        self.run.patch.setenv("_TIMELINE_COMPLETE", f"complete_{shell}")
        for name, value in environ.items():
            self.run.patch.setenv(name, value)
        ran = self.run()
        assert (ran.code, ran.err) == (0, ""), ran
        return ran.out


@pytest.fixture
def shell(timeline: CommandLine, tmp_path: Path) -> Shell:
    return Shell(timeline, tmp_path)


@pytest.mark.parametrize(
    "line, wanted",
    [
        ("timeline sho", ["show"]),
        ("timeline show --orgg", []),
        ("timeline show --or", ["--org"]),
        ("timeline show 2021 --with", ["--with-children"]),
        ("timeline 2021 --star", ["--starting"]),
        ("timeline --col", ["--color"]),
        ("timeline --color ", ["auto", "always", "never"]),
        ("timeline show --color a", ["auto", "always"]),
        ("timeline show --org ", ["river-society"]),
        ("timeline show --org R", ["river-society"]),
        ("timeline show --org=riv", ["river-society"]),
        ("timeline show --org x", []),
        ("timeline upcoming --person ", ["tran-lan", "kim-jong"]),
        ("timeline stats --place h", ["ha-noi"]),
        ("timeline show --tag l", ["low-water"]),
        ("timeline show --series w", ["walks"]),
        ("timeline show --source g", ["gazette"]),
        ("timeline show --status p", ["planned"]),
        ("timeline show --kind wal", ["walk"]),
        ("timeline why f", ["first-walk"]),
        ("timeline edit ", ["first-walk"]),
        ("timeline show --view t", ["table", "tree"]),
        ("timeline show --group-by d", ["decade"]),
        ("timeline export --format json", ["json", "jsonl"]),
        ("timeline import x --format i", ["icalendar"]),
        ("timeline dates --format time", ["timeml"]),
        ("timeline dates --genre n", ["news", "narrative"]),
        ("timeline dates --language k", ["ko"]),
        ("timeline list p", ["people", "places"]),
        ("timeline show --locale pt-B", ["pt-BR"]),
        ("timeline completion f", ["fish"]),
        ("timeline add Walk --person ", ["tran-lan"]),  # "Kim Jong" is no id: it would be written so
        ("timeline add Walk --id ", []),
        ("timeline nonsense and more ", []),
        ("timeline show --limit ", []),
    ],
)
def test_what_is_offered(shell: Shell, line: str, wanted: list[str]) -> None:
    found = shell.bash(line)
    assert found == wanted, f"{line!r}: wanted {wanted}, got {found}"


def test_all_commands_are_offered_before_the_options(shell: Shell) -> None:
    found = shell.bash("timeline ")
    assert {"show", "why", "config", "completion", "import"} <= set(found)
    assert not any(word.startswith("-") for word in found)


def test_the_file_that_the_line_names_is_asked(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text('[[event]]\nid = "else"\ntitle = "E"\nwhen = "2020"\n', encoding="utf-8")
    assert shell.bash("timeline why -f other.toml ") == ["else"]
    assert shell.bash("timeline -f other.toml why ") == ["else"]


@pytest.mark.parametrize(
    "line", ["timeline why ", "timeline show --org ", "timeline --locale", "timeline show --kind w"]
)
@pytest.mark.parametrize("text", ["\x00\xff", "[[event]]\nid = ", "title = 3\n[organisation]\nx = 1\n", None])
def test_a_broken_file_or_none_is_silent(shell: Shell, line: str, text: str | None) -> None:
    shell.file.unlink() if text is None else shell.file.write_bytes(text.encode("latin-1"))
    shell.bash(line)  # asserts that nothing is said


def test_ids_that_a_shell_would_read_something_into_are_not_offered(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "events.jsonl").write_text(
        '{"id": "$(touch x)", "title": "A", "when": "2021"}\n'
        '{"id": "fine", "title": "$(touch x)`y`", "when": "2021"}\n',
        encoding="utf-8",
    )
    assert "fine" in shell.bash("timeline why -f events.jsonl ")
    assert not set("$`\\()") & set("".join(shell.bash("timeline why -f events.jsonl ")))
    found = shell.asked("zsh", _TYPER_COMPLETE_ARGS="timeline why -f events.jsonl f")
    assert not set("$`\\") & set(found)


def test_zsh_and_fish_and_powershell_tell_what_it_is(shell: Shell) -> None:
    assert shell.asked("zsh", _TYPER_COMPLETE_ARGS="timeline show --source ga") == (
        """_arguments '*: :(("gazette":"The ’Gazette’ of HOME"))'\n"""
    )
    assert shell.asked("zsh", _TYPER_COMPLETE_ARGS="timeline export -o x") == "_files\n"
    words = {"_TYPER_COMPLETE_ARGS": "timeline why f"}
    assert shell.asked("fish", _TYPER_COMPLETE_FISH_ACTION="get-args", **words) == (
        "first-walk\tWalk along the river first\n"
    )
    assert shell.asked("powershell", _TYPER_COMPLETE_WORD_TO_COMPLETE="f", **words) == (
        "first-walk:::Walk along the river first\n"
    )


def test_fish_asks_whether_there_is_anything(shell: Shell) -> None:
    shell.run.patch.setenv("_TIMELINE_COMPLETE", "complete_fish")
    shell.run.patch.setenv("_TYPER_COMPLETE_FISH_ACTION", "is-args")
    for line, code in (("timeline why f", 0), ("timeline why nothing-so", 1)):
        shell.run.patch.setenv("_TYPER_COMPLETE_ARGS", line)
        assert shell.run().code == code


def test_what_no_shell_asks_is_silent(shell: Shell) -> None:
    for asked in ("complete_tcsh", "nonsense"):
        shell.run.patch.setenv("_TIMELINE_COMPLETE", asked)
        assert shell.run() == (0, "", "")


@pytest.mark.parametrize("name", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_the_scripts(timeline: CommandLine, name: str) -> None:
    ran = timeline("completion", name)
    assert ran.code == 0
    assert f"_TIMELINE_COMPLETE{' = ' if 'p' in name[:1] else '='}" in ran.out
    assert "complete_" in ran.out


def test_no_such_shell(timeline: CommandLine) -> None:
    ran = timeline("completion", "zhs")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == 'timeline: there is no completion for "zhs"; did you mean "zsh"?\n'


def test_installing(timeline: CommandLine, tmp_path: Path) -> None:
    timeline.patch.setenv("HOME", str(tmp_path))
    ran = timeline("completion", "bash", "--install")
    assert ran.code == 0
    assert ".bash_completions/timeline.sh" in ran.err
    assert "timeline.sh" in (tmp_path / ".bashrc").read_text(encoding="utf-8")
    assert "complete_bash" in (tmp_path / ".bash_completions" / "timeline.sh").read_text(encoding="utf-8")


def test_completing_loads_little(shell: Shell) -> None:
    probe = 'import sys\nfrom timeline.cli import main\nmain([])\nprint(" ".join(sys.modules), file=sys.stderr)'
    asked = {"_TIMELINE_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    environ = {**os.environ, **asked, "_TYPER_COMPLETE_ARGS": "timeline why f"}
    ran = subprocess.run(
        [sys.executable, "-c", probe], cwd=shell.file.parent, env=environ, capture_output=True, text=True, check=True
    )
    assert ran.stdout.startswith("first-walk\t")
    assert not {"rich", "babel", "dateparser", "platformdirs"} & set(ran.stderr.split())


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_itself(shell: Shell, tmp_path: Path) -> None:
    script = shell.run("completion", "bash").out
    program = tmp_path / "bin" / "timeline"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m timeline "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    typed = (
        f"{script}\nCOMP_WORDS=(timeline show --org R)\nCOMP_CWORD=3\n"
        '_timeline_completion timeline\nprintf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    environ = {**os.environ, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}
    ran = subprocess.run(
        ["bash", "--norc", "-c", typed], cwd=tmp_path, env=environ, capture_output=True, text=True, check=True
    )
    assert (ran.stdout, ran.stderr) == ("river-society\n", "")
