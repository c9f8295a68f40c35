"""A mention as one flat record, in the shape of `dates --json`."""

from typing import TYPE_CHECKING, Any

from timeline.render.mentions.tagged import Layout, Tagged

if TYPE_CHECKING:
    from timeline.resolve.mention import Mention


def mention_record(mention: "Mention", of: Tagged, layout: Layout) -> dict[str, Any]:
    """Return the record: offsets in code points; days are ISO days, None where open or unknown.

    Of several texts it begins with the file; with `why` it ends with the steps.
    """
    interval = mention.interval
    record = {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "edtf": interval and interval.edtf,
        "earliest": None if interval is None or interval.earliest is None else str(interval.earliest),
        "latest": None if interval is None or interval.latest is None else str(interval.latest),
        "grain": interval and interval.grain.value,
        "part": interval and interval.part and interval.part.value,
        "inferred": mention.inferred,
        "rule": mention.rule,
        "timexes": [timex._asdict() for timex in mention.timexes],
    }
    if layout.why:
        record["steps"] = list(mention.steps)
    return {"file": of.name} | record if layout.several else record
