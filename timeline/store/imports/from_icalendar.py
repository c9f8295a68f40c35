"""iCalendar: an event an entry, on the days of the calendar.

X-TIMELINE-EDTF says a date exactly, as long as the entry stands where an export has put it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from timeline.dates import Grain, Part
from timeline.events.records import Stated
from timeline.store.checking import is_id
from timeline.store.imports.calendar_days import Entry, days_of, has_time, moved
from timeline.store.imports.rows import TITLE, Remark, Row, Rows, UnreadableImportError

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
    entries = [(calendar, entry) for calendar in calendars for entry in calendar.subcomponents]
    drawn: dict[str, list[Entry]] = {}  # events of several days, which have an entry each
    for _, entry in entries:
        if _is_numbered(entry):
            drawn.setdefault(_id(entry), []).append(entry)
    for number, (calendar, entry) in enumerate(entries, 1):
        place = f"entry {number}"
        if entry.name != "VEVENT":
            if entry.name not in ("VTIMEZONE", "AVAILABLE"):
                remarks.append(Remark(place, "", f"a {entry.name} is no event, and left out", lost=True))
            continue
        every = drawn[_id(entry)] if _is_numbered(entry) else [entry]
        if entry is not every[0]:
            continue
        try:
            row, told = _row(entry, every, place, ours=OURS in _text(calendar, "PRODID"))
        except (ValueError, AttributeError, TypeError) as error:
            remarks.append(Remark(place, "", f"it cannot be read, and is left out: {error}", lost=True))
        else:
            rows.append(row)
            remarks += told
    return Rows(tuple(rows), tuple(remarks))


def _row(entry: Entry, every: Sequence[Entry], place: str, *, ours: bool) -> tuple[Row, list[Remark]]:
    """Return the row of an entry, the first of those of its event, and what is to be said of it."""
    row = Row(place, dict(_values(entry, ours=ours)))
    told = list(_left_out(entry, place))
    days = moved(_stated(row.values), every) if EXACT in entry else None
    if days is None:
        return row, told
    return Row(place, _on_days(row.values, days)), [*told, _moved_from(row, days)]


def _is_numbered(entry: Entry) -> bool:
    return EXACT in entry and _text(entry, "UID").partition("@")[0] != _id(entry)


def _values(entry: Entry, *, ours: bool) -> Iterator[tuple[str, Any]]:
    id_ = _id(entry)
    if is_id(id_ or "-"):
        yield "id", id_
    yield "title", _text(entry, "SUMMARY")
    if EXACT in entry:
        yield "edtf", _text(entry, EXACT)
    elif f"{OWN}WHEN" not in entry and (days := days_of(entry)) is not None:
        yield "when", days.edtf
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


def _stated(values: Mapping[str, Any]) -> Stated:
    grain, part = values.get("grain"), values.get("part")
    return Stated(
        values["edtf"],
        grain if grain in [one.value for one in Grain] else None,
        part if part in [one.value for one in Part] else None,
    )


def _on_days(values: Mapping[str, Any], days: str) -> dict[str, Any]:
    """Return the values with the date of the calendar; what was said of the other one is kept as the source's words."""
    kept = {key: value for key, value in values.items() if key not in ("edtf", "grain", "part", "inferred")}
    phrase = values.get("words") or values.get("when", "")
    return {**kept, "when": days, **({"words": phrase} if phrase else {})}


def _moved_from(row: Row, days: str) -> Remark:
    was = " ".join(row.values["edtf"].split())
    return Remark(row.place, "DTSTART", f"the entry was moved to {days}, and is no longer at {was}")


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
        if key == "RRULE" and EXACT in entry and _is_every_year(entry):
            continue
        reason = "the first of its days is taken" if key == "RRULE" else "left out"
        yield Remark(place, key, reason, lost=True)
    for key in ONCE:
        if isinstance(entry.get(key), list):
            yield Remark(place, key, f"it is given {len(entry[key])} times, and the first is taken", lost=True)
    if has_time(entry):
        yield Remark(place, "DTSTART", "the time of day is left out")


def _is_every_year(entry: Entry) -> bool:
    """Tell whether the rule of an entry is the one that an export writes, which follows from its kind."""
    rule = entry["RRULE"]
    return isinstance(rule, dict) and rule.get("FREQ") == ["YEARLY"] and not {"COUNT", "UNTIL", "INTERVAL"} & set(rule)
