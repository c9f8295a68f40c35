"""How events get their dates: anchors, other events, claims. Phrases are few: reading them is the room of resolve."""

import pytest

from timeline.events import Claim, Conventions, Event, Records, Source, Stated, date_events

ENGLISH = Conventions("en")
SOURCES = {
    "told": Source("told", published="2024-03-25", conventions=ENGLISH),
    "window": Source("window", published="2024-11/2025-01", conventions=ENGLISH),
    "undated": Source("undated", conventions=ENGLISH),
}


def event(id_: str, when: str | None, *claims: Claim, order: int = 0, **fields: str) -> Event:
    return Event(id_, id_.upper(), when, claims=claims, order=order, conventions=ENGLISH, **fields)  # type: ignore[arg-type]


def edtf(*events: Event) -> dict[str, str | None]:
    dated, _ = date_events(Records(sources=SOURCES, events=events))
    return {id_: one.interval and one.interval.edtf for id_, one in dated.items()}


def codes(*events: Event) -> list[str]:
    return [finding.code for finding in date_events(Records(sources=SOURCES, events=events)).findings]


@pytest.mark.parametrize(
    "when, fields, expected",
    [
        ("June 2021", {}, "2021-06"),
        ("2021-06", {}, "2021-06"),
        ("from Monday to Thursday", {"source": "told"}, "2024-03-25/2024-03-28"),
        ("from Monday to Thursday", {"source": "undated", "anchor": "2024-03-25"}, "2024-03-25/2024-03-28"),
        ("from Monday to Thursday", {"source": "told", "anchor": "2 April 2024"}, "2024-04-01/2024-04-04"),
        ("since 1946", {}, "1946/.."),
        ("XXXX-10-24", {}, "XXXX-10-24"),
        ("October 24", {"anchor": "2024"}, "2024-10-24"),
        (None, {"source": "told"}, None),
    ],
)
def test_a_date_counts_from_its_anchor(when: str | None, fields: dict[str, str], expected: str | None) -> None:
    assert edtf(event("e", when, **fields)) == {"e": expected}


def test_a_date_from_a_window_is_inferred() -> None:
    dated, findings = date_events(Records(sources=SOURCES, events=(event("e", "October 24", source="window"),)))
    one = dated["e"]
    assert one.interval is not None
    assert (one.interval.edtf, one.inferred, findings) == ("2024-10-24", True, ())


def test_dates_hang_on_events_that_stand_later_in_the_file() -> None:
    found = edtf(
        event("c", "during @b"),
        event("b", "70th anniversary of @a", Claim("2020-01-31"), order=1),
        event("a", "1950-01-31", order=2),
    )
    assert found == {"c": "2020-01-31", "b": "2020-01-31", "a": "1950-01-31"}


def test_what_hangs_on_a_refined_event_hangs_on_the_finer_date() -> None:
    assert edtf(event("a", "1950", Claim("1950-01-31")), event("b", "during @a")) == {
        "a": "1950-01-31",
        "b": "1950-01-31",
    }


@pytest.mark.parametrize(
    "whens, chain",
    [
        ({"a": "during @a"}, "a -> a"),
        ({"a": "during @b", "b": "during @a"}, "a -> b -> a"),
        ({"x": "during @b", "a": "during @b", "b": "during @a"}, "a -> b -> a"),
        ({f"e{n}": f"during @e{(n + 1) % 12}" for n in range(12)}, "e0 -> e1 -> e2 -> e3 -> … -> e10 -> e11 -> e0"),
    ],
)
def test_a_circle_is_named_once_as_a_chain(whens: dict[str, str], chain: str) -> None:
    events = tuple(event(id_, when, order=order) for order, (id_, when) in enumerate(whens.items()))
    dated, findings = date_events(Records(events=events))
    circles = [finding for finding in findings if finding.code == "cycle"]
    assert len(circles) == 1
    assert chain in circles[0].message
    assert all(one.interval is None for one in dated.values())


