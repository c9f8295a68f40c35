"""The names that a timeline holds, and how many events each has."""

from typing import NamedTuple

from timeline.events.names import spellings
from timeline.events.records import Records
from timeline.query.filters import FILTERS
from timeline.query.groups import labels


class Tally(NamedTuple):
    """One name: its id, the name itself, its other names, and the number of events that name it."""

    id: str
    name: str
    aliases: tuple[str, ...]
    events: int


def tally(records: Records, name: str) -> list[Tally]:
    """Return the names that a filter ("org", "kind", …) knows in a timeline, those with the most events first.

    A name that is defined and never used counts 0; of kinds, which belong to no file, only the used ones are there.
    """
    wanted = FILTERS[name]
    registry = wanted.registry(records)
    labelled = labels(name, records)
    counts = dict.fromkeys(registry, 0)
    for event in records.events:
        for label in labelled(event):
            counts[label.key] = counts.get(label.key, 0) + 1
    found = [
        Tally(
            id_,
            registry[id_].name if id_ in registry else id_,
            spellings(registry[id_])[1:] if id_ in registry else (),
            count,
        )
        for id_, count in counts.items()
        if count or name not in ("kind", "status")
    ]
    return sorted(found, key=lambda one: (-one.events, one.id))
