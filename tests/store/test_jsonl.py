"""Lines of JSON: a timeline written by `--jsonl` reads back as it was."""

import json
from pathlib import Path
from typing import Any

import pytest

from timeline.store import Reading, read

LINE: dict[str, Any] = {
    "id": "visit",
    "title": "A visit",
    "when": "from Monday to Thursday",
    "edtf": "2024-03-25/2024-03-28",
    "earliest": "2024-03-25",
    "latest": "2024-03-28",
    "grain": "day",
    "part": None,
    "inferred": False,
    "match": "certain",
    "kind": "visit",
    "organisations": [{"id": "vwu", "name": "Vietnam Women's Union"}],
    "people": ["Kim Jong Sun"],
    "places": [],
    "tags": [],
    "status": "held",
    "series": None,
    "number": None,
    "implied": False,
    "source": "vns",
    "quote": "…",
    "notes": "",
    "claims": [{"when": "on Monday", "edtf": "2024-03-25", "words": "", "source": "kcna", "quote": ""}],
    "conflict": False,
}


def written(folder: Path, *lines: Any, toml: str = "") -> Reading:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
    (folder / "lines.jsonl").write_text(text + "\n", encoding="utf-8")
    if toml:
        (folder / "tables.toml").write_text(toml, encoding="utf-8")
    return read(folder if toml else folder / "lines.jsonl")


def test_a_line_needs_no_source_and_no_table(tmp_path: Path) -> None:
    reading = written(tmp_path, LINE)
    assert reading.problems == ()
    one = reading.dated["visit"]
    assert one.interval is not None
    assert (one.interval.edtf, one.interval.stretch, one.inferred) == ("2024-03-25/2024-03-28", True, False)
    assert one.event.when == "from Monday to Thursday"
    assert reading.records.organisations["vwu"].name == "Vietnam Women's Union"
    assert set(reading.records.sources) == {"vns", "kcna"}
    assert [claimed and claimed.interval.edtf for _, claimed in one.claims] == ["2024-03-25"]


def test_a_table_beside_it_says_more(tmp_path: Path) -> None:
    toml = '[organisation.vwu]\nname = "VWU"\n[[event]]\ntitle = "After"\nwhen = "the eve of @visit"\n'
    reading = written(tmp_path, LINE, toml=toml)
    assert reading.problems == ()
    assert reading.records.organisations["vwu"].name == "VWU"
    assert reading.dated["after"].interval is not None
    assert reading.dated["after"].interval.edtf == "2024-03-24"


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({"edtf": "2024-03-25/2024-03-31", "grain": "week"}, ("2024-03-25", "2024-03-31", "week", False, False)),
        ({"edtf": "199X", "grain": "decade", "part": "late"}, ("1997-01-01", "1999-12-31", "decade", False, False)),
        ({"edtf": "2024-10-24", "grain": "day", "inferred": True}, ("2024-10-24", "2024-10-24", "day", False, True)),
        ({"edtf": "2024-10"}, ("2024-10-01", "2024-10-31", "month", False, False)),
    ],
)
def test_the_date_is_taken_as_it_is(tmp_path: Path, changes: dict[str, Any], expected: tuple[Any, ...]) -> None:
    line = {"title": "A", "when": "on Friday", **changes}
    one = written(tmp_path, line).dated["a"]
    interval = one.interval
    assert interval is not None
    assert (
        str(interval.earliest),
        str(interval.latest),
        interval.grain.value,
        interval.stretch,
        one.inferred,
    ) == expected


def test_a_hand_made_line_may_name_organisations_and_have_only_when(tmp_path: Path) -> None:
    reading = written(tmp_path, {"title": "A", "when": "2021-06", "organisations": ["VWU"]}, "", {"title": "B"})
    assert reading.problems == ()
    assert reading.records.organisations["vwu"].name == "VWU"
    assert [one.interval and one.interval.edtf for one in reading.dated.values()] == ["2021-06", None]


def test_deep_json_is_one_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    reading = written(tmp_path, '{"title": ' + "[" * 100_000, {"title": "B"}, "1" * 5000)
    assert [(problem.code, problem.line) for problem in reading.problems] == [("too-deep", 1), ("too-deep", 3)]
    assert list(reading.dated) == ["b"]


def test_nothing_but_the_place_is_told_of_a_wrong_claim(tmp_path: Path) -> None:
    reading = written(tmp_path, {"title": "A", "edtf": "2021", "claims": [7, {"edtf": "2021"}, {"when": 3}]})
    assert [problem.code for problem in reading.problems] == ["missing-key", "wrong-type"]
    assert reading.records.events[0].claims == ()
