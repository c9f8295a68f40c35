"""A record that somebody has edited before it is in any file."""

from pathlib import Path
from typing import Any

from timeline.events.records import Event
from timeline.store.comparing import only_event
from timeline.store.definitions import TABLES
from timeline.store.problems import Problem
from timeline.store.writing import RefusedError


def edited_event(draft: Path, text: str) -> Event:
    """Return the event of a TOML text, its values as they stand; raises RefusedError where it is no record of one.

    What the values mean is checked where the event is written.
    """
    values = only_event(draft, text)
    if isinstance(values, Problem):
        raise RefusedError([values])
    fields = [key for key in TABLES["event"] if key in Event._fields]
    foreign = next((key for key in values if key not in fields), None)
    if foreign is not None:
        message, expected = f'an event that is not written yet has no "{foreign}"', ", ".join(fields)
        raise RefusedError([Problem(draft, 0, 0, "error", message, expected, code="unknown-key")])
    plain: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    return Event("", "")._replace(**plain)
