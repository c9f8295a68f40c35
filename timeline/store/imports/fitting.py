"""Rows fitted into a timeline: names looked up or brought along, ids kept unique, dates that mean what they meant."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from timeline.dates import Grain, Interval, Part
from timeline.errors import TimelineError
from timeline.events.chains import references
from timeline.events.names import fold, slug, spellings, unused
from timeline.events.records import Claim, Conventions, Dated, Event, Organisation, Stated
from timeline.events.stated import interval_of
from timeline.resolve import Resolution
from timeline.store.checking import is_id
from timeline.store.imports.rows import ADDRESS, TITLE, Remark, Row, Rows
from timeline.store.imports.sources import Sources
from timeline.store.imports.values import Reader
from timeline.store.problems import clip
from timeline.store.reading import Reading
from timeline.store.writing import Additions, Approve, Change, append

Words = Callable[[Interval], str]
EDTF = 2  # the last way of writing a date
MOST_PASSES = 12


class _Draft(NamedTuple):
    """An event on its way in: its row, what was stated of its date and of its claims' dates, how it is written now."""

    row: Row
    event: Event
    stated: Stated | None
    claims: tuple[Stated | None, ...]
    way: int = 0  # of writing `when`: 0 in its own words, 1 in ours, 2 in EDTF
    remarks: tuple[Remark, ...] = ()

    def remarking(self, column: str, reason: str, *, lost: bool = False) -> "_Draft":
        """Return the draft with one more remark."""
        return self._replace(remarks=(*self.remarks, Remark(self.row.place, column, reason, lost)))


def bring_in(
    path: Path, rows: Rows, words: Words, approve: Approve | None = None, *, create: bool = False
) -> tuple[Change, tuple[Remark, ...]]:
    """Add rows to a timeline, and return what was done and what is to be remarked.

    `words` writes a date that a row states resolved, where its own words would mean another one here. The rest, and the
    errors, are those of `append`.
    """
    fitting = _Fitting(rows, words)
    change = append(path, fitting.additions, approve=approve, create=create)
    return change, tuple(sorted(fitting.remarks, key=_position))


def _position(remark: Remark) -> int:
    number = remark.place.rpartition(" ")[2]
    return int(number) if number.isdigit() else 0


