"""Text in columns of a terminal: how many it takes, and how it is wrapped, cut and filled to a number of them.

Only text that is not ASCII asks Rich, which knows the widths of Unicode: two columns for a Korean syllable or an emoji,
none for an accent of its own.
"""

ELLIPSIS = "…"


def cells(text: str) -> int:
    """Return how many columns a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def wrap(text: str, width: int, *, fold: bool = False) -> list[str]:
    """Return the text in lines of at most so many columns (0: any number), broken between words.

    A word that is longer than a line stands on one of its own, or is cut where `fold` is set.
    """
    if not width or cells(text) <= width:
        return [text]
    lines: list[str] = []
    line, used = "", 0
    for word in text.split():
        wide = cells(word)
        if line and used + 1 + wide <= width:
            line, used = f"{line} {word}", used + 1 + wide
            continue
        if line:
            lines.append(line)
        if fold and wide > width:
            *full, rest = _folded(word, width)
            lines += full
            line, used = rest, cells(rest)
        else:
            line, used = word, wide
    return [*lines, line]


def clip(text: str, width: int) -> str:
    """Return the text, cut and ended by "…" where it takes more than so many columns."""
    if cells(text) <= width:
        return text
    return _folded(text, width - 1)[0].rstrip() + ELLIPSIS if width > 1 else ELLIPSIS[:width]


def pad(text: str, width: int) -> str:
    """Return the text with blanks to so many columns."""
    return text + " " * (width - cells(text))


def _folded(word: str, width: int) -> list[str]:
    if word.isascii():
        return [word[at : at + width] for at in range(0, len(word), width)]
    from rich.cells import chop_cells

    return [part for part in chop_cells(word, width) if part]
