"""An event as one flat record, in the shape of `--json`: what every format for programs writes."""

from typing import Any

from timeline.events.publication import day_of_source
from timeline.events.records import Claim, Dated, Source
from timeline.query import Counts, Selection
from timeline.resolve import Resolution

SCHEMA = "timeline/1"


def document(selection: Selection) -> dict[str, Any]:
    """Return the whole document, without its events: they are many, and are written one by one."""
    return {"schema": SCHEMA, "counts": counts(selection.counts)}


def counts(counted: Counts) -> dict[str, int]:
    """Return the counts by name."""
    return dict(zip(counted._fields, counted, strict=True))


def record(one: Dated, selection: Selection, match: str | None) -> dict[str, Any]:
    """Return the record of an event; `match` is None for the undated. Days are ISO days, None where open or unknown."""
    event, interval = one.event, one.interval
    known = selection.records.organisations
    return {
        "id": event.id,
        "title": event.title,
        "when": event.when,
        "words": event.words,
        "anchor": event.anchor,
        "edtf": interval and interval.edtf,
        "earliest": interval and _day(interval.earliest),
        "latest": interval and _day(interval.latest),
        "grain": interval and interval.grain.value,
        "part": interval and interval.part and interval.part.value,
        "inferred": one.inferred,
        "match": match,
        "kind": event.kind,
        "organisations": [{"id": id_, "name": known[id_].name if id_ in known else id_} for id_ in event.organisations],
        "people": list(event.people),
        "places": list(event.places),
        "tags": list(event.tags),
        "status": event.status,
        "series": event.series,
        "number": event.number,
        "implied": event.implied,
        "source": event.source,
        "quote": event.quote,
        "notes": event.notes,
        "claims": [_claim(claim, resolution) for claim, resolution in one.claims],
        "conflict": one.conflict,
    }


def source_record(source: Source) -> dict[str, Any]:
    """Return the record of a source; its days in EDTF, as they are written where nothing can be read in them."""
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "author": source.author,
        "language": source.language,
        "published": _edtf(source.published, source),
        "url": source.url,
        "file": source.file,
        "accessed": _edtf(source.accessed, source),
        "archive": source.archive,
        "note": source.note,
    }


def _edtf(text: str | None, source: Source) -> str | None:
    found = day_of_source(text, source) if text else None
    return found.edtf if found else text


def _claim(claim: Claim, resolution: Resolution | None) -> dict[str, Any]:
    interval = resolution.interval if resolution else None
    return {
        "when": claim.when,
        "edtf": interval and interval.edtf,
        "words": claim.words,
        "source": claim.source,
        "quote": claim.quote,
    }


def _day(day: object) -> str | None:
    return None if day is None else str(day)


def left_out(selection: Selection, keys: tuple[str, ...]) -> dict[str, int]:
    """Return for each key that a format has no place for how many of the selected events have something under it."""
    every = [*(match.dated for match in selection.matches), *selection.shown_undated]
    counted = {key: sum(1 for one in every if record(one, selection, None)[key]) for key in keys}
    return {key: count for key, count in counted.items() if count}