class _Fitting:
    """What one import collects: records that come along, and remarks."""

    def __init__(self, rows: Rows, words: Words) -> None:
        self.rows = rows
        self.words = words
        self.remarks = list(rows.remarks)
        self.organisations: dict[str, Organisation] = {}

    def additions(self, before: Reading, preview: Callable[[Additions], Reading]) -> Additions:
        """Return what is to be added to the timeline that was read."""
        self.known = dict(before.records.organisations)
        self.by_name: dict[str, list[str]] = {}
        for organisation in self.known.values():
            self._note(organisation)
        of = before.records
        here = Conventions(of.language, of.date_order, of.hemisphere == "south")
        self.sources = Sources(of.sources, here, self.rows.sources, self._remark)
        self.there = {event.id: event for event in before.records.events}
        self.days = before.dated
        self.taken = set(self.there)
        self.dated = {(one.event.title, date) for one in before.dated.values() for date in _dates(one)}
        drafts = [draft for draft in map(self._draft, self.rows.rows) if draft is not None]
        self.sources.tell_unnamed({id_ for row in self.rows.rows for id_ in _named_sources(row)})
        for _ in range(MOST_PASSES):
            reading = preview(self._added(drafts))
            fitted = [
                _without_anchor(draft)
                if draft.event.anchor and _is_wrong(reading, draft.event.id, "anchor")
                else self._fitted(draft, reading.dated[draft.event.id])
                for draft in drafts
            ]
            if fitted == drafts:
                break
            # What hangs on another event may be right as soon as that one is.
            first = [old if references(old.event) else new for old, new in zip(drafts, fitted, strict=True)]
            drafts = first if first != drafts else fitted
        for draft in drafts:
            self.remarks += draft.remarks
            self._tell_doubt(draft, reading.dated[draft.event.id])
        return self._added(drafts)

    def _added(self, drafts: list[_Draft]) -> Additions:
        return Additions(
            tuple(draft.event for draft in drafts),
            organisations=tuple(self.organisations.values()),
            sources=self.sources.coming(),
        )

    def _draft(self, row: Row) -> _Draft | None:
        reader = Reader(row)
        values = reader.values()
        self.remarks += reader.remarks
        title = values.get("title")
        if title is None:
            self._remark(row, "title", "there is none, and the row is left out", lost=True)
            return None
        id_ = self._id(row, values, title)
        if id_ is None:
            return None
        if "number" in values and "series" not in values:
            self._remark(row, "number", f"{values.pop('number')} of no series, and left out", lost=True)
        claims = [claim for claim in values.get("claims", ()) if claim.get("when") or claim.get("edtf")]
        stated = _stated(values)
        plain = {key: values[key] for key in Event._fields if key in values and key not in ("id", "claims")}
        # The date of an event whose claims alone say it is theirs.
        plain["when"] = values.get("when") or (stated.edtf if stated and not claims else None) or _span(values)
        plain["organisations"] = self._organisations(row, values.get("organisations", ()))
        plain["source"] = self.sources.id(values.get("source"), values.get(ADDRESS, ""), values.get(TITLE, ""))
        event = Event(id_, **plain, claims=tuple(map(self._claim, claims)))
        return _Draft(row, event, stated, tuple(map(_stated, claims)))

    def _id(self, row: Row, values: Mapping[str, Any], title: str) -> str | None:
        """Return the id of a new event, None where the event is there already."""
        id_ = values.get("id")
        dates = {values[key] for key in ("when", "edtf") if key in values} or {None}
        other = self._difference(self.there[id_], values, title) if id_ in self.there else None
        if other is not None:
            here = f'the timeline has "{id_}" already'
            said = f"{here}, {other}: the row is left out, and `timeline edit {id_}` changes it"
            self._remark(row, "", said if other else f"{here}, and the row is left out", lost=bool(other))
            return None
        if id_ is None and any((title, date) in self.dated for date in dates):
            self._remark(row, "", f'the timeline has "{clip(title, 60)}" already, and the row is left out')
            return None
        made = unused(id_ or slug(title), self.taken)
        if id_ is not None and made != id_:
            self._remark(row, "id", f'"{id_}" is another event here: this one is "{made}"')
        self.taken.add(made)
        return made

    def _difference(self, event: Event, values: Mapping[str, Any], title: str) -> str | None:
        """Return what a row says otherwise of an event of its id, if anything; None where it is another event.

        It is the same one by its title or by its date: somebody may have changed the other of the two since.
        """
        here = self.days[event.id].interval
        there = _interval(Stated(values.get("edtf") or values.get("when") or ""))
        is_there = here is not None and there is not None and here.edtf == there.edtf
        if event.title != title:
            return f'as "{clip(event.title, 60)}" and not as "{clip(title, 60)}"' if is_there else None
        if there is None or is_there:
            return ""
        return f"{f'on {here.edtf}' if here else 'without a date'} and not on {there.edtf}"

    def _claim(self, values: Mapping[str, Any]) -> Claim:
        fields = {key: values[key] for key in ("words", "quote") if key in values}
        return Claim(values.get("when") or values["edtf"], source=self.sources.id(values.get("source")), **fields)

    def _organisations(self, row: Row, names: tuple[tuple[str | None, str], ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._organisation(row, id_, name) for id_, name in names))

    def _organisation(self, row: Row, id_: str | None, name: str) -> str:
        if id_ in self.known or name in self.known:
            return id_ if id_ is not None and id_ in self.known else name
        found = self.by_name.get(fold(name), [])
        if len(found) > 1:
            self._remark(row, "organisations", f'"{name}" is the name of {" and ".join(found)}: {found[0]} is taken')
        if found:
            return found[0]
        made = unused(id_ if id_ is not None and is_id(id_) else slug(name), self.known)
        self.organisations[made] = self.known[made] = Organisation(made, name)
        self._note(self.known[made])
        return made

    def _note(self, organisation: Organisation) -> None:
        for key in {fold(name) for name in (organisation.id, *spellings(organisation))}:
            self.by_name.setdefault(key, []).append(organisation.id)

    def _fitted(self, draft: _Draft, one: Dated) -> _Draft:
        """Return the draft with its dates written another way, where they do not mean what they should."""
        fitted = draft
        for at, (_, found) in enumerate(one.claims):
            fitted = _with_claim(fitted, at, found)
        if fitted != draft:  # the date itself is looked at when its claims are right
            kept = [at for at, claim in enumerate(fitted.event.claims) if claim.when]
            return fitted._replace(
                event=fitted.event._replace(claims=tuple(fitted.event.claims[at] for at in kept)),
                claims=tuple(fitted.claims[at] for at in kept),
            )
        when, stated = draft.event.when, draft.stated
        if _is_meant(one, stated, when):
            return draft
        if stated is None:
            said = f'"{clip(when or "")}" is no date that can be read: kept as words'
            return draft._replace(event=_in_words(draft.event, None)).remarking("when", said, lost=True)
        interval = _interval(stated)
        if interval is None:
            said = f'"{clip(stated.edtf)}" is no EDTF: left out'
            event = draft.event if when != stated.edtf else draft.event._replace(when=None)
            return draft._replace(event=event, stated=None).remarking("edtf", said, lost=True)
        if draft.way == EDTF:
            return draft
        text = self.words(interval) if draft.way == 0 else interval.edtf
        event = _in_words(draft.event, text) if "when" in draft.row.values else draft.event._replace(when=text)
        return draft._replace(event=event, way=draft.way + 1)

    def _tell_doubt(self, draft: _Draft, one: Dated) -> None:
        """Say what has become of a date: other words, or less than was known."""
        row, event = draft.row, draft.event
        was = row.values.get("when")
        if draft.way and isinstance(was, str) and was.strip() != event.when:
            said = f'"{clip(was)}" alone does not say the date: written "{event.when}", the phrase kept as words'
            self._remark(row, "when", said)
        if draft.stated is not None and one.interval is not None:
            meant = _interval(draft.stated)
            if meant is not None and not _is_same(one.interval, meant):
                self._remark(row, "edtf", f"{meant.edtf} is read as {one.interval.edtf}, a {one.interval.grain.value}")
            if draft.stated.inferred and not one.inferred:
                self._remark(row, "inferred", "the date was inferred, and stands as stated now")

    def _remark(self, row: Row, column: str, reason: str, lost: bool = False) -> None:
        self.remarks.append(Remark(row.place, column, reason, lost))


