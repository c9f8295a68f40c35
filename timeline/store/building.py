"""Checked tables of one or many files to Records: ids made and held unique, names and references looked up."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from timeline.events.kinds import kinds
from timeline.events.names import did_you_mean, fold, slug, spellings, suggest, suggest_names, unused
from timeline.events.records import (
    Claim,
    Conventions,
    Event,
    FormerName,
    Organisation,
    Person,
    Place,
    Records,
    Source,
    Stated,
)
from timeline.store.checking import check, is_id
from timeline.store.document import Document
from timeline.store.locate import Way

Spot = tuple[Document, Way]
_NONE: Mapping[int, None] = {}


class Draft(NamedTuple):
    """A checked event that has no sure id yet, its claims (each with its number in the file), and where it stands."""

    document: Document
    way: Way
    checked: Mapping[str, Any]
    claims: tuple[tuple[int, Mapping[str, Any], Stated | None], ...]
    stated: Stated | None = None


class Builder:
    """Takes one file after the other, and gives the records of all of them with the place of each."""

    def __init__(self) -> None:
        self.places: dict[Way, Spot] = {}
        self.settings: list[tuple[Document, Mapping[str, Any]]] = []
        self.registries: dict[str, dict[str, Any]] = {"organisation": {}, "person": {}, "place": {}, "source": {}}
        self.drafts: list[Draft] = []
        self.brought: dict[str, Organisation] = {}  # by lines of JSON, which have no tables

    def add_timeline(self, document: Document, raw: Mapping[str, Any]) -> None:
        """Take a TOML file's values."""
        top = check(document, "timeline", raw, ())
        self.settings.append((document, top))
        for kind in self.registries:
            for id_, table in top.get(kind, {}).items():
                self._register(document, kind, id_, check(document, kind, table, (kind, id_)))
        for number, table in enumerate(top.get("event", ())):
            if table is None:
                continue
            way = ("event", number)
            self.add_event(document, way, check(document, "event", table, way))

    def add_event(
        self,
        document: Document,
        way: Way,
        checked: Mapping[str, Any],
        stated: Stated | None = None,
        claim_dates: Mapping[int, Stated | None] = _NONE,
    ) -> None:
        """Take one event's checked values; `stated`, `claim_dates` (by the claim's number): resolved before."""
        claims = []
        for number, table in enumerate(checked.get("claim", ())):
            claim = {} if table is None else check(document, "claim", table, (*way, "claim", number))
            if "when" in claim:
                claims.append((number, claim, claim_dates.get(number)))
        self.drafts.append(Draft(document, way, checked, tuple(claims), stated))

    def _register(self, document: Document, kind: str, id_: str, checked: Mapping[str, Any]) -> None:
        registry = self.registries[kind]
        id_ = id_ if is_id(id_) else slug(id_)
        if id_ in registry:
            self._tell_twice(document, (kind, id_), (kind, id_), id_, key=True)
            return
        self.places[kind, id_] = (document, (kind, id_))
        registry[id_] = checked

    def _tell_twice(self, document: Document, way: Way, first: Way, id_: str, *, key: bool = False) -> None:
        other, other_way = self.places[first]
        place = other.problem((*other_way, "id"), "", "", key=True)
        message = f'the id "{id_}" is given twice: first at {place.path}:{place.line}'
        document.tell(way, "duplicate-id", message, "another id; ids are unique over all files of a timeline", key=key)

    def build(self) -> Records:
        """Return the records of all that was taken; what refers to nothing is told."""
        stated = {key: self._first(key) for key in ("title", "language", "date_order", "hemisphere")}
        for key in ("date_order", "hemisphere"):
            self._tell_mixed(key)
        conventions = {id(document): _conventions(top, stated) for document, top in self.settings}
        organisations = self._organisations()
        people = {
            id_: Person(id_, _name(id_, row), row.get("aliases", ())) for id_, row in self.registries["person"].items()
        }
        places = {
            id_: Place(id_, _name(id_, row), row.get("aliases", ())) for id_, row in self.registries["place"].items()
        }
        sources = {id_: self._source(id_, row, conventions) for id_, row in self.registries["source"].items()}
        linker = _Linker(organisations, people, places, sources)
        default = _conventions({}, stated)
        events = [
            linker.event(draft, id_, order, conventions.get(id(draft.document), default))
            for order, (draft, id_) in enumerate(zip(self.drafts, self._ids(), strict=True))
        ]
        return Records(
            title=stated["title"] or "",
            language=stated["language"],
            date_order=stated["date_order"],
            hemisphere=stated["hemisphere"] or "north",
            organisations=organisations,
            people=people,
            places=places,
            sources=sources,
            events=tuple(events),
        )

    def _first(self, key: str) -> str | None:
        return next((top[key] for _, top in self.settings if key in top), None)

    def _tell_mixed(self, key: str) -> None:
        """Warn of a file that reads dates otherwise than the first one that says how."""
        own = [(document, top[key]) for document, top in self.settings if key in top]
        for document, value in own[1:]:
            first, other = own[0]
            if value != other:
                place = first.problem((key,), "", "", key=True)
                message = (
                    f'{key} is "{value}" here and "{other}" at {place.path}:{place.line}: '
                    "each holds in its own file, the first one wherever none is said"
                )
                document.tell((key,), "mixed-conventions", message, f"one {key} in all files", severity="warning")

    def _source(self, id_: str, row: Mapping[str, Any], conventions: Mapping[int, Conventions]) -> Source:
        document, _ = self.places["source", id_]
        return Source(id_, **row, conventions=conventions[id(document)])

    def _organisations(self) -> dict[str, Organisation]:
        rows = self.registries["organisation"]
        made = {}
        for id_, row in rows.items():
            document, way = self.places["organisation", id_]
            parent = row.get("parent")
            if parent is not None and parent not in rows:
                near = did_you_mean(suggest(parent, rows))
                message = f'no organisation has the id "{parent}"{near}'
                document.tell(
                    (*way, "parent"), "unknown-parent", message, "the id of another organisation of this timeline"
                )
                parent = None
            former = tuple(
                FormerName(**checked)
                for number, table in enumerate(row.get("names", ()))
                if table is not None
                and "name" in (checked := check(document, "former name", table, (*way, "names", number)))
            )
            made[id_] = Organisation(id_, _name(id_, row), row.get("aliases", ()), parent, former)
        self._cut_circles(made)
        return {**made, **{id_: brought for id_, brought in self.brought.items() if id_ not in made}}

    def _cut_circles(self, made: dict[str, Organisation]) -> None:
        for id_ in [id_ for id_, organisation in made.items() if organisation.parent is not None]:
            chain = [id_]
            while (parent := made[chain[-1]].parent) is not None and parent not in chain:
                chain.append(parent)
            if parent == id_:
                document, way = self.places["organisation", id_]
                message = f"these organisations are each other's parents: {' -> '.join([*chain, id_])}"
                document.tell((*way, "parent"), "parent-cycle", message, "a parent that is not a part of it itself")
                made[id_] = made[id_]._replace(parent=None)

    def _ids(self) -> list[str]:
        """Return the id of each draft: as written where it can be, else made from the title."""
        ids: list[str | None] = []
        taken: set[str] = set()
        for document, way, checked, _, _ in self.drafts:
            id_ = checked.get("id")
            if id_ in taken:
                self._tell_twice(document, (*way, "id"), ("event", id_), id_)
                id_ = None
            elif id_ is not None:
                taken.add(id_)
                self.places["event", id_] = (document, way)
            ids.append(id_)
        made = []
        for draft, written in zip(self.drafts, ids, strict=True):
            id_ = written or unused(draft.checked.get("id") or slug(draft.checked.get("title", "event")), taken)
            taken.add(id_)
            self.places.setdefault(("event", id_), (draft.document, draft.way))
            made.append(id_)
        return made


