"""Formats are found by their files."""

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

from timeline.errors import TimelineError
from timeline.query import Selection
from timeline.render.page import Page

PREFIX = "to_"


class Format(Protocol):
    """What the file of a format holds."""

    SUFFIXES: tuple[str, ...]
    VIEW: bool
    LEAVES_OUT: tuple[str, ...]

    def render(self, selection: Selection, page: Page) -> Iterator[str]:
        """Yield the text piece by piece."""


class UnknownFormatError(TimelineError):
    """A format that no file defines."""

    def __init__(self, text: str, known: list[str]) -> None:
        """Take what was asked for, and the names that exist."""
        from timeline.events.names import did_you_mean, suggest

        hint = did_you_mean(suggest(text, known)) or f"; there are: {', '.join(known)}"
        super().__init__(f'there is no format "{text}"{hint}')


def find_format(name: str) -> Format:
    """Return the format of that name; raises UnknownFormatError."""
    if not name.isidentifier() or name.lower() not in names():
        raise UnknownFormatError(name, names())
    return _load(name.lower())


def find_view(name: str) -> Format:
    """Return the format of that name if `show` offers it; raises UnknownFormatError, which names the others."""
    found = _load(name) if name.isidentifier() and name in names() else None
    if found is None or not found.VIEW:
        raise UnknownFormatError(name, views())
    return found


def find_export(name: str) -> Format:
    """Return the format of that name if files can have it; raises UnknownFormatError, which names the others."""
    if name.lower() not in exports():
        raise UnknownFormatError(name, exports())
    return _load(name.lower())


def format_of_file(filename: str) -> Format:
    """Return the format for the suffix of a file name; raises UnknownFormatError."""
    suffix = "." + filename.rpartition(".")[2].lower()
    by_suffix = {known: name for name in names() for known in _load(name).SUFFIXES}
    if suffix not in by_suffix:
        raise UnknownFormatError(suffix, list(by_suffix))
    return _load(by_suffix[suffix])


def views() -> list[str]:
    """Return the names of the formats that `show` offers."""
    return [name for name in names() if _load(name).VIEW]


def exports() -> list[str]:
    """Return the names of the formats that a file can have."""
    return [name for name in names() if _load(name).SUFFIXES]


def names() -> list[str]:
    """Return the names of all formats."""
    from pkgutil import iter_modules

    from timeline.render import formats

    return sorted(
        module.name.removeprefix(PREFIX) for module in iter_modules(formats.__path__) if module.name.startswith(PREFIX)
    )


def _load(name: str) -> Format:
    return cast("Format", import_module(f"timeline.render.formats.{PREFIX}{name}"))
