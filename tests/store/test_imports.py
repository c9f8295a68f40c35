"""Events out of other files: what is understood is there, and what is not is told with its row."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.api import Timeline, load
from timeline.events.records import Claim, Event, Source
from timeline.render.reader_dates import reader_date
from timeline.store import read
from timeline.store.imports import UnknownImportError, UnreadableImportError, bring_in, find_import, imports
from timeline.store.imports.columns import UnknownColumnError
from timeline.store.imports.from_jsonl import KNOWN
from timeline.store.writing import Additions, append

HERE = Path(__file__).parent
FILE = """\
title = "Unions"
language = "en"

[organisation.vwu]
name = "Women's Union"
aliases = ["VWU"]

[organisation.hanoi]
name = "Union of Hà Nội"

[source.paper]
published = "2021-07-09"
"""


def imported(
    file: Path, raw: str | bytes, form: str = "csv", columns: dict[str, list[str]] | None = None
) -> tuple[list[Event], list[str]]:
    """Return the events that are new in the file, and the remarks."""
    before = {event.id for event in read(file).records.events} if file.exists() else set()
    rows = find_import(form, "").read(raw.encode() if isinstance(raw, str) else raw, "x", columns or {})
    change, remarks = bring_in(file, rows, reader_date, create=True)
    assert [problem for problem in read(file).problems if problem.severity == "error"] == []
    new = [event for event in read(file).records.events if event.id not in before]
    assert tuple(event.id for event in new) == change.ids
    return new, [str(remark) for remark in remarks]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "events.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_the_columns_of_an_export_are_known(file: Path) -> None:
    text = (
        "id,title,when,edtf,kind,organisations,people,places,tags,status,series,number,implied,source,quote,notes\n"
        'visit,A visit,9 July 2021,2021-07-09,visit,"VWU; Other",A; B,Hà Nội,x;y,planned,s,7,true,paper,“so”,n\n'
    )
    (event,), remarks = imported(file, text)
    assert remarks == []
    assert event._replace(order=0, conventions=Event("", "").conventions) == Event(
        "visit",
        "A visit",
        "9 July 2021",
        kind="visit",
        organisations=("vwu", "other"),
        people=("A", "B"),
        places=("Hà Nội",),
        tags=("x", "y"),
        status="planned",
        series="s",
        number=7,
        implied=True,
        source="paper",
        quote="“so”",
        notes="n",
    )
    assert read(file).records.organisations["other"].name == "Other"
    assert file.read_text(encoding="utf-8").startswith(FILE.partition("\n[source")[0])


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_spreadsheets_write_csv_in_many_ways(file: Path, delimiter: str, encoding: str, newline: str) -> None:
    text = newline.join(["Date", "Event", "Location"]).replace(newline, delimiter)
    text += newline + delimiter.join(["June 2021", f'"Rede{delimiter} kurz"', "Hà Nội"]) + newline + newline
    (event,), remarks = imported(file, text.encode(encoding))
    assert (event.title, event.when, event.places) == (
        " ".join(f"Rede{delimiter} kurz".split()),
        "June 2021",
        ("Hà Nội",),
    )
    assert [remark for remark in remarks if "control" not in remark] == []


def test_columns_are_named(file: Path) -> None:
    text = "Was,Jahr,Wer,Mehr,Noch\nRede,2021,VWU,a,b\n"
    columns = {"title": ["Was"], "when": ["jahr"], "organisations": ["Wer"], "notes": ["Mehr", "Noch"]}
    (event,), remarks = imported(file, text, columns=columns)
    assert (event.title, event.when, event.organisations, event.notes) == ("Rede", "2021", ("vwu",), "a\nb")
    assert remarks == []
    with pytest.raises(UnknownColumnError, match='no column is called "Wo"; there are: Was, Jahr, Wer'):
        imported(file, text, columns={"places": ["Wo"]})
    with pytest.raises(UnknownColumnError, match='no key of an event is called "titel"; did you mean "title"'):
        imported(file, text, columns={"titel": ["Was"]})


@pytest.mark.parametrize(
    "row, told",
    [
        ("Rede,sometime,,", 'row 2: when: "sometime" is no date that can be read: kept as words'),
        (",2021,,", "row 2: title: there is none, and the row is left out"),
        ("Rede,2021,doen,", 'row 2: status: cannot be "doen"; there are: held, planned, cancelled'),
        ("Rede,2021,,x,more", "row 2: 1 more than the 4 columns: more"),
        ("Rede,2021,,seven", 'row 2: number: "seven" is no whole number from 1 on'),
        ("Rede,2021,,7", "row 2: number: 7 of no series, and left out"),
        ("Rede\x1b[0m,2021,,", "row 2: title: control characters are left out"),
        ("Rede," + "x" * 600 + ",,", "row 2: when: 600 characters are too many for a date"),
    ],
)
def test_what_is_not_understood_is_told_with_its_row(file: Path, row: str, told: str) -> None:
    _, remarks = imported(file, f"title,when,status,number\n{row}\n")
    assert any(remark.startswith(told) for remark in remarks), remarks


def test_a_column_that_nobody_knows_is_told_once(file: Path) -> None:
    _, remarks = imported(file, "title,when,Foo\na,2021,1\nb,2021,2\n")
    assert remarks == ['column "Foo": left out; --column notes="Foo" would take it along']


def test_two_columns_make_a_stretch(file: Path) -> None:
    events, _ = imported(file, "title,start,end\na,2021-06-20,2021-06-22\nb,2021-06-20,2021-06-20\nc,,2022\n")
    assert [event.when for event in events] == ["2021-06-20/2021-06-22", "2021-06-20", "2022"]


def test_what_is_there_already_is_left_out(file: Path) -> None:
    text = "id,title,when\na,A,2021\n,B,June 2021\n,C,no date\n"
    assert len(imported(file, text)[0]) == 3
    before = file.read_bytes()
    events, remarks = imported(file, text)
    assert events == []
    assert sum("already" in remark for remark in remarks) == 3
    assert file.read_bytes() == before


def test_ids_of_others_are_not_taken(file: Path) -> None:
    imported(file, "id,title\na,A\n")
    events, remarks = imported(file, "id,title\na,Other\nb,B\nb,B again\nNo Id,N\n")
    assert [event.id for event in events] == ["a-2", "b", "b-2", "no-id"]
    assert remarks == [
        'row 2: id: "a" is another event here: this one is "a-2"',
        'row 4: id: "b" is another event here: this one is "b-2"',
        'row 5: id: "No Id" is no id here, and is written "no-id"',
    ]


@pytest.mark.parametrize(
    "record, when, words, edtf",
    [
        ({"when": "on Monday", "edtf": "2024-03-25"}, "25 March 2024", "on Monday", "2024-03-25"),
        ({"when": "June 2021", "edtf": "2021-06"}, "June 2021", "", "2021-06"),
        ({"when": "yesterday", "edtf": "2021-07-08", "source": "paper"}, "yesterday", "", "2021-07-08"),
        ({"edtf": "199X", "part": "early"}, "early 1990s", "", "199X"),
        ({"edtf": "2024-03-25/2024-03-31", "grain": "week"}, "week of 25 March 2024", "", "2024-03-25/2024-03-31"),
        ({"when": "the eve of @gone", "edtf": "2021-07-08"}, "8 July 2021", "the eve of @gone", "2021-07-08"),
        ({"when": "sometime", "words": "once"}, None, "once", None),
        ({"edtf": "20x1-13"}, None, "", None),
        ({"when": "2021", "edtf": "no"}, "2021", "", "2021"),
    ],
)
def test_a_date_means_what_it_meant(file: Path, record: dict[str, Any], when: str, words: str, edtf: str) -> None:
    (event,), _ = imported(file, json.dumps([{"title": "A", **record}]), "json")
    assert (event.when, event.words) == (when, words)
    interval = read(file).dated[event.id].interval
    assert (interval and interval.edtf) == edtf


def test_sources_are_known_by_their_titles_and_addresses(file: Path) -> None:
    with file.open("a", encoding="utf-8") as more:
        more.write('title = "The Paper"\nurl = "https://example.org/p"\n')
    text = (
        "title,when,source,url\na,2021,The Paper,\nb,2021,,https://example.org/p\nc,2021,paper,\n"
        "d,2021,Another paper,https://example.org/q\ne,2021,,https://example.org/q\nf,2021,next-one,\n"
    )
    events, remarks = imported(file, text)
    assert [event.source for event in events] == [
        "paper",
        "paper",
        "paper",
        "another-paper",
        "another-paper",
        "next-one",
    ]
    assert remarks == []


PAPER = {
    "id": "paper",
    "title": "The Paper",
    "publisher": "P",
    "published": "2021-07-09",
    "url": "https://example.org/p",
}


@pytest.mark.parametrize(
    "source, id_, told",
    [
        (PAPER, "paper", ['title: "paper" has none here', 'publisher: "paper" has none', 'url: "paper" has none here']),
        ({"id": "paper", "published": "9 July 2021"}, "paper", []),
        (
            {**PAPER, "published": "2020"},
            "paper-2",
            ['id: "paper" is another source here (published: "2021-07-09" and'],
        ),
        ({**PAPER, "id": "book"}, "book", []),
        ({**PAPER, "id": "The Book"}, "the-book", []),
        (
            {**PAPER, "id": "book", "published": "20x1"},
            "book",
            ['published: "20x1" is no day that can be read: left out'],
        ),
        ({**PAPER, "id": "book", "language": "xx"}, "book", ['language: no dates can be read in "xx": left out']),
        ({**PAPER, "id": "book", "colour": "red"}, "book", ["colour: no key of a source, and left out"]),
        ({**PAPER, "id": "book", "title": 7.5, "url": []}, "book", ["url: this is a list"]),
        ({"title": "none"}, "book", ["id: there is none, and the source is left out"]),
        ({"id": "other"}, "book", ['no event of the file names "other", and it is left out']),
    ],
)
def test_sources_come_along(file: Path, source: dict[str, Any], id_: str, told: list[str]) -> None:
    document = {
        "events": [{"title": "A", "when": "yesterday", "edtf": "2021-07-08", "source": source.get("id", "book")}],
        "sources": [source],
    }
    if source.get("id") == "other":
        document["events"][0]["source"] = "book"
    (event,), remarks = imported(file, json.dumps(document), "json")
    assert event.source == id_
    of = [remark for remark in remarks if remark.startswith("source")]
    assert len(of) == len(told)
    assert all(remark.startswith(f"source 1: {one}") for remark, one in zip(of, told, strict=True)), of
    assert read(file).dated["a"].interval.edtf == "2021-07-08"  # type: ignore[union-attr]
    # Once more changes nothing.
    assert imported(file, json.dumps(document), "json")[0] == []


def test_a_source_that_was_renamed_is_found_again(file: Path) -> None:
    other = {"id": "paper", "title": "Another", "published": "2020-05-05"}
    for title in ("A", "B"):
        document = {"events": [{"title": title, "when": "yesterday", "source": "paper"}], "sources": [other]}
        (event,), _ = imported(file, json.dumps(document), "json")
        assert event.source == "paper-2"
    sources = read(file).records.sources
    assert list(sources) == ["paper", "paper-2"]
    assert (sources["paper-2"].title, sources["paper-2"].published) == ("Another", "2020-05-05")


@pytest.mark.parametrize(
    "sources, told", [(7, "sources: they stand in a list"), ([7], "source 1: a source is an object")]
)
def test_sources_that_are_none(file: Path, sources: Any, told: str) -> None:
    _, remarks = imported(file, json.dumps({"events": [{"title": "A", "when": "2021"}], "sources": sources}), "json")
    assert remarks[0].startswith(told)


def test_what_hangs_on_an_event_goes_on_hanging(file: Path) -> None:
    records = [
        {"title": "After", "when": "two days after @first", "edtf": "2021-07-10"},
        {"id": "first", "title": "First", "when": "yesterday", "edtf": "2021-07-08"},
    ]
    events, remarks = imported(file, json.dumps(records), "json")
    assert [event.when for event in events] == ["two days after @first", "8 July 2021"]
    assert len(remarks) == 1


def test_claims_come_along(file: Path) -> None:
    claims = [
        {"when": "on Sunday", "edtf": "2021-06-20", "source": "another", "quote": "q"},
        {"when": "gibberish"},
        {"when": "June 2021"},
    ]
    record = {"title": "A", "when": "June 2021", "edtf": "2021-06-20", "claims": claims}
    (event,), remarks = imported(file, json.dumps({"events": [record]}), "json")
    assert event.claims == (Claim("2021-06-20", "on Sunday", "another", "q"), Claim("June 2021"))
    assert len(remarks) == 2
    assert read(file).dated["a"].interval.edtf == "2021-06-20"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "form, text, told",
    [
        ("json", "[", "x:1:2: not JSON"),
        ("json", '"a"', "events stand in a list"),
        ("json", '{"events": 7}', "events stand in a list"),
        ("json", "[" * 100_000, "not JSON"),
        ("csv", "", "it is empty"),
        ("csv", "a,b\n1,2\n", "none of its columns is known: a, b"),
        ("csv", 'title\n"a" b\n', "expected after"),
        ("csv", b"\x00\x01\x02", "no text"),
        ("jsonl", b"\xff\xfe\x00", "cannot be read"),
        ("icalendar", "BEGIN:VCALENDAR\nnonsense", "not iCalendar"),
    ],
)
def test_a_file_of_another_kind(tmp_path: Path, form: str, text: str | bytes, told: str) -> None:
    with pytest.raises(UnreadableImportError, match=told):
        imported(tmp_path / "events.toml", text, form)
    assert not (tmp_path / "events.toml").exists()


def test_formats_are_found_by_their_suffix() -> None:
    assert imports() == ["csv", "icalendar", "json", "jsonl"]
    assert find_import(None, "a.b.ICS").SUFFIXES[0] == ".ics"
    with pytest.raises(UnknownImportError):
        find_import(None, "a.pdf")


def test_lines_that_are_no_events(file: Path) -> None:
    text = '{"title": "A"}\n\n{"title": \n7\n{"title": "B", "foo": 1, "organisations": [7, {"id": "vwu"}]}\n'
    events, remarks = imported(file, text, "jsonl")
    assert [(event.title, event.organisations) for event in events] == [("A", ()), ("B", ("vwu",))]
    assert [remark.split(":")[0] for remark in remarks] == ["line 3", "line 4", "line 5", "line 5"]


CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:{product}
{entries}END:VCALENDAR
"""


