"""Mermaid's and markwhen's own parsers find in our files what the timeline holds."""

import re
from pathlib import Path
from typing import Any

import pytest
from software import node

import timeline
from timeline.api import View

pytestmark = pytest.mark.external
ROOT = Path(__file__).parents[2]
ODD = [
    "[red]x[/red]",
    "a | b ](x) [l](http://e.example) ![i](j)",
    "<script>alert(1)</script>",
    "=HYPERLINK(1)",
    "semicolon; comma, 16:30: colons :: everywhere : here #38; #tag",
    "section of a road: title timeline %% comment %%{init: {}}%%",
    "- 5 days: every week: 2021: // no comment",
    "[x] done 50% !important @someone co-op .end",
    "style a:b#c; classDef d:e#f;",
    "back\\slash {curly} ~tilde~ ^hat^ “quoted” 'single' \"double\"",
    "조선사회주의녀성동맹 / Hội Liên hiệp",
    "x" * 10_000,
]


@pytest.fixture
def odd(tmp_path: Path) -> View:
    lines = []
    for number, title in enumerate(ODD):
        text = title.replace("\\", "\\\\").replace('"', '\\"')
        lines.append(
            f'[[event]]\nid = "e{number}"\ntitle = "{text}"\nwhen = "2021-07-{number + 1:02}"\nquote = "{text}"'
        )
        lines.append(f'source = "s{number}"\n[source.s{number}]\ntitle = "{text}"\n')
    (tmp_path / "events.toml").write_text(f'title = "T: #1; <b>"\n{chr(10).join(lines)}', encoding="utf-8")
    return timeline.load(tmp_path / "events.toml").select()


def read(name: str, view: View) -> Any:
    package = {"mermaid": "mermaid", "markwhen": "@markwhen/parser"}[name]
    return node(f"{name}.mjs", [view.render(name)], package)[0]


def folded(text: str) -> str:
    """The text with full-width signs as plain ones: markwhen has no escapes."""
    return re.sub(r"[\uff01-\uff5e]", lambda sign: chr(ord(sign[0]) - 0xFEE0), text)


def test_mermaid_shows_every_title_as_it_is(odd: View) -> None:
    found = read("mermaid", odd)
    assert (found["type"], found["title"], found["sections"]) == ("timeline", "T: #1; <b>", ["2021"])
    assert [task["titles"] for task in found["tasks"]] == [[title] for title in ODD]
    assert found["tasks"][0]["date"] == "1 July 2021"


def test_mermaid_finds_the_events_of_this_repository() -> None:
    view = timeline.load(ROOT / "events.toml").select()
    found = read("mermaid", view)
    titles = [title for task in found["tasks"] for title in task["titles"]]
    assert len(titles) == len(view.matches) + len(view.undated)
    assert [title.partition(" (")[0] for title in titles][: len(view.matches)] == [
        match.dated.event.title.partition(" (")[0] for match in view.matches
    ]
    assert found["sections"][-1] == "Undated"


def test_markwhen_shows_every_title_as_it_is(odd: View) -> None:
    found = read("markwhen", odd)
    assert (folded(found["title"]), found["groups"], found["messages"]) == ("T: #1; <b>", ["2021"], [])
    assert [folded(event["text"]) for event in found["events"]] == [" ".join(title.split()) for title in ODD]
    for number, event in enumerate(found["events"]):
        day = f"2021-07-{number + 1:02}"
        assert event["properties"] == {"id": f"e{number}", "edtf": day}
        assert (event["from"][:10], event["to"][:10]) == (day, f"2021-07-{number + 2:02}")
        assert (event["tags"], event["completed"]) == (["event"], None)
        assert [line.split()[0] for line in event["more"]] == ["Quoted", "Told"]


def test_markwhen_takes_our_tags_whole(tmp_path: Path) -> None:
    tags = '["Hội Liên hiệp", "Đổi mới", "여맹", "1945", "a-b"]'
    (tmp_path / "events.toml").write_text(f'[[event]]\ntitle = "A"\nwhen = "2021"\ntags = {tags}', encoding="utf-8")
    (event,) = read("markwhen", timeline.load(tmp_path / "events.toml").select())["events"]
    assert event["tags"] == ["event", "Hoi_Lien_hiep", "Doi_moi", "a_b"]
    assert event["more"] == ["Tagged as 여맹; 1945"]


def test_markwhen_finds_the_days_of_this_repository() -> None:
    view = timeline.load(ROOT / "events.toml").select()
    found = read("markwhen", view)
    assert found["messages"] == []
    by_id = {event["properties"]["id"]: event for event in found["events"]}
    assert list(by_id) == [match.dated.event.id for match in view.matches]
    for match in view.matches:
        interval = match.dated.interval
        if interval.days and not interval.members:
            event = by_id[match.dated.event.id]
            days = (event["from"][:10], event["to"][:10])
            assert days == (str(interval.earliest), str(interval.latest + 1)), match.dated.event.id
