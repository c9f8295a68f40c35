"""The table of a terminal, by Rich: as wide as the page, a heading a year."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.query import Match, Selection
from timeline.render.clean import clean
from timeline.render.console import WIDTH, drawing_board
from timeline.render.page import Page
from timeline.render.sections import date_words, marks, organisation_names, sections
from timeline.render.wrap import cells

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

SUFFIXES = ()
VIEW = True
LEAVES_OUT = ()
WITH_KIND, WITH_ORGANISATIONS = 70, 100  # columns from which there is room for these
DATE_AT_MOST = 0.35  # of the width
STYLES = {"date": "cyan", "kind": "magenta", "organisations": "green", "heading": "bold", "marks": "yellow"}


def render(selection: Selection, page: Page) -> Iterator[str]:
    """Yield one section after the other: a long timeline begins to appear at once."""
    console = drawing_board(page.width, colour=page.colour)
    for section in tables(selection, page):
        with console.capture() as captured:
            console.print(section)
        # Rich fills the last column with blanks; nobody wants to copy those.
        yield "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def tables(selection: Selection, page: Page) -> Iterator["Text | Table"]:
    """Yield the heading of each section and its table; all tables have the same columns."""
    widths = _widths(selection, page.width or WIDTH)
    gap = ""
    for heading, matches in sections(selection):
        yield _styled(heading, "heading", gap)
        gap = "\n"
        table = _table(widths)
        for match in matches:
            table.add_row(*_row(match, selection, widths))
        yield table


def _table(widths: dict[str, int]) -> "Table":
    from rich.table import Table

    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    for width in widths.values():
        table.add_column(width=width, overflow="fold")
    return table


def _widths(selection: Selection, width: int) -> dict[str, int]:
    """Return the columns and how wide each is; two blanks stand between them."""
    every = [*(match.dated for match in selection.matches), *selection.shown_undated]
    widths = {"date": _widest([date_words(one) for one in every], int(width * DATE_AT_MOST)), "title": 0}
    if width >= WITH_KIND:
        widths["kind"] = _widest([one.event.kind for one in every], 14)
    if width >= WITH_ORGANISATIONS:
        widths["organisations"] = _widest(
            ["; ".join(organisation_names(one, selection)) for one in every], width * 3 // 10
        )
    widths["title"] = width - sum(widths.values()) - 2 * (len(widths) - 1)
    return widths


def _widest(texts: list[str], limit: int) -> int:
    return min(max((cells(text) for text in texts), default=1) or 1, limit)


def _row(match: Match, selection: Selection, widths: dict[str, int]) -> list["Text"]:
    one = match.dated
    title = _styled(one.event.title)
    found = marks(match)
    if found:
        title.append(f" [{', '.join(found)}]", STYLES["marks"])
    row = [_styled(date_words(one), "date"), title]
    if "kind" in widths:
        row.append(_styled(one.event.kind, "kind"))
    if "organisations" in widths:
        row.append(_styled("; ".join(organisation_names(one, selection)), "organisations"))
    return row


def _styled(text: str, style: str = "", before: str = "") -> "Text":
    from rich.text import Text

    return Text(before + clean(text), STYLES.get(style, ""))
