"""The date of every event: `when` resolved from its anchor or from another event, then laid beside the claims."""

from typing import NamedTuple

from timeline.dates import Interval, ReversedRangeError
from timeline.errors import TimelineError
from timeline.events.carrying import carried
from timeline.events.chains import in_order, references
from timeline.events.claims import short, weigh
from timeline.events.errors import UndatedReferenceError, UnknownIdError
from timeline.events.publication import languages_of
from timeline.events.records import Claim, Conventions, Dated, Dating, Event, Finding, Records, Source
from timeline.resolve import Context, NoAnchorError, Resolution, resolve

ACCEPTED_DATES = (
    'a date such as "9 July 2021", "June 2021", "from 2002 to 2007", "since 1946", or EDTF such as "2021-06"'
)
ACCEPTED_ANCHORS = '`published` in its source, or `anchor = "2021-07-09"` in the event'
_ACCEPTED_FIXED = 'a date that says its year by itself, such as "2021-07-09", "June 2021" or "2024-11-15/2025-01"'

Where = tuple[str | int, ...]


def date_events(records: Records) -> Dating:
    """Date every event of the records; what cannot be dated stays, without an interval, and the findings say why."""
    return _Dater(records).date_all()


class _Anchor(NamedTuple):
    """What relative dates count from; `wrong`: it is given, gives no day, and that has been told."""

    interval: Interval | None = None
    inferred: bool = False
    wrong: bool = False


_NO_ANCHOR = _Anchor()


