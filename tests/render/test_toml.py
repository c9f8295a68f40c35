"""TOML, read back by our own loader: the same events, the same dates."""

import tomllib
from pathlib import Path

import pytest
from picked import picked, text, told

import timeline
from timeline.api import Timeline, View
from timeline.events.records import Event, Records
from timeline.render import Page, find_format, losses

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parents[1]


def read_back(view: View, folder: Path) -> Timeline:
    (folder / "again").mkdir(exist_ok=True)
    file = folder / "again" / "events.toml"
    file.write_text(view.render("toml"), encoding="utf-8")
    return timeline.load(file)


def facts(of: Timeline, ids: list[str]) -> list[tuple]:
    """What an event is, but for what belongs to a file: its order and its conventions."""
    found = []
    for id_ in ids:
        one = of.dated[id_]
        claims = tuple((claim.when, claim.source, found and found.interval) for claim, found in one.claims)
        event = one.event._replace(order=0, stated=None, claims=(), conventions=None)
        found.append((event, one.interval, one.inferred, one.conflict, claims))
    return found


@pytest.mark.parametrize("path", [ROOT / "events.toml", FOLDER / "cli" / "timeline", FOLDER / "store" / "whole.toml"])
def test_a_whole_timeline_reads_back_as_the_same(path: Path, tmp_path: Path) -> None:
    of = timeline.load(path)
    again = read_back(of.select(), tmp_path)
    assert list(again.dated) == list(of.dated)
    assert facts(again, list(again.dated)) == facts(of, list(of.dated))
    assert [problem for problem in again.problems if problem.severity == "error"] == []
    bare = {"events": (), "sources": {}}
    assert again.records._replace(**bare) == of.records._replace(**bare)
    plain = {id_: source._replace(conventions=None) for id_, source in of.records.sources.items()}
    assert {id_: source._replace(conventions=None) for id_, source in again.records.sources.items()} == plain
    assert again.render("toml") == of.render("toml"), "a second time changes nothing"
    assert losses(find_format("toml"), of.select().selection, Page()) == []


def test_a_part_of_a_timeline_reads_back_with_the_same_dates(tmp_path: Path) -> None:
    of = timeline.load(ROOT / "events.toml")
    view = of.select("2020", kind="anniversary")
    again = read_back(view, tmp_path)
    assert again.problems == ()
    assert {id_: one.interval for id_, one in again.dated.items()} == {
        match.dated.event.id: match.dated.interval for match in view.matches
    }
    assert len(again.records.organisations) < len(of.records.organisations)
    ties = next(one.event for one in again.dated.values() if "diplomatic ties" in one.event.title)
    assert ties.when == "31 January 2020"
    assert any("would read otherwise" in line for line in losses(find_format("toml"), view.selection, Page()))


ONE = """
date_order = "mdy"
language = "en"
[source.american]
title = "American"
published = "7/9/2021"
[[event]]
id = "american"
title = "American"
when = "7/10/2021"
[[event]]
id = "told"
title = "Told"
when = "yesterday"
source = "american"
[[event]]
id = "base"
title = "Base"
when = "early 1990s"
[[event]]
id = "week"
title = "A week"
when = "week 12 of 2024"
"""
OTHER = """
date_order = "dmy"
language = "vi"
[source.british]
title = "British"
published = "9/7/2021"
[[event]]
id = "british"
title = "British"
when = "10/7/2021"
[[event]]
id = "told-too"
title = "Told too"
when = "hôm qua"
source = "british"
"""


def test_files_of_several_conventions_become_one(tmp_path: Path) -> None:
    (tmp_path / "1.toml").write_text(ONE, encoding="utf-8")
    (tmp_path / "2.toml").write_text(OTHER, encoding="utf-8")
    of = timeline.load(tmp_path)
    again = read_back(of.select(), tmp_path)
    assert [problem for problem in again.problems if problem.severity == "error"] == []
    for id_, one in of.dated.items():
        assert again.dated[id_].interval == one.interval, id_
    assert again.dated["british"].event.words == "10/7/2021"
    assert again.records.sources["british"].published == "2021-07-09"


def test_dates_of_json_lines_are_written_as_resolved(tmp_path: Path) -> None:
    line = '{"id": "x", "title": "X", "when": "last Monday", "edtf": "2024-03-18", "grain": "day", "inferred": true}\n'
    (tmp_path / "x.jsonl").write_text(line, encoding="utf-8")
    of = timeline.load(tmp_path)
    again = read_back(of.select(), tmp_path)
    (one,) = again.dated.values()
    assert (one.interval.edtf, one.event.words) == ("2024-03-18", "last Monday")
    said = losses(find_format("toml"), of.select().selection, Page())
    assert said == [
        "written as resolved, for the words alone would read otherwise in this file: when of x",
        "read back with less than is known (inferred, or the sort of unit): when of x",
    ]


def test_every_text_is_escaped_and_kept() -> None:
    title = "'''\"\"\" \\ \x00 \x1b[31m \u202e # [event] = 𝄞"
    event = Event("x", title, "2021", quote="two\nlines", tags=("a, b", "]"), organisations=("un known",))
    found = text("toml", picked(event, of=Records(title=title)))
    document = tomllib.loads(found)
    assert document["title"] == document["event"][0]["title"] == title
    assert document["organisation"] == {"un known": {"name": "un known"}}
    assert document["event"][0]["quote"] == "two\nlines"
    assert document["event"][0]["tags"] == ["a, b", "]"]
    assert all(letter.isprintable() or letter == "\n" for letter in found)


def test_what_is_undated_stays() -> None:
    selection = picked(Event("lost", "Lost"), Event("feast", "Feast", "XXXX-10-20"))
    assert [event["id"] for event in tomllib.loads(text("toml", selection))["event"]] == ["lost", "feast"]
    assert told("toml", selection) == []
