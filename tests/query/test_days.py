"""What fell on a day of the year, in any year; and what a limit leaves."""

import pytest

from timeline.dates import Day, edtf
from timeline.events.dating import date_events
from timeline.events.records import Event, Records
from timeline.query import Counts, Selection, select, select_day
from timeline.query.days import falls_on


def selected(*whens: str | None, period: str | None = None) -> Selection:
    events = tuple(Event(f"e{at}", when or "", when, order=at) for at, when in enumerate(whens))
    of = Records(language="en", events=events)
    return select(date_events(of).dated.values(), of, edtf.parse(period) if period else None)


@pytest.mark.parametrize(
    "date, day, wanted",
    [
        ("1930-10-20", "2024-10-20", "certain"),
        ("1930-10-20~", "2024-10-20", "possible"),
        ("1930-10-20", "2024-10-21", None),
        ("1930-10", "2024-10-20", None),
        ("1930", "2024-10-20", None),
        ("2021-06-20/2021-06-22", "2024-06-21", "certain"),
        ("2021-06-20/2023-06-22", "2024-06-21", None),
        ("2021-06-20/2023-06-22", "2024-06-22", "certain"),
        ("2021-06-20/..", "2024-06-20", "certain"),
        ("2021-06-20/2023", "2024-01-01", None),
        ("[..2021-06-20]", "2024-06-20", None),
        ("{1975-04-30,1980-05-01}", "2024-05-01", "certain"),
        ("XXXX-10-20", "2024-10-20", "certain"),
        ("XXXX-10", "2024-10-20", None),
        ("2020-02-29", "2023-02-28", "certain"),
        ("2020-02-29", "2024-02-28", None),
        ("2020-02-29", "2024-02-29", "certain"),
        ("-0043-03-15", "2024-03-15", "certain"),
    ],
)
def test_falls_on(date: str, day: str, wanted: str | None) -> None:
    assert falls_on(edtf.parse(date), Day.parse(day)) == wanted


def test_every_event_is_counted_once() -> None:
    found = select_day(selected("1930-10-20", "1930-10-20~", "1931", "XXXX-10-20", None), Day.of(2024, 10, 20))
    assert found.counts == Counts(1, 1, 2, 1)
    assert [one.event.id for one in found.shown_undated] == ["e3"]
    sure = select_day(selected("1930-10-20", "1930-10-20~"), Day.of(2024, 10, 20), certain=True)
    assert sure.counts == Counts(1, 0, 1, 0)


def test_what_began_on_a_day() -> None:
    whens = ("2021-06-20/2021-06-22", "2021-06-18/2021-06-20", "2021-06-20", "2021-06-20/..")
    found = select_day(selected(*whens), Day.of(2024, 6, 20), starting=True)
    assert sorted(match.dated.event.id for match in found.matches) == ["e0", "e2", "e3"]


@pytest.mark.parametrize(
    "number, period, counts, cut",
    [
        (1, None, Counts(1, 0, 3, 0), 3),
        (3, None, Counts(2, 0, 1, 1), 1),
        (9, None, Counts(2, 0, 0, 2), 0),
        (1, "2020/2021", Counts(1, 0, 1, 2), 1),
    ],
)
def test_a_limit_says_what_it_leaves_out(number: int, period: str | None, counts: Counts, cut: int) -> None:
    found = selected("2020", "2021", None, "XXXX-10-20", period=period).limited(number)
    assert (found.counts, found.cut) == (counts, cut)
    assert len(found.matches) == min(number, 2)
