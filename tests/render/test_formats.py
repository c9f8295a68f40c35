"""Every format: a golden file, and nothing harmful in it. UPDATE_GOLDEN=1 writes the golden files anew."""

import csv
import io
import json
import os
from pathlib import Path
from types import ModuleType

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from picked import picked, text
from test_reader_dates import WRITTEN

from timeline.api import load
from timeline.dates import edtf
from timeline.events.dating import date_events
from timeline.events.records import Claim, Event, Organisation, Records, Source
from timeline.query import Selection, select
from timeline.render import Page, find_format
from timeline.render.clean import clean
from timeline.render.format import UnknownFormatError, exports, format_of_file, losses, names, views
from timeline.render.wrap import cells

GOLDEN = Path(__file__).parent / "golden"
HARMFUL = "\x00\x07\x1b[31mred\x1b]8;;http://evil\x07\x7f\x9b\u202egnihton\u2066\u2028\ud800"
NASTY = f"=cmd|'/c calc'!A1 <b>*bold*</b> [red]x[/red] _a_ `b` [l](http://e) ![i](j) $1$ | # & &amp; {HARMFUL}"


def records() -> Records:
    return Records(
        title="Unions & <b>*others*</b>",
        language="en",
        organisations={"vwu": Organisation("vwu", "Vietnam Women's Union"), "nasty": Organisation("nasty", NASTY)},
        sources={
            "page": Source("page", "A [page]", "Union", published="2021-07-09", url="https://example.org/a_b(c)?d=*e*"),
            "script": Source("script", "Script", url="javascript:alert(1)", published=NASTY),
        },
        events=(
            Event("since", "Member", "since 1946", kind="membership", organisations=("vwu",), order=0),
            Event(
                "congress-7",
                "7th Congress",
                "June 2021",
                words="in June 2021",
                kind="congress",
                organisations=("vwu", "unknown"),
                people=("Kim Jong Sun",),
                places=("Bình Nhưỡng",),
                tags=("a", "b"),
                series="congress",
                number=7,
                source="page",
                quote="held in\nJune 2021",
                claims=(Claim("2021-06-20/2021-06-21", source="page", quote="on 20 and 21 June"),),
                order=1,
            ),
            Event("third", "Third of a decade", "early 1990s", status="planned", implied=True, order=2),
            Event(
                "nasty", NASTY, "1984~", organisations=("nasty",), source="script", quote=NASTY, notes=NASTY, order=3
            ),
            Event(
                "long",
                "조선사회주의녀성동맹 " * 6 + "and more words than one line of a narrow table can hold",
                "2021-07-09",
                order=4,
            ),
            Event("bce", "+Older", "-0233", order=5),
            Event("feast", "@Feast", "XXXX-10-20", order=6),
            Event("lost", "-Lost", None, order=7),
        ),
    )


def selection(period: str | None = None) -> Selection:
    of = records()
    return select(date_events(of).dated.values(), of, edtf.parse(period) if period else None)


def rendered(name: str, page: Page | None = None, period: str | None = None) -> str:
    return "".join(find_format(name).render(selection(period), page or Page()))


PAGES = {
    "lines": ("lines", Page()),
    "tree": ("tree", Page()),
    "tree_60": ("tree", Page(width=60, colour=True)),
    "table_60": ("table", Page(width=60)),
    "table_80": ("table", Page(width=80)),
    "table_120": ("table", Page(width=120)),
    "table_80_colour": ("table", Page(width=80, colour=True)),
    "chart_60": ("chart", Page(width=60)),
    "chart_80_colour": ("chart", Page(width=80, colour=True)),
    "chart_120": ("chart", Page(width=120)),
    "markdown": ("markdown", Page()),
    "json": ("json", Page()),
    "jsonl": ("jsonl", Page()),
    "csv": ("csv", Page()),
    "icalendar": ("icalendar", Page()),
    "toml": ("toml", Page()),
    "html": ("html", Page()),
    "mermaid": ("mermaid", Page()),
    "markwhen": ("markwhen", Page()),
    "timelinejs": ("timelinejs", Page()),
}