def calendar(*entries: str, product: str = "-//someone//EN") -> str:
    bodies = "".join(f"BEGIN:VEVENT\n{entry}\nEND:VEVENT\n" for entry in entries)
    return CALENDAR.format(product=product, entries=bodies).replace("\n", "\r\n")


@pytest.mark.parametrize(
    "dates, when",
    [
        ("DTSTART;VALUE=DATE:20210709\nDTEND;VALUE=DATE:20210710", "2021-07-09"),
        ("DTSTART;VALUE=DATE:20210709\nDTEND;VALUE=DATE:20210712", "2021-07-09/2021-07-11"),
        ("DTSTART;VALUE=DATE:20210709", "2021-07-09"),
        ("DTSTART;VALUE=DATE:20210709\nDURATION:P3D", "2021-07-09/2021-07-11"),
        ("DTSTART:20210709T100000Z\nDTEND:20210709T120000Z", "2021-07-09"),
        ("DTSTART:20210709T100000\nDTEND:20210711T000000", "2021-07-09/2021-07-10"),
        (
            "DTSTART;TZID=Asia/Ho_Chi_Minh:20210709T230000\nDTEND;TZID=Asia/Ho_Chi_Minh:20210710T010000",
            "2021-07-09/2021-07-10",
        ),
        ("X-TIMELINE-EDTF:2021-06~\nDTSTART;VALUE=DATE:20210601\nDTEND;VALUE=DATE:20210701", "2021-06~"),
        ("COMMENT:none", None),
    ],
)
def test_the_days_of_a_calendar(file: Path, dates: str, when: str | None) -> None:
    (event,), _ = imported(file, calendar(f"UID:a-visit@x\nSUMMARY:A visit\n{dates}"), "icalendar")
    assert (event.id, event.title, event.when) == ("a-visit", "A visit", when)


