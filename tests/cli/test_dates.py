"""`timeline dates` where streams, terminals and several files play a part; what it prints is in the transcripts."""

import json
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from command_line import HERE, CommandLine, Stream

import timeline.cli.progress
from timeline.cli.progress import watched
from timeline.store.texts import Text

TEXTS = HERE / "texts"
CONGRESS = str(TEXTS / "congress.txt")


def test_a_pipe_gets_lines_and_a_terminal_the_text(timeline: CommandLine) -> None:
    assert timeline("dates", CONGRESS).out.startswith("39\t51\tin June 2021\t2021-06\t")
    timeline.size(80, 100)
    shown = timeline("dates", CONGRESS, "--color", "never", terminal=True)
    assert "was held {in June 2021}[1]." in shown.out
    assert "meaning" in shown.out
    assert "\x1b[" not in shown.out
    coloured = timeline("dates", CONGRESS, terminal=True).out
    assert "\x1b[1;36min June 2021\x1b[0m\x1b[33m[1]\x1b[0m" in coloured


@pytest.mark.parametrize("columns", [40, 60, 120])
def test_the_view_fits_the_terminal(columns: int, timeline: CommandLine) -> None:
    timeline.size(columns, 200)
    shown = timeline("dates", CONGRESS, "--color", "never", terminal=True).out
    assert max(map(len, shown.splitlines())) <= columns


def test_standard_input_is_read_as_bytes(timeline: CommandLine) -> None:
    assert timeline("dates", stdin="on July 9th, 2021").out.split("\t")[3] == "2021-07-09"
    assert timeline("dates", "-", stdin="on July 9th, 2021").out.split("\t")[3] == "2021-07-09"
    both = timeline("dates", "-", CONGRESS, "--jsonl", stdin="since 1946")
    assert [json.loads(line)["file"] for line in both.out.splitlines()][:2] == ["-", CONGRESS]


@pytest.mark.parametrize("command", ["dates", "extract"])
def test_many_texts_in_one_file_are_a_matter_of_corpus(command: str, timeline: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text('{"text": "The River Union opened an office in June 2021."}\n', encoding="utf-8")
    ran = timeline(command, str(path))
    said = "it was read as one text; `timeline corpus` takes its lines one by one"
    assert f"timeline: {path}: {said}\n" in ran.err
    assert said not in timeline(command, stdin=path.read_text(encoding="utf-8")).err


def test_nothing_is_waited_for_on_a_terminal(timeline: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Stream, "isatty", lambda _: True)
    ran = timeline("dates")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "timeline: name a file, or give a text on standard input\n"


def test_what_cannot_be_read_is_told_after_the_text_on_a_terminal(timeline: CommandLine) -> None:
    timeline.size(80, 200)
    ran = timeline("dates", "missing.txt", CONGRESS, terminal=True)
    assert ran.code == 3
    assert ran.err.splitlines()[0] == "timeline: missing.txt: there is no such file"
    assert ran.err.splitlines()[1].endswith("in the 1 of 2 files that could be read")


def test_the_day_of_publication(timeline: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(path: Path) -> Text:
        return Text("It was on Monday.", "2024-03-27" if path.suffix == ".html" else None)

    monkeypatch.setattr("timeline.store.texts.read_text", read)
    found = timeline("dates", "a.html", "b.html", "--published", "2024-04-03")
    assert [line.split("\t")[4] for line in found.out.splitlines()] == ["2024-04-01"] * 2, "what is given wins"
    assert timeline("dates", "a.html").out.split("\t")[3] == "2024-03-25", "else what the page says"
    document = ET.fromstring(timeline("dates", "a.html", "--format", "timeml").out)
    assert [tag.get("value") for tag in document.iter("TIMEX3")] == ["2024-03-27", "2024-03-25"]


@pytest.mark.parametrize("name", ["congress.txt", "hanoi_nfd.txt", "pyongyang.txt", "quiet.txt"])
def test_timeml_is_the_text_again(name: str, timeline: CommandLine) -> None:
    ran = timeline("dates", str(TEXTS / name), "--format", "timeml", "--published", "2021-07-12")
    body = ET.fromstring(ran.out).find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == (TEXTS / name).read_bytes().decode()


@pytest.mark.parametrize("name", ["congress.txt", "hanoi_nfd.txt", "pyongyang.txt", "harmful.txt"])
def test_places_are_those_of_the_file(name: str, timeline: CommandLine) -> None:
    text = (TEXTS / name).read_bytes().decode()
    found = json.loads(timeline("dates", str(TEXTS / name), "--json").out)
    assert found
    assert [text[one["start"] : one["end"]] for one in found] == [one["text"] for one in found]
    assert all(one["start"] <= timex["start"] < timex["end"] <= one["end"] for one in found for timex in one["timexes"])


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 0.4
        return self.now


def onlooker(monkeypatch: pytest.MonkeyPatch, *, out: bool = False, err: bool = True) -> Stream:
    """Standard error as a terminal; no fixture, for pytest lays its own streams between that and a test."""
    stream = Stream(terminal=err)
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(sys, "stdout", Stream(terminal=out))
    monkeypatch.setattr(timeline.cli.progress, "monotonic", Clock())
    monkeypatch.setenv("TERM", "xterm-256color")
    return stream


def test_a_bar_appears_after_a_second_and_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    said = onlooker(monkeypatch)
    seen = []
    for number in watched(range(6)):
        sys.stderr.write(f"{number} is unreadable\n")
        seen.append("/6" in said.getvalue())
    assert seen == [False, False, True, True, True, True]
    assert "5 is unreadable" in said.getvalue()
    assert said.getvalue().rindex("\x1b[2K") > said.getvalue().rindex("/6"), "the bar is wiped away"
    assert said.getvalue().rindex("\x1b[?25h") > said.getvalue().rindex("\x1b[?25l"), "the cursor is back"


@pytest.mark.parametrize(
    "files, out, err", [(1, False, True), (9, False, False), (9, True, True)], ids=["a file", "no terminal", "shown"]
)
def test_there_is_no_bar_where_nobody_needs_one(
    files: int, out: bool, err: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = onlooker(monkeypatch, out=out, err=err)
    assert list(watched(range(files))) == list(range(files))
    assert said.getvalue() == ""


def test_the_bar_goes_where_the_run_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    said = onlooker(monkeypatch)
    items = watched(range(9))
    for _ in range(5):
        next(items)
    assert said.getvalue().count("\x1b[?25h") < said.getvalue().count("\x1b[?25l")
    items.close()
    assert said.getvalue().count("\x1b[?25h") == said.getvalue().count("\x1b[?25l")
