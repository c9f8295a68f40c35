"""Bars that fit and are in proportion, silences in one line, CSV that computes nothing."""

import csv
import io

import pytest

from timeline.events.dating import date_events
from timeline.events.records import Event, Organisation, Records
from timeline.query import select
from timeline.query.counting import Counted, count
from timeline.render import Page
from timeline.render.counts import counts_chart, counts_csv, counts_lines, counts_records
from timeline.render.wrap import cells

NASTY = "=cmd [red]x[/red]\x1b[31m\u202e 조선 " + "long " * 300


def counted(*by: str, names: tuple[str, ...] = ("Alpha", "Beta")) -> tuple[Counted, Records]:
    organisations = {f"o{at}": Organisation(f"o{at}", name) for at, name in enumerate(names)}
    events = [Event("a", "A", "1950", organisations=tuple(organisations), order=0)]
    events += [Event(f"e{at}", "E", "1957-06", organisations=("o0",), order=at) for at in range(1, 9)]
    events += [Event("z", "Z", "1959", order=9)]
    of = Records(language="en", organisations=organisations, events=tuple(events))
    return count(select(date_events(of).dated.values(), of), by), of


def test_bars_are_in_proportion_and_long_silences_one_line() -> None:
    lines = "".join(counts_chart(*counted("year"), Page(width=60))).splitlines()
    assert lines == [
        "1950  1 ████",
        "1951 – 1956: no event in 6 years",
        "1957  8 ████████████████████████████████",
        "1958  0",
        "1959  1 ████",
    ]


def test_many_events_fill_the_width_and_few_are_seen() -> None:
    lines = "".join(counts_chart(*counted("year"), Page(width=20))).splitlines()
    assert lines[2] == "1957  8 ████████████"
    assert lines[0] == "1950  1 █▌"


@pytest.mark.parametrize("width", [40, *range(60, 201, 20)])
@pytest.mark.parametrize("by", [("year",), ("org",), ("org", "org"), ("decade", "org")])
def test_the_chart_fits_its_page(width: int, by: tuple[str, ...]) -> None:
    lines = "".join(counts_chart(*counted(*by, names=(NASTY, NASTY[::-1])), Page(width=width))).splitlines()
    assert max(map(cells, lines)) <= width
    assert "\x1b" not in "".join(lines)
    assert "\u202e" not in "".join(lines)


def test_colours_are_few() -> None:
    text = "".join(counts_chart(*counted("year"), Page(width=60, colour=True)))
    assert "\x1b[36m████\x1b[0m" in text
    assert "\x1b[2m1951 – 1956: no event in 6 years\x1b[0m" in text


def test_lines_have_keys_names_and_numbers() -> None:
    assert "".join(counts_lines(*counted("org", "org"))) == "1\to0\to1\tAlpha\tBeta\t0\n"
    assert "".join(counts_lines(*counted("decade"))) == "10\t195X\t1950s\t0\n"


def test_csv_computes_nothing_and_has_a_heading() -> None:
    rows = list(csv.reader(io.StringIO("".join(counts_csv(*counted("org", names=(NASTY,)))))))
    assert rows[0] == ["key", "name", "events", "possible"]
    assert rows[1][0] == "o0"
    assert rows[1][1].startswith("'=cmd")
    assert rows[1][2:] == ["9", "0"]
    pairs = list(csv.reader(io.StringIO("".join(counts_csv(*counted("org", "org"))))))
    assert pairs == [
        ["key_1", "key_2", "name_1", "name_2", "events", "possible"],
        ["o0", "o1", "Alpha", "Beta", "1", "0"],
    ]


def test_records() -> None:
    assert counts_records(*counted("org"))[-1] == {"key": None, "name": "no organisation", "events": 1, "possible": 0}
    assert counts_records(*counted("org", "org")) == [
        {"keys": ["o0", "o1"], "names": ["Alpha", "Beta"], "events": 1, "possible": 0}
    ]