def _named_sources(row: Row) -> Iterator[str]:
    claims = row.values.get("claims", ())
    for of in (row.values, *(claims if isinstance(claims, list) else ())):
        source = of.get("source") if isinstance(of, Mapping) else None
        source = source.get("id") if isinstance(source, dict) else source
        if isinstance(source, str):
            yield source.strip()


def _dates(one: Dated) -> tuple[str | None, ...]:
    said = one.event.when or one.event.words or None
    return (said, one.interval.edtf) if one.interval else (said,)


def _is_wrong(reading: Reading, id_: str, key: str) -> bool:
    """Tell whether a key of an event has an error in it."""
    document, way = reading.places["event", id_]
    line = document.problem((*way, key), "", "").line
    here = (problem for problem in reading.problems if problem.path == document.path and problem.line == line)
    return any(problem.severity == "error" for problem in here)


def _without_anchor(draft: _Draft) -> _Draft:
    said = f'"{clip(draft.event.anchor or "")}" is no day to count from: left out'
    return draft._replace(event=draft.event._replace(anchor=None)).remarking("anchor", said, lost=True)


def _with_claim(draft: _Draft, at: int, found: Resolution | None) -> _Draft:
    """Return the draft with a claim that means what was stated; one that means nothing is left without its `when`."""
    claim, stated = draft.event.claims[at], draft.claims[at]
    interval = _interval(stated) if stated else None
    if found is not None and (interval is None or found.interval.edtf == interval.edtf):
        return draft
    if interval is None:
        said = f'"{clip(claim.when)}" is no date that can be read: the claim is left out'
        made, draft = claim._replace(when=""), draft.remarking("claims", said, lost=True)
    elif claim.when == interval.edtf:
        return draft
    else:
        said = f'"{clip(claim.when)}" alone does not say the date: written {interval.edtf}, the phrase kept as words'
        made, draft = (
            claim._replace(when=interval.edtf, words=claim.words or claim.when),
            draft.remarking("claims", said),
        )
    claims = (*draft.event.claims[:at], made, *draft.event.claims[at + 1 :])
    return draft._replace(event=draft.event._replace(claims=claims))


def _in_words(event: Event, when: str | None) -> Event:
    return event._replace(when=when, words=event.words or event.when or "")


def _stated(values: Mapping[str, Any]) -> Stated | None:
    edtf = values.get("edtf")
    if edtf is None:
        return None
    grain, part = values.get("grain"), values.get("part")
    known = [one.value for one in Grain], [one.value for one in Part]
    return Stated(
        edtf, grain if grain in known[0] else None, part if part in known[1] else None, values.get("inferred") is True
    )


def _span(values: Mapping[str, Any]) -> str | None:
    """Return the date of two columns, or of one of them."""
    start, end = values.get("earliest"), values.get("latest")
    return f"{start}/{end}" if start and end and start != end else start or end


def _interval(stated: Stated) -> Interval | None:
    try:
        return interval_of(stated)
    except (TimelineError, ValueError):
        return None


def _is_meant(one: Dated, stated: Stated | None, when: str | None) -> bool:
    """Tell whether an event has the date that was stated, or any where none was, and its words can be read."""
    if when is not None and one.resolution is None:
        return False
    if stated is None:
        return True
    meant = _interval(stated)
    return meant is not None and one.interval is not None and _is_same(one.interval, meant)


def _is_same(one: Interval, other: Interval) -> bool:
    return (one.edtf, one.grain, one.part) == (other.edtf, other.grain, other.part)
