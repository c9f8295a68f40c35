"""Draws the pictures of docs/images: a terminal with the repository's own events.toml, written by Rich's own export.

Run it from anywhere: `python docs/pictures.py`. A test holds the pictures current.
"""

from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

import timeline
from timeline.render import Page
from timeline.render.counts import counts_chart

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "images"
WIDTH = 110


def pictures() -> dict[str, str]:
    """Return the SVG of each picture by the name of its file, the same from run to run."""
    shown = timeline.load(ROOT / "events.toml")
    return {
        "timeline": _drawn("show 2020-2022", shown.select("2020-2022").render("table", _page())),
        "tree": _drawn("show 2019-2021 --view tree", shown.select("2019-2021").render("tree", _page())),
        "chart": _drawn("show 1990-2005 --view chart", shown.select("1990-2005").render("chart", _page())),
        "stats": _drawn(
            "stats --by decade", "".join(counts_chart(shown.select().count("decade"), shown.records, _page()))
        ),
    }


def _page() -> Page:
    return Page(width=WIDTH, colour=True)


def _drawn(typed: str, output: str) -> str:
    console = Console(file=StringIO(), record=True, width=WIDTH, force_terminal=True, color_system="truecolor")
    console.print(Text.assemble(("$ ", "bold green"), f"timeline {typed}"))
    console.print(Text.from_ansi(output), highlight=False)
    return console.export_svg(title="timeline", unique_id="timeline")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, drawing in pictures().items():
        (FOLDER / f"{name}.svg").write_text(drawing, encoding="utf-8")
