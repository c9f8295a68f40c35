"""What README and docs show is what happens: their commands run on the repository's own events.toml.

A page that says `<!-- in a folder with FILE … -->` has a folder of its own, with copies of these of docs/examples.
Before a block `<!-- writes FILE -->` puts it there, `<!-- keys ynw -->` says what is pressed where a command asks, and
`<!-- from FILE -->` that the block is a piece of that file of the repository.

UPDATE_GOLDEN=1 writes what they print now.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from command_line import CommandLine, Stream
from markdown_it import MarkdownIt
from mdit_py_plugins.anchors import anchors_plugin

from timeline import TimelineError, resolve
from timeline.cli import main
from timeline.cli.group import commands
from timeline.expressions import language_files, load

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
DOCUMENTS = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
BLOCK = re.compile(
    r"(?:^<!-- (?P<how>[^\n]*) -->\n+)?^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
FOLDER = re.compile(r"^<!-- in a folder with ?(.*) -->$", re.MULTILINE)
TYPED = re.compile(r"^(?:- |run: |- run: )?(timeline(?: .*)?)$")


def blocks(*languages: str) -> list[tuple[Path, str]]:
    return [
        (path, found["text"])
        for path in DOCUMENTS
        for found in BLOCK.finditer(path.read_text(encoding="utf-8"))
        if found["language"] in languages and not (found["how"] or "").startswith(("writes ", "from "))
    ]


def named(value: object) -> str | None:
    return value.relative_to(ROOT).as_posix() if isinstance(value, Path) else None


class Session:
    """The console blocks of one page, typed one after the other."""

    def __init__(self, run: CommandLine) -> None:
        self.run = run
        self.code = 0

    def played(self, typed: str, keys: str) -> Iterator[str]:
        """What the lines that are typed print, these lines among it."""
        lines = [line for line in typed.splitlines() if line.startswith("$ ")]
        for line, following in zip(lines, [*lines[1:], ""], strict=True):
            program, *words = shlex.split(line)[1:]
            yield line
            if program == "timeline":
                yield from self.asked(words, keys) if keys else self.printed(words)
                assert self.code == 0 or following == "$ echo $?", (line, self.code)
            elif line == "$ echo $?":
                yield str(self.code)
            else:
                assert program == "cat", line
                yield from Path(*words).read_text(encoding="utf-8").splitlines()

    def printed(self, words: list[str]) -> Iterator[str]:
        ran = self.run(*words)
        self.code = ran.code
        yield from [*ran.out.splitlines(), *ran.err.splitlines()]

    def asked(self, words: list[str], keys: str) -> Iterator[str]:
        """A command at a terminal, which takes one key after the other."""
        pressed = iter(keys)
        screen = Stream(terminal=True)
        with self.run.patch.context() as patch:
            for name in ("stdout", "stderr"):
                patch.setattr(sys, name, screen)
            patch.setattr(sys, "stdin", Stream(terminal=True))
            patch.setenv("NO_COLOR", "1")
            patch.setattr("typer.getchar", lambda: next(pressed))
            self.code = main(words)
        assert not list(pressed), "more keys than questions"
        yield from screen.getvalue().splitlines()


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_console_blocks(path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    wanted = path.read_text(encoding="utf-8")
    folder = FOLDER.search(wanted)
    for name in folder[1].split() if folder else ():
        shutil.copy(DOCS / "examples" / name, tmp_path)
    session = Session(CommandLine(monkeypatch, tmp_path if folder else ROOT))

    def played(block: re.Match[str]) -> str:
        how, _, what = (block["how"] or "").partition(" ")
        if how == "writes":
            assert folder, "only a page with a folder of its own writes files"
            (tmp_path / what).write_text(block["text"], encoding="utf-8")
        if how == "from":
            assert block["text"] in (ROOT / what).read_text(encoding="utf-8"), f"{what} has no such piece"
        if block["language"] != "console":
            return block[0]
        shown = session.played(block["text"], what if how == "keys" else "")
        return block[0].removesuffix(f"{block['text']}```") + "".join(f"{line}\n" for line in shown) + "```"

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


@pytest.mark.parametrize("path, text", blocks("sh", "yaml"), ids=named)
def test_commands_that_are_not_run_can_be_typed(path: Path, text: str) -> None:
    every = commands()
    for line in text.splitlines():
        typed = TYPED.match(line.strip())
        if typed:
            words = shlex.split(typed[1], comments=True)[1:]
            context = every.make_context("timeline", words)
            name, command, rest = every.resolve_command(context, words)
            assert command is not None, (path, line)
            command.make_context(name, rest, parent=context)


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_every_link_inside_the_repository_leads_somewhere(path: Path) -> None:
    for target, anchor in re.findall(r"\]\(([^)#:]*)(?:#([^):]+))?\)", path.read_text(encoding="utf-8")):
        file = path.parent / target if target else path
        assert file.exists(), target
        assert not anchor or anchor in anchors(file), f"{target} has no heading #{anchor}"


def anchors(path: Path) -> set[object]:
    tokens = MarkdownIt().use(anchors_plugin, max_level=6).parse(path.read_text(encoding="utf-8"))
    return {token.attrs["id"] for token in tokens if token.type == "heading_open"}


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_no_block_is_hidden_by_its_indentation(path: Path) -> None:
    assert not re.findall(r"^ +```.*$", path.read_text(encoding="utf-8"), re.MULTILINE)


def test_every_page_is_in_the_contents() -> None:
    contents = (DOCS / "index.md").read_text(encoding="utf-8")
    pages = {path.relative_to(DOCS).as_posix() for path in DOCUMENTS[1:]} - {"index.md"}
    assert pages == set(re.findall(r"\]\(([^)]+)\)", contents)), "the lists"
    assert pages == {f"{line}.md" for line in contents.splitlines() if f"{line}.md" in pages}, "the tables of contents"


def test_the_reference_is_current() -> None:
    for path, text in drawn_by("reference").pages().items():
        if os.environ.get("UPDATE_GOLDEN"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), f"{path.name}: run docs/reference.py"


EXAMPLE = tomllib.loads((DOCS / "examples" / "language" / "eo.toml").read_text(encoding="utf-8"))["rule"]
NEGATIVES = [phrase for rule in EXAMPLE for phrase in rule.get("negatives", ())]
PHRASES = [pair for rule in EXAMPLE for pair in rule.get("examples", {}).items()]


@pytest.fixture
def esperanto(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for file in (language_files.FOLDER / "shared.toml", DOCS / "examples" / "language" / "eo.toml"):
        shutil.copy(file, tmp_path)
    monkeypatch.setattr(language_files, "FOLDER", tmp_path)
    monkeypatch.setattr(load, "_loaded", {})


@pytest.mark.usefixtures("esperanto")
@pytest.mark.parametrize("phrase, wanted", PHRASES)
def test_the_example_of_a_language_reads_its_examples(phrase: str, wanted: str) -> None:
    found = resolve(phrase, anchor="2024-03-25", language="eo").interval.edtf
    assert found == wanted, f"“{phrase}”: wanted {wanted}, found {found}"


@pytest.mark.usefixtures("esperanto")
@pytest.mark.parametrize("phrase", NEGATIVES)
def test_the_example_of_a_language_leaves_its_negatives(phrase: str) -> None:
    with pytest.raises(TimelineError):
        resolve(phrase, anchor="2024-03-25", language="eo")


def test_every_exit_code_and_variable_of_the_manual_is_explained() -> None:
    manual = drawn_by("man")
    told = (DOCS / "reference" / "exit-codes.md").read_text(encoding="utf-8")
    names = [name for names in manual.ENVIRONMENT for name in names.split(", ")]
    missing = [code for code in manual.EXIT_STATUS if f"| {code} |" not in told]
    assert not missing + [name for name in names if f"`{name}`" not in told]


def test_the_pictures_are_current() -> None:
    pictures = drawn_by("pictures")
    drawn = pictures.pictures()
    assert {path.stem for path in pictures.FOLDER.glob("*.svg")} == set(drawn)
    for name, drawing in drawn.items():
        assert drawing == (pictures.FOLDER / f"{name}.svg").read_text(encoding="utf-8"), "run docs/pictures.py"


def drawn_by(name: str) -> ModuleType:
    """One of the programs of docs."""
    sys.path.insert(0, str(DOCS))
    try:
        return import_module(name)
    finally:
        sys.path.pop(0)


def test_the_shell_commands_of_the_readme_are_two_lines_and_use_the_lock() -> None:
    commands = [text for path, text in blocks("sh") if path.name == "README.md"][:2]
    assert all(text.count("\n") == 1 for text in commands), commands
    assert "timeline show" in commands[0]
    assert "-c requirements.lock" in commands[1]
    assert commands[1].rstrip().endswith("pytest")
