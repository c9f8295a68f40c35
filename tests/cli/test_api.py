"""The library as its users see it."""

import datetime as dt
import subprocess
import sys
from typing import Any

import pytest
from command_line import TIMELINE

import timeline
from timeline.render import Page


def test_resolve() -> None:
    found = timeline.resolve("from Monday to Thursday", anchor="2024-03-25", language="en")
    assert found.interval.edtf == "2024-03-25/2024-03-28"
    assert str(found.interval.earliest) == "2024-03-25"
    for anchor in (
        dt.date(2024, 3, 25),
        timeline.Day.of(2024, 3, 25),
        timeline.resolve("2024-03-25").interval,
        "25 March 2024",
    ):
        assert timeline.resolve("yesterday", anchor=anchor).interval.edtf == "2024-03-24"


def test_load_select_render() -> None:
    loaded = timeline.load(TIMELINE / "events.toml")
    view = loaded.select("2021", org="vwu", kind=["meeting", "congress"])
    assert [match.dated.event.id for match in view.matches] == ["meeting"]
    assert view.render("markdown").startswith("# Unions")
    assert loaded.render("lines").count("\n") == len(loaded.dated)
    assert "| Date | Event |" in view.render("markdown", Page(options={"layout": "table"}))
    assert loaded.select("last year", today="2022-05-05").period == timeline.resolve("2021").interval
    assert loaded.event("@meeting").event.title == "Meeting at the VWU office"
    assert len(loaded.select(timeline.resolve("2021").interval, with_children=True, org="vwu").matches) == 3


def test_upcoming() -> None:
    loaded = timeline.load(TIMELINE / "events.toml")
    found = loaded.upcoming("January 2030", kind="agreement")
    assert [(one.sort, one.years, one.date.edtf) for one in found] == [("anniversary", 80, "2030-01-31")]
    year = loaded.upcoming(today="2024-03-25", org="kswu")
    assert [one.date.edtf for one in year] == ["2024-06-20", "2024-07-09"]
    assert loaded.upcoming("until 2025", today=dt.date(2025, 1, 1), kind="agreement")[0].years == 75
    with pytest.raises(timeline.TimelineError, match="today"):
        loaded.upcoming()
    with pytest.raises(timeline.TimelineError, match="since 2030"):
        loaded.upcoming("since 2030", today="2024-03-25")


def test_count() -> None:
    view = timeline.load(TIMELINE / "events.toml").select()
    rows = {row.labels[0].key: row.events for row in view.count("org").rows}
    assert rows == {"vwu": 3, "kswu": 2, "hanoi": 1, "": 7}
    assert [row.events for row in view.count("org,org").rows] == [1]
    with pytest.raises(timeline.TimelineError, match='by "orgs"'):
        view.count("orgs")


def test_a_view_turned_round_cut_and_on_one_day() -> None:
    view = timeline.load(TIMELINE / "events.toml").select()
    assert [match.dated.event.id for match in view.reversed().limited(2).matches] == ["planned", "visit"]
    for day in ("20 June 2000", dt.date(1999, 6, 21), timeline.Day.of(2021, 6, 20)):
        assert [match.dated.event.id for match in view.on_day(day).matches] == ["congress-7"]
    with pytest.raises(timeline.TimelineError, match="one day"):
        view.on_day("2021")


def test_errors_descend_from_one() -> None:
    loaded = timeline.load(TIMELINE)
    for wrong in (
        lambda: timeline.resolve("gibberish"),
        lambda: loaded.select("gibberish"),
        lambda: loaded.select("2021", org="nobody"),
        lambda: loaded.select("2021", nonsense="x"),
        lambda: loaded.render("grid"),
        lambda: loaded.render("csv", Page(options={"layout": "table"})),
        lambda: loaded.event("nothing"),
        lambda: loaded.select("during @lost"),
        lambda: loaded.select("during @nothing"),
    ):
        with pytest.raises(timeline.TimelineError):
            wrong()
    with pytest.raises(AttributeError):
        timeline.nonsense  # noqa: B018


def test_arguments_of_other_types_are_refused() -> None:
    loaded = timeline.load(TIMELINE)
    wrong: list[Any] = [
        timeline.resolve,
        timeline.find_dates,
        timeline.load,
        loaded.select,
        loaded.period,
        loaded.event,
        lambda number: loaded.select(org=number),
    ]
    for verb in wrong:
        with pytest.raises(TypeError, match="int") as caught:
            verb(2021)
        assert isinstance(caught.value, timeline.TimelineError)
    for verb in wrong[:3]:
        with pytest.raises(timeline.TimelineError, match="NoneType"):
            verb(None)


def test_an_unknown_language_is_told() -> None:
    with pytest.raises(timeline.TimelineError, match=r'en, .*"xx"'):
        timeline.find_dates("June 2021", language="xx")
    assert timeline.find_dates("June 2021", language="en-GB")


def test_the_verbs_stay_verbs_whatever_is_imported() -> None:
    code = (
        "import timeline, timeline.resolve, timeline.api\n"
        "from timeline.resolve import Context\n"
        "assert timeline.resolve('June 2021').interval.edtf == '2021-06'\n"
        "from timeline import resolve\n"
        "assert resolve is timeline.resolve and callable(resolve)\n"
        "assert {'load', 'resolve', 'Timeline', 'TimelineError'} <= set(dir(timeline))\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_importing_the_package_loads_no_room() -> None:
    code = "import timeline, sys; print([name for name in sys.modules if name.startswith('timeline.')])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "['timeline.errors']"
