"""Draws docs/images/timeline.svg: a terminal with the repository's own events.toml, written by Rich's own export.

Run it from anywhere: `python docs/pictures.py`. A test holds the picture current.
"""

from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

import timeline
from timeline.render import Page
from timeline.render.formats.to_table import tables

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "images" / "timeline.svg"
PERIOD = "2020-2022"
WIDTH = 110


def draw() -> str:
    """Return the picture as SVG, the same from run to run."""
    console = Console(
        file=StringIO(), record=True, width=WIDTH, force_terminal=True, color_system="truecolor", highlight=False
    )
    view = timeline.load(ROOT / "events.toml").select(PERIOD)
    console.print(Text.assemble(("$ ", "bold green"), f"timeline show {PERIOD}"))
    for table in tables(view.selection, Page(width=WIDTH)):
        console.print(table)
    return console.export_svg(title="timeline", unique_id="timeline")


if __name__ == "__main__":
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(draw(), encoding="utf-8")
