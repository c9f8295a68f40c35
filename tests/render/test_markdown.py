"""Markdown with its options, read back by markdown-it: tables, the appendix of evidence, front matter."""

import json

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from picked import picked, text, told

from timeline.events.records import Claim, Event, Organisation, Records, Source
from timeline.render import OptionError, Page, check_options, find_format
from timeline.render.format import export_options

NASTY = "[red] a | b ](x) <script>alert(1)</script> =HYPERLINK() ;, `c` **d** ~~e~~ # $1$ 1. - \\"
OF = Records(
    title=f"T {NASTY}",
    language="en",
    organisations={"vwu": Organisation("vwu", "Vietnam Women's Union")},
    sources={"page": Source("page", "A page", "Union", published="2021-07-09", url="https://example.org/a_b")},
)
CONGRESS = Event(
    "congress",
    f"7th Congress {NASTY}",
    "June 2021",
    kind="congress",
    organisations=("vwu",),
    people=("A | B",),
    places=("Hà Nội",),
    tags=("peace", "x|y"),
    series="congress",
    number=7,
    source="page",
    quote=f"held in June {NASTY}",
    notes=f"A note {NASTY}",
    claims=(Claim("2021-06-20", source="page", quote="on the 20th"),),
)
LOST = Event("lost", "Lost", tags=("t",))
SELECTION = picked(CONGRESS, LOST, of=OF)


def read(source: str) -> list[Token]:
    return MarkdownIt("gfm-like", {"linkify": False, "html": True}).use(footnote_plugin).parse(source)


def shown(token: Token) -> str:
    inside = (child for child in token.children or [])
    return "".join(child.content for child in inside if child.type in ("text", "code_inline", "html_inline"))


def cells(tokens: list[Token]) -> list[list[str]]:
    rows: list[list[str]] = []
    for at, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("td_open", "th_open"):
            rows[-1].append(shown(tokens[at + 1]))
    return rows


def headings(tokens: list[Token]) -> list[tuple[str, str]]:
    return [(token.tag, shown(tokens[at + 1])) for at, token in enumerate(tokens) if token.type == "heading_open"]


def test_the_table_has_a_row_an_event() -> None:
    tokens = read(text("markdown", SELECTION, layout="table"))
    assert cells(tokens) == [
        ["Date", "Event", "Kind", "Organisations", "People and places"],
        ["20 June 2021", f"7th Congress {NASTY}", "congress", "Vietnam Women's Union", "A | B, Hà Nội"],
        ["no date", "Lost", "event", "", ""],
    ]
    assert headings(tokens) == [("h1", f"T {NASTY}")]
    assert [token.type for token in tokens].count("footnote_open") == 1
    assert [token for token in tokens if token.type == "html_block"] == []


def test_a_table_of_nothing_is_nothing() -> None:
    assert text("markdown", picked(of=OF), layout="table").count("\n") == 2


@pytest.mark.parametrize("layout", ["list", "table"])
def test_the_appendix_tells_quotes_and_reasoning(layout: str) -> None:
    tokens = read(text("markdown", SELECTION, layout=layout, evidence=True))
    found = headings(tokens)
    assert found[-3:] == [("h2", "Evidence"), ("h3", f"7th Congress {NASTY}"), ("h3", "Lost")]
    items = [shown(tokens[at + 2]) for at, token in enumerate(tokens) if token.type == "list_item_open"]
    for wanted in (
        f"The source says: “held in June {NASTY}”",
        "Its date is given as “June 2021”.",
        "It says: “on the 20th”",
        "That is finer and lies within the date of the record, so it is the date used.",
        "Series: congress, number 7",
        "Tags: peace, x|y",
        f"Notes: A note {NASTY}",
    ):
        assert wanted in items, (wanted, items)
    assert [token.type for token in tokens].count("footnote_open") == 1


def test_what_the_appendix_carries_is_not_told_as_dropped() -> None:
    assert told("markdown", SELECTION) == [
        (
            "this format has no place for: tags of 2 events, series of 1 event, number of 1 event, notes of 1 event; "
            "--evidence would tell"
        )
    ]
    assert told("markdown", SELECTION, evidence=True) == []


def test_front_matter_has_the_title() -> None:
    whole = text("markdown", picked(CONGRESS, of=OF, period="2021"), **{"front-matter": True})
    assert whole.startswith("---\n")
    matter, body = whole.removeprefix("---\n").split("---\n", 1)
    values = {key: json.loads(value) for key, value in (line.split(": ", 1) for line in matter.splitlines())}
    assert values == {"title": f"T {NASTY}", "language": "en", "period": "2021", "events": 1}
    assert headings(read(body)) == [("h2", "2021")]


def test_the_appendix_fits_into_another_document() -> None:
    page = Page(level=5, prefix="2-", options={"evidence": True})
    tokens = read("".join(find_format("markdown").render(SELECTION, page)))
    assert [tag for tag, _ in headings(tokens)] == ["h5", "h5", "h5", "h6", "h6"]


def test_options_that_do_not_exist_are_refused() -> None:
    markdown, csv = find_format("markdown"), find_format("csv")
    check_options(markdown, {"layout": "table", "evidence": True})
    with pytest.raises(OptionError, match="layout is one of list, table"):
        check_options(markdown, {"layout": "grid"})
    with pytest.raises(OptionError, match="csv has no option --layout: it belongs to markdown"):
        check_options(csv, {"layout": "table"})
    with pytest.raises(OptionError, match=r"csv has no option --colour$"):
        check_options(csv, {"colour": "red"})


def test_options_have_one_meaning_each() -> None:
    names = [option.name for option in export_options()]
    assert len(names) == len(set(names))
