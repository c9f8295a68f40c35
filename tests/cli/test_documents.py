"""What README and docs show is what happens: their commands run on the repository's own events.toml.

UPDATE_GOLDEN=1 writes what they print now.
"""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from command_line import CommandLine

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[tuple[Path, str]]:
    return [
        (path, found[2])
        for path in DOCUMENTS
        for found in BLOCK.finditer(path.read_text(encoding="utf-8"))
        if found[1] == language
    ]


def named(value: object) -> str | None:
    return value.name if isinstance(value, Path) else None


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_console_blocks(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = CommandLine(monkeypatch, ROOT)

    def played(block: re.Match[str]) -> str:
        if block[1] != "console":
            return block[0]
        shown = []
        for line in block[2].splitlines():
            if line.startswith("$ timeline "):
                ran = run(*shlex.split(line)[2:])
                assert ran.code == 0, (line, ran)
                shown += [line, *ran.out.splitlines(), *ran.err.splitlines()]
        return "```console\n" + "\n".join(shown) + "\n```"

    wanted = path.read_text(encoding="utf-8")
    found = BLOCK.sub(played, wanted)
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(found, encoding="utf-8")
        wanted = found
    assert found == wanted, f"{path.name} shows something else than the commands print"


@pytest.mark.parametrize("path, code", blocks("python"), ids=named)
def test_python_blocks(path: Path, code: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, (path, ran.stderr)


@pytest.mark.parametrize("path, text", blocks("toml"), ids=named)
def test_toml_blocks(path: Path, text: str, tmp_path: Path) -> None:
    import timeline

    tomllib.loads(text)
    (tmp_path / "events.toml").write_text(text, encoding="utf-8")
    problems = timeline.load(tmp_path / "events.toml").check()
    assert not problems, (path, [problem.render() for problem in problems])


def test_every_link_inside_the_repository_leads_somewhere() -> None:
    for path in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), (path.name, target)


def test_the_pictures_are_current() -> None:
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        import pictures
    finally:
        sys.path.pop(0)
    drawn = pictures.pictures()
    assert {path.stem for path in pictures.FOLDER.glob("*.svg")} == set(drawn)
    for name, drawing in drawn.items():
        assert drawing == (pictures.FOLDER / f"{name}.svg").read_text(encoding="utf-8"), "run docs/pictures.py"


def test_the_shell_commands_of_the_readme_are_two_lines_and_use_the_lock() -> None:
    commands = [text for path, text in blocks("sh") if path.name == "README.md"][:2]
    assert all(text.count("\n") == 1 for text in commands), commands
    assert "timeline show" in commands[0]
    assert "-c requirements.lock" in commands[1]
    assert commands[1].rstrip().endswith("pytest")
