"""Counts by unit, by name and by pairs: every event is counted, and every silence."""

import pytest

from timeline.dates import edtf
from timeline.events.dating import date_events
from timeline.events.records import Event, Organisation, Person, Records
from timeline.query import QueryError, Selection, select
from timeline.query.counting import count, read_groupings


def selected(*events: Event, period: str | None = None) -> Selection:
    of = Records(
        language="en",
        organisations={
            "a": Organisation("a", "Alpha"),
            "b": Organisation("b", "Beta"),
            "c": Organisation("c", "Gamma"),
        },
        people={"huong": Person("huong", "Trần Thị Hương", ("Tran Thi Huong",))},
        events=tuple(one._replace(order=at) for at, one in enumerate(events)),
    )
    return select(date_events(of).dated.values(), of, edtf.parse(period) if period else None)


def dated(*whens: str | None) -> list[Event]:
    return [Event(f"e{at}", "E", when) for at, when in enumerate(whens)]


def rows(selection: Selection, by: str) -> list[tuple[str, int]]:
    counted = count(selection, read_groupings(by))
    return [("+".join(label.key or label.name for label in row.labels), row.events) for row in counted.rows]


@pytest.mark.parametrize(
    "by, whens, wanted",
    [
        ("year", ("2019", "2021", "2021-06"), [("2019", 1), ("2020", 0), ("2021", 2)]),
        ("year", ("-0001", "0001"), [("-0001", 1), ("0000", 0), ("0001", 1)]),
        ("year", ("2021", "199X", "../1950"), [("2021", 1), ("beginning unknown", 1), ("year unknown", 1)]),
        ("month", ("2021-12", "2022-02"), [("2021-12", 1), ("2022-01", 0), ("2022-02", 1)]),
        ("month", ("2021-12", "2022"), [("2021-12", 1), ("month unknown", 1)]),
        ("decade", ("1999", "199X", "2015/2021"), [("199X", 2), ("200X", 0), ("201X", 1)]),
        ("century", ("1999", "19XX"), [("19XX", 2)]),
        ("year", (), []),
        ("year", (None,), [("undated", 1)]),
        ("year", ("2021~", "2021-06/.."), [("2021", 2)]),
    ],
)  # fmt: skip
def test_units(by: str, whens: tuple[str | None, ...], wanted: list[tuple[str, int]]) -> None:
    assert rows(selected(*dated(*whens)), by) == wanted


def test_a_period_is_counted_from_its_beginning_to_its_end() -> None:
    found = selected(*dated("1946/..", "2001", "2002-03"), period="2000/2003")
    assert rows(found, "year") == [("2000", 0), ("2001", 1), ("2002", 1), ("2003", 0), ("begun before", 1)]


def test_what_is_possible_is_counted_twice() -> None:
    counted = count(selected(*dated("2021", "2021-06-20"), period="2021-06"), ("kind",))
    assert [(row.events, row.possible) for row in counted.rows] == [(2, 1)]


def test_silences_without_end_are_not_told_one_by_one() -> None:
    counted = count(selected(*dated("-9000", "2021")), ("year",))
    assert [row.labels[0].key for row in counted.rows] == ["-9000", "2021"]
    assert not counted.filled


MET = (
    Event("1", "1", "2021", organisations=("a", "b"), people=("Tran Thi Huong", "Kim Song Nam"), kind="meeting"),
    Event("2", "2", "2022", organisations=("b", "a", "c"), people=("Trần Thị Hương",), kind="visit"),
    Event("3", "3", "2022", organisations=("c",), people=("Kim Song Nam", "Trần Thị Hương", "Tran Thi Huong")),
    Event("4", "4", "2022"),
)


@pytest.mark.parametrize(
    "by, wanted",
    [
        ("org", [("a", 2), ("b", 2), ("c", 2), ("no organisation", 1)]),
        ("org,org", [("a+b", 2), ("a+c", 1), ("b+c", 1)]),
        ("person", [("huong", 3), ("kim-song-nam", 2), ("no person", 1)]),
        ("person,person", [("kim-song-nam+huong", 2)]),
        ("year,kind", [("2021+meeting", 1), ("2022+event", 2), ("2022+visit", 1)]),
        ("place", [("no place", 4)]),
        ("place,place", []),
    ],
)
def test_names_and_who_met_whom(by: str, wanted: list[tuple[str, int]]) -> None:
    assert rows(selected(*MET), by) == wanted


@pytest.mark.parametrize(
    "wrong, meant", [("orgs", "org"), ("organization", "org"), ("Years", "year"), ("persons", "person")]
)
def test_what_was_meant(wrong: str, meant: str) -> None:
    with pytest.raises(QueryError, match=f'did you mean "{meant}"\\?$'):
        read_groupings(wrong)


@pytest.mark.parametrize("wrong", ["orgs", "", "org,", "org,kind,year", "org;kind"])
def test_what_events_are_not_counted_by(wrong: str) -> None:
    with pytest.raises(QueryError, match="--by: events"):
        read_groupings(wrong, "--by")
