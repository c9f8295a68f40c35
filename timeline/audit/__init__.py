"""The audit: what looks at a whole timeline and finds what no single record shows."""

from collections.abc import Iterator, Mapping

from timeline.audit.doubles import look_at_doubles
from timeline.audit.drift import look_at_drift
from timeline.audit.series import look_at_series
from timeline.audit.stated import look_at_stated
from timeline.events.claims import short
from timeline.events.records import Dated, Finding

__all__ = ["look_at_doubles", "look_at_drift", "look_over"]


def look_over(dated: Mapping[str, Dated]) -> list[Finding]:
    """Return the warnings of a timeline: conflicts, inferred dates, odd numbers. `Reading.problem` tells where."""
    return [*_conflicts(dated), *_inferred(dated), *look_at_series(dated.values()), *look_at_stated(dated)]


def _conflicts(dated: Mapping[str, Dated]) -> Iterator[Finding]:
    for id_, one in dated.items():
        for sentence in one.conflicts:
            yield Finding(("event", id_, "when"), "conflict", sentence, "warning")


def _inferred(dated: Mapping[str, Dated]) -> Iterator[Finding]:
    for id_, one in dated.items():
        if one.inferred and one.interval is not None:
            claim = one.refined_by
            text = (claim.when if claim else one.event.when) or one.interval.edtf
            where = ("event", id_, "claim", one.event.claims.index(claim), "when") if claim else ("event", id_, "when")
            message = f'"{short(text)}" is read as {one.interval.edtf}, which is inferred'
            yield Finding(where, "inferred", message, "warning", "a day or a year that the source states")
