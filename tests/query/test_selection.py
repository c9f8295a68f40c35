"""Selecting: order, counts, the ongoing, the undated."""

import pytest

from timeline.dates import edtf
from timeline.events.dating import date_events
from timeline.events.records import Event, Organisation, Records
from timeline.query import QueryError, Selection, read_period, select
from timeline.query.period import PeriodError


def records(*whens: str | None) -> Records:
    events = tuple(Event(id=f"e{at}", title=when or "", when=when, order=at) for at, when in enumerate(whens))
    return Records(language="en", events=events)


def selected(of: Records, period: str | None = None, **more: object) -> Selection:
    dated = date_events(of).dated.values()
    return select(dated, of, edtf.parse(period) if period else None, **more)  # type: ignore[arg-type]


def titles(selection: Selection) -> list[str]:
    return [match.dated.event.title for match in selection.matches]


def test_order_is_open_starts_then_earliest_then_coarse_before_fine_then_latest_then_file_order() -> None:
    wanted = [
        "[..1927]",
        "../2030",
        "202X",
        "2021",
        "2021/..",
        "2021-01",
        "2021-01-01/2021-01-03",
        "2021-01-01",
        "2021-02",
    ]
    # A stretch of years has the grain of a year; of two of one grain the one that ends first comes first.
    wanted[6], wanted[7] = wanted[7], wanted[6]
    assert titles(selected(records(*reversed(wanted)))) == wanted


def test_file_order_decides_last() -> None:
    of = records("2021", "2021", "2021")
    assert [match.dated.event.id for match in selected(of).matches] == ["e0", "e1", "e2"]


def test_every_event_is_counted_once() -> None:
    of = records("2021-06", "2021~", "1999", None, "XXXX-10-24", "since 1946")
    assert selected(of, "2021").counts == (2, 1, 1, 2)
    assert selected(of, "2021", certain=True).counts == (2, 0, 2, 2)
    assert selected(of).counts == (4, 0, 0, 2)
    assert sum(selected(of, "1980").counts) == len(of.events)


def test_undated_are_shown_without_a_period_and_left_out_of_one() -> None:
    of = records("2021", None, "XXXX-10-24")
    assert [one.event.id for one in selected(of).shown_undated] == ["e1", "e2"]
    assert selected(of, "2021").shown_undated == ()
    assert len(selected(of, "2021").undated) == 2


def test_only_what_goes_on_from_before_is_ongoing() -> None:
    of = records("since 1946", "2020/2022", "2021/2022", "202X", "2021-06")
    ongoing = {match.dated.event.title for match in selected(of, "2021").matches if match.ongoing}
    assert ongoing == {"since 1946", "2020/2022"}
    assert not any(match.ongoing for match in selected(of).matches)


def test_starting_keeps_what_begins_in_the_period() -> None:
    of = records("since 1946", "2021/2022", "2021-06")
    assert titles(selected(of, "2021", starting=True)) == ["2021/2022", "2021-06"]


def test_children_are_taken_along_at_any_depth() -> None:
    organisations = {
        "a": Organisation("a", "Alpha"),
        "b": Organisation("b", "Beta", parent="a"),
        "c": Organisation("c", "Gamma", parent="b"),
    }
    events = tuple(Event(id=f"e-{key}", title=key, when="2021", organisations=(key,)) for key in organisations)
    of = Records(organisations=organisations, events=events)
    dated = date_events(of).dated.values()
    assert titles(select(dated, of, None, {"org": ["alpha"]})) == ["a"]
    assert titles(select(dated, of, None, {"org": ["alpha"]}, children=True)) == ["a", "b", "c"]


@pytest.mark.parametrize("wanted", [{"nonsense": ["x"]}, {"org": ["x"]}, {"kind": ["zzz"]}, {"status": ["lost"]}])
def test_what_no_filter_knows_is_an_error(wanted: dict[str, list[str]]) -> None:
    with pytest.raises(QueryError):
        selected(records("2021"), wanted=wanted)


def test_a_period_has_a_year() -> None:
    with pytest.raises(PeriodError, match="names no year"):
        read_period("XXXX-10-24")


@pytest.mark.parametrize(
    "text, wanted, found",
    [
        ("Who is there", "hội", False),
        ("Who is there", "who is", True),
        ("Hà Nội declaration", "hanoi", True),
        ("Hanoi declaration", "ha noi decl", False),
        ("Hanoi declaration", "ha noi", True),
        ("the 7th congress", "gress", True),
        ("Women's Union", "womens un", True),
        ("the inn", "thein", False),
    ],
)
def test_a_text_is_found_in_words(text: str, wanted: str, found: bool) -> None:
    of = Records(events=(Event(id="e", title=text, when="2021"),))
    assert bool(selected(of, wanted={"text": [wanted]}).matches) == found


def test_words_are_not_half_of_the_title_and_half_of_the_quote() -> None:
    of = Records(events=(Event(id="e", title="one two", when="2021", quote="three four"),))
    assert not selected(of, wanted={"text": ["two three"]}).matches


@pytest.mark.parametrize("nothing", ["", " ", "–"])
def test_a_text_has_words(nothing: str) -> None:
    with pytest.raises(QueryError, match="no words"):
        selected(records("2021"), wanted={"text": [nothing]})