class _Dater:
    """The memo of one run: what is dated so far, the anchor of each source, and what was found wrong."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.by_id = {event.id: event for event in records.events}
        self.dated: dict[str, Dated] = {}
        self.anchors: dict[str, _Anchor] = {}
        self.used: list[Dated] = []  # the events that the date being resolved has asked for
        self.findings: list[Finding] = []

    def date_all(self) -> Dating:
        self._read_fixed_dates()
        hanging: dict[str, tuple[str, ...]] = {}
        for event in self.records.events:
            names = references(event)
            if names:
                hanging[event.id] = names
            else:
                self.dated[event.id] = self._date(event)
        ordered, cycles = in_order(hanging)
        in_cycle = self._refuse_cycles(cycles)
        for id_ in ordered:
            event = self.by_id[id_]
            self.dated[id_] = Dated(event) if id_ in in_cycle else self._date(event)
        return Dating({event.id: self.dated[event.id] for event in self.records.events}, tuple(self.findings))

    def _read_fixed_dates(self) -> None:
        """Every date that counts from nothing: when sources were published and read, when former names held."""
        for source in self.records.sources.values():
            self.anchors[source.id] = self._fixed(source, source.published, "published")
            self._fixed(source, source.accessed, "accessed")
        for organisation in self.records.organisations.values():
            for at, former in enumerate(organisation.names):
                for key, text in (("since", former.since), ("until", former.until)):
                    self._resolve(text, ("organisation", organisation.id, "names", at, key), [None], Conventions())

    def _fixed(self, source: Source, text: str | None, key: str) -> _Anchor:
        if text is None:
            return _NO_ANCHOR
        where = ("source", source.id, key)
        resolution = self._resolve(text, where, languages_of(text, source, source.conventions), source.conventions)
        return self._with_year(resolution, where)

    def _with_year(self, resolution: Resolution | None, where: Where) -> _Anchor:
        if resolution is None:
            return _Anchor(wrong=True)
        if resolution.interval.dated:
            return _Anchor(resolution.interval, resolution.inferred)
        message = f'"{short(resolution.text)}" says no year, so nothing can count from it'
        self.findings.append(Finding(where, "no-year", message, expected=_ACCEPTED_FIXED))
        return _Anchor(wrong=True)

    def _refuse_cycles(self, cycles: list[list[str]]) -> set[str]:
        for chain in cycles:
            first = min(chain, key=lambda id_: self.by_id[id_].order)
            at = chain.index(first)
            turned = [*chain[at:], *chain[:at], first]
            message = f"these dates hang on each other in a circle: {_chain(turned)}"
            expected = "one of them dated by itself, or by an event outside the circle"
            where, start = _reference(self.by_id[first], turned[1])
            self.findings.append(Finding(where, "cycle", message, expected=expected, start=start))
        return {id_ for chain in cycles for id_ in chain}

    def _date(self, event: Event) -> Dated:
        where = ("event", event.id)
        anchor = self._anchor(event)
        resolution = self._resolve_when(event, event, anchor, where)
        claims = tuple(
            (claim, self._resolve_when(claim, event, self._claim_anchor(claim, anchor), (*where, "claim", at)))
            for at, claim in enumerate(event.claims)
        )
        if not claims:
            if resolution is None:
                return Dated(event)
            return Dated(event, resolution, resolution.interval, inferred=resolution.inferred)
        return weigh(event, resolution, claims)

    def _anchor(self, event: Event) -> _Anchor:
        if event.anchor is None:
            return self.anchors.get(event.source or "", _NO_ANCHOR)
        where = ("event", event.id, "anchor")
        source = self.records.sources.get(event.source or "")
        languages = languages_of(event.anchor, source, event.conventions)
        return self._with_year(self._resolve(event.anchor, where, languages, event.conventions, hangs=True), where)

    def _claim_anchor(self, claim: Claim, of_event: _Anchor) -> _Anchor:
        return of_event if claim.source is None else self.anchors.get(claim.source, _NO_ANCHOR)

    def _resolve_when(self, record: Event | Claim, event: Event, anchor: _Anchor, where: Where) -> Resolution | None:
        if record.stated is not None:
            from timeline.events.stated import resolve_stated  # noqa: PLC0415 - only for JSON Lines

            try:
                return resolve_stated(record.when or record.stated.edtf, record.stated)
            except TimelineError as error:
                self._tell((*where, "edtf"), error, record.stated.edtf)
                return None
        source = self.records.sources.get(record.source or "")
        languages = languages_of(record.when, source, event.conventions)
        return self._resolve(record.when, (*where, "when"), languages, event.conventions, anchor, hangs=True)

    def _resolve(  # noqa: PLR0913 - what a date rests on
        self,
        text: str | None,
        where: Where,
        languages: list[str | None],
        conventions: Conventions,
        anchor: _Anchor = _NO_ANCHOR,
        *,
        hangs: bool = False,
    ) -> Resolution | None:
        if text is None:
            return None
        lookup = self._lookup if hangs else None
        first: Exception | None = None
        for language in languages:
            self.used.clear()
            context = Context(anchor.interval, language, conventions.date_order, conventions.south, lookup)
            try:
                resolution = resolve(text, context)
            except (TimelineError, RecursionError) as error:
                first = first or error
            else:
                return self._unless_open(resolution, anchor, where) if hangs else resolution
        if not (anchor.wrong and isinstance(first, NoAnchorError)):
            self._tell(where, first, text)
        return None

    def _unless_open(self, resolution: Resolution, anchor: _Anchor, where: Where) -> Resolution | None:
        """Refuse a date whose year nobody gives, unless the file itself says XXXX."""
        if not resolution.interval.yearless or resolution.text.strip() == resolution.interval.edtf:
            return carried(resolution, self.used, anchor.interval, anchor_inferred=anchor.inferred)
        if anchor.wrong:
            return None
        message = f'"{short(resolution.text)}" says no year, and there is no day of writing that could give it'
        self.findings.append(Finding(where, "no-anchor", message, expected=ACCEPTED_ANCHORS))
        return None

    def _lookup(self, name: str) -> Interval:
        id_ = name.removeprefix("@")
        if id_ not in self.by_id:
            raise UnknownIdError(id_, self.by_id)
        dated = self.dated.get(id_)
        if dated is None or dated.interval is None or not dated.interval.dated:
            raise UndatedReferenceError(id_)
        self.used.append(dated)
        return dated.interval

    def _tell(self, where: Where, error: Exception | None, text: str) -> None:
        code, expected = _explain(error)
        if code == "no-anchor" and where[-1] != "when":
            expected = _ACCEPTED_FIXED  # an anchor has none itself
        said, _, accepted = str(error).partition("; accepted are ")
        start = getattr(error, "column", 1) - 1
        if isinstance(error, (UnknownIdError, UndatedReferenceError)):
            start = text.find("@" + error.id)
        message = "this is nested too deeply for a date" if isinstance(error, RecursionError) else short(said, 300)
        self.findings.append(Finding(where, code, message, expected=accepted or expected, start=max(start, 0)))


def _explain(error: Exception | None) -> tuple[str, str]:
    """Return the stable code of an error in a date, and what would be accepted instead."""
    reversed_range = isinstance(error and error.__cause__, ReversedRangeError)
    name = "ReversedRangeError" if reversed_range else type(error).__name__
    return {
        "NoAnchorError": ("no-anchor", ACCEPTED_ANCHORS),
        "UnknownIdError": ("unknown-id", "the id of an event of this timeline after @"),
        "UndatedReferenceError": ("undated-reference", "the id of an event with a date after @"),
        "NonexistentDateError": ("no-such-day", "a day that the calendar has"),
        "ReversedRangeError": ("reversed-range", "the earlier end first"),
    }.get(name, ("unreadable-date", ACCEPTED_DATES))


def _reference(event: Event, id_: str) -> tuple[Where, int]:
    """Return where an event names another one, and at which letter."""
    texts: list[tuple[Where, str]] = [(("when",), event.when or ""), (("anchor",), event.anchor or "")]
    texts += [(("claim", at, "when"), claim.when) for at, claim in enumerate(event.claims)]
    way, start = next((way, text.find(f"@{id_}")) for way, text in texts if f"@{id_}" in text)
    return ("event", event.id, *way), start


def _chain(ids: list[str]) -> str:
    shown = ids if len(ids) <= 8 else [*ids[:4], "…", *ids[-3:]]
    return " -> ".join(shown)
