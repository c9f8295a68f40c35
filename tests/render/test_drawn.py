"""Mermaid, markwhen and TimelineJS: dates in their terms, and what is said of those they have no terms for."""

import json
from html.parser import HTMLParser

import pytest
from picked import picked, text, told

from timeline.events.records import Event, Records, Source

WHENS = [
    # when, markwhen's range, TimelineJS's start and end
    ("2021-07-09", "2021-07-09", (2021, 7, 9), None),
    ("June 2021", "2021-06", (2021, 6), None),
    ("2021", "2021", (2021,), None),
    ("20-21 June 2021", "2021-06-20/2021-06-21", (2021, 6, 20), (2021, 6, 21)),
    ("from 2002 to 2007", "2002/2007", (2002,), (2007,)),
    ("from March 2002 to May 2003", "2002-03/2003-05", (2002, 3), (2003, 5)),
    ("early 1990s", "1990/1993", (1990,), (1993,)),
    ("spring 2021", "2021-03/2021-05", (2021, 3), (2021, 5)),
    ("since 1946", "1946/now", (1946,), None),
    ("until 1946", "1946", (1946,), None),
    ("1984~", "1984", (1984,), None),
    ("-0233", "234 BCE", (-233,), None),
    ("Y17000", "17000 CE", (17000,), None),
    ("-0049/0010", "50 BCE - 10 CE", (-49,), (10,)),
]


@pytest.mark.parametrize("when, range_, _start, _end", WHENS)
def test_markwhen_dates(when: str, range_: str, _start: tuple, _end: tuple | None) -> None:
    lines = text("markwhen", picked(Event("x", "X", when))).splitlines()
    assert f"{range_}: X #event" in lines, lines


@pytest.mark.parametrize("when, _range, start, end", WHENS)
def test_timelinejs_dates(when: str, _range: str, start: tuple, end: tuple | None) -> None:
    (slide,) = json.loads(text("timelinejs", picked(Event("x", "X", when))))["events"]
    assert tuple(slide["start_date"].values()) == start
    assert list(slide["start_date"]) == ["year", "month", "day"][: len(start)]
    assert (tuple(slide["end_date"].values()) if "end_date" in slide else None) == end


@pytest.mark.parametrize("name", ["markwhen", "timelinejs"])
def test_each_date_of_a_set_is_drawn(name: str) -> None:
    found = text(name, picked(Event("x", "X", "{1975,1980}")))
    assert ("1975: X" in found and "1980: X" in found) or ('"x-1"' in found and '"x-2"' in found)


ALL = picked(
    Event("old", "Old", "-0233"),
    Event("since", "Since", "since 1946"),
    Event("until", "Until", "until 1950"),
    Event("nineties", "The nineties", "early 1990s"),
    Event("month", "Month", "2021-07", tags=("#1",)),
    Event("lost", "Lost [x]"),
)


def test_what_is_dropped_or_coarser_is_told() -> None:
    assert told("markwhen", ALL) == [
        "left out, for markwhen needs a date: 1 event without one",
        "known to markwhen by years only: 1 event outside of the years 1 to 9999",
        "1 event of no exact day: drawn over all the days that may be meant",
        "1 event open at one end: drawn at the end that is known",
        "tags of other than Latin letters are none for markwhen, and stand in the text of 1 event",
        "signs such as # and [ are written in full width, for markwhen has no escapes: in 1 event",
    ]
    assert told("timelinejs", ALL) == [
        "this format has no place for: tags of 1 event",
        "left out, for a slide needs a year: 1 event without a date",
        "2 events open at one end: placed at the end that is known",
    ]
    assert told("mermaid", ALL) == ["this format has no place for: kind of 6 events, tags of 1 event"]
    odd = picked(Event("x", "A #tag", "2021"))
    assert told("markwhen", odd) == [
        "signs such as # and [ are written in full width, for markwhen has no escapes: in 1 event"
    ]
    long = picked(*(Event(f"e{at}", "x" * 100, "2021") for at in range(500)))
    assert any("choose a period" in line for line in told("mermaid", long))


@pytest.mark.parametrize(
    "tag, shown, below",
    [
        ("Hội Liên hiệp", " #Hoi_Lien_hiep", ""),
        ("Đổi mới", " #Doi_moi", ""),
        ("Straße Œuvre", "", "Tagged as Straße Œuvre"),
        ("congress", "", ""),
        ("여맹", "", "Tagged as 여맹"),
        ("여맹 VWU", "", "Tagged as 여맹 VWU"),
        ("1945", "", "Tagged as 1945"),
        ("#x y", " #x_y", ""),
    ],
)
def test_markwhen_tags(tag: str, shown: str, below: str) -> None:
    view = picked(Event("x", "X", "2021", kind="congress", tags=(tag,)))
    found = text("markwhen", view).splitlines()
    assert f"2021: X #congress{shown}" in found
    assert [line for line in found if line.startswith("Tagged as")] == ([below] if below else [])
    assert [line for line in told("markwhen", view) if line.startswith("tags")] == (
        ["tags of other than Latin letters are none for markwhen, and stand in the text of 1 event"] if below else []
    )


def test_mermaid_puts_what_has_one_date_together() -> None:
    found = text("mermaid", picked(Event("a", "A", "2021-07-09"), Event("b", "B", "2021-07-09", status="planned")))
    assert found == (
        "timeline\n    title Test\n    section 2021\n        9 July 2021 : A\n            : B #40;planned#41;\n"
    )


class Shown(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, list]] = []
        self.texts: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


# The fields that knightlab documents for a slide, with their types.
SLIDE = {
    "start_date": dict,
    "end_date": dict,
    "display_date": str,
    "text": dict,
    "group": str,
    "unique_id": str,
    "autolink": bool,
}


def test_timelinejs_has_the_documented_fields() -> None:
    odd = "<script>alert(1)</script> & 'x'"
    of = Records(title=odd, sources={"page": Source("page", odd, url="https://example.org/a?b=c&d=e")})
    event = Event("x", odd, "June 2021", kind=odd, people=(odd,), quote=odd, notes=odd, source="page", implied=True)
    document = json.loads(text("timelinejs", picked(event, of=of)))
    assert set(document) == {"title", "events", "scale"}
    (slide,) = document["events"]
    for key, value in slide.items():
        assert isinstance(value, SLIDE[key]), key
    assert {type(part) for part in slide["start_date"].values()} == {int}
    assert set(slide["text"]) == {"headline", "text"}
    assert slide["display_date"] == "June 2021"
    for html in (document["title"]["text"]["headline"], slide["text"]["headline"], slide["group"]):
        assert (Shown(html).tags, "".join(Shown(html).texts)) == ([], odd)
    body = Shown(slide["text"]["text"])
    assert [tag for tag, _ in body.tags] == ["p", "blockquote", "p", "p", "a", "p", "em"]
    assert dict(body.tags[4][1]) == {"href": "https://example.org/a?b=c&d=e"}
    assert body.texts == [odd, odd, odd, odd, "implied"]


def test_what_lies_too_far_for_dates_of_javascript_is_cosmological() -> None:
    assert '"scale": "cosmological"' in text("timelinejs", picked(Event("x", "X", "Y-4500000")))
    assert '"scale": "human"' in text("timelinejs", picked(Event("x", "X", "-9999")))
