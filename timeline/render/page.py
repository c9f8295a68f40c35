"""What a format may know of where its text goes."""

from typing import NamedTuple

WIDTH = 80  # columns of a page that needs a width and does not say


class Page(NamedTuple):
    """The columns of a line (0: as many as it needs), whether colours are wanted, and the level of the headings.

    `prefix` keeps the labels of several pieces of one document apart. `group` is what the headings of a view are made
    of: "year", "decade", "org", "kind" and so on; "" is the view's own choice.
    """

    width: int = 0
    colour: bool = False
    level: int = 1
    prefix: str = ""
    group: str = ""