def test_what_a_calendar_says_of_an_event(file: Path) -> None:
    entry = (
        "UID:6B1F-22@example.org\nSUMMARY:Fest\\, groß\nDTSTART;VALUE=DATE:20210709\nLOCATION:Hà Nội\\; Haus 2\n"
        "CATEGORIES:a,b\nSTATUS:TENTATIVE\nDESCRIPTION:one\\ntwo\nURL:https://example.org/feast\nRRULE:FREQ=DAILY\n"
        "ATTENDEE:mailto:a@example.org"
    )
    text = calendar(entry).replace("END:VCALENDAR", "BEGIN:VTODO\r\nUID:t\r\nEND:VTODO\r\nEND:VCALENDAR")
    (event,), remarks = imported(file, text, "icalendar")
    assert (event.id, event.title) == ("fest-gross", "Fest, groß")
    assert (event.places, event.tags, event.status, event.kind) == (("Hà Nội; Haus 2",), ("a", "b"), "planned", "event")
    assert event.notes == "one\ntwo"
    assert event.source == "example-org-feast"
    assert read(file).records.sources["example-org-feast"].url == "https://example.org/feast"
    assert remarks == [
        "entry 1: RRULE: the first of its days is taken",
        "entry 1: ATTENDEE: left out",
        "entry 2: a VTODO is no event, and left out",
    ]


