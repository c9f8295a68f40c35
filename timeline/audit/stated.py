"""Lines of JSON that state a date twice, in words and resolved: the resolved one counts, if the words can mean it."""

from collections.abc import Iterator, Mapping

from timeline.errors import TimelineError
from timeline.events.claims import exclude, short
from timeline.events.records import Claim, Dated, Event, Finding
from timeline.resolve import Context, Resolution, resolve


def look_at_stated(dated: Mapping[str, Dated]) -> Iterator[Finding]:
    """Yield where `when` cannot mean the `edtf` beside it, in any reading that needs no day of writing."""
    for id_, one in dated.items():
        where = ("event", id_)
        records: list[tuple[Event | Claim, Resolution | None, tuple[str | int, ...]]]
        records = [(one.event, one.resolution, where)]
        records += [(claim, found, (*where, "claim", at)) for at, (claim, found) in enumerate(one.claims)]
        for record, found, way in records:
            if record.stated is None or record.when is None or found is None or record.when == record.stated.edtf:
                continue
            meant = _read(record.when, one.event)
            if meant is None or not all(
                exclude(reading, found.interval) for reading in (meant.interval, *meant.alternatives)
            ):
                continue
            edtf = record.stated.edtf
            message = f'"{short(record.when)}" means {meant.interval.edtf}, and the edtf beside it, {edtf}, counts'
            expected = "an edtf that agrees with `when`, or only one of them"
            yield Finding((*way, "edtf"), "edtf-differs", message, "warning", expected)


def _read(when: str, event: Event) -> Resolution | None:
    conventions = event.conventions
    context = Context(None, conventions.language, conventions.date_order, conventions.south)
    try:
        return resolve(when, context)
    except (TimelineError, RecursionError):
        return None
