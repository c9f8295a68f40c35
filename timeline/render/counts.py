"""Counts of events, for `stats`: bars for terminals, lines for pipes, CSV, records for programs."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from timeline.events.records import Records
from timeline.query.counting import Counted, Row
from timeline.query.filters import FILTERS
from timeline.query.groups import UNITS, Label
from timeline.render.clean import clean
from timeline.render.formats.to_csv import csv_lines
from timeline.render.page import WIDTH, Page
from timeline.render.paint import paint
from timeline.render.reader_dates import reader_date
from timeline.render.sections import short_name
from timeline.render.signs import Used
from timeline.render.wording import ENGLISH, UnsaidError, find_wording, phrase
from timeline.render.wrap import cells, clip

FULL, POSSIBLE, EIGHTHS = "█", "░", ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
TOGETHER = " + "
LABEL_AT_MOST = 0.5  # of the width
LONGEST_BAR_OF_ONE = 4  # columns: a single event is no long bar
SILENT = 3  # units: so many silent ones in a row, and more, are told in one line


def counts_chart(counted: Counted, records: Records, page: Page) -> Iterator[str]:
    """Yield a bar a row, its possible part lighter; long silences of the calendar in one line."""
    width = page.width or WIDTH
    names = [_name(row, counted, records, int(width * LABEL_AT_MOST), page.locale) for row in counted.rows]
    label = max(map(cells, names), default=1)
    most = max((row.events for row in counted.rows), default=1) or 1
    digits = len(str(most))
    scale = min((width - label - digits - 3) / most, LONGEST_BAR_OF_ONE)
    used = Used(page.locale)
    for silent, group in groupby(zip(counted.rows, names, strict=True), lambda pair: not pair[0].events):
        rows = list(group)
        if silent and len(rows) >= SILENT:
            first, last = rows[0][1], rows[-1][1]
            told = phrase(page.locale, "silence", counted.by[0], first=first, last=last, n=len(rows))
            yield paint(clip(told, width), "faint", page) + "\n"
            continue
        for row, name in rows:
            style = "faint" if silent or not row.labels[0].key else ""
            told = paint(name, style, page) + " " * (label - cells(name))
            bar = _bar(row, scale, used, page)
            yield f"{told}  {row.events:>{digits}} {bar}".rstrip() + "\n"
    yield from used.explained([(FULL, POSSIBLE)], page, width)


def counts_lines(counted: Counted, records: Records) -> Iterator[str]:
    """Yield the number of events, the key and the name of each row, and how many of them are possible, between tabs."""
    for row in counted.rows:
        keys = [label.key for label in row.labels]
        names = [
            _label_name(label, name, records, short=False) for label, name in zip(row.labels, counted.by, strict=True)
        ]
        yield "\t".join((str(row.events), *map(clean, keys), *map(clean, names), str(row.possible))) + "\n"


def counts_csv(counted: Counted, records: Records) -> Iterator[str]:
    """Yield the same as CSV, with a heading; a pair has two keys and two names."""
    numbers = [""] if len(counted.by) == 1 else ["_1", "_2"]
    heading = [f"{what}{number}" for what in ("key", "name") for number in numbers] + ["events", "possible"]
    yield from csv_lines([heading, *(_cells(row, counted, records) for row in counted.rows)])


def counts_records(counted: Counted, records: Records) -> list[dict[str, Any]]:
    """Return a record a row: key and name, or keys and names of a pair; key is None of what has no name or no unit."""
    found = []
    for row in counted.rows:
        keys = [label.key or None for label in row.labels]
        names = [
            _label_name(label, name, records, short=False) for label, name in zip(row.labels, counted.by, strict=True)
        ]
        numbers = {"events": row.events, "possible": row.possible}
        found.append(
            ({"key": keys[0], "name": names[0]} if len(keys) == 1 else {"keys": keys, "names": names}) | numbers
        )
    return found


def _cells(row: Row, counted: Counted, records: Records) -> list[Any]:
    names = [_label_name(label, name, records, short=False) for label, name in zip(row.labels, counted.by, strict=True)]
    return [*(label.key for label in row.labels), *names, row.events, row.possible]


def _name(row: Row, counted: Counted, records: Records, room: int, locale: str) -> str:
    """Return the name of a row in so many columns; of a pair both sides keep what they need, or half."""
    sides = zip(row.labels, counted.by, strict=True)
    names = [clean(_label_name(label, name, records, short=True, locale=locale)) for label, name in sides]
    if len(names) == 2 and cells(TOGETHER.join(names)) > room:
        free = room - cells(TOGETHER)
        half = free // 2
        wide = [cells(name) for name in names]
        widths = [max(half, free - wide[1]), max(half, free - wide[0])]
        names = [clip(name, width) for name, width in zip(names, widths, strict=True)]
    return clip(TOGETHER.join(names), room)


def _label_name(label: Label, by: str, records: Records, *, short: bool, locale: str = "en") -> str:
    if not label.key:
        return _uncounted(label.name, by, locale)
    if by in UNITS:
        from timeline.dates.edtf import parse

        return reader_date(parse(label.key), locale=locale)
    return short_name(label.key, records) if by == "org" and short else label.name


def _bar(row: Row, scale: float, used: Used, page: Page) -> str:
    sure, possible = row.events - row.possible, round(row.possible * scale)
    eighths = round(sure * scale * 8)
    bar = FULL * (eighths // 8) + (EIGHTHS[eighths % 8] if not row.possible else "")
    if sure and not bar:
        bar = EIGHTHS[1]
    if row.possible:
        used.meaning(FULL, "certain")
        light = used.sign(POSSIBLE, phrase(used.locale, "mark", "possible")) * max(possible, 1)
        return paint(bar, "bar", page) + paint(light, "vague", page)
    return paint(bar, "bar", page)


def _uncounted(name: str, by: str, locale: str) -> str:
    """Return the name of what has no unit or no name; English is what the counting says."""
    if locale == ENGLISH:
        return name
    try:
        if by in UNITS:
            return find_wording(locale).say("uncounted", name.replace(" ", "_"))
        words = find_wording(locale).say("without", FILTERS[by].noun, noun=FILTERS[by].noun)
    except UnsaidError:
        return name
    return words[:1].lower() + words[1:]
