"""timeline.toml: what is set where, what counts more, and what is told of mistakes."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from command_line import CommandLine

FILE = '[[event]]\nid = "a"\ntitle = "A"\nwhen = "2021-06"\n'


class Place:
    """A project and a user, each with a timeline.toml."""

    def __init__(self, timeline: CommandLine, folder: Path) -> None:
        self.run, self.project = timeline, folder / "project"
        self.user = folder / "home" / "timeline.toml"
        (self.project / "below").mkdir(parents=True)
        self.user.parent.mkdir()
        (self.project / "events.toml").write_text(FILE, encoding="utf-8")
        timeline.patch.setenv("TIMELINE_CONFIG", str(self.user))
        timeline.patch.chdir(self.project)

    def of_project(self, text: str) -> None:
        (self.project / "timeline.toml").write_text(text, encoding="utf-8")

    def of_user(self, text: str) -> None:
        self.user.write_text(text, encoding="utf-8")

    def settings(self, *argv: str) -> dict[str, dict[str, Any]]:
        ran = self.run("config", "--json", *argv)
        assert ran.code == 0, ran
        return {one.pop("setting"): one for one in json.loads(ran.out)["settings"]}


@pytest.fixture
def place(timeline: CommandLine, tmp_path: Path) -> Place:
    return Place(timeline, tmp_path)


def test_what_counts_more(place: Place) -> None:
    assert place.settings()["locale"] == {"value": "en", "from": "default"}
    place.of_user('locale = "vi"\n')
    assert place.settings()["locale"] == {"value": "vi", "from": "file", "file": str(place.user), "line": 1}
    place.of_project('# ours\nlocale = "ko"\n')
    assert place.settings()["locale"] == {"value": "ko", "from": "file", "file": "timeline.toml", "line": 2}
    place.run.patch.setenv("TIMELINE_LOCALE", "de")
    assert place.settings()["locale"] == {"value": "de", "from": "environment", "variable": "TIMELINE_LOCALE"}
    assert place.settings("--locale", "fr")["locale"] == {"value": "fr", "from": "option"}


def test_the_file_lies_beside_the_timeline_that_is_used(place: Place, tmp_path: Path) -> None:
    place.of_project('locale = "vi"\n')
    for folder, argv in ((place.project / "below", ()), (tmp_path, ("-f", "project/events.toml"))):
        place.run.patch.chdir(folder)
        found = place.settings(*argv)["locale"]
        assert (found["value"], found["line"]) == ("vi", 1)
        assert Path(found["file"]).resolve() == (place.project / "timeline.toml").resolve()
        shown = place.run("show", "--view", "table", *argv).out
        assert "tháng 6 năm 2021" in shown


def test_the_table_of_a_pipe_and_of_a_terminal(place: Place) -> None:
    place.of_user('view = "tree"\n')
    ran = place.run("config")
    assert f"view\ttree\t{place.user}:1\n" in ran.out
    assert "pager\tless -FRX\tdefault\n" in ran.out
    assert "file\tevents.toml\tthis folder\n" in ran.out
    assert "today\t2024-03-25\t$TIMELINE_TODAY\n" in ran.out
    assert ran.err == f"read: {place.user}\n"
    assert "\t" not in place.run("config", terminal=True).out


def test_a_view_is_for_terminals_alone(place: Place) -> None:
    place.of_user('view = "tree"\n')
    assert "└──" in place.run("show", terminal=True).out
    assert place.run("show").out.startswith("2021-06\t")
    assert "──" in place.run("show", "--view", "table", terminal=True).out
    assert "└──" not in place.run("show", "--view", "table", terminal=True).out


@pytest.mark.parametrize(
    "config, environ, option, coloured",
    [
        ("always", {}, [], True),
        ("always", {"NO_COLOR": "1"}, [], False),
        ("always", {"TERM": "dumb"}, [], False),
        ("always", {"TIMELINE_COLOR": "never"}, [], False),
        ("always", {}, ["--color", "auto"], False),
        ("never", {"FORCE_COLOR": "1"}, [], True),
        ("never", {"TIMELINE_COLOR": "always"}, [], True),
        ("never", {"NO_COLOR": "1", "TIMELINE_COLOR": "always"}, [], True),
    ],
)
def test_colours(place: Place, config: str, environ: dict[str, str], option: list[str], coloured: bool) -> None:
    place.of_user(f'color = "{config}"\n')
    for name, value in environ.items():
        place.run.patch.setenv(name, value)
    assert ("\x1b[" in place.run("show", "--view", "table", *option).out) == coloured


def test_the_pager_is_the_users_own(place: Place, tmp_path: Path) -> None:
    paged = tmp_path / "paged"
    writes = f"{sys.executable} -c \"import sys;open(r'{paged}','w').write(sys.stdin.read())\""
    place.run.size(80, 2)
    place.of_project(f"pager = '''{writes}'''\n")
    ran = place.run("show", terminal=True)
    assert not paged.exists()
    assert ran.err.startswith(
        "timeline.toml:1:1: warning: pager names a program to run, and is taken from your own timeline.toml alone\n"
    )
    (place.project / "timeline.toml").unlink()
    place.of_user(f"pager = '''{writes}'''\n")
    assert place.run("show", terminal=True).out == ""
    assert "June 2021" in paged.read_text()
    place.of_user('pager = ""\n')
    assert "June 2021" in place.run("show", terminal=True).out


WRONG = [
    ('colour = "never"', 'timeline.toml:1:1: warning: there is no setting "colour"; did you mean "color"?'),
    ('color = "alwys"', 'timeline.toml:1:10: warning: "alwys" is none of auto, always, never; did you mean "always"?'),
    ("color = true", "timeline.toml:1:9: warning: color is a text in quotes"),
    ('view = "tabel"', 'timeline.toml:1:9: warning: there is no format "tabel"; did you mean "table"?'),
    ('locale = "xx-yy"', 'timeline.toml:1:11: warning: there is no locale "xx-yy"'),
    ('date_order = "mdy"', "timeline.toml:1:1: warning: date_order belongs into events.toml"),
    ("color = never", "timeline.toml:1:9: warning: a text without quotes"),
    ('locale = "vi\n', "timeline.toml:1:13: warning: this text is not closed on its line"),
]


@pytest.mark.parametrize("text, wanted", WRONG, ids=[text for text, _ in WRONG])
def test_mistakes_are_told_and_stop_nothing(place: Place, text: str, wanted: str) -> None:
    place.of_project(text + "\n")
    ran = place.run("show", "--view", "table", terminal=True)
    assert ran.code == 0
    assert "June 2021" in ran.out
    listed = place.run("config")
    assert listed.code == 3
    told = [line for line in listed.err.splitlines() if line.startswith("timeline.toml")]
    assert len(told) == 1, listed.err
    assert told[0].startswith(wanted)


def test_what_cannot_be_read_is_told(place: Place) -> None:
    place.user.write_bytes(b'locale = "\xff"\n')
    ran = place.run("config")
    assert f"{place.user}: warning: this is not UTF-8\n" in ran.err
    assert ran.code == 3


@pytest.mark.parametrize(
    "argv, environ, wanted",
    [
        (["show", "--locale", "xx-yy"], {}, 'timeline: --locale: there is no locale "xx-yy"'),
        (
            ["show", "--view", "table"],
            {"TIMELINE_LOCALE": "vii"},
            'timeline: $TIMELINE_LOCALE: there is no locale "vii"',
        ),
        (["show", "--color", "alwys"], {}, 'timeline: --color: "alwys" is none of auto, always, never; did you mean'),
        (["config"], {"TIMELINE_VIEW": "tre"}, 'timeline: $TIMELINE_VIEW: there is no format "tre"; did you mean'),
    ],
)
def test_options_and_variables_are_usage(place: Place, argv: list[str], environ: dict[str, str], wanted: str) -> None:
    for name, value in environ.items():
        place.run.patch.setenv(name, value)
    ran = place.run(*argv)
    assert ran.code == 2
    assert ran.err.startswith(wanted)


def test_version_tells_the_files_with_debug_alone(place: Place) -> None:
    place.of_user('locale = "vi"\n')
    assert len(place.run("--version").out.splitlines()) == 1
    for argv in (["--version", "--debug"], ["--debug", "--version"], ["--version", "--debug", "-f", "events.toml"]):
        out = place.run(*argv).out
        assert f"timeline: {place.project / 'events.toml'}\n" in out
        assert f"configuration: {place.user}\n" in out
    assert "elsewhere.toml" in place.run("--version", "--debug", "--file=elsewhere.toml").out
