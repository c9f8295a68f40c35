"""What a format may know of where its text goes."""

from typing import NamedTuple


class Page(NamedTuple):
    """The columns of a line (0: as many as it needs), whether colours are wanted, and the level of the headings.

    `prefix` keeps the labels of several pieces of one document apart.
    """

    width: int = 0
    colour: bool = False
    level: int = 1
    prefix: str = ""
