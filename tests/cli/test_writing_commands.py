"""add, edit and init on files of their own."""

import io
import os
import sys
from pathlib import Path

import pytest
from command_line import CommandLine, Stream

from timeline.store import read
from timeline.store.locking import held

POSIX = pytest.mark.skipif(os.name == "nt", reason="the editors of these tests are shell scripts")
FILE = """\
title = "x"   # a comment

# the first
[[event]]
id = "first"
title = "First"
when = "June 2021"   # as told
"""


@pytest.fixture
def file(tmp_path: Path, timeline: CommandLine) -> Path:
    timeline.patch.chdir(tmp_path)
    timeline.patch.setenv("TMPDIR", str(tmp_path / "drafts"))
    timeline.patch.setattr("tempfile.tempdir", None)
    (tmp_path / "drafts").mkdir()
    path = tmp_path / "events.toml"
    path.write_text(FILE, encoding="utf-8", newline="")
    return path


def drafts(file: Path) -> list[str]:
    return [draft.read_text(encoding="utf-8") for draft in (file.parent / "drafts").glob("*/*")]


def editor(timeline: CommandLine, file: Path, script: str) -> None:
    path = file.parent / "editor.sh"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    timeline.patch.delenv("VISUAL", raising=False)
    timeline.patch.setenv("EDITOR", str(path))


def test_add_appends_and_prints_the_id(timeline: CommandLine, file: Path) -> None:
    ran = timeline("add", "Second", "visit", "--when", "9 July 2021", "--kind", "visit")
    assert ran == (0, "second-visit\n", '"9 July 2021" is 9 July 2021 (EDTF 2021-07-09)\nadded to events.toml\n')
    added = '\n[[event]]\nid = "second-visit"\ntitle = "Second visit"\nwhen = "9 July 2021"\nkind = "visit"\n'
    assert file.read_text(encoding="utf-8") == FILE + added
    assert timeline("check").code == 0


def test_add_to_what_is_broken_is_3(timeline: CommandLine, file: Path) -> None:
    file.write_text(FILE + 'title = "Again"\n', encoding="utf-8")
    ran = timeline("add", "A", "--when", "2021")
    assert (ran.code, ran.out) == (3, "")
    assert "events.toml:8:1: error: this key is given twice" in ran.err


def test_add_while_somebody_else_writes_is_4(timeline: CommandLine, file: Path) -> None:
    timeline.patch.setattr("timeline.store.locking.PATIENCE", 0)
    with held(file):
        ran = timeline("add", "A", "--when", "2021")
    assert ran.code == 4
    assert len(ran.err.splitlines()) == 1
    assert "is held by another program: nothing was written" in ran.err
    assert file.read_text(encoding="utf-8") == FILE


@POSIX
def test_add_to_a_read_only_file_is_4(timeline: CommandLine, file: Path) -> None:
    file.chmod(0o444)
    ran = timeline("add", "A", "--when", "2021")
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.endswith("timeline: cannot write events.toml: it is read-only\n")


@POSIX
def test_edit_writes_what_is_saved(timeline: CommandLine, file: Path) -> None:
    editor(timeline, file, 'sed -i "s/June/July/" "$1"')
    ran = timeline("edit", "first")
    assert ran == (0, "", '"July 2021" is July 2021 (EDTF 2021-07)\nfirst is written to events.toml\n')
    assert file.read_text(encoding="utf-8") == FILE.replace("June", "July")
    assert drafts(file) == []


@POSIX
@pytest.mark.parametrize(
    "script, code, said",
    [
        ("true", 0, "nothing has changed, and nothing was written\n"),
        (': > "$1"', 1, "the text is empty, and nothing was written"),
        ("exit 3", 2, "ended with 3, and nothing was written"),
    ],
)
def test_edit_that_ends_without_a_text(timeline: CommandLine, file: Path, script: str, code: int, said: str) -> None:
    editor(timeline, file, script)
    ran = timeline("edit", "first")
    assert ran.code == code
    assert said in ran.err
    assert file.read_text(encoding="utf-8") == FILE
    assert drafts(file) == []


