"""What the views cost beside reading: a timeline of ten thousand events, read, selected and rendered in every view.

CPU time of this process, medians of some runs; for each view the whole as a multiple of the reading alone, and a
verdict. Exit code 1 where the budget is broken. `python benchmarks/views.py [--events N] [--runs N]`
"""

import argparse
import gc
import random
import statistics
import sys
import tempfile
from pathlib import Path
from time import process_time

from timeline.api import Timeline
from timeline.render import Page
from timeline.store import read

BUDGET = 3.0  # times the reading
VIEWS = {"lines": 0, "table": 80, "tree": 80, "chart": 80}  # the columns of the page
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")
EVENT = """[[event]]
title = "Meeting number {number} in Hà Nội"
when = "{when}"
kind = "{kind}"
organisations = ["vwu"]

"""


def written(events: int) -> str:
    chance = random.Random(1)  # noqa: S311 - the same timeline every time
    made = ['[organisation.vwu]\nname = "Vietnam Women\'s Union"\naliases = ["VWU"]\n\n']
    for number in range(events):
        year, month, day = chance.randint(1930, 2024), chance.choice(MONTHS), chance.randint(1, 28)
        when = chance.choice((f"{day} {month} {year}", f"{month} {year}", str(year), f"since {year}"))
        made.append(EVENT.format(number=number, when=when, kind=chance.choice(("meeting", "congress", "visit"))))
    return "".join(made)


def measure(path: Path, runs: int) -> tuple[float, dict[str, float]]:
    reading: list[float] = []
    views: dict[str, list[float]] = {name: [] for name in VIEWS}
    for _ in range(runs):
        gc.collect()
        began = process_time()
        timeline = Timeline(read(path))
        reading.append(process_time() - began)
        for name, width in VIEWS.items():
            began = process_time()
            timeline.select().render(name, Page(width=width))
            views[name].append(process_time() - began)
    return statistics.median(reading), {name: statistics.median(spent) for name, spent in views.items()}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--events", type=int, default=10_000)
    options.add_argument("--runs", type=int, default=5)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.toml"
        path.write_text(written(given.events), encoding="utf-8")
        reading, views = measure(path, given.runs)
    print(f"reading {given.events} events: {reading:.2f} s CPU")
    kept = True
    for name, spent in views.items():
        ratio = (reading + spent) / reading
        kept &= ratio <= BUDGET
        print(f"{name:6} {ratio:.2f} times the reading, budget {BUDGET}: {'kept' if ratio <= BUDGET else 'BROKEN'}")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
