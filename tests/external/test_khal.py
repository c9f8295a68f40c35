"""khal reads what the iCalendar format writes: the same events on the same days."""

import os
import subprocess
from pathlib import Path

import pytest
from software import program

import timeline
from timeline.render import Page, find_format

pytestmark = pytest.mark.external

CONFIG = """
[calendars]
[[ours]]
path = {folder}/calendar
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""
EVENTS = """
[[event]]
id = "visit"
title = "A visit; with [red], a \\\\ and, a comma"
when = "from 25 to 28 March 2024"
places = ["Hà Nội"]
status = "planned"

[[event]]
id = "talks"
title = "Talks"
when = "2024-03-25"

[[event]]
id = "june"
title = "Some day in June"
when = "June 2024"

[[event]]
id = "union-day"
title = "Founding day of the union"
when = "1930-10-20"
kind = "anniversary"

[[event]]
id = "leap-day"
title = "Founding day of the leap union"
when = "1932-02-29"
kind = "anniversary"
"""


class Khal:
    def __init__(self, folder: Path) -> None:
        self.program = program("khal")
        self.folder = folder
        (folder / "calendar").mkdir()
        (folder / "config").write_text(CONFIG.format(folder=folder), encoding="utf-8")

    def __call__(self, *argv: str) -> str:
        ran = subprocess.run(
            [self.program, "-c", str(self.folder / "config"), *argv],
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            env={**os.environ, "HOME": str(self.folder), "LC_ALL": "C.UTF-8"},
        )
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    def events(self, first: str, last: str) -> list[str]:
        form = "{uid}|{start-date-long}|{end-date-long}|{title}|{status}|{location}"
        found = self("list", "--once", "--day-format", "", "--format", form, first, last).splitlines()
        return sorted({line.strip() for line in found if "|" in line})


@pytest.fixture
def khal(tmp_path: Path) -> Khal:
    return Khal(tmp_path)


def test_khal_reads_the_same_events_and_days(khal: Khal, tmp_path: Path) -> None:
    (tmp_path / "events.toml").write_text(EVENTS, encoding="utf-8")
    (tmp_path / "x.ics").write_text(timeline.load(tmp_path / "events.toml").render("icalendar"), newline="")
    khal("import", "--batch", "-a", "ours", str(tmp_path / "x.ics"))
    assert khal.events("2024-01-01", "2024-12-31") == [
        "june@timeline|2024-06-01|2024-06-30|Some day in June|CONFIRMED |",
        "leap-day@timeline|2024-02-29|2024-02-29|Founding day of the leap union|CONFIRMED |",
        "talks@timeline|2024-03-25|2024-03-25|Talks|CONFIRMED |",
        "union-day@timeline|2024-10-20|2024-10-20|Founding day of the union|CONFIRMED |",
        "visit@timeline|2024-03-25|2024-03-28|A visit; with [red], a \\ and, a comma|TENTATIVE |Hà Nội",
    ]
    assert khal.events("2025-02-01", "2025-03-31") == [
        "leap-day@timeline|2025-02-28|2025-02-28|Founding day of the leap union|CONFIRMED |"
    ]


def test_khal_reads_every_event_of_this_repository_whose_day_is_known(khal: Khal, tmp_path: Path) -> None:
    of = timeline.load(Path(__file__).parents[2] / "events.toml")
    page = Page(options={"coarsest": "day"})
    (tmp_path / "x.ics").write_text("".join(find_format("icalendar").render(of.select().selection, page)), newline="")
    khal("import", "--batch", "-a", "ours", str(tmp_path / "x.ics"))
    found = [line.split("|")[:3] for line in khal.events("1900-01-01", "2030-12-31")]
    wanted = [
        [f"{id_}@timeline", str(one.interval.earliest), str(one.interval.latest)]
        for id_, one in of.dated.items()
        if one.interval and one.interval.grain.value == "day" and one.interval.days
    ]
    assert found == sorted(wanted)
