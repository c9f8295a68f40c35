"""Two records of one event, or of two: a table of pairs."""

import pytest

import timeline
from timeline.audit.doubles import Likeness, likeness, look_at_doubles
from timeline.dates import edtf
from timeline.events.records import Dated, Event

RU, LU = ("river-union",), ("lake-union",)


def dated(id_, title, when, kind="meeting", organisations=RU, **more):
    return Dated(Event(id_, title, when, kind=kind, organisations=organisations, **more), interval=edtf.parse(when))


OPENING = dated("a", "River Union opens its office in Hanoi", "2024-03-25", "opening")
PAIRS = {
    "the same words, the same day": (
        OPENING,
        dated("b", "River Union opens its office in Hanoi", "2024-03-25", "opening"),
        Likeness.SAME,
    ),
    "a coarser date": (
        OPENING,
        dated("b", "River Union opens its office in Hanoi", "2024-03", "opening"),
        Likeness.SAME,
    ),
    "a kind of the same family": (
        OPENING,
        dated("b", "Office of the River Union opens in Hanoi", "2024-03-25", "launch"),
        Likeness.SAME,
    ),
    "other words in part": (
        OPENING,
        dated("b", "River Union opens a house in Hanoi", "2024-03", "opening"),
        Likeness.PERHAPS,
    ),
    "another day": (OPENING, dated("b", "River Union opens its office in Hanoi", "2024-03-26", "opening"), None),
    "another family": (OPENING, dated("b", "River Union opens its office in Hanoi", "2024-03-25", "death"), None),
    "nobody in common": (OPENING, dated("b", "Lake Union founds a school", "2024-03-25", "opening", LU), None),
    "another number": (
        dated("a", "13th Congress of the River Union", "2022", "congress"),
        dated("b", "14th Congress of the River Union", "2022", "congress"),
        None,
    ),
    "a number of a series": (
        dated("a", "Congress", "2022", "congress", series="c", number=3),
        dated("b", "Great gathering", "2022-03", "congress", series="c", number=3),
        Likeness.SAME,
    ),
    "another number of a series": (
        dated("a", "Congress", "2022", "congress", series="c", number=3),
        dated("b", "Congress", "2022", "congress", series="c", number=4),
        None,
    ),
    "an implied one and one that is told": (
        OPENING,
        OPENING._replace(event=OPENING.event._replace(id="b", implied=True)),
        None,
    ),
    "one moment and a stretch around it": (
        dated("a", "Visit of the River Union", "2024-03-25", "visit"),
        dated("b", "Visit of the River Union", "2024-03-24/2024-03-26", "visit"),
        Likeness.SAME,
    ),
    "people in common": (
        dated("a", "Anna Berg meets Bo Lind in Hanoi", "2024-03", people=("Anna Berg",), organisations=()),
        dated("b", "Anna Berg and Bo Lind have talks in Hanoi", "2024-03-25", people=("Anna Berg",), organisations=()),
        Likeness.PERHAPS,
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_likeness(name):
    one, other, wanted = PAIRS[name]
    assert likeness(one.event, one.interval, other) is wanted, (one.event.title, other.event.title)
    assert likeness(other.event, other.interval, one) is wanted, "the other way round"


def test_an_event_is_not_its_own_double():
    assert likeness(OPENING.event, OPENING.interval, OPENING) is None
    assert list(look_at_doubles([OPENING])) == []


def test_without_a_date_nothing_is_like_anything():
    assert likeness(OPENING.event, None, OPENING) is None


def test_doubles_are_warnings_at_the_later_record(tmp_path):
    path = tmp_path / "events.toml"
    record = '[[event]]\nid = "{}"\ntitle = "The office opens"\nwhen = "{}"\nkind = "opening"\n'
    path.write_text(
        "\n".join([record.format("a", "2024-03-25"), record.format("b", "25 March 2024"), record.format("c", "2020")]),
        encoding="utf-8",
    )
    read = timeline.load(path)
    assert read.check() == ()
    found = read.check(duplicates=True)
    assert [(one.code, one.severity, one.line) for one in found] == [("double", "warning", 9)]
    assert '"b" is the same event as "a"' in found[0].message
