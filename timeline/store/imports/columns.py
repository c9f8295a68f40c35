"""Which key of an event a column means, by its heading."""

from collections.abc import Mapping, Sequence

from timeline.errors import TimelineError
from timeline.events.names import did_you_mean, fold, suggest
from timeline.store.definitions import TABLES
from timeline.store.imports.rows import ADDRESS, DATES, DERIVED, Remark

KEYS = tuple(key for key in (*TABLES["event"], *DATES, ADDRESS) if key != "claim")
# Headings that people write; folded, so that "Start date" and "start-date" are one.
SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "title": ("event", "name", "summary", "subject", "what", "headline"),
    "when": ("date", "dates"),
    "earliest": ("start", "start date", "begin", "from", "begins"),
    "latest": ("end", "end date", "to", "until", "ends"),
    "kind": ("type", "category"),
    "organisations": ("organisation", "organization", "organizations", "org", "orgs"),
    "people": ("person", "persons", "who"),
    "places": ("place", "location", "where"),
    "tags": ("tag", "keywords", "labels"),
    "notes": ("note", "description", "comment", "comments", "remarks"),
    "quote": ("quotation",),
    "words": ("phrase",),
    "url": ("link", "address", "website"),
}
BY_HEADING = {fold(word): key for key, words in SYNONYMS.items() for word in words} | {fold(key): key for key in KEYS}


class UnknownColumnError(TimelineError):
    """A key or a column that does not exist."""

    def __init__(self, what: str, text: str, known: Sequence[str]) -> None:
        """Take what is looked for, what was written, and what there is."""
        near = did_you_mean(suggest(text, known)) or f"; there are: {', '.join(known)}"
        super().__init__(f'no {what} is called "{text}"{near}')


def assign(headings: Sequence[str], named: Mapping[str, Sequence[str]]) -> tuple[list[str | None], list[Remark]]:
    """Return the key of each column, None of one that is left out, and remarks on those.

    `named` are the columns that the user names for a key. Raises UnknownColumnError.
    """
    keys: list[str | None] = [None] * len(headings)
    for key, columns in named.items():
        if key not in KEYS:
            raise UnknownColumnError("key of an event", key, KEYS)
        for column in columns:
            keys[_place(column, headings)] = key
    for at, heading in enumerate(headings):
        meant = BY_HEADING.get(fold(heading))
        if keys[at] is None and meant not in keys and meant not in named:
            keys[at] = meant
    derived = {fold(name) for name in DERIVED}
    remarks = [
        Remark("", f'column "{heading}"', f'left out; --column notes="{heading}" would take it along', lost=True)
        for heading, key in zip(headings, keys, strict=True)
        if key is None and heading.strip() and fold(heading) not in derived
    ]
    return keys, remarks


def _place(column: str, headings: Sequence[str]) -> int:
    if column in headings:
        return headings.index(column)
    folded = [fold(heading) for heading in headings]
    if fold(column) not in folded:
        raise UnknownColumnError("column", column, headings)
    return folded.index(fold(column))
