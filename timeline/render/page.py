"""What a format may know of where its text goes."""

from collections.abc import Mapping
from typing import NamedTuple

WIDTH = 80  # columns of a page that needs a width and does not say


class Option(NamedTuple):
    """What the user of one format may ask for: `--name`, a flag, or a choice whose first value is the default.

    `carries` are keys of LEAVES_OUT that the format has a place for when it is asked for.
    """

    name: str
    help: str
    choices: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()
    in_region: bool = True  # whether a region of a Markdown file may ask for it


class Page(NamedTuple):
    """The columns of a line (0: as many as it needs), whether colours are wanted, and the level of the headings.

    `prefix` keeps the labels of several pieces of one document apart. `group` is what the headings of a view are made
    of: "year", "decade", "org", "kind" and so on; "" is the view's own choice. `options` are those of the format, by
    name: a choice, or True. `locale` is the language of the dates.
    """

    width: int = 0
    colour: bool = False
    level: int = 1
    prefix: str = ""
    group: str = ""
    options: Mapping[str, str | bool] = {}
    locale: str = "en"

    def option(self, option: Option) -> str:
        """Return what was chosen, the default where nothing was; of a flag "yes" or nothing."""
        given = self.options.get(option.name, option.choices[0] if option.choices else "")
        return given if isinstance(given, str) else "yes" if given else ""