def _name(id_: str, row: Mapping[str, Any]) -> str:
    name: str = row.get("name", id_)
    return name


def _conventions(top: Mapping[str, Any], stated: Mapping[str, str | None]) -> Conventions:
    """Return a file's own conventions; what it leaves out is as the first file of the folder says that says it."""
    language, order, side = (top.get(key, stated[key]) for key in ("language", "date_order", "hemisphere"))
    return Conventions(language, order, side == "south")


class _Linker:
    """Makes events of drafts, with every name that they use looked up."""

    def __init__(
        self,
        organisations: dict[str, Organisation],
        people: Mapping[str, Person],
        places: Mapping[str, Place],
        sources: dict[str, Source],
    ) -> None:
        self.organisations = organisations
        self.sources = sources
        self.people = _canonical(people.values())
        self.spots = _canonical(places.values())
        self.by_name: dict[str, list[str]] | None = None

    def event(self, draft: Draft, id_: str, order: int, conventions: Conventions) -> Event:
        document, way, checked, claims, stated = draft
        fields = {key: value for key, value in checked.items() if key not in ("id", "claim")}
        fields.setdefault("title", "(no title)")
        if "organisations" in fields:
            fields["organisations"] = self._organisations(document, (*way, "organisations"), fields["organisations"])
        if self.people and "people" in fields:
            fields["people"] = _each_once(self.people.get(fold(name), name) for name in fields["people"])
        if self.spots and "places" in fields:
            fields["places"] = _each_once(self.spots.get(fold(name), name) for name in fields["places"])
        if "source" in fields:
            self._check_source(document, way, fields["source"])
        if fields.get("kind", "event") != "event":
            _check_kind(document, way, fields["kind"])
        if "number" in fields and "series" not in fields:
            message = f"number {fields['number']} of no series"
            document.tell((*way, "number"), "number-without-series", message, 'series = "…" beside it', key=True)
        return Event(
            id=id_,
            **fields,
            claims=tuple(
                self._claim(document, (*way, "claim", number), claim, given) for number, claim, given in claims
            ),
            order=order,
            stated=stated,
            conventions=conventions,
        )

    def _claim(self, document: Document, way: Way, checked: Mapping[str, Any], stated: Stated | None) -> Claim:
        if "source" in checked:
            self._check_source(document, way, checked["source"])
        return Claim(**checked, stated=stated)

    def _check_source(self, document: Document, way: Way, id_: str) -> None:
        if id_ in self.sources:
            return
        if not document.is_made_by_machine:
            near = did_you_mean(suggest(id_, self.sources))
            message = f'no source has the id "{id_}"{near}'
            document.tell(
                (*way, "source"), "unknown-source", message, f"the id of a source: [source.{slug(id_)}] and its keys"
            )
        self.sources[id_] = Source(id_)

    def _organisations(self, document: Document, way: Way, names: Iterable[str]) -> tuple[str, ...]:
        known = self.organisations
        return _each_once(
            name if name in known else self._organisation(document, (*way, at), name) for at, name in enumerate(names)
        )

    def _organisation(self, document: Document, way: Way, name: str) -> str:
        if self.by_name is None:
            self.by_name = {}
            for organisation in self.organisations.values():
                self._note(organisation)
        ids = self.by_name.get(fold(name), [])
        if len(ids) == 1:
            return ids[0]
        if ids:
            expected = " or ".join(f'"{id_}"' for id_ in ids)
            document.tell(
                way, "ambiguous-organisation", f'"{name}" is the name of more than one organisation', expected
            )
            return ids[0]
        id_ = unused(slug(name), self.organisations)
        if not document.is_made_by_machine:
            near = did_you_mean(suggest_names(self.organisations, name))
            expected = f'an id, name or alias of an organisation: [organisation.{id_}] with name = "{name}"'
            document.tell(way, "unknown-organisation", f'no organisation is called "{name}"{near}', expected)
        # It stays with the event, and is complained of once.
        self.organisations[id_] = Organisation(id_, name)
        self._note(self.organisations[id_])
        return id_

    def _note(self, organisation: Organisation) -> None:
        assert self.by_name is not None  # noqa: S101 - for the type checker
        for key in {fold(name) for name in (organisation.id, *spellings(organisation))}:
            self.by_name.setdefault(key, []).append(organisation.id)


def _canonical(registry: Iterable[Person | Place]) -> dict[str, str]:
    """Return the name as printed by every spelling, folded."""
    return {fold(name): record.name for record in registry for name in (*spellings(record), record.id)}


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _check_kind(document: Document, way: Way, kind: str) -> None:
    if kind not in kinds():
        near = did_you_mean(suggest(kind, kinds()))
        expected = "one of the kinds that `timeline list kinds` shows, or any word of your own"
        document.tell((*way, "kind"), "unknown-kind", f'unknown kind "{kind}"{near}', expected, severity="warning")