@pytest.mark.parametrize(
    "lines, when, told",
    [
        ("SUMMARY:A\nDTSTART:gibberish", None, "entry 1: it cannot be read, and is left out"),
        ("SUMMARY:A\nDTSTART:gibberish\nX-TIMELINE-EDTF:2021", "2021", ""),
        ("SUMMARY:A\nSUMMARY:B\nDTSTART;VALUE=DATE:20210709", "2021-07-09", "entry 1: SUMMARY: it is given 2 times"),
        ("SUMMARY:A\nDTSTART:20210709T100000Z\nDTSTART:gibberish\nX-TIMELINE-EDTF:2021", "2021", ""),
    ],
)
def test_entries_that_are_half_broken(file: Path, lines: str, when: str | None, told: str) -> None:
    events, remarks = imported(file, calendar(lines), "icalendar")
    assert [(event.title, event.when) for event in events] == ([("A", when)] if when else [])
    assert "".join(remarks).startswith(told)


def test_our_own_calendars_come_back(file: Path) -> None:
    entry = (
        "UID:{uid}@timeline\nSUMMARY:Congress\nDTSTART;VALUE=DATE:{year}0101\n"
        "DTEND;VALUE=DATE:{after}0101\nX-TIMELINE-EDTF:{{1975,1980}}\n"
        "LOCATION:Hà Nội\\; Huế\nCATEGORIES:congress,x\nSTATUS:CONFIRMED\nTRANSP:TRANSPARENT\n"
        "DESCRIPTION:Date: 1975 and 1980\\nMarks: possible\\, implied\\nOrganisations: Women's Union\\n"
        "People: A\\; B\\n“so”\\nSource: Paper\\, by A\\nNotes: n\nURL:https://example.org/p"
    )
    entries = [
        entry.format(uid="congress.1", year=1975, after=1976),
        entry.format(uid="congress.2", year=1980, after=1981),
    ]
    (event,), remarks = imported(file, calendar(*entries, product="-//timeline//timeline//EN"), "icalendar")
    assert remarks == []
    assert (event.id, event.kind, event.tags, event.places) == ("congress", "congress", ("x",), ("Hà Nội", "Huế"))
    assert (event.organisations, event.people, event.quote) == (("vwu",), ("A", "B"), "so")
    assert (event.notes, event.implied) == ("n", True)
    source = read(file).records.sources[event.source or ""]
    assert (source.title, source.url) == ("Paper, by A", "https://example.org/p")
    assert read(file).dated["congress"].interval.edtf == "{1975,1980}"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "own, days, date, words, told",
    [
        # As an export draws them: the exact date counts.
        ("EDTF:2021-06~", "0601-0701", "2021-06~", "", ""),
        ("EDTF:2021-06/..\nWHEN:since June 2021", "0601-0701", "2021-06/..", "", ""),
        ("EDTF:2021\nPART:early\nWHEN:early 2021", "0101-0501", "2021", "", ""),
        (
            "EDTF:2021-07-05/2021-07-11\nGRAIN:week\nWHEN:week of 5 July 2021",
            "0705-0712",
            "2021-07-05/2021-07-11",
            "",
            "",
        ),
        # Moved, made longer, shorter.
        ("EDTF:2021-07-09\nWHEN:9 July 2021", "0712-0713", "2021-07-12", "9 July 2021", "2021-07-12"),
        (
            "EDTF:2021-07-09\nWHEN:yesterday\nANCHOR:2021-07-10",
            "0709-0711",
            "2021-07-09/2021-07-10",
            "yesterday",
            "2021-0",
        ),
        ("EDTF:2021-06~\nWHEN:c. June 2021\nWORDS:that June", "0609-0610", "2021-06-09", "that June", "2021-06-09"),
        ("EDTF:2021\nPART:early\nWHEN:early 2021", "0101-0601", "2021-01-01/2021-05-31", "early 2021", "2021-01-01"),
        ("EDTF:20x1-13", "0609-0610", "2021-06-09", "", "2021-06-09"),
    ],
)
def test_an_entry_that_was_moved_is_where_it_was_moved(  # noqa: PLR0917
    file: Path, own: str, days: str, date: str, words: str, told: str
) -> None:
    start, end = days.split("-")
    properties = "".join(f"\nX-TIMELINE-{line}" for line in own.split("\n"))
    entry = f"UID:a@timeline\nSUMMARY:Feast\nDTSTART;VALUE=DATE:2021{start}\nDTEND;VALUE=DATE:2021{end}{properties}"
    (event,), remarks = imported(file, calendar(entry), "icalendar")
    interval = read(file).dated["a"].interval
    assert (interval and interval.edtf, event.words) == (date, words)
    moved = [remark for remark in remarks if "DTSTART" in remark]
    assert len(moved) == bool(told)
    assert all(remark.startswith(f"entry 1: DTSTART: the entry was moved to {told}") for remark in moved)


