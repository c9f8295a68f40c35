"""How soon the HTML page of many events can be used, beside the same page without its script.

Time from the start of navigation until the script is done, in headless Chromium; medians and a ratio. Exit code 1 where
the page takes more than two seconds. `python benchmarks/page.py [--runs N] [--events N]`; needs Debian's chromium and
pip install ".[external]".
"""

import argparse
import re
import statistics
import tempfile
from pathlib import Path
from typing import Any

from timeline.events.dating import date_events
from timeline.events.records import Event, Organisation, Records, Source
from timeline.query import select
from timeline.render import Page, find_format

BUDGET = 2.0  # seconds
KINDS = ("congress", "visit", "meeting", "founding", "publication")
QUOTE = (
    "The two unions met on that day and spoke of friendship, in the presence of many guests from both sides: no. {}."
)


def page_of(count: int) -> str:
    events = tuple(
        Event(
            f"e{at}",
            f"Event number {at} of the union in Hà Nội",
            f"{1900 + at % 120}-{at % 12 + 1:02}-{at % 28 + 1:02}",
            kind=KINDS[at % len(KINDS)],
            organisations=(f"o{at % 60}",),
            people=(f"Person {at % 300}",),
            source=f"s{at % 50}",
            quote=QUOTE.format(at),
            order=at,
        )
        for at in range(count)
    )
    organisations = {f"o{at}": Organisation(f"o{at}", f"Organisation {at}") for at in range(60)}
    sources = {f"s{at}": Source(f"s{at}", f"Source {at}", url=f"https://example.org/{at}") for at in range(50)}
    of = Records(title="Many events", organisations=organisations, sources=sources, events=events)
    return "".join(find_format("html").render(select(date_events(of).dated.values(), of), Page()))


def milliseconds(playwright: Any, file: Path, ready: str) -> float:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--headless", "--no-sandbox"])
    page = browser.new_page()
    page.goto(file.as_uri())
    page.wait_for_selector(ready, state="attached")
    took: float = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    browser.close()
    return took


def main() -> int:
    from playwright.sync_api import sync_playwright

    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--events", type=int, default=10_000)
    options = asked.parse_args()
    whole = page_of(options.events)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        ours, bare = Path(folder, "ours.html"), Path(folder, "bare.html")
        ours.write_text(whole, encoding="utf-8")
        bare.write_text(re.sub(r"<script>.*</script>", "", whole, flags=re.DOTALL), encoding="utf-8")
        runs = [
            (milliseconds(playwright, ours, "html[data-ready]"), milliseconds(playwright, bare, "body"))
            for _ in range(options.runs)
        ]
    with_script, without = (statistics.median(column) / 1000 for column in zip(*runs, strict=True))
    print(f"{options.events} events, {len(whole.encode()) / 1e6:.1f} MB")
    print(f"usable after {with_script:.2f} s; without its script {without:.2f} s; ratio {with_script / without:.2f}")
    return 0 if with_script <= BUDGET else 1


if __name__ == "__main__":
    raise SystemExit(main())
