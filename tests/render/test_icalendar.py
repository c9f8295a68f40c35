"""iCalendar, read back by the icalendar library: days, ends, rules, what is left out and what is said of it."""

import datetime as dt

import pytest
from icalendar import Calendar
from picked import picked, text, told

from timeline.events.records import Event, Organisation, Records, Source


def entries(*events: Event, of: Records | None = None, **options: str | bool) -> list[dict]:
    return list(Calendar.from_ical(text("icalendar", picked(*events, of=of), **options)).walk("VEVENT"))


def days(entry: dict) -> tuple[str, str]:
    assert type(entry["dtstart"].dt) is type(entry["dtend"].dt) is dt.date, "all day"
    return str(entry["dtstart"].dt), str(entry["dtend"].dt)


DAYS = [
    ("2021-07-09", ("2021-07-09", "2021-07-10")),
    ("2021-06-20/2021-06-21", ("2021-06-20", "2021-06-22")),
    ("2024-02-29", ("2024-02-29", "2024-03-01")),
    ("June 2021", ("2021-06-01", "2021-07-01")),
    ("2021", ("2021-01-01", "2022-01-01")),
    ("early 1990s", ("1990-01-01", "1994-01-01")),
    ("from 2002 to 2007", ("2002-01-01", "2008-01-01")),
    ("since 1946", ("1946-01-01", "1947-01-01")),
    ("until June 2030", ("2030-06-01", "2030-07-01")),
    ("by 2030", ("2030-01-01", "2031-01-01")),
    ("[1967,1969]", ("1967-01-01", "1970-01-01")),
    ("1984~", ("1984-01-01", "1985-01-01")),
    ("0001-01-01", ("0001-01-01", "0001-01-02")),
    ("9999-12-30", ("9999-12-30", "9999-12-31")),
]


@pytest.mark.parametrize("when, wanted", DAYS)
def test_the_end_is_exclusive(when: str, wanted: tuple[str, str]) -> None:
    (entry,) = entries(Event("x", "X", when))
    assert days(entry) == wanted, when


def test_the_exact_date_stands_beside_it() -> None:
    (entry,) = entries(Event("x", "X", "early 1990s"))
    assert entry["x-timeline-edtf"] == "199X"
    assert "Date: early 1990s" in entry["description"]
    (exact,) = entries(Event("x", "X", "2021-07-09"))
    assert "Date:" not in exact.get("description", "")


def test_a_date_that_is_several_days_is_several_entries() -> None:
    found = entries(Event("x", "X", "{1975-04-30,1980}"))
    assert [days(entry) for entry in found] == [("1975-04-30", "1975-05-01"), ("1980-01-01", "1981-01-01")]
    assert [str(entry["uid"]) for entry in found] == ["x.1@timeline", "x.2@timeline"]


@pytest.mark.parametrize(
    "event, wanted",
    [
        (Event("x", "Founding day of the union", "1930-10-20", kind="anniversary"), {"FREQ": ["YEARLY"]}),
        (
            Event("x", "Leap day of the union", "1932-02-29", kind="anniversary"),
            {"FREQ": ["YEARLY"], "BYMONTH": [2], "BYMONTHDAY": [-1]},
        ),
        (Event("x", "Founding day of the union", "1930-10", kind="anniversary"), None),
        (Event("x", "Founding day of the union", "1930-10-20/1930-10-21", kind="anniversary"), None),
        (Event("x", "Founding day of the union", "1930-10-20~", kind="anniversary"), None),
        (Event("x", "Founding day of the union", "1930-10-20", kind="anniversary", status="cancelled"), None),
        (Event("x", "Founding day of the union", "1930-10-20", kind="founding"), None),
        (Event("x", "70 years of the union", "2000-10-20", kind="anniversary"), None),
        (Event("x", "Seventieth birthday of the union", "2000-10-20", kind="anniversary"), None),
        (Event("x", "Kỷ niệm bảy mươi năm", "2000-10-20", kind="anniversary"), None),
        (Event("x", "창립 칠십돐", "2000-10-20", kind="anniversary"), None),
        (Event("x", "Jubilee", "2000-10-20", kind="anniversary", number=3), None),
    ],
)
def test_only_an_anniversary_of_every_year_comes_again(event: Event, wanted: dict | None) -> None:
    (entry,) = entries(event)
    assert (dict(entry["rrule"]) if "rrule" in entry else None) == wanted, event