@pytest.mark.parametrize(
    "days, date",
    [
        (("19750101-19760101", "19800101-19810101"), "{1975,1980}"),
        (("19800101-19810101",), "{1975,1980}"),
        (("19750101-19760101", "19820309-19820310"), "{1975,1982-03-09}"),
        (("19840101-19840103", "19800101-19810101"), "{1980,1984-01-01..1984-01-02}"),
        (("19820309-19820310", "19820309-19820310"), "1982-03-09"),
    ],
)
def test_of_several_days_one_may_be_moved(file: Path, days: tuple[str, ...], date: str) -> None:
    entries = [
        f"UID:a.{number}@timeline\nSUMMARY:Feast\nDTSTART;VALUE=DATE:{one[:8]}\nDTEND;VALUE=DATE:{one[9:]}\n"
        "X-TIMELINE-EDTF:{1975,1980}"
        for number, one in enumerate(days, 1)
    ]
    imported(file, calendar(*entries), "icalendar")
    assert read(file).dated["a"].interval.edtf == date  # type: ignore[union-attr]


def test_what_was_changed_elsewhere_is_told(file: Path) -> None:
    entry = "UID:a@timeline\nSUMMARY:{}\nDTSTART;VALUE=DATE:{}\nX-TIMELINE-EDTF:2021-07-09"
    imported(file, calendar(entry.format("Feast", "20210709")), "icalendar")
    for title, day, told in (
        ("Feast", "20210709", 'the timeline has "a" already, and the row is left out'),
        ("Feast", "20210712", 'the timeline has "a" already, on 2021-07-09 and not on 2021-07-12: the row is left out'),
        ("Fest", "20210709", 'the timeline has "a" already, as "Feast" and not as "Fest": the row is left out'),
    ):
        events, remarks = imported(file, calendar(entry.format(title, day)), "icalendar")
        assert events == []
        assert told in remarks[-1]
    (event,), remarks = imported(file, calendar(entry.format("Fest", "20210712")), "icalendar")
    assert (event.id, event.title, event.when) == ("a-2", "Fest", "2021-07-12")
    assert remarks[-1] == 'entry 1: id: "a" is another event here: this one is "a-2"'


