"""The table of a terminal: as wide as the page, a rule a year, and what its signs mean below it.

Laid out here and not by Rich, whose tables cannot begin to appear before the last row is known.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline.events.records import Dated
from timeline.query import Match, Selection
from timeline.render.clean import clean
from timeline.render.page import WIDTH, Page
from timeline.render.sections import date_width, date_words, marks, sections, short_names
from timeline.render.signs import Used, kind_sign
from timeline.render.table import Field, fields_lines, fitting, rule
from timeline.render.wrap import cells, clip, wrap

SUFFIXES = ()
VIEW = True
LEAVES_OUT = ()
WITH_ORGANISATIONS, WITH_KIND = 72, 110  # columns from which there is room for these
DATE_AT_MOST, ORGANISATIONS_AT_MOST = 0.35, 0.22  # of the width
NARROWEST_TITLE = 10
NO_KIND = "event"  # a timeline of nothing else needs no column for kinds
SAMPLE = 30  # rows that the columns are measured by: to measure ten thousand would keep the first one waiting
GAP = "  "


class Columns(NamedTuple):
    """How wide each column is; one of 0 is not there."""

    date: int
    marks: int
    kind: int
    title: int
    organisations: int

    @property
    def width(self) -> int:
        """All of them, with what stands between them."""
        gaps = (GAP, " " * bool(self.marks), self.behind_kind, GAP * bool(self.organisations))
        return sum(self) + sum(map(len, gaps))

    @property
    def behind_kind(self) -> str:
        """What stands between the kind and the title: more where the kind is told in words."""
        return GAP if self.kind > 1 else " " * self.kind


def render(selection: Selection, page: Page) -> Iterator[str]:
    """Yield line by line: a long timeline begins to appear at once."""
    columns = measured(selection, page)
    used = Used(page.locale)
    for heading, matches in sections(selection, page.group or "year", page.locale):
        yield rule(heading, columns.width, page)
        for match in matches:
            yield row(match, selection, columns, used, page)
    yield from used.legend(page, page.width or WIDTH)


def measured(selection: Selection, page: Page) -> Columns:
    """Return the columns of a selection on a page, measured by some rows from all over it."""
    width = page.width or WIDTH
    every = [*selection.matches, *(Match(one, "") for one in selection.shown_undated)]
    some = every[:: max(1, len(every) // SAMPLE)] if len(every) > 10 * SAMPLE else every
    dated = [match.dated for match in some]
    date = _usual([date_words(one, page.locale) for one in dated], int(width * DATE_AT_MOST), date_width(page.locale))
    signs = max((len(marks(match)) for match in every), default=0)
    kind = 2 + _widest((one.event.kind for one in dated), 14) if width >= WITH_KIND else 1
    if all(match.dated.event.kind == NO_KIND for match in every):
        kind = 0
    organisations = 0
    if width >= WITH_ORGANISATIONS and any(match.dated.event.organisations for match in every):
        organisations = _widest((_organisations(one, selection) for one in dated), int(width * ORGANISATIONS_AT_MOST))
    columns = Columns(date, signs, kind, 0, organisations)
    room = max(width - columns.width, NARROWEST_TITLE)
    return columns._replace(title=max(_widest((one.event.title for one in dated), room), NARROWEST_TITLE))


def row(match: Match, selection: Selection, columns: Columns, used: Used, page: Page) -> str:
    """Return the lines of one event."""
    one = match.dated
    sign = used.mark(marks(match))
    # Where the kind is told in words its sign needs no legend.
    if columns.kind > 1:
        kind = clip(clean(f"{kind_sign(one.event.kind)} {one.event.kind}"), columns.kind)
    else:
        kind = used.kind(one.event.kind) if columns.kind else ""
    organisations = fitting([clean(name) for name in short_names(one.event, selection.records)], columns.organisations)
    fields = (
        Field(wrap(clean(date_words(one, page.locale)), columns.date, fold=True), columns.date, "date", GAP),
        Field([sign], columns.marks, "mark", " " if columns.marks else ""),
        Field([kind], columns.kind, "faint", columns.behind_kind),
        Field(wrap(clean(one.event.title), columns.title, fold=True), columns.title, "", GAP),
        Field([organisations], columns.organisations, "faint", ""),
    )
    return "".join(fields_lines(fields, page))


def _organisations(one: Dated, selection: Selection) -> str:
    return ", ".join(clean(name) for name in short_names(one.event, selection.records))


def _usual(texts: list[str], limit: int, unbroken: int) -> int:
    """Return the width that nine of ten take: a rare long date is wrapped, and takes no room from every title."""
    wide = sorted(cells(clean(text)) for text in texts) or [1]
    return min(max(wide[(len(wide) - 1) * 9 // 10], min(wide[-1], unbroken), 1), limit)


def _widest(texts: Iterable[str], limit: int) -> int:
    return min(max((cells(clean(text)) for text in texts), default=1) or 1, limit)
