"""What a date expression means, for `resolve`: a line, its reasons, or a record."""

from typing import Any

from timeline.dates import Interval
from timeline.render.clean import clean
from timeline.render.reader_dates import reader_date
from timeline.render.wording import ENGLISH
from timeline.resolve import Resolution


def resolution_record(text: str, found: Resolution | str) -> dict[str, Any]:
    """Return the record of an expression; where it has no date everything is None or empty, and `error` says why."""
    if isinstance(found, str):
        return _record(text, None, None) | {"error": found}
    return _record(text, found.interval, found)


def _record(text: str, interval: Interval | None, found: Resolution | None) -> dict[str, Any]:
    return {
        "expression": text,
        "edtf": interval and interval.edtf,
        "earliest": None if interval is None or interval.earliest is None else str(interval.earliest),
        "latest": None if interval is None or interval.latest is None else str(interval.latest),
        "grain": interval and interval.grain.value,
        "part": interval and interval.part and interval.part.value,
        "timex": found and found.timex,
        "anchor": found and found.anchor and found.anchor.edtf,
        "inferred": bool(found and found.inferred),
        "steps": list(found.steps) if found else [],
        "alternatives": [other.edtf for other in found.alternatives] if found else [],
    }


def resolution_line(text: str, found: Resolution | str, locale: str) -> str:
    """Return EDTF, the date in words and the expression, tabs between; the first two empty where there is no date."""
    if isinstance(found, str):
        edtf = words = ""
    else:
        edtf, words = found.interval.edtf, reader_date(found.interval, text, locale)
    return f"{edtf}\t{words}\t{clean(text)}\n"


def resolution_reasons(found: Resolution | str, locale: str = ENGLISH) -> str:
    """Return how an expression was read, a line each, indented under its own line."""
    if isinstance(found, str):
        return ""
    lines = list(found.steps)
    if found.relative and found.anchor:
        lines.insert(0, f"counted from {reader_date(found.anchor, locale=locale)}")
    if found.inferred:
        lines.append("inferred: the text alone does not say which")
    lines += [f"or else: {other.edtf} ({reader_date(other, locale=locale)})" for other in found.alternatives]
    return "".join(f"  {clean(line)}\n" for line in lines)
