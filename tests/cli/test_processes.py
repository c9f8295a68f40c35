"""What only whole processes show: modules that must not load, closed pipes, interrupts, bugs, colours."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import TIMELINE, CommandLine

import timeline.cli.run
from timeline.cli import main

PROBE = """
import sys
from timeline.cli import main
code = main(sys.argv[1:])
print(" ".join(sorted(sys.modules)), file=sys.stderr)
"""
BIG = '[[event]]\ntitle = "{0}"\nwhen = "2021-06-20"\n'


def run(*argv: str, **more: object) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "TIMELINE_TODAY": "2024-03-25", "TIMELINE_CACHE": "", "TIMELINE_CONFIG": ""}
    environ.pop("TIMELINE_FILE", None)
    return subprocess.run(
        [sys.executable, *argv],
        cwd=TIMELINE,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        **more,  # type: ignore[call-overload]
    )


@pytest.mark.parametrize(
    "argv",
    [
        ["show", "2021"],
        ["2021"],
        ["show", "2021", "--json"],
        ["export", "--format", "markdown"],
        ["resolve", "June 2021"],
        ["dates", "../texts/congress.txt"],
        ["upcoming", "2031"],
        ["stats", "--by", "org,org"],
        ["show", "--on-this-day"],
    ],
    ids=" ".join,
)
def test_what_a_pipe_does_not_load(argv: list[str]) -> None:
    ran = run("-c", PROBE, *argv)
    loaded = set(ran.stderr.splitlines()[-1].split())
    assert ran.returncode == 0, ran.stderr
    assert "timeline.query" in loaded or argv[0] == "resolve"
    heavy = {
        name
        for name in loaded
        if name.partition(".")[0] in ("rich", "dateparser", "click", "trafilatura", "babel", "platformdirs")
    }
    assert not heavy, sorted(heavy)[:5]


def test_iso_alone_needs_no_language(tmp_path: Path) -> None:
    (tmp_path / "events.toml").write_text(BIG.format("x"), encoding="utf-8")
    ran = run("-c", PROBE, "--file", str(tmp_path / "events.toml"), "show", "2021")
    loaded = ran.stderr.splitlines()[-1].split()
    assert not [name for name in loaded if name.startswith("timeline.expressions.languages.")], ran.stderr


@pytest.mark.parametrize(
    "argv",
    [
        ["show"],
        ["show", "--view", "table"],
        ["show", "--view", "chart"],
        ["show", "--group-by", "kind"],
        ["upcoming", "2024"],
    ],
    ids=" ".join,
)
def test_a_closed_pipe_ends_quietly(argv: list[str], tmp_path: Path) -> None:
    text = "".join(BIG.format(f"event {number}") for number in range(3000))
    (tmp_path / "events.toml").write_text(text, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "timeline", "-f", str(tmp_path / "events.toml"), *argv],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "TIMELINE_CACHE": "", "TIMELINE_CONFIG": ""},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read().decode()
        process.stderr.close()
        assert process.wait() == 0
    assert "Traceback" not in said
    assert "BrokenPipe" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="signals are not Windows's")
def test_an_interrupt_ends_with_130() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "timeline", "resolve"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A shell starts what runs in the background with interrupts ignored, and a child inherits that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads here
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        # Its first answers show that it is reading; it then waits for more. Enough lines to fill its buffers, few
        # enough for the pipe to hold.
        process.stdin.write(b"2021-06\n" * 1500)
        process.stdin.flush()
        process.stdout.read(1)
        process.send_signal(signal.SIGINT)
        # Standard input stays open: nothing but the interrupt ends it.
        process.wait(timeout=60)
        said = process.stderr.read()
    assert process.returncode == 130
    assert b"Traceback" not in said


def test_an_interrupt_while_modules_load_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "timeline.cli.run":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "timeline.cli.run")
    monkeypatch.setattr(sys, "meta_path", [Interrupted(), *sys.meta_path])
    assert main(["show"]) == 130


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell closes the streams")
@pytest.mark.parametrize("argv", ["show", "show --json", "-h", "--version", "list orgs"])
@pytest.mark.parametrize("where", [">&-", "> /dev/full"])
def test_standard_output_that_takes_nothing_is_one_line_and_4(argv: str, where: str) -> None:
    if "full" in where and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    ran = shell(f"{argv} {where}")
    said = ran.stderr.splitlines()
    assert ran.returncode == 4, ran
    assert len(said) == 1, ran
    assert said[0].startswith("timeline: cannot write standard output: ")


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell closes the streams")
def test_closed_streams_that_nobody_needs(tmp_path: Path) -> None:
    assert shell(f"export -o {tmp_path / 'a.md'} >&-").returncode == 0
    silent = shell("show 2021 2>&-")
    assert (silent.returncode, silent.stdout) == (0, shell("show 2021").stdout)
    assert shell("show 2021 >&- 2>&-").returncode == 4
    assert shell("resolve <&-").returncode == 1


def shell(line: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", f'"$PYTHON" -m timeline {line}'],
        cwd=TIMELINE,
        env={
            **os.environ,
            "PYTHON": sys.executable,
            "TIMELINE_TODAY": "2024-03-25",
            "TIMELINE_CACHE": "",
            "TIMELINE_CONFIG": "",
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_is_told_cannot_steer_the_terminal(timeline: CommandLine) -> None:
    for ran in (timeline("resolve", "\x1b[31mX"), timeline("resolve", stdin="\x1b[31mX\n")):
        assert ran.code == 1
        assert "\x1b" not in ran.out + ran.err
        assert "␛[31mX" in ran.err


def test_a_bug_is_one_line_and_70(monkeypatch: pytest.MonkeyPatch) -> None:
    timeline_ = CommandLine(monkeypatch)

    def broken() -> None:
        raise ZeroDivisionError("over\x1b[31m nothing")

    monkeypatch.setattr(timeline.cli.run, "commands", broken)
    ran = timeline_("show")
    assert ran.code == 70
    assert ran.err.startswith("timeline: a bug: ZeroDivisionError: over␛[31m nothing\n")
    assert "Traceback" not in ran.err


def test_debug_shows_the_traceback(timeline: CommandLine) -> None:
    ran = timeline("--debug", "show", "30 February 2021")
    assert ran.code == 2
    assert "Traceback" in ran.err
    assert "Traceback" not in timeline("show", "30 February 2021").err


def test_the_module_and_the_script_are_the_same() -> None:
    assert run("-m", "timeline", "--version").stdout.startswith("timeline ")
    assert main.__module__ == "timeline.cli"


@pytest.mark.parametrize(
    "options, environ, terminal, coloured",
    [
        ([], {}, True, True),
        ([], {}, False, False),
        ([], {"NO_COLOR": "1"}, True, False),
        ([], {"NO_COLOR": ""}, True, True),
        ([], {"FORCE_COLOR": "1"}, False, True),
        ([], {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ([], {"TERM": "dumb"}, True, False),
        ([], {"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
        (["--color", "always"], {"NO_COLOR": "1", "TERM": "dumb"}, False, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colours(
    options: list[str],
    environ: dict[str, str],
    terminal: bool,
    coloured: bool,
    timeline: CommandLine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    ran = timeline("show", "2021", "--view", "table", *options, terminal=terminal)
    assert ("\x1b[" in ran.out) == coloured
    lines = timeline("show", "2021", "--view", "lines", *options, terminal=terminal)
    assert "\x1b[" not in lines.out


def test_a_terminal_gets_a_table_and_a_pipe_gets_lines(timeline: CommandLine) -> None:
    assert "\t" in timeline("show", "2021").out
    shown = timeline("show", "2021", "--color", "never", terminal=True).out
    assert "\t" not in shown
    assert "20–21 June 2021" in shown


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_the_table_fits_the_terminal(columns: int, timeline: CommandLine) -> None:
    timeline.size(columns, 50)
    shown = timeline("show", "--color", "never", terminal=True).out
    assert max(map(len, shown.splitlines())) <= columns


def test_what_is_long_goes_through_the_pager(
    timeline: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    paged = tmp_path / "paged"
    pager = f"{sys.executable} -c \"import sys;open(r'{paged}','w').write(sys.stdin.read())\""
    monkeypatch.setenv("PAGER", pager)
    timeline.size(80, 5)
    ran = timeline("show", "--color", "never", terminal=True)
    assert ran.out == ""
    assert "7th Congress" in paged.read_text()
    monkeypatch.setenv("PAGER", "no-such-program-at-all")
    assert "7th Congress" in timeline("show", terminal=True).out
    timeline.size(80, 500)
    monkeypatch.setenv("PAGER", pager)
    assert "7th Congress" in timeline("show", terminal=True).out


def test_an_interrupt_while_the_pager_is_fed_ends_with_130(
    timeline: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    paged = tmp_path / "paged"
    monkeypatch.setenv("PAGER", f"{sys.executable} -c \"import sys;open(r'{paged}','w').write(sys.stdin.read())\"")
    timeline.size(80, 5)

    def interrupted(self: object, form: object, page: object) -> Iterator[str]:  # noqa: ARG001 - as View.pieces
        yield "a line\n" * 9
        raise KeyboardInterrupt

    monkeypatch.setattr("timeline.api.View.pieces", interrupted)
    assert timeline("show", terminal=True).code == 130
    assert paged.read_text() == "a line\n" * 9, "it has had all there was, and its end"


def test_the_environment_names_the_file(timeline: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    ran = timeline("show")
    assert ran.code == 2
    assert "events.toml" in ran.err
    monkeypatch.setenv("TIMELINE_FILE", str(TIMELINE / "events.toml"))
    assert timeline("show", "2021").code == 0
    assert timeline("show", "2021", "--file", "nowhere.toml").code == 3
    (tmp_path / "below").mkdir()
    (tmp_path / "events.toml").write_text(BIG.format("above"), encoding="utf-8")
    monkeypatch.delenv("TIMELINE_FILE")
    monkeypatch.chdir(tmp_path / "below")
    assert "above" in timeline("show").out


def test_today_is_the_clock_where_nobody_says(
    timeline: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("TIMELINE_TODAY")
    monkeypatch.setattr(time, "localtime", lambda: time.struct_time((1999, 5, 5, 0, 0, 0, 2, 125, 0)))
    (tmp_path / "events.toml").write_text('[[event]]\ntitle = "x"\nwhen = "1998-05"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert timeline("last", "year").out.startswith("1998-05\t")
    monkeypatch.setenv("TIMELINE_TODAY", "2000-01-01")
    assert timeline("last", "year").code == 1
    assert timeline("last", "year", "--today", "1999-01-01").code == 0
    monkeypatch.setenv("TIMELINE_TODAY", "garbage")
    assert timeline("last", "year").err.startswith("timeline: $TIMELINE_TODAY: “garbage”")
    assert timeline("last", "year", "--today", "rubbish").err.startswith("timeline: --today: “rubbish”")