def test_a_chain_of_a_thousand_events_can_be_dated() -> None:
    events = [event(f"e{number}", f"during @e{number + 1}", order=number) for number in range(1000)]
    found = edtf(*events, event("e1000", "2021", order=1000))
    assert set(found.values()) == {"2021"}


@pytest.mark.parametrize(
    "when, code, start",
    [
        ("70th anniversary of @nobody", "unknown-id", 20),
        ("during @undated", "undated-reference", 7),
        ("from Monday to Thursday", "no-anchor", 0),
        ("October 24", "no-anchor", 0),
        ("30 February 2021", "no-such-day", 0),
        ("2021-06-21/2021-06-20", "reversed-range", 0),
        ("from 2007 to 2002", "reversed-range", 0),
        ("whenever it suits", "unreadable-date", 0),
    ],
)
def test_what_is_wrong_with_a_date(when: str, code: str, start: int) -> None:
    dated, findings = date_events(Records(events=(event("undated", None), event("e", when, order=1))))
    assert [(one.where, one.code, one.start) for one in findings] == [(("event", "e", "when"), code, start)]
    assert dated["e"].interval is None
    assert findings[0].expected


def test_dates_of_sources_are_looked_at_too() -> None:
    sources = {
        "a": Source("a", published="XXXX-10-24", accessed="2021-02-30"),
        "b": Source("b", published="nobody knows", conventions=ENGLISH),
    }
    findings = date_events(Records(sources=sources)).findings
    assert [(one.where[1:], one.code) for one in findings] == [
        (("a", "published"), "no-year"),
        (("a", "accessed"), "no-such-day"),
        (("b", "published"), "unreadable-date"),
    ]


def test_a_claim_refines() -> None:
    claim = Claim("20-21 June 2021", source="told")
    one = date_events(Records(sources=SOURCES, events=(event("e", "June 2021", Claim("2021"), claim),))).dated["e"]
    assert one.interval is not None
    assert one.resolution is not None
    assert (one.interval.edtf, one.resolution.interval.edtf) == ("2021-06-20/2021-06-21", "2021-06")
    assert (one.refined_by, one.conflict) == (claim, False)


def test_a_claim_is_anchored_on_its_own_source() -> None:
    found = edtf(event("e", "March 2024", Claim("from Monday to Thursday", source="told"), source="undated"))
    assert found == {"e": "2024-03-25/2024-03-28"}


@pytest.mark.parametrize(
    "claims, sentences",
    [
        ([Claim("July 2021", source="told")], 1),
        ([Claim("20-21 June 2021", source="told"), Claim("20-22 June 2021")], 1),
        ([Claim("2020", source="told"), Claim("2022")], 3),
    ],
)
def test_in_a_conflict_when_stands(claims: list[Claim], sentences: int) -> None:
    one = date_events(Records(sources=SOURCES, events=(event("e", "June 2021", *claims),))).dated["e"]
    assert one.interval is not None
    assert (one.interval.edtf, one.conflict, one.refined_by) == ("2021-06", True, None)
    assert len(one.conflicts) == sentences
    assert all("told says" in sentence or "the event says" in sentence for sentence in one.conflicts)


def test_a_claim_dates_an_event_without_when() -> None:
    claim = Claim("2024-08-12", source="told")
    one = date_events(Records(sources=SOURCES, events=(event("e", None, claim),))).dated["e"]
    assert one.interval is not None
    assert (one.interval.edtf, one.refined_by, one.resolution) == ("2024-08-12", claim, None)


def test_a_claim_that_cannot_be_read_spoils_nothing() -> None:
    events = (event("e", "June 2021", Claim("30 February 2021"), Claim("20 June 2021")),)
    dated, findings = date_events(Records(events=events))
    assert dated["e"].interval is not None
    assert dated["e"].interval.edtf == "2021-06-20"
    assert [finding.where for finding in findings] == [("event", "e", "claim", 0, "when")]


