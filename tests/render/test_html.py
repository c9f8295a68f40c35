"""HTML without a browser: what stands in the page, and that nothing of the data can become a part of it."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from picked import picked, text, told

from timeline.dates import Day
from timeline.events.records import Claim, Event, Organisation, Records, Source
from timeline.render import find_format
from timeline.render.page import Page as RenderedFor

VOID = {"meta", "input", "br", "link"}
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)> \"quoted\" 'single' & &amp;"


class Page(HTMLParser):
    """The elements of a page with their texts; raises where they are not nested as written."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict, list[str]]] = []
        self.found: list[tuple[str, dict, str]] = []
        self.feed(source)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        if tag in VOID:
            self.found.append((tag, dict(attrs), ""))
        else:
            self.open.append((tag, dict(attrs), []))

    def handle_endtag(self, tag: str) -> None:
        opened, attrs, texts = self.open.pop()
        assert opened == tag, (opened, tag)
        self.found.append((tag, attrs, "".join(texts)))

    def handle_data(self, data: str) -> None:
        for _, _, texts in self.open:
            texts.append(data)

    def all(self, tag: str, **attrs: str) -> list[tuple[dict, str]]:
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attrs.items()}
        return [(has, said) for name, has, said in self.found if name == tag and wanted.items() <= has.items()]


def page(*events: Event, of: Records | None = None) -> Page:
    return Page(text("html", picked(*events, of=of)))


WHENS = [
    ("2021-07-09", "2021-07-09", ("2021-07-09", "2021-07-09"), False),
    ("June 2021", "2021-06", ("2021-06-01", "2021-06-30"), True),
    ("2021", "2021", ("2021-01-01", "2021-12-31"), True),
    ("20-21 June 2021", "2021-06-20", ("2021-06-20", "2021-06-21"), False),
    ("from 2002 to 2007", "2002", ("2002-01-01", "2007-12-31"), True),
    ("since 1946", "1946", ("1946-01-01", None), True),
    ("before 1928", "1927", (None, "1927-12-31"), True),
    ("{1975,1980}", "1975", ("1975-01-01", "1980-12-31"), True),
    ("0099", "0099", ("0099-01-01", "0099-12-31"), True),
    ("-0233", None, ("-0233-01-01", "-0233-12-31"), True),
    ("XXXX-10-20", None, (None, None), False),
]


@pytest.mark.parametrize("when, stamp, days, vague", WHENS)
def test_dates_are_there_for_machines(when: str, stamp: str | None, days: tuple, vague: bool) -> None:
    found = page(Event("x", "X", when))
    ((event, _),) = found.all("li")
    numbers = (event.get("data-from"), event.get("data-to"))
    assert tuple(number and str(Day(int(number))) for number in numbers) == days
    assert ("data-vague" in event) is vague
    assert [attrs["datetime"] for attrs, _ in found.all("time")] == [stamp] * (stamp is not None)
    ((exact, _),) = found.all("data")
    assert exact["value"]


def test_an_event_has_all_that_is_known_of_it() -> None:
    of = Records(
        title="T",
        language="en",
        organisations={"vwu": Organisation("vwu", "Vietnam Women's Union")},
        sources={
            "page": Source("page", "A page", "Union", published="2021-07-09", url="https://example.org/a?b=c&d=e"),
            "script": Source("script", "Script", url="javascript:alert(1)"),
        },
    )
    event = Event(
        "congress-7",
        "7th Congress",
        "June 2021",
        kind="congress",
        organisations=("vwu",),
        people=("Kim Jong Sun",),
        places=("Hà Nội",),
        tags=("peace",),
        series="kswu-congress",
        number=7,
        status="planned",
        source="page",
        quote="held in June",
        notes="A note.",
        claims=(Claim("2021-06-20", source="script", quote="on the 20th"),),
    )
    found = page(event, Event("lost", "Lost"), of=of)
    first, second = (said for _, said in found.all("li"))
    assert first.split("\n")[1:-1] == [
        "20 June 2021",
        "7th Congress planned",
        "congress, Vietnam Women's Union, Kim Jong Sun, Hà Nội, kswu-congress no. 7, #peace",
        "Source",
        "held in June",
        "A page, Union, 9 July 2021",
        "Dated 20 June 2021 by:",
        "on the 20th",
        "Script",
        "A note.",
        "",
    ]
    assert "no date" in second
    assert [attrs["href"] for attrs, _ in found.all("a", rel="noreferrer")] == ["https://example.org/a?b=c&d=e"]
    assert [said for _, said in found.all("h2")] == ["2021", "Undated"]
    assert found.all("header")[0][1].split("\n")[1:3] == ["T", "2 events, 2021"]
    assert [attrs["value"] for attrs, _ in found.all("input", type="checkbox")] == ["0", "1", "0"]
    assert found.all("main", lang="en")


