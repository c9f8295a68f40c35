"""What is to become of an article's drafts in a timeline: new records, claims of records that are there, or nothing."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from timeline.audit.doubles import Likeness, nearest
from timeline.dates import Interval
from timeline.events.records import Claim, Dated, Event, Organisation, Records, Source
from timeline.extract.draft import Draft, Extraction
from timeline.extract.recording import Recorder


class Fate(Enum):
    """What a draft is beside a timeline."""

    NEW = "new"
    KNOWN = "there already"  # the very same sentence and date
    SAME = "the same event"  # as a record that is there: the draft may be a claim of it
    PERHAPS = "perhaps the same event"  # for a person to say


class Proposal(NamedTuple):
    """A draft, its record, and what it is beside the timeline; `other` is the record that it is like."""

    draft: Draft
    event: Event
    fate: Fate
    other: Dated | None = None

    @property
    def claim(self) -> Claim:
        """What the draft says of a record that is there already."""
        event = self.event
        words = event.words if event.words != event.when else ""
        return Claim(event.when or "", words, event.source, event.quote)

    @property
    def for_a_person(self) -> str:
        """Why nobody but a person should take it; empty where a program may."""
        if self.draft.implied:
            return "implied by an anniversary"
        if self.fate is Fate.PERHAPS and self.other is not None:
            return f'perhaps the same event as "{self.other.event.id}"'
        return self.draft.doubtful


class Proposals(NamedTuple):
    """The proposals of one article, its source, and the organisations they name."""

    proposals: tuple[Proposal, ...]
    source: Source
    organisations: Mapping[str, Organisation]

    def brings(self, events: Sequence[Event], records: Records) -> tuple[Organisation, ...]:
        """The organisations that some of the events need and that a timeline does not have, parents first."""
        needed: dict[str, Organisation] = {}

        def need(id_: str) -> None:
            organisation = self.organisations.get(id_)
            if organisation is None or id_ in records.organisations or id_ in needed:
                return
            if organisation.parent:
                need(organisation.parent)
            needed[id_] = organisation

        for event in events:
            for id_ in event.organisations:
                need(id_)
        return tuple(needed.values())


def propose(
    extraction: Extraction,
    records: Records,
    dated: Mapping[str, Dated],
    name: str,
    published: Interval | None = None,
) -> Proposals:
    """Hold the drafts of an article against a timeline.

    `name` is the article's file, `published` its day of publication, where that is known. Drafts of one article are
    not compared with each other: the sentences that tell them are different.
    """
    recorder = Recorder(records, extraction, name, published)
    organisations: dict[str, Organisation] = {}
    proposals = []
    there = told(dated)
    for draft in extraction.drafts:
        event, new = recorder.record(draft)
        organisations.update({organisation.id: organisation for organisation in new})
        proposals.append(_proposal(draft, event, dated, there))
    return Proposals(tuple(proposals), recorder.source, organisations)


_Quote = tuple[str, str]  # a sentence, and the EDTF of the date that it tells


def _proposal(
    draft: Draft, event: Event, dated: Mapping[str, Dated], there: Mapping[_Quote, Sequence[Event | None]]
) -> Proposal:
    if is_told(draft, event, there):
        return Proposal(draft, event, Fate.KNOWN)
    found = nearest(event, draft.interval, (one for one in dated.values() if event.source != one.event.source))
    if found is None:
        return Proposal(draft, event, Fate.NEW)
    likeness, other = found
    return Proposal(draft, event, Fate.SAME if likeness is Likeness.SAME else Fate.PERHAPS, other)


def is_told(draft: Draft, event: Event, there: Mapping[_Quote, Sequence[Event | None]]) -> bool:
    """Whether a timeline has a draft's sentence with its date already; `there` is what `told` gives."""
    found = there.get((_plain(event.quote), draft.edtf), ())
    return any(one is None or one.kind == event.kind or one.title == event.title for one in found)


def told(dated: Mapping[str, Dated]) -> Mapping[_Quote, Sequence[Event | None]]:
    """The sentences that the timeline has already, with their dates; of a claim no kind is known, None."""
    found: dict[_Quote, list[Event | None]] = {}
    for one in dated.values():
        interval = one.resolution.interval if one.resolution is not None else one.interval
        if one.event.quote and interval is not None:
            found.setdefault((_plain(one.event.quote), interval.edtf), []).append(one.event)
        for claim, resolution in one.claims:
            if claim.quote and resolution is not None:
                found.setdefault((_plain(claim.quote), resolution.interval.edtf), []).append(None)
    return found


def _plain(quote: str) -> str:
    return " ".join(quote.split())
