"""TOML, the format of timeline files: what stands in it reads back as the same events with the same dates.

Dates stay in the words of their records. Where those words would read otherwise in the new file (an event that they
hang on is not among the selected, or the file they come from has other conventions), the date stands as resolved.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from timeline.events.chains import references
from timeline.events.dating import date_events
from timeline.events.publication import day_of_source
from timeline.events.records import Claim, Conventions, Dated, Event, Organisation, Records, Source
from timeline.query import Selection
from timeline.render.clean import SIGN, unsafe
from timeline.render.page import Page
from timeline.render.reader_dates import reader_date
from timeline.resolve import Resolution

SUFFIXES = (".toml",)
VIEW = False
LEAVES_OUT = ()
SURROGATES = range(0xD800, 0xE000)
# What a file leaves out where it is so, with the value that it then has.
USUAL = {"kind": "event", "status": "held", "implied": False, "hemisphere": "north"}


def render(selection: Selection, page: Page) -> Iterator[str]:  # noqa: ARG001 - every format takes a page
    """Yield the tables, one after the other."""
    records, _ = _written(selection)
    yield _table("", {key: getattr(records, key) for key in ("title", "language", "date_order", "hemisphere")})
    for id_, organisation in records.organisations.items():
        former = [_kept(name._asdict()) for name in organisation.names]
        yield _table(f"\n[organisation.{_key(id_)}]\n", {**organisation._asdict(), "names": former}, "id")
    for kind, registry in (("person", records.people), ("place", records.places), ("source", records.sources)):
        for id_, record in registry.items():
            yield _table(f"\n[{kind}.{_key(id_)}]\n", record._asdict(), "id", "conventions")
    for event in records.events:
        yield _table("\n[[event]]\n", event._asdict(), "claims", "order", "stated", "conventions")
        for claim in event.claims:
            yield _table("\n[[event.claim]]\n", claim._asdict(), "stated")


def losses(selection: Selection, page: Page) -> Iterator[str]:  # noqa: ARG001 - every format takes a page
    """Yield which dates do not stand in the words of their records, and which say less than they did."""
    records, changed = _written(selection)
    if changed:
        yield f"written as resolved, for the words alone would read otherwise in this file: when of {_ids(changed)}"
    dated = date_events(records).dated
    less = [one.event.id for one in _every(selection) if not _is_same(one, dated[one.event.id])]
    if less:
        yield f"read back with less than is known (inferred, or the sort of unit): when of {_ids(less)}"


def _ids(ids: list[str]) -> str:
    more = f" and {len(ids) - 5} more" if len(ids) > 5 else ""
    return f"{', '.join(ids[:5])}{more}"


def _every(selection: Selection) -> list[Dated]:
    """Return the selected events in the order of their files."""
    found = [*(match.dated for match in selection.matches), *selection.shown_undated]
    return sorted(found, key=lambda one: one.event.order)


def _written(selection: Selection) -> tuple[Records, list[str]]:
    """Return the records as the file states them, and the ids of the events whose words had to change."""
    of = selection.records
    here = Conventions(of.language, of.date_order, of.hemisphere == "south")
    every = {one.event.id: one for one in _every(selection)}
    sources = {id_: _source(source, here) for id_, source in of.sources.items()}
    events = {id_: one.event._replace(conventions=here, stated=None) for id_, one in every.items()}
    changed: dict[str, None] = {}
    for words in (_in_words, _in_edtf):
        found = date_events(of._replace(sources=sources, events=tuple(events.values()))).dated
        wrong = [
            id_ for id_, one in every.items() if not _is_same(one, found[id_]) or _hangs_on_nothing(events[id_], every)
        ]
        if not wrong:
            break
        changed.update(dict.fromkeys(wrong))
        events.update({id_: words(every[id_], events[id_], every) for id_ in wrong})
    records = of._replace(sources=sources, events=tuple(events.values()))
    is_whole = selection.period is None and not selection.counts.excluded
    return _named(records, everything=is_whole), list(changed)


def _is_same(one: Dated, other: Dated) -> bool:
    """Tell whether two readings of an event give the same dates, doubts included."""
    mine = [one.interval, *(found and found.interval for _, found in one.claims)]
    others = [other.interval, *(found and found.interval for _, found in other.claims)]
    return mine == others and (one.inferred, one.conflict) == (other.inferred, other.conflict)


def _hangs_on_nothing(event: Event, every: Mapping[str, Dated]) -> bool:
    return any(id_ not in every for id_ in references(event))


def _in_words(one: Dated, event: Event, every: Mapping[str, Dated]) -> Event:
    return _resolved(one, event, every, reader_date)


def _in_edtf(one: Dated, event: Event, every: Mapping[str, Dated]) -> Event:
    return _resolved(one, event, every, lambda interval: interval.edtf)


def _resolved(one: Dated, event: Event, every: Mapping[str, Dated], words: Any) -> Event:
    """Return the event with its dates as resolved, its own phrase kept as the source's words."""
    original = one.event
    claims = tuple(_claim(claim, found, words) for claim, found in one.claims)
    anchor = original.anchor
    if anchor and _hangs_on_nothing(Event("", "", anchor), every):
        anchor = None
    if one.resolution is None:
        return event._replace(anchor=anchor, claims=claims)
    # "70th anniversary of @id" is the record's own way to say it, and no phrase of a source.
    phrase = original.words or ("" if "@" in (original.when or "") else original.when or "")
    return event._replace(when=words(one.resolution.interval), words=phrase, anchor=anchor, claims=claims)


