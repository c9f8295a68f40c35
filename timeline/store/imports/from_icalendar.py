"""iCalendar: an event an entry; the end of all-day events is exclusive, and X-TIMELINE-EDTF says a date exactly."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from timeline.store.checking import is_id
from timeline.store.imports.rows import TITLE, Remark, Row, Rows, UnreadableImportError

Entry = Any  # of icalendar, whose own types leave open which of thirty a value is

SUFFIXES = (".ics", ".ical", ".ifb")
COLUMNS = False
OWN = "X-TIMELINE-"
EXACT = f"{OWN}EDTF"
KEYS = ("when", "words", "anchor", "grain", "part", "series", "number", "source")
PROPERTIES = {f"{OWN}{key.upper()}": key for key in KEYS}  # of our own
STATUS = {"CONFIRMED": "held", "TENTATIVE": "planned", "CANCELLED": "cancelled"}
OURS = "//timeline//"  # in the PRODID of a calendar that this program has written
LABELS = {"Organisations: ": "organisations", "People: ": "people", "Source: ": TITLE, "Notes: ": "notes"}
DERIVED, MARKS = "Date: ", "Marks: "
ONCE = ("UID", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "URL", EXACT, *PROPERTIES)
FLAGS = ("implied", "inferred")  # among the marks
# Not of the event: of the calendar, of its copies, and of those who look at it.
ASIDE = ("UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "CLASS", "PRIORITY", "GEO")
TAKEN = ("SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "DURATION", "LOCATION", "CATEGORIES", "STATUS", "URL", EXACT)


def read(raw: bytes, name: str, columns: Mapping[str, Sequence[str]]) -> Rows:  # noqa: ARG001 - every format takes them
    """Return the rows; what is no event, or says what no event has, is remarked. Raises UnreadableImportError."""
    from icalendar import Calendar

    try:
        calendars: list[Any] = Calendar.from_ical(raw, multiple=True)
    except (ValueError, IndexError, KeyError) as error:
        raise UnreadableImportError(name, f"not iCalendar: {error}") from error
    rows: list[Row] = []
    remarks: list[Remark] = []
    drawn: set[str] = set()  # events of several days, which have an entry each
    entries = [(calendar, entry) for calendar in calendars for entry in calendar.subcomponents]
    for number, (calendar, entry) in enumerate(entries, 1):
        place = f"entry {number}"
        if entry.name != "VEVENT":
            if entry.name not in ("VTIMEZONE", "AVAILABLE"):
                remarks.append(Remark(place, "", f"a {entry.name} is no event, and left out", lost=True))
            continue
        id_ = _id(entry)
        if "." in _text(entry, "UID").partition("@")[0] and EXACT in entry:
            if id_ in drawn:
                continue
            drawn.add(id_)
        try:
            row = Row(place, dict(_values(entry, ours=OURS in _text(calendar, "PRODID"), id_=id_)))
            told = list(_left_out(entry, place))
        except (ValueError, AttributeError, TypeError) as error:
            remarks.append(Remark(place, "", f"it cannot be read, and is left out: {error}", lost=True))
        else:
            rows.append(row)
            remarks += told
    return Rows(tuple(rows), tuple(remarks))


def _values(entry: Entry, *, ours: bool, id_: str) -> Iterator[tuple[str, Any]]:
    if is_id(id_ or "-"):
        yield "id", id_
    yield "title", _text(entry, "SUMMARY")
    if EXACT in entry:
        yield "edtf", _text(entry, EXACT)
    elif f"{OWN}WHEN" not in entry and (span := _span(entry)) is not None:
        yield "when", span
    if "LOCATION" in entry:
        yield "places", _text(entry, "LOCATION") if ours else [_text(entry, "LOCATION")]
    words = _categories(entry)
    if ours and words:
        yield "kind", words[0]
    yield "tags", words[1:] if ours else words
    status = STATUS.get(_text(entry, "STATUS").upper())
    if status:
        yield "status", status
    description = _text(entry, "DESCRIPTION")
    said = _parts(description) if ours else {"notes": description}
    if "URL" in entry:
        yield "url", _text(entry, "URL")
    yield from said.items()
    for name, key in PROPERTIES.items():
        if name in entry:
            yield key, _text(entry, name)


def _text(entry: Entry, key: str) -> str:
    """Return a text of an entry, the first where it is given several times; empty where there is none."""
    value = entry.get(key, "")
    value = value[0] if isinstance(value, list) else value
    if not key.startswith(OWN):
        return str(value)
    # The library gives what it does not know as it stands in the file.
    return re.sub(r"\\(.)", lambda escape: "\n" if escape[1] in "nN" else escape[1], value)


def _id(entry: Entry) -> str:
    """Return what a UID says before its @, and before the number of one of several days."""
    local = _text(entry, "UID").partition("@")[0]
    stem, dot, number = local.rpartition(".")
    return stem if dot and number.isdigit() else local


def _span(entry: Entry) -> str | None:
    """Return the days of an entry in EDTF; the end that a calendar states is the day after the last."""
    if "DTSTART" not in entry:
        return None
    start, end = entry.start, entry.end
    first = start.date() if isinstance(start, dt.datetime) else start
    if isinstance(end, dt.datetime):
        midnight = end.time() == dt.time(0) and end.date() > first
        last = end.date() - dt.timedelta(days=1) if midnight else end.date()
    else:
        last = end - dt.timedelta(days=1)
    return first.isoformat() if last <= first else f"{first.isoformat()}/{last.isoformat()}"


def _categories(entry: Entry) -> list[str]:
    found = entry.get("CATEGORIES", [])
    return [str(word) for part in (found if isinstance(found, list) else [found]) for word in part.cats]


def _parts(description: str) -> dict[str, Any]:
    """Return what a description that this program has written says, by key; the rest of it is notes."""
    found: dict[str, list[str]] = {}
    # A further line of a text is set in.
    for line in (part.replace("\n  ", "\n") for part in re.split(r"\n(?!  )", description)):
        label = next((label for label in LABELS if line.startswith(label)), "")
        if label:
            found.setdefault(LABELS[label], []).append(line.removeprefix(label))
        elif line.startswith("“") and line.endswith("”") and "quote" not in found:
            found["quote"] = [line[1:-1]]
        elif line and not line.startswith((DERIVED, MARKS)):
            found.setdefault("notes", []).append(line)
    marks = {
        mark for line in description.split("\n") if line.startswith(MARKS) for mark in line[len(MARKS) :].split(", ")
    }
    return {key: "\n".join(lines) for key, lines in found.items()} | dict.fromkeys(marks.intersection(FLAGS), True)


def _left_out(entry: Entry, place: str) -> Iterator[Remark]:
    for key in entry:
        if key in TAKEN or key in ASIDE or key in PROPERTIES:
            continue
        if key == "RRULE" and EXACT in entry:
            continue
        reason = "the first of its days is taken" if key == "RRULE" else "left out"
        yield Remark(place, key, reason, lost=True)
    for key in ONCE:
        if isinstance(entry.get(key), list):
            yield Remark(place, key, f"it is given {len(entry[key])} times, and the first is taken", lost=True)
    if EXACT not in entry and "DTSTART" in entry and isinstance(entry.start, dt.datetime):
        yield Remark(place, "DTSTART", "the time of day is left out")