@POSIX
def test_edit_keeps_a_text_with_a_mistake(timeline: CommandLine, file: Path) -> None:
    editor(timeline, file, 'sed -i "s/June/Jume/" "$1"')
    ran = timeline("edit", "first")
    assert ran.code == 3
    assert "first.toml:4:9: error: " in ran.err
    assert '    4 | when = "Jume 2021"   # as told\n' in ran.err
    assert ran.err.splitlines()[-1].startswith("your text is in ")
    assert file.read_text(encoding="utf-8") == FILE
    assert drafts(file) == [FILE[FILE.index("[[") :].replace("June", "Jume")]


class Terminal(Stream):
    def __init__(self, text: str = "") -> None:
        super().__init__(text, terminal=True)


@POSIX
@pytest.mark.parametrize("answer, code", [("\n", 0), ("y\n", 0), ("n\n", 3), ("", 3)])
def test_edit_offers_another_try_on_a_terminal(timeline: CommandLine, file: Path, answer: str, code: int) -> None:
    editor(timeline, file, 'if grep -q Jume "$1"; then sed -i s/Jume/May/ "$1"; else sed -i s/June/Jume/ "$1"; fi')
    timeline.patch.setattr("command_line.Stream", Terminal)
    timeline.patch.setattr("command_line.CommandLine.__call__", on_a_terminal)
    ran = timeline("edit", "first", stdin=answer)
    assert ran[0] == code
    assert ran[2].count("Edit it again? [Y/n] ") == 1
    assert ("May 2021" in file.read_text(encoding="utf-8")) == (code == 0)


def on_a_terminal(self: CommandLine, *argv: str, stdin: str = "") -> tuple[int, str, str]:
    from timeline.cli import main

    out, err = io.StringIO(), Terminal()
    with self.patch.context() as patch:
        patch.setattr(sys, "stdin", Terminal(stdin))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        return main(argv), out.getvalue(), err.getvalue()


@POSIX
def test_edit_of_a_file_that_changed_meanwhile_is_4(timeline: CommandLine, file: Path) -> None:
    editor(timeline, file, f'sed -i s/June/July/ "$1"; echo "# mine" >> "{file}"')
    ran = timeline("edit", "first")
    assert ran.code == 4
    assert len(ran.err.splitlines()) == 1
    assert "events.toml has changed since it was read: nothing was written" in ran.err
    assert file.read_text(encoding="utf-8") == f"{FILE}# mine\n"
    assert "July 2021" in drafts(file)[0]


def test_edit_of_nothing(timeline: CommandLine, file: Path) -> None:
    timeline.patch.setenv("EDITOR", "nobody-has-such-an-editor")
    timeline.patch.delenv("VISUAL", raising=False)
    assert timeline("edit", "frist") == (1, "", 'timeline: no event has the id "frist"; did you mean "first"?\n')
    ran = timeline("edit", "first")
    assert ran.code == 2
    assert "cannot run nobody-has-such-an-editor" in ran.err
    timeline.patch.setenv("EDITOR", "'")
    assert timeline("edit", "first").code == 2
    assert drafts(file) == []


@pytest.mark.parametrize("title", ["Our society", 'The "old" \\ pier', "Hội phụ nữ", "조선"])
def test_init_writes_what_check_passes(timeline: CommandLine, file: Path, title: str) -> None:
    file.unlink()
    ran = timeline("init", "--title", title)
    assert ran[:2] == (0, "events.toml\n")
    assert read(file).records.title == title
    assert timeline("check") == (0, "", "3 events, no errors, no warnings\n")
    again = timeline("init", "--title", title)
    assert again == (
        2,
        "",
        "timeline: events.toml is there already, and nothing was written: name another file\n",
    )


def test_init_asks_for_the_title(timeline: CommandLine, file: Path) -> None:
    ran = on_a_terminal(timeline, "init", "drafts", stdin="  Our society \n")
    assert ran[0] == 0
    assert ran[2].startswith("What is the timeline about? ")
    assert read(file.parent / "drafts" / "events.toml").records.title == "Our society"
    assert on_a_terminal(timeline, "init", "other.toml", stdin="")[0] == 2
    assert timeline("init", "no/such/folder.toml", "--title", "x").code == 4
