"""The store: reads timelines out of files and folders, and knows where in them each thing stands.

Its names are loaded when they are first used: a timeline that is recalled needs no reading.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.store.find import FileMissingError as FileMissingError
    from timeline.store.find import find_file as find_file
    from timeline.store.problems import Problem as Problem
    from timeline.store.problems import visible as visible
    from timeline.store.reading import Reading as Reading
    from timeline.store.reading import read as read

__all__ = ["FileMissingError", "Problem", "Reading", "find_file", "read", "visible"]

_HOMES = {
    "FileMissingError": "find",
    "find_file": "find",
    "Problem": "problems",
    "visible": "problems",
    "Reading": "reading",
    "read": "reading",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"timeline.store.{_HOMES[name]}"), name)