LINES = [
    "BEGIN:VCALENDAR",
    "END:VCALENDAR",
    "BEGIN:VEVENT",
    "END:VEVENT",
    "SUMMARY:A",
    "UID:a@b",
    "DTSTART;VALUE=DATE:20210709",
    "DTSTART:20210709T100000Z",
    "DTSTART:gibberish",
    "DTEND;VALUE=DATE:20210701",
    "DTEND:20210709T120000",
    "DURATION:P1D",
    "DURATION:x",
    "CATEGORIES:a,b",
    "CATEGORIES:c",
    "X-TIMELINE-EDTF:2021-13",
    "X-TIMELINE-EDTF:2021",
    "LOCATION",
    "STATUS:x",
    "RRULE:FREQ=NEVER",
    "DTSTART;TZID=Nowhere/City:20210709T100000",
    "SUMMARY:twice",
    " folded",
    "BEGIN:VALARM",
    "END:VALARM",
]
values = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=6)
trees = st.recursive(
    values, lambda deep: st.lists(deep, max_size=3) | st.dictionaries(st.text(max_size=3), deep, max_size=2)
)
records = st.dictionaries(st.sampled_from(sorted(KNOWN)), trees, max_size=6).map(lambda one: {"title": "A", **one})
json_texts = st.lists(records, max_size=3).map(json.dumps) | records.map(json.dumps)


