"""Filters by name: organisations, kinds, people, places, tags, sources, series, status and text.

The same filter with several values means or, different filters mean and.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from timeline.errors import TimelineError
from timeline.events import names
from timeline.events.records import Event, Place, Records

STATUSES = ("held", "planned", "cancelled")
SHOWN = 5  # candidates that an error names

Test = Callable[[Event], bool]


class QueryError(TimelineError):
    """The root of what can be wrong with a filter."""


class UnknownFilterError(QueryError):
    """A filter that does not exist."""

    def __init__(self, name: str) -> None:
        """Take its name."""
        hint = names.did_you_mean(names.suggest(name, FILTERS)) or f"; there are: {', '.join(FILTERS)}"
        super().__init__(f'there is no filter "{name}"{hint}')


class UnknownNameError(QueryError):
    """A name that matches nothing in the file."""

    def __init__(self, noun: str, text: str, nearest: Iterable[str], known: Sequence[str]) -> None:
        """Take what was looked for ("organisation"), the name, the nearest names and all of them."""
        hint = names.did_you_mean(nearest)
        if not hint:
            hint = f"; there are: {_some(known)}" if known else "; the file names none"
        super().__init__(f'no {noun} matches "{text}"{hint}')


class AmbiguousNameError(QueryError):
    """A part of a name that several names have."""

    def __init__(self, noun: str, text: str, candidates: Sequence[str]) -> None:
        """Take what was looked for, the name, and the names that it could mean."""
        super().__init__(
            f'"{text}" could be more than one {noun}: {_some(candidates)}; write more of the name, or its id'
        )


class NoWordsError(QueryError):
    """A search for a text without a letter or a digit."""

    def __init__(self, text: str) -> None:
        """Take what was looked for."""
        super().__init__(f'"{text}" has no words to look for; write some of the title, quote, phrase or notes')


class Filter(NamedTuple):
    """One filter: what it looks for, what the user writes, its registry of names, and the keys an event has in it."""

    noun: str
    help: str
    registry: Callable[[Records], Mapping[str, names.Named]]
    keys: Callable[[Event], Iterable[str | None]]


def _kinds(records: Records) -> Mapping[str, names.Named]:
    from timeline.events.kinds import kinds

    return _words((*kinds(), *(event.kind for event in records.events)))


def _tags(records: Records) -> Mapping[str, names.Named]:
    return _words(tag for event in records.events for tag in event.tags)


def _series(records: Records) -> Mapping[str, names.Named]:
    return _words(event.series for event in records.events if event.series)


def _people(records: Records) -> Mapping[str, names.Named]:
    return names.with_free_people(records.people, records.events)


def _places(records: Records) -> Mapping[str, names.Named]:
    return names.with_free_places(records.places, records.events)


def _sources(records: Records) -> Mapping[str, names.Named]:
    return {id_: Place(id_, source.title) for id_, source in records.sources.items()}


def _words(words: Iterable[str]) -> Mapping[str, names.Named]:
    return {word: Place(word, word) for word in words}


FILTERS: dict[str, Filter] = {
    "org": Filter(
        "organisation",
        "Only events of this organisation: id, name, alias or former name.",
        lambda records: records.organisations,
        lambda event: event.organisations,
    ),
    "kind": Filter("kind", "Only this kind of event, such as congress.", _kinds, lambda event: [event.kind]),
    "person": Filter("person", "Only events with this person.", _people, lambda event: event.people),
    "place": Filter("place", "Only events at this place.", _places, lambda event: event.places),
    "tag": Filter("tag", "Only events with this tag.", _tags, lambda event: event.tags),
    "source": Filter("source", "Only events told by this source.", _sources, lambda event: [event.source]),
    "series": Filter("series", "Only events of this series.", _series, lambda event: [event.series]),
    "status": Filter(
        "status",
        "Only events that are held, planned or cancelled.",
        lambda _: _words(STATUSES),
        lambda event: [event.status],
    ),
}
TEXT = "text"  # no names: words of the title, quote, notes and phrase


def conditions(records: Records, wanted: Mapping[str, Sequence[str]], *, children: bool = False) -> list[Test]:
    """Return one test for each filter that is set; `children` takes the organisations below one along.

    Raises UnknownNameError, AmbiguousNameError, NoWordsError or UnknownFilterError.
    """
    made = []
    for name, values in wanted.items():
        if not values:
            continue
        if name == TEXT:
            made.append(_text_test(values))
        elif name in FILTERS:
            made.append(_name_test(FILTERS[name], records, values, children=children and name == "org"))
        else:
            raise UnknownFilterError(name)
    return made


def _name_test(wanted: Filter, records: Records, values: Sequence[str], *, children: bool) -> Test:
    registry = wanted.registry(records)
    ids = {_only(wanted, registry, value) for value in values}
    if children:
        ids = _with_children(records, ids)
    # Events write a person or a place by any of its names, everything else by its id.
    accepted = {names.fold(name) for id_ in ids for name in (id_, *names.spellings(registry[id_]))}
    return lambda event: any(key in ids or names.fold(key) in accepted for key in wanted.keys(event) if key)


def _only(wanted: Filter, registry: Mapping[str, names.Named], value: str) -> str:
    found = names.find(registry, value)
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousNameError(wanted.noun, value, [_shown(id_, registry[id_]) for id_ in found])
    known = [_shown(id_, record) for id_, record in registry.items()]
    raise UnknownNameError(wanted.noun, value, names.suggest_names(registry, value), known)


def _with_children(records: Records, ids: set[str]) -> set[str]:
    found = set(ids)
    while True:
        below = {id_ for id_, org in records.organisations.items() if org.parent in found} - found
        if not below:
            return found
        found |= below


def _text_test(values: Sequence[str]) -> Test:
    keys = [names.words(value) for value in values]
    for key, value in zip(keys, values, strict=True):
        if not key:
            raise NoWordsError(value)

    def holds(event: Event) -> bool:
        # Each part by itself: no words are half of the title and half of the quote.
        parts = [names.words(part) for part in (event.title, event.quote, event.notes, event.words) if part]
        return any(_holds_words(part, key) for part in parts for key in keys)

    return holds


def _holds_words(text: tuple[str, ...], key: tuple[str, ...]) -> bool:
    """Tell whether a text has words, their ends cut or not; whole words may be parted in another way: Hanoi, ha noi."""
    if " ".join(key) in " ".join(text):
        return True
    joined, whole = "".join(key), "".join(text)
    if joined not in whole:
        return False
    ends = {0, *accumulate(map(len, text))}
    return any(at + len(joined) in ends for at in ends if whole.startswith(joined, at))


def _shown(id_: str, record: names.Named) -> str:
    return id_ if record.name == id_ else f"{id_} ({record.name})"


def _some(candidates: Sequence[str]) -> str:
    more = f" and {len(candidates) - SHOWN} more" if len(candidates) > SHOWN else ""
    return ", ".join(candidates[:SHOWN]) + more