def _claim(claim: Claim, found: Resolution | None, words: Any) -> Claim:
    if found is None:
        return claim._replace(stated=None)
    phrase = claim.words or ("" if "@" in claim.when else claim.when)
    return claim._replace(when=words(found.interval), words=phrase, stated=None)


def _source(source: Source, here: Conventions) -> Source:
    """Return a source as a file of these conventions states it: of 9/7/2021 the order of another file is gone."""
    own = source.conventions
    dates = {
        key: ((found := day_of_source(text, source)) and found.edtf) or text
        for key, text in (("published", source.published), ("accessed", source.accessed))
        if text and own.date_order != here.date_order
    }
    return source._replace(conventions=here, **dates)


def _named(records: Records, *, everything: bool) -> Records:
    """Return the records with a table for all that the events name, and without the tables that none of them names."""
    events = records.events
    organisations: dict[str, Organisation] = {}
    wanted = [id_ for event in events for id_ in event.organisations]
    wanted += records.organisations if everything else ()
    while wanted:
        id_ = wanted.pop()
        if id_ not in organisations:
            organisations[id_] = records.organisations.get(id_, Organisation(id_, id_))
            parent = organisations[id_].parent
            wanted += [parent] if parent else []
    told = {event.source for event in events} | {claim.source for event in events for claim in event.claims}
    known = records.sources
    sources = {id_: source for id_, source in known.items() if everything or id_ in told}
    people = {name for event in events for name in event.people}
    places = {name for event in events for name in event.places}
    return records._replace(
        organisations={
            id_: organisations[id_] for id_ in (*records.organisations, *organisations) if id_ in organisations
        },
        people={id_: person for id_, person in records.people.items() if everything or person.name in people},
        places={id_: place for id_, place in records.places.items() if everything or place.name in places},
        sources=sources | {id_: Source(id_) for id_ in sorted(filter(None, told)) if id_ not in known},
    )


def _table(head: str, values: Mapping[str, Any], *without: str) -> str:
    kept = _kept({key: value for key, value in values.items() if key not in without})
    return head + "".join(f"{key} = {_value(value)}\n" for key, value in kept.items())


def _kept(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is said: not the empty, not the usual."""
    return {key: value for key, value in values.items() if value not in (None, "", (), []) and value != USUAL.get(key)}


def _value(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, list):
        rows = (", ".join(f"{key} = {_value(one)}" for key, one in row.items()) for row in value)
        return "[\n" + "".join(f"    {{ {row} }},\n" for row in rows) + "]"
    from tomli_w import dumps

    text = dumps({"x": value}).removeprefix("x = ").rstrip("\n")
    return text if text.isprintable() else text.translate(_escapes())


def _key(id_: str) -> str:
    plain = id_.isascii() and id_.replace("-", "").replace("_", "").isalnum()
    return id_ if plain else _value(id_)


@cache
def _escapes() -> dict[int, str]:
    """What tomli-w leaves as it is and should not reach a terminal; half a pair of surrogates is no text at all."""
    return {code: SIGN if code in SURROGATES else f"\\u{code:04x}" for code in unsafe() if code > 0x7F}
