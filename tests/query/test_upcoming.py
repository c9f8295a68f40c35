"""What comes: anniversaries at their grain, planned events, the next of a series. No clock."""

import pytest

from timeline.dates import Day, edtf
from timeline.events.dating import date_events
from timeline.events.records import Event, Records
from timeline.query.period import PeriodError
from timeline.query.series import next_of, series_of
from timeline.query.upcoming import Coming, bounded, months_from, upcoming

Told = tuple[str, str, int, str]


def coming(period: str, *events: Event, certain: bool = False) -> list[Coming]:
    records = Records(language="en", events=tuple(one._replace(order=at) for at, one in enumerate(events)))
    dated = date_events(records).dated
    return upcoming(dated.values(), dated, edtf.parse(period), certain=certain)


def told(found: list[Coming]) -> list[Told]:
    return [(one.sort, one.date.edtf, one.years, one.certainty) for one in found]


@pytest.mark.parametrize(
    "when, period, wanted",
    [
        ("1930-10-20", "2026", [("2026-10-20", 96, "certain")]),
        ("1930-10-20", "2026-10", [("2026-10-20", 96, "certain")]),
        ("1930-10-20", "2026-11", []),
        ("1930-10-20", "1930", []),
        ("1930-10-20", "1931/1932", [("1931-10-20", 1, "certain"), ("1932-10-20", 2, "certain")]),
        ("1930-10", "2026", [("2026-10", 96, "certain")]),
        ("1930-10", "2026-10-05/2026-12-31", [("2026-10", 96, "possible")]),
        ("1969", "2026-11-22/2027-11-21", [("2026", 57, "possible"), ("2027", 58, "possible")]),
        ("193X", "2026", []),
        ("1930-10-20~", "2026", [("2026-10-20~", 96, "possible")]),
        ("2020-02-29", "2025", [("2025-02-28", 5, "certain")]),
        ("2020-02-29", "2024", [("2024-02-29", 4, "certain")]),
        ("1946/..", "2026", [("2026", 80, "certain")]),
        ("1965-05-10/1969", "2026", [("2026-05-10", 61, "certain")]),
        ("../1969", "2026", []),
        ("[..1969]", "2026", []),
        ("-0233-08-10", "2026", [("2026-08-10", 2259, "certain")]),
    ],
)
def test_anniversaries(when: str, period: str, wanted: list[tuple[str, int, str]]) -> None:
    assert told(coming(period, Event("e", "E", when))) == [("anniversary", *one) for one in wanted]


@pytest.mark.parametrize("kind, status, wanted", [
    ("founding", "held", 1), ("congress", "held", 1), ("anniversary", "held", 0), ("celebration", "held", 0),
    ("ceremony", "held", 1), ("founding", "cancelled", 0),
])  # fmt: skip
def test_what_has_anniversaries(kind: str, status: str, wanted: int) -> None:
    assert len(coming("2026", Event("e", "E", "1930-10-20", kind=kind, status=status))) == wanted


def test_an_anniversary_that_is_an_event_itself_is_told_once() -> None:
    founding = Event("f", "F", "1930-10-20", kind="founding")
    feast = Event("a", "A", "100th anniversary of @f", kind="anniversary", status="planned")
    assert told(coming("2030", founding, feast)) == [("planned", "2030-10-20", 0, "certain")]
    assert told(coming("2031", founding, feast)) == [("anniversary", "2031-10-20", 101, "certain")]


def test_round_ones() -> None:
    found = coming("2030/2041", Event("e", "E", "1930-10-20"))
    assert {one.years: one.roundness for one in found if one.roundness} == {100: 10, 105: 5, 110: 10}


def test_planned_ones_come_where_they_may_lie() -> None:
    plan = Event("p", "P", "2027", status="planned")
    assert told(coming("2027-03", plan)) == [("planned", "2027", 0, "possible")]
    assert told(coming("2027-03", plan, certain=True)) == []
    assert told(coming("2028", plan)) == []


def test_planned_ones_that_begin_in_the_period() -> None:
    records = Records(language="en", events=(Event("p", "P", "2025/2027", status="planned"),))
    dated = date_events(records).dated
    for period, starting, wanted in (("2026", False, 1), ("2026", True, 0), ("2025", True, 1)):
        assert len(upcoming(dated.values(), dated, edtf.parse(period), starting=starting)) == wanted


