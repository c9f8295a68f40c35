"""Accepted drafts into the timeline's file: the source, the organisations and the events of an article at once."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from timeline.audit.proposals import Proposal, Proposals


class Added(NamedTuple):
    """What was written: the ids of new events, and those of events that have a further claim now."""

    events: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


def add(path: "Path", of: "Proposals", taken: "Sequence[Proposal]", merged: "Sequence[Proposal]") -> Added:
    """Write what was taken as events and what was merged as claims; raises what `store.writing` does."""
    from timeline.store.writing import Additions, add_claim, append

    if not (taken or merged):
        return Added()
    from timeline.store import read

    events = tuple(proposal.event for proposal in taken)
    records = read(path).records
    sources = () if of.source.id in records.sources else (of.source,)
    change = append(path, Additions(events, of.brings(events, records), sources=sources), create=True)
    claims = []
    for proposal in merged:
        if proposal.other is not None:
            add_claim(path, proposal.other.event.id, proposal.claim)
            claims.append(proposal.other.event.id)
    return Added(change.ids, tuple(claims))


def as_toml(of: "Proposals", taken: "Sequence[Proposal]") -> str:
    """Return the records of some drafts as the text of a timeline file."""
    from timeline.events.names import slug, unused
    from timeline.events.records import Records
    from timeline.store.toml_text import event_text, event_values, table_text, table_values

    ids: set[str] = set()
    parts = [table_text("source", of.source.id, table_values(of.source))]
    events = [proposal.event for proposal in taken]
    parts += [table_text("organisation", one.id, table_values(one)) for one in of.brings(events, Records())]
    for event in events:
        id_ = unused(slug(event.title), ids)
        ids.add(id_)
        parts.append(event_text(event_values(event._replace(id=id_))))
    return "\n".join(parts)
