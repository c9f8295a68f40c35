"""What the tables of a terminal are made of: rules, fields side by side, names that fit."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.render.clean import clean
from timeline.render.page import WIDTH, Page
from timeline.render.paint import paint
from timeline.render.wrap import cells, clip


class Field(NamedTuple):
    """The lines of one field of a row, the width of its column, its style, and what stands behind it."""

    lines: Sequence[str]
    width: int
    style: str
    gap: str


def rule(heading: str, width: int, page: Page) -> str:
    """Return the line above a section."""
    text = clip(clean(heading), page.width or WIDTH)
    line = "─" * (width - cells(text) - 1)
    return paint(text, "heading", page) + (paint(f" {line}", "faint", page) if line else "") + "\n"


def fields_lines(fields: Sequence[Field], page: Page) -> Iterator[str]:
    """Yield the lines of a row; none ends in blanks."""
    for at in range(max(len(field.lines) for field in fields)):
        line, blanks = "", ""
        for field in fields:
            text = field.lines[at] if at < len(field.lines) else ""
            if text:
                line += blanks + paint(text, field.style, page)
                blanks = ""
            blanks += " " * (field.width - cells(text)) + field.gap
        yield line + "\n"


def fitting(names: list[str], width: int) -> str:
    """Return as many names as fit, and how many do not: "VWU, WIDF +2"."""
    if not width or not names:
        return ""
    for count in range(len(names), 0, -1):
        more = f" +{len(names) - count}" if count < len(names) else ""
        text = ", ".join(names[:count]) + more
        if cells(text) <= width:
            return text
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    return clip(names[0], width - len(more)) + more
