"""Pieces of Markdown that the pages are put together from."""

from collections.abc import Iterable, Sequence

NOTICE = "<!-- Written by docs/reference.py. Change what it is made of, and run that again. -->"


def heading(title: str, level: int = 1) -> str:
    """Return a heading."""
    return f"{'#' * level} {title}"


def fence(text: str, language: str = "text") -> str:
    """Return a block of text as it is."""
    return f"```{language}\n{text.rstrip()}\n```"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; bars in a cell are escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(_line(line) for line in lines)


def _line(cells: Sequence[str]) -> str:
    return "|" + "".join(f" {cell} |" if cell else " |" for cell in (cell.replace("|", "\\|") for cell in cells))


def code(text: str) -> str:
    """Return a piece of code within a line."""
    return f"`{text}`" if text else ""


def put_together(*blocks: str) -> str:
    """Return a page of blocks, each apart from the next by an empty line."""
    return "\n\n".join((*blocks[:1], NOTICE, *blocks[1:])) + "\n"