@pytest.mark.parametrize("case", PAGES)
def test_golden(case: str) -> None:
    name, page = PAGES[case]
    found, golden = rendered(name, page), GOLDEN / f"{case}.txt"
    if name == "html":  # style and script are sources of their own
        found = found[found.index("<body>") : found.index("<script>")]
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, encoding="utf-8", newline="")
    assert found == golden.read_bytes().decode(), f"{case} is rendered otherwise than before"
    assert found in rendered(name, page), "not the same from run to run"


def test_every_format_has_a_golden_file() -> None:
    assert {name for name, _ in PAGES.values()} == set(names())


@pytest.mark.parametrize("case", PAGES)
def test_nothing_harmful_gets_through(case: str) -> None:
    name, page = PAGES[case]
    found = rendered(name, page)
    if page.colour:
        for number in ("0", "1", "2", "33", "36"):
            found = found.replace(f"\x1b[{number}m", "")
    harmful = {letter for letter in found if not letter.isprintable()} - {"\n", "\t"}
    harmful -= {"\r"} if name == "icalendar" else set()
    assert not harmful, f"{case} lets {harmful!r} through"
    assert name in ("json", "jsonl") or "\t" not in found or name == "lines"


@pytest.mark.parametrize("width", [40, *range(60, 200, 7), 200])
@pytest.mark.parametrize("view", ["table", "tree", "chart"])
def test_a_view_is_no_wider_than_its_page(view: str, width: int) -> None:
    lines = rendered(view, Page(width=width)).splitlines()
    widest = max(lines, key=cells)
    assert cells(widest) <= width, widest
    assert all(line == line.rstrip() for line in lines), "nobody wants to copy blanks"


def test_lines_have_seven_fields() -> None:
    for line in rendered("lines").splitlines():
        assert line.count("\t") == 6, line


def test_json_keeps_every_text() -> None:
    document = json.loads(rendered("json"))
    titles = {event["id"]: event["title"] for event in document["events"]}
    assert titles["nasty"] == NASTY
    assert [event["id"] for event in document["undated"]] == ["feast", "lost"]
    assert sum(document["counts"].values()) == len(records().events)
    assert rendered("json").count("\n") == len(records().events) + len(document["sources"]) + 5


def test_json_lines_and_json_have_the_same_records() -> None:
    document = json.loads(rendered("json"))
    lines = [json.loads(line) for line in rendered("jsonl").splitlines()]
    assert lines == document["events"] + document["undated"]


def test_csv_computes_nothing() -> None:
    rows = list(csv.reader(io.StringIO(rendered("csv"))))
    assert {len(row) for row in rows} == {len(rows[0])}
    for row in rows:
        for cell in row:
            assert not cell.lstrip().startswith(("=", "+", "-", "@")), cell