def test_nothing_of_the_data_becomes_a_part_of_the_page() -> None:
    of = Records(
        title=SCRIPT,
        language=SCRIPT,
        organisations={"o": Organisation("o", SCRIPT)},
        sources={"s": Source("s", SCRIPT, url=f"https://e.example/{SCRIPT}")},
    )
    event = Event(
        f"x {SCRIPT}", SCRIPT, "2021", words=SCRIPT, kind=SCRIPT, organisations=("o",), people=(SCRIPT,),
        places=(SCRIPT,), tags=(SCRIPT,), source="s", quote=SCRIPT, notes=SCRIPT,
    )  # fmt: skip
    found = page(event, of=of)
    assert [len(found.all(tag)) for tag in ("script", "img", "title", "main", "li")] == [1, 0, 1, 1, 1]
    assert found.all("h1")[0][1] == found.all("title")[0][1] == found.all("h3")[0][1] == SCRIPT
    assert not any(name.startswith("on") for _, attrs, _ in found.found for name in attrs)
    ((event_, _),) = found.all("li")
    assert event_["id"].startswith("e-x-<script>")
    assert " " not in event_["id"]


def test_only_what_belongs_to_the_page_may_run() -> None:
    found = page(Event("x", "X", "2021"))
    ((policy, _),) = found.all("meta", http_equiv="Content-Security-Policy")
    for tag in ("style", "script"):
        ((_, said),) = found.all(tag)
        hashed = b64encode(sha256(said.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{hashed}'" in policy["content"]
    assert policy["content"].startswith("default-src 'none'")
    assert not any("style" in attrs for _, attrs, _ in found.found)


def test_the_page_without_data_is_small_and_loads_nothing() -> None:
    empty = text("html", picked())
    assert len(empty.encode()) < 150_000
    assert not re.search(r"https?:|url\(|@import|\bsrc=|fetch\(|XMLHttp", empty)
    assert "0 events" in empty


@pytest.mark.parametrize(
    "locale, language, words",
    [
        ("en", "en", ["Show all", "Source", "Search titles", "2 events, 234 BCE to 2021", "{n} BCE"]),
        ("vi", "vi", ["Hiện tất cả", "Nguồn", "Tìm tiêu đề", "2 sự kiện, năm 234 TCN – năm 2021", "năm {n} TCN"]),
        ("ko-KR", "ko-kr", ["모두 보기", "출처", "제목, 인용문", "사건 2건, 기원전 234년 – 2021년", "기원전 {n}년"]),
        # No words of its own: those of English.
        ("de", "en", ["Show all", "Source", "Search titles", "2 events", "{n} BCE"]),
    ],
)
def test_the_controls_are_in_the_readers_language(locale: str, language: str, words: list[str]) -> None:
    selection = picked(Event("x", "X", "2021", notes="n"), Event("y", "Y", "-0233"))
    found = "".join(find_format("html").render(selection, RenderedFor(locale=locale)))
    assert f'<html lang="{language}">' in found
    # The data are in the language of the timeline, English here.
    assert ('<h1 dir="auto" lang="en">' in found) is (language != "en")
    for word in words:
        assert word in found
    assert "$" not in found[found.index("<body>") : found.index("<script>")]


def test_evidence_stands_below_each_event_where_it_is_asked_for() -> None:
    events = (
        Event("now", "Now", "yesterday", anchor="2021-07-10", words="the day before <b>", quote="on 9 July"),
        Event("lost", "Lost"),
    )
    plain, full = text("html", picked(*events)), Page(text("html", picked(*events), evidence=True))
    assert "<summary>Evidence" not in plain
    first, second = (said for _, said in full.all("li"))
    for sentence in (
        "in the source's own words “the day before <b>”.",
        "It counts from 10 July 2021, the anchor of its record",
        "So “yesterday” means 9 July 2021 (EDTF 2021-07-09)",
    ):
        assert sentence in first
    assert "Its record gives no date." in second
    assert [said.split("\n")[0] for _, said in full.all("details")][-3:] == ["Source", "Evidence", "Evidence"]
    assert told("html", picked(*events)) == [
        "this format has no place for: words of 1 event, anchor of 1 event; --evidence would tell"
    ]
    assert told("html", picked(*events), evidence=True) == []


def test_nothing_is_dropped() -> None:
    assert told("html", picked(Event("x", "X", "early 1990s", series="s", number=2), Event("lost", "Lost"))) == []
