"""The formats of import, found by their files."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Protocol, cast

from timeline.errors import TimelineError
from timeline.store.imports.rows import Rows

PREFIX = "from_"


class ImportFormat(Protocol):
    """What the file of a format holds."""

    SUFFIXES: tuple[str, ...]
    COLUMNS: bool  # whether columns can be named

    def read(self, raw: bytes, name: str, columns: Mapping[str, Sequence[str]]) -> Rows:
        """Return the rows of a file; `columns` are those named for a key. Raises UnreadableImportError."""


class UnknownImportError(TimelineError):
    """A format that no file defines."""

    def __init__(self, text: str, known: Sequence[str]) -> None:
        """Take what was asked for, and the names that exist."""
        from timeline.events.names import did_you_mean, suggest

        hint = did_you_mean(suggest(text, known)) or f"; there are: {', '.join(known)}"
        super().__init__(f'"{text}" is no format of import{hint}')


def find_import(name: str | None, filename: str) -> ImportFormat:
    """Return the format of that name, else of the suffix of a file's name; raises UnknownImportError."""
    wanted = (name or filename.rpartition(".")[2]).lower()
    for known in imports():
        found = _load(known)
        if wanted == known or f".{wanted}" in found.SUFFIXES:
            return found
    raise UnknownImportError(name or filename, imports())


def imports() -> list[str]:
    """Return the names of all formats."""
    from pkgutil import iter_modules

    package = import_module("timeline.store.imports")
    found = (module.name for module in iter_modules(package.__path__))
    return sorted(name.removeprefix(PREFIX) for name in found if name.startswith(PREFIX))


def _load(name: str) -> ImportFormat:
    return cast("ImportFormat", import_module(f"timeline.store.imports.{PREFIX}{name}"))
