"""Accepted drafts into the timeline's file: sources, organisations and events of some articles at once."""

from typing import TYPE_CHECKING, NamedTuple

from timeline.cli.streams import tell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from timeline.audit.proposals import Proposal, Proposals
    from timeline.dates import Interval
    from timeline.events.records import Claim, Dated, Event, Organisation, Records, Source
    from timeline.extract import Extraction
    from timeline.store import Reading
    from timeline.store.writing import Additions

BATCH = 200  # events that are written at a time, where nobody is asked


class Added(NamedTuple):
    """What was written: the ids of new events, and those of events that have a further claim now."""

    events: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


class Adding:
    """Holds drafts against a timeline, and writes what is taken of them; what is not written yet counts as there."""

    def __init__(self, path: "Path") -> None:
        """Take the timeline's file or folder; a file that is not there is made by the first event."""
        self.path = path
        self.added = Added()
        self._taken: list[Proposal] = []
        self._organisations: dict[str, Organisation] = {}
        self._sources: dict[str, Source] = {}
        self._claims: list[tuple[str, Claim]] = []
        self._records, self._dated = _read(path)

    def propose(self, extraction: "Extraction", name: str, published: "Interval | None") -> "Proposals":
        """Return what is to become of an article's drafts; `name` is its file."""
        from timeline.audit.proposals import propose

        found = propose(extraction, self._records, self._dated, name, published)
        if any(proposal.other is not None and not proposal.other.event.id for proposal in found.proposals):
            self.write()  # a claim is made of an event that has its id
            found = propose(extraction, self._records, self._dated, name, published)
        return found

    def take(self, of: "Proposals", taken: "Sequence[Proposal]", merged: "Sequence[Proposal]") -> None:
        """Take some proposals as events, others as claims; they are written when enough have come together."""
        from timeline.events.records import Dated

        if not (taken or merged):
            return
        events = [proposal.event for proposal in taken]
        self._organisations |= {one.id: one for one in of.brings(events, self._records)}
        if of.source.id not in self._records.sources:
            self._sources[of.source.id] = of.source
        self._claims += [(one.other.event.id, one.claim) for one in merged if one.other is not None]
        pending = {
            f"{len(self._taken) + number} pending": Dated(one.event, interval=one.draft.interval)
            for number, one in enumerate(taken)
        }
        self._taken += taken
        self._dated = {**self._dated, **pending}
        self._records = self._records._replace(
            organisations={**self._records.organisations, **self._organisations},
            sources={**self._records.sources, **self._sources},
        )
        if len(self._taken) >= BATCH or self._claims:
            self.write()

    def _fitting(self, now: "Reading", _: object) -> "Additions":
        """What was taken, without what another program has written meanwhile."""
        from timeline.audit.proposals import is_told, told
        from timeline.store.writing import Additions

        there = told(now.dated)
        return Additions(
            tuple(one.event for one in self._taken if not is_told(one.draft, one.event, there)),
            tuple(one for id_, one in self._organisations.items() if id_ not in now.records.organisations),
            sources=tuple(one for id_, one in self._sources.items() if id_ not in now.records.sources),
        )

    def check(self, of: "Proposals", event: "Event") -> None:
        """Raise RefusedError where the timeline would not take an event of an article; nothing is written."""
        from timeline.store.writing import Additions, append

        sources = () if of.source.id in self._records.sources else (of.source,)
        additions = Additions((event,), of.brings([event], self._records), sources=sources)
        append(self.path, additions, approve=lambda _: False, create=True)

    def write(self) -> None:
        """Write what was taken; raises what `store.writing` does."""
        from timeline.store.writing import RefusedError, add_claim, append

        if self._taken or self._sources:
            change = append(self.path, self._fitting, create=True)
            self.added = self.added._replace(events=self.added.events + change.ids)
            self._records, self._dated = change.reading.records, change.reading.dated
        self._taken, self._organisations, self._sources = [], {}, {}
        claims, self._claims = self._claims, []
        for id_, claim in claims:
            try:
                change = add_claim(self.path, id_, claim)
            except RefusedError as error:  # a record of JSON Lines, or one in braces: the others go on
                tell(f"{id_}: the claim was not added: {error}")
                continue
            self.added = self.added._replace(claims=(*self.added.claims, id_))
            self._records, self._dated = change.reading.records, change.reading.dated


def _read(path: "Path") -> "tuple[Records, Mapping[str, Dated]]":
    from timeline.events.records import Records
    from timeline.store import read

    if not path.exists():
        return Records(), {}
    reading = read(path)
    return reading.records, reading.dated


class Printed:
    """Drafts of some articles as the text of one timeline file, no table and no id given twice."""

    def __init__(self) -> None:
        from timeline.events.records import Records

        self.records: Records = Records()
        self._ids: set[str] = set()

    def text(self, of: "Proposals", taken: "Sequence[Proposal]") -> str:
        """Return the records of an article's drafts; nothing where there are none."""
        from timeline.events.names import slug, unused
        from timeline.store.toml_text import event_text, event_values, table_text, table_values

        if not taken:
            return ""
        events = [proposal.event for proposal in taken]
        new = of.brings(events, self.records)
        parts = [table_text("organisation", one.id, table_values(one)) for one in new]
        if of.source.id not in self.records.sources:
            parts.insert(0, table_text("source", of.source.id, table_values(of.source)))
        for event in events:
            id_ = unused(slug(event.title), self._ids)
            self._ids.add(id_)
            parts.append(event_text(event_values(event._replace(id=id_))))
        self.records = self.records._replace(
            organisations={**self.records.organisations, **{one.id: one for one in new}},
            sources={**self.records.sources, of.source.id: of.source},
        )
        return "\n".join(parts)