@pytest.mark.parametrize("form", imports())
def test_no_file_breaks_an_import(form: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    lines = st.lists(st.sampled_from(LINES), max_size=9).map("\n".join)
    whole = lines.map(lambda text: f"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{text}\nEND:VEVENT\nEND:VCALENDAR")
    cells = st.text(st.sampled_from('title,when;\n"\t{}[]:1é\x00 ='))
    texts = (lines | whole) if form == "icalendar" else cells if form == "csv" else json_texts
    heading = "title,when,number,edtf,implied\n" if form == "csv" else ""

    @given(texts.map(lambda text: (heading + text).encode()) | st.binary(max_size=40))
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def holds(raw: bytes) -> None:
        file = tmp_path_factory.mktemp("any") / "events.toml"
        try:
            rows = find_import(form, "").read(raw, "x", {})
        except UnreadableImportError:
            return
        bring_in(file, rows, reader_date, create=True)
        assert not file.exists() or not [one for one in read(file).problems if one.severity == "error"]

    holds()


words = (
    st.text(st.characters(exclude_categories=("C", "Zl", "Zp"), exclude_characters=";"), min_size=1, max_size=12)
    .map(str.strip)
    .filter(bool)
)
# Whatever stands before it, an apostrophe before a formula is a spreadsheet's.
cells = words.filter(lambda text: not text.startswith("'"))
prose = st.just("") | cells
# Quotes and notes may have several lines, and lines that look like something else.
lines = st.lists(cells | st.sampled_from(["Notes: x", "Date: 2021", "“so”", "  set in"]), max_size=3).map("\n".join)
texts = lines.map(str.strip)
ways = st.sampled_from([(None, None), ("congress", None), ("congress", 7)])
anchored = st.sampled_from([("yesterday", "2021-07-10"), ("last Monday", "9 July 2021"), ("24 October", "2021")])
dates = st.sampled_from(
    [
        "June 2021",
        "2021-06-20/2021-07",
        "since 1946",
        "early 1990s",
        "9 July 2021?",
        "[1967,1968]",
        "XXXX-10-20",
        "2021-W23",
        "week of 5 July 2021",
        "from 2002 to 2007",
        "{1975,1980}",
        "-0233",
        "ngày 9 tháng 7 năm 2021",
        "by 2030",
        "the 1980s",
        "summer 2021",
        None,
    ]
)
claims = st.builds(
    Claim, st.sampled_from(["2021", "June 2021"]), prose, st.sampled_from([None, "paper", "book"]), prose, st.none()
)


def events(*, with_claims: bool) -> st.SearchStrategy[Event]:
    return st.fixed_dictionaries(
        {
            "id": st.just(""),
            "title": cells,
            "kind": st.sampled_from(["event", "visit", "congress"]),
            "organisations": st.sampled_from([(), ("vwu",), ("vwu", "hanoi")]),
            "people": st.lists(cells, max_size=2, unique=True).map(tuple),
            "places": st.lists(cells, max_size=2, unique=True).map(tuple),
            "tags": st.lists(cells, max_size=2).map(tuple),
            "status": st.sampled_from(["held", "planned", "cancelled"]),
            "implied": st.booleans(),
            "source": st.sampled_from([None, "paper", "book"]),
            "quote": texts,
            "notes": texts,
            "words": prose,
            "when and anchor": dates.map(lambda when: (when, None)) | anchored,
            "series and number": ways,
            "claims": st.lists(claims, max_size=2).map(tuple) if with_claims else st.just(()),
        }
    ).map(_event)


def _event(fields: dict[str, Any]) -> Event:
    (when, anchor), (series, number) = fields.pop("when and anchor"), fields.pop("series and number")
    return Event(**fields, when=when, anchor=anchor, series=series, number=number)


days = st.sampled_from([None, "2021-07-09", "9 July 2021", "2024-11-15/2025-01", "July 2021", "9/7/2021"])
books = st.builds(
    Source,
    st.just("book"),
    title=prose,
    publisher=prose,
    author=prose,
    language=st.sampled_from([None, "en", "ko"]),
    published=days,
    url=st.sampled_from(["", "https://example.org/book"]),
    file=prose,
    accessed=days,
    archive=prose,
    note=texts,
)


@pytest.mark.parametrize("form", ["csv", "json", "jsonl"])
def test_export_and_import_give_the_same_events(form: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    @given(st.lists(events(with_claims=form != "csv"), min_size=1, max_size=4), books)
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def same(some: list[Event], book: Source) -> None:
        folder = tmp_path_factory.mktemp("round")
        first, second = folder / "first.toml", folder / "second.toml"
        first.write_text(FILE, encoding="utf-8")
        append(first, Additions(tuple(some), sources=(book,)))
        exported = load(first).render(form)
        _, remarks = imported(second, exported, form)
        assert load(second).render(form) == exported
        assert remarks == []

    same()


def is_in_a_calendar(record: dict[str, Any]) -> bool:
    """Not what has no day or no year, nor the years before 1: the export tells of these."""
    days = [day for day in (record["earliest"], record["latest"]) if day]
    return bool(days) and not any(day.startswith("-") for day in days)


def test_a_calendar_gives_the_same_events_back(tmp_path_factory: pytest.TempPathFactory) -> None:
    @given(st.lists(events(with_claims=False), min_size=1, max_size=4))
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def same(some: list[Event]) -> None:
        folder = tmp_path_factory.mktemp("round")
        first, second = folder / "first.toml", folder / "second.toml"
        for file in (first, second):
            file.write_text(FILE, encoding="utf-8")
        append(first, Additions(tuple(some), sources=(Source("book", "A book"),)))
        _, remarks = imported(second, load(first).render("icalendar"), "icalendar")
        before, after = (
            [json.loads(line) for line in load(file).render("jsonl").splitlines()] for file in (first, second)
        )
        assert after == [record for record in before if is_in_a_calendar(record)]
        assert remarks == []

    same()


@pytest.mark.parametrize("form", ["csv", "icalendar", "json", "jsonl"])
def test_the_timeline_of_the_repository_comes_back(form: str, tmp_path: Path) -> None:
    mine = load(HERE.parents[1] / "events.toml")
    _, remarks = imported(tmp_path / "events.toml", mine.render(form), form)
    assert all("phrase kept as words" in remark or "was inferred" in remark for remark in remarks)
    other = load(tmp_path / "events.toml")
    kept = [one for one in same_but_for_the_words(mine) if form != "icalendar" or is_in_a_calendar(one)]
    assert same_but_for_the_words(other) == kept
    words = {event.id: event.words for event in other.records.events}
    assert {one["id"] for one in kept} == words.keys()
    assert all(event.words in ("", words[event.id]) for event in mine.records.events if event.id in words)


def same_but_for_the_words(read: Timeline) -> list[Any]:
    records = [json.loads(line) for line in read.render("jsonl").splitlines()]
    aside = ("when", "words", "inferred", "claims")
    for record in records:
        # CSV has no ids of organisations.
        record["organisations"] = [organisation["name"] for organisation in record["organisations"]]
    return [{key: value for key, value in record.items() if key not in aside} for record in records]