def test_what_is_the_nth_of_another_event_does_not_come_again() -> None:
    found = entries(
        Event("ties", "Ties", "1950-01-31"),
        Event("seventy", "Jubilee of the ties", "70th anniversary of @ties", kind="anniversary"),
    )
    assert days(found[1]) == ("2020-01-31", "2020-02-01")
    assert "rrule" not in found[1]


def test_an_entry_says_what_the_event_is() -> None:
    of = Records(
        title="Unions, others; and more",
        organisations={"vwu": Organisation("vwu", "Vietnam Women's Union")},
        sources={"page": Source("page", "A page", "Union", published="2021-07-09", url="https://example.org/a")},
    )
    event = Event(
        "congress-7",
        "7th Congress; the second, \\n day",
        "2021-06-20",
        kind="congress",
        organisations=("vwu",),
        people=("Kim Jong Sun",),
        places=("Hà Nội", "Huế"),
        tags=("a", "b,c"),
        status="planned",
        source="page",
        quote="held in\nJune 2021",
    )
    calendar = Calendar.from_ical(text("icalendar", picked(event, of=of)))
    (entry,) = calendar.walk("VEVENT")
    # The library gives what it does not know as it stands in the file.
    assert calendar["name"] == calendar["x-wr-calname"] == r"Unions\, others\; and more"
    assert (entry["uid"], entry["summary"]) == ("congress-7@timeline", "7th Congress; the second, \\n day")
    assert [str(word) for word in entry["categories"].cats] == ["congress", "a", "b,c"]
    assert (entry["status"], entry["transp"], entry["location"]) == ("TENTATIVE", "TRANSPARENT", "Hà Nội; Huế")
    assert entry["url"] == "https://example.org/a"
    assert entry["description"].split("\n") == [
        "Marks: planned",
        "Organisations: Vietnam Women's Union",
        "People: Kim Jong Sun",
        "“held in",
        "  June 2021”",
        "Source: A page, Union, 9 July 2021",
    ]


@pytest.mark.parametrize(
    "status, wanted", [("held", "CONFIRMED"), ("planned", "TENTATIVE"), ("cancelled", "CANCELLED")]
)
def test_status(status: str, wanted: str) -> None:
    (entry,) = entries(Event("x", "X", "2021-07-09", status=status))
    assert entry["status"] == wanted


def test_no_clock_plays_a_part() -> None:
    (entry,) = entries(Event("x", "X", "2021-07-09"))
    assert entry["dtstamp"].dt == dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def test_lines_are_folded_and_end_as_the_standard_wants() -> None:
    found = text("icalendar", picked(Event("x", "조선사회주의녀성동맹 " * 40, "2021-07-09")))
    assert found.count("\n") == found.count("\r\n") == len(found.split("\r\n")) - 1
    assert max(len(line.encode()) for line in found.split("\r\n")) <= 75


COARSE = [Event("d", "D", "2021-07-09"), Event("m", "M", "2021-07"), Event("y", "Y", "2021"), Event("t", "T", "202X")]


@pytest.mark.parametrize("coarsest, wanted", [("day", "d"), ("month", "dm"), ("year", "dmy"), ("any", "dmyt")])
def test_the_coarsest_date_can_be_chosen(coarsest: str, wanted: str) -> None:
    found = entries(*COARSE, coarsest=coarsest)
    assert sorted(str(entry["uid"])[0] for entry in found) == sorted(wanted)
    said = told("icalendar", picked(*COARSE), coarsest=coarsest)
    left = len(COARSE) - len(wanted)
    assert any(f"--coarsest {coarsest}: {left} event" in line for line in said) == bool(left), said


def test_what_a_calendar_cannot_hold_is_told() -> None:
    selection = picked(
        Event("old", "Old", "-0233"),
        Event("last", "Last", "9999-12-31"),
        Event("lost", "Lost"),
        Event("feast", "Feast", "XXXX-10-20"),
        Event("since", "Since", "since 1946"),
        Event("june", "June", "June 2021", series="s", number=1),
    )
    assert told("icalendar", selection) == [
        "left out, for a calendar needs a day: 2 events without a date",
        "left out, for a calendar has the years 1 to 9999 only: old, last",
        "1 event of no exact day: drawn over all the days that may be meant",
        "1 event open at one end: drawn at the end that is known",
    ]
    uids = [str(entry["uid"]) for entry in Calendar.from_ical(text("icalendar", selection)).walk("VEVENT")]
    assert uids == ["since@timeline", "june@timeline"]
    assert told("icalendar", picked(Event("x", "X", "2021-07-09"))) == []