def test_the_order_is_by_day_and_the_planned_before_what_is_expected() -> None:
    found = coming(
        "2027",
        Event("a", "A", "1930-01-05"),
        Event("b", "B", "2027-01-05", status="planned"),
        *(Event(f"s{number}", "S", str(year), series="s", number=number) for number, year in ((1, 2017), (2, 2022))),
    )
    assert [(one.sort, one.date.edtf) for one in found] == [
        ("expected", "2027"),
        ("anniversary", "2027"),
        ("anniversary", "2027"),
        ("planned", "2027-01-05"),
        ("anniversary", "2027-01-05"),
    ]


def members(*said: tuple[int | None, str | None], status: str = "held") -> list[Event]:
    events = [Event(f"s{at}", "S", when, series="s", number=number, order=at) for at, (number, when) in enumerate(said)]
    return [*events[:-1], events[-1]._replace(status=status)]


@pytest.mark.parametrize(
    "said, wanted",
    [
        ([(11, "2012-03-11"), (12, "2017-03-07"), (13, "2022-03-09")], (14, "2027")),
        ([(12, "2017"), (13, "2022")], (14, "2027")),
        # A gap over missing numbers is shared among them.
        ([(1, "2000"), (3, "2010"), (4, "2015")], (5, "2020")),
        ([(1, "1950"), (2, "1974"), (3, "1979"), (4, "1984")], (5, "1989")),
        ([(1, "2019-03-08"), (2, "2020-03-08"), (3, "2021-03-08")], (4, "2022-03")),
        ([(1, "2021-01-10"), (2, "2021-04-10"), (3, "2021-07-10")], (4, "2021-10")),
        ([(1, "2021-01-04"), (2, "2021-01-11"), (3, "2021-01-18")], (4, "2021-01-25")),
        ([(1, "2019"), (2, "2020"), (3, "2021")], (4, "2022")),
        ([(None, "2019-03-08"), (None, "2020-03-08")], (None, "2021-03")),
        ([(2, "2005"), (1, "2000"), (3, "2010")], (4, "2015")),
        # Out of order, a double: what is left of them counts.
        ([(1, "2000"), (2, "2005"), (2, "2006"), (3, "2010")], (4, "2015")),
        ([(1, "2000"), (2, None)], None),
        ([(1, "2000")], None),
        ([(1, "2000"), (2, "2000")], None),
    ],
)
def test_the_next_of_a_series(said: list[tuple[int | None, str | None]], wanted: tuple[int | None, str] | None) -> None:
    dated = date_events(Records(events=tuple(members(*said)))).dated.values()
    found = next_of(series_of(dated).get("s", []))
    assert (found and (found.number, found.date.edtf)) == wanted


def test_where_the_next_is_planned_nothing_is_expected() -> None:
    said = [(11, "2012"), (12, "2017"), (13, "2022")]
    found = coming("2022/2040", *members(*said, status="planned"))
    assert [one.sort for one in found if one.sort != "anniversary"] == ["planned"]
    cancelled = coming("2022", *members(*said, status="cancelled"))
    assert [one.next.number for one in cancelled if one.next] == [13]


def test_a_plan_that_was_overtaken_is_one_of_the_series() -> None:
    events = members((11, "2012"), (12, "2017"), (13, "2022"))
    events[1] = events[1]._replace(status="planned")
    assert [one.next.number for one in coming("2027", *events) if one.next] == [14]


def test_a_series_is_reckoned_from_all_of_it_whatever_the_filter() -> None:
    events = members((11, "2012"), (12, "2017"), (13, "2022"))
    dated = date_events(Records(events=tuple(events))).dated
    found = upcoming([dated["s2"]], dated, edtf.parse("2027"))
    assert [one.next.number for one in found if one.next] == [14]


def test_the_twelve_months_from_a_day() -> None:
    assert months_from(Day.of(2026, 11, 22)).edtf == "2026-11-22/2027-11-21"
    assert months_from(Day.of(2024, 2, 29)).edtf == "2024-02-29/2025-02-27"


def test_a_period_has_an_end() -> None:
    today = Day.of(2026, 11, 22)
    assert bounded(edtf.parse("../2030"), today, "until 2030").edtf == "2026-11-22/2030-12-31"
    assert bounded(edtf.parse("2027"), None, "2027").edtf == "2027"
    for open_, day in (("2027/..", today), ("../2020", today), ("../2030", None)):
        with pytest.raises(PeriodError, match="write"):
            bounded(edtf.parse(open_), day, open_)