@pytest.mark.parametrize(
    "stated, days, grain",
    [
        (Stated("2024-03-25/2024-03-28", "day"), ("2024-03-25", "2024-03-28", True), "day"),
        (Stated("2024-03-25/2024-03-31", "week"), ("2024-03-25", "2024-03-31", False), "week"),
        (Stated("199X", "decade", "early"), ("1990-01-01", "1993-12-31", False), "decade"),
        (Stated("1946/..", "year"), ("1946-01-01", "None", True), "year"),
    ],
)
def test_a_stated_date_needs_no_anchor(stated: Stated, days: tuple[str, str, bool], grain: str) -> None:
    one = date_events(Records(events=(event("e", "from Monday to Thursday")._replace(stated=stated),))).dated["e"]
    assert one.interval is not None
    assert (str(one.interval.earliest), str(one.interval.latest), one.interval.stretch) == days
    assert (one.interval.grain.value, one.interval.edtf) == (grain, stated.edtf)


def test_the_file_language_reads_when_and_the_source_language_what_is_left() -> None:
    sources = {"ko": Source("ko", language="ko"), "vi": Source("vi", language="vi")}
    events = (event("a", "June 2021", source="ko"), event("b", "2021-06", source="vi", order=1))
    dated, findings = date_events(Records(sources=sources, events=events))
    assert not findings
    assert {one.interval and one.interval.edtf for one in dated.values()} == {"2021-06"}


WIN = event("win", "October 24", source="window")
UNSURE = event("unc", "2021?", order=1)
AROUND = event("circa", "2004~/2006", order=2)


@pytest.mark.parametrize(
    "when, expected, inferred",
    [
        ("1st anniversary of @win", "2025-10-24", True),
        ("two days after @win", "2024-10-26", True),
        ("between @unc and @win", "2021?/2024-10-24", True),
        ("before @win", "[..2024-10-23]", True),
        ("1st anniversary of @unc", "2022?", False),
        ("during @unc", "2021?", False),
        ("since @unc", "2021?/..", False),
        ("10 days around @unc", "2020-12-22?/2022-01-10?", False),
        ("1st anniversary of @circa", "2005~", False),
        ("10 days around @circa", "2003-12-22/2007-01-10", False),
    ],
)
def test_what_hangs_on_a_date_is_no_surer_than_it(when: str, expected: str, inferred: bool) -> None:
    events = (WIN, UNSURE, AROUND, event("e", when, order=3))
    one = date_events(Records(sources=SOURCES, events=events)).dated["e"]
    assert one.interval is not None
    assert (one.interval.edtf, one.inferred) == (expected, inferred)


def test_what_counts_from_an_anchor_is_no_surer_than_it() -> None:
    found = edtf(UNSURE, event("a", "two days later", anchor="@unc"), event("b", "2024", anchor="@unc"))
    assert found == {"unc": "2021?", "a": "2022-01-02?", "b": "2024"}
    events = (WIN, event("a", "the next day", anchor="@win"), event("b", "2024", anchor="@win"))
    dated = date_events(Records(sources=SOURCES, events=events)).dated
    assert (dated["a"].inferred, dated["b"].inferred) == (True, False)


def test_a_claim_that_states_what_hung_on_an_inferred_date_settles_it() -> None:
    events = (WIN, event("e", "two days after @win", Claim("2024-10-26")))
    assert not date_events(Records(sources=SOURCES, events=events)).dated["e"].inferred


def test_a_day_of_publication_that_cannot_be_read_is_one_error() -> None:
    sources = {"wrong": Source("wrong", published="Monday", conventions=ENGLISH)}
    events = (
        event("a", "October 24", source="wrong"),
        event("b", "last week", Claim("two days ago"), source="wrong"),
        event("c", "2021", Claim("yesterday", source="wrong")),
        event("d", "yesterday", anchor="last week"),
    )
    findings = date_events(Records(sources=sources, events=events)).findings
    assert [one.where for one in findings] == [("source", "wrong", "published"), ("event", "d", "anchor")]
    assert all("says its year by itself" in one.expected for one in findings)