def test_markdown_is_commonmark_with_footnotes() -> None:
    text = rendered("markdown")
    tokens = MarkdownIt("commonmark").use(footnote_plugin).parse(text)
    kinds = [token.type for token in tokens]
    assert kinds.count("footnote_open") == text.count("\n[^") == 2
    inline = [child for token in tokens for child in token.children or []]
    assert [child for child in inline if child.type in ("html_inline", "image", "code_inline")] == []
    hrefs = [child.attrs["href"] for child in inline if child.type == "link_open"]
    assert set(hrefs) == {"https://example.org/a_b(c)?d=*e*"}
    shown = "".join(child.content for child in inline if child.type == "text")
    assert clean(NASTY) in shown, "a title reads as it is written"
    headings = [tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open"]
    assert headings[1:] == ["234 BCE", "1946", "1984", "1990", "2021", "Undated"]


def test_what_began_before_the_period_is_ongoing() -> None:
    text = rendered("markdown", period="2021")
    assert text.index("## Ongoing") < text.index("Member") < text.index("## 2021") < text.index("7th Congress")
    assert "Undated" not in text


def test_headings_and_footnotes_fit_into_another_document() -> None:
    text = rendered("markdown", Page(level=3, prefix="2-"))
    assert text.startswith("### 234 BCE\n")
    assert "[^2-congress-7]:" in text


def test_formats_are_found_by_their_files() -> None:
    assert views() == ["chart", "lines", "table", "tree"]
    assert exports() == [
        "csv",
        "html",
        "icalendar",
        "json",
        "jsonl",
        "lines",
        "markdown",
        "markwhen",
        "mermaid",
        "timelinejs",
        "toml",
    ]
    assert isinstance(find_format("csv"), ModuleType)
    assert format_of_file("a/b.MD") is find_format("markdown")
    assert format_of_file("a.timelinejs.json") is find_format("timelinejs")
    assert format_of_file("a.json") is find_format("json")
    for unknown in ("pdf", "../x", "", "to_json"):
        with pytest.raises(UnknownFormatError):
            find_format(unknown)
    with pytest.raises(UnknownFormatError):
        format_of_file("timeline")


def test_json_carries_the_sources_that_are_named() -> None:
    claim = Claim("2021", source="told")
    of = Records(
        sources={
            "other": Source("other", "Uncited"),
            "page": Source("page", "A page", "P", published="9 July 2021", url="https://example.org/p"),
            "told": Source("told"),
        }
    )
    view = picked(Event("x", "X", "2021", source="page", claims=(claim,)), of=of)
    found = json.loads(text("json", view))["sources"]
    assert [source["id"] for source in found] == ["page", "told"]
    assert (found[0]["title"], found[0]["publisher"], found[0]["published"]) == ("A page", "P", "2021-07-09")
    assert losses(find_format("json"), view, Page()) == []


@pytest.mark.parametrize("name", ["csv", "jsonl"])
def test_sources_that_are_named_by_their_ids_alone_are_told(name: str) -> None:
    of = Records(
        sources={"page": Source("page", "A page"), "bare": Source("bare"), "other": Source("other", "Uncited")}
    )
    told = losses(find_format(name), picked(Event("x", "X", "2021", source="page"), of=of), Page())
    assert told == [
        "sources are named by their ids: titles, publishers and addresses of 1 are left out; JSON and TOML have them"
    ]
    assert losses(find_format(name), picked(Event("x", "X", "2021", source="bare"), of=of), Page()) == []


OUTPUT = json.loads((Path(__file__).parents[2] / "docs" / "timeline.schema.json").read_text(encoding="utf-8"))
EVENT = {"$defs": OUTPUT["$defs"], "$ref": "#/$defs/event"}


def test_json_keeps_to_its_schema() -> None:
    Draft202012Validator.check_schema(OUTPUT)
    Draft202012Validator(OUTPUT).validate(json.loads(rendered("json")))
    for line in rendered("jsonl").splitlines():
        Draft202012Validator(EVENT).validate(json.loads(line))
    own = load(Path(__file__).parents[2] / "events.toml")
    for view in (own.select(), own.select("the 1990s", org="vwu"), own.select("3000")):
        Draft202012Validator(OUTPUT).validate(json.loads(view.render("json")))


@pytest.mark.parametrize(
    "changes",
    [{"grain": "fortnight"}, {"earliest": "2021-6-1"}, {"match": "perhaps"}, {"organisations": ["vwu"]}, {"more": 1}],
)
def test_the_schema_refuses_what_is_not_so(changes: dict[str, object]) -> None:
    record = json.loads(rendered("jsonl").splitlines()[0])
    assert Draft202012Validator(EVENT).is_valid(record)
    assert not Draft202012Validator(EVENT).is_valid(record | changes)


@pytest.mark.parametrize("when", [text for text, _ in WRITTEN])
def test_every_sort_of_date_keeps_to_the_schema(when: str) -> None:
    for line in text("jsonl", picked(Event("x", "X", when))).splitlines():
        Draft202012Validator(EVENT).validate(json.loads(line))
