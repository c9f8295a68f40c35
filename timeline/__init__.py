"""Timeline: from date expressions in prose to dated, defensible event records.

The public names are loaded when they are first used: a command line that needs one of them must not pay for all.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

from timeline.errors import TimelineError

if TYPE_CHECKING:
    from timeline.api import Timeline as Timeline
    from timeline.api import View as View
    from timeline.api import extract as extract
    from timeline.api import find_dates as find_dates
    from timeline.api import load as load
    from timeline.api import resolve as resolve
    from timeline.dates import Day as Day
    from timeline.dates import Interval as Interval
    from timeline.extract import Draft as Draft
    from timeline.resolve import Resolution as Resolution

__all__ = [
    "Day",
    "Draft",
    "Interval",
    "Resolution",
    "Timeline",
    "TimelineError",
    "View",
    "extract",
    "find_dates",
    "load",
    "resolve",
]

_HOMES = {
    "Timeline": "timeline.api",
    "View": "timeline.api",
    "Draft": "timeline.extract",
    "extract": "timeline.api",
    "find_dates": "timeline.api",
    "load": "timeline.api",
    "resolve": "timeline.api",
    "Day": "timeline.dates",
    "Interval": "timeline.dates",
    "Resolution": "timeline.resolve",
}


class _Package(ModuleType):
    """The package itself. `timeline.resolve` is a verb and a room: importing the room must not take the verb's name."""

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})


sys.modules[__name__].__class__ = _Package
