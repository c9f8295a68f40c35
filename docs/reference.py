"""Writes the pages of docs/reference that are made of the program itself: commands, file, conventions, errors, Python.

Run it from anywhere: `python docs/reference.py`. A test holds the pages current.
"""

from pathlib import Path

from reference_pages import WRITERS

FOLDER = Path(__file__).resolve().parent / "reference"


def pages() -> dict[Path, str]:
    """Return the text of each page by its file, the same from run to run."""
    return {FOLDER / f"{name}.md": write() for name, write in WRITERS.items()}


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
