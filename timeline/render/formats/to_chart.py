"""A chart for terminals: bars of stretches and points on one axis across the page."""

from collections.abc import Iterator
from itertools import groupby

from timeline.dates import Interval
from timeline.query import Match, Selection
from timeline.render.axis import Axis, axis_of
from timeline.render.clean import clean
from timeline.render.page import WIDTH, Page
from timeline.render.paint import paint
from timeline.render.sections import date_width, date_words, undated
from timeline.render.signs import Used
from timeline.render.wrap import cells, clip, pad

SUFFIXES = ()
VIEW = True
LEAVES_OUT = ()
WITH_DATE = 110  # columns from which there is room for it
TITLE_AT_MOST = 0.42  # of the width
SCREEN = 20  # rows: below more the axis is drawn once more
GAP = "  "
STRETCH, POINT, GOES_ON, BEGAN = "━", "●", "▶", "◀"
VAGUE_STRETCH, SOMEWHERE, VAGUE_POINT, OR_LATER, OR_EARLIER = "╍", "┄", "○", "▷", "◁"
VAGUE = (VAGUE_STRETCH, SOMEWHERE, VAGUE_POINT, OR_LATER, OR_EARLIER)
# Forms of [legend] in the language files. Points and bars themselves need no legend.
MEANINGS = {
    VAGUE_POINT: "doubt",
    VAGUE_STRETCH: "doubted_stretch",
    SOMEWHERE: "somewhere",
    BEGAN: "began",
    GOES_ON: "goes_on",
    OR_EARLIER: "or_earlier",
    OR_LATER: "or_later",
}


def render(selection: Selection, page: Page) -> Iterator[str]:
    """Yield the axis, a row an event, and what the signs mean; the undated stand below the axis, without a bar."""
    width = page.width or WIDTH
    every = [*selection.matches, *undated(selection)]
    if not every:
        return
    columns = _columns(every, width, page.locale)
    left = sum(columns) + len(GAP) * len(columns)
    dates = [match.dated.interval for match in selection.matches if match.dated.interval]
    axis = axis_of(dates, selection.period, max(width - left, 10), page.locale)
    used = Used(page.locale)
    if axis:
        yield from _axis_lines(axis, left, page)
        for match in selection.matches:
            yield _row(match, columns, page, _painted(drawn(match, axis), used, page))
        if len(selection.matches) > SCREEN:
            yield from reversed(list(_axis_lines(axis, left, page, notch="┴")))
    for match in undated(selection):
        words = clip(clean(date_words(match.dated, page.locale)), width - left) if len(columns) == 1 else ""
        yield _row(match, columns, page, paint(words, "faint", page))
    yield from used.explained([MEANINGS], page, width)


def drawn(match: Match, axis: Axis) -> str:
    """Return the bar or the points of an event, a letter a column of the axis."""
    line = [" "] * axis.width
    interval = match.dated.interval
    if interval is not None:
        doubt = match.dated.inferred or match.certainty == "possible" or match.dated.event.status != "held"
        for member in interval.members or (interval,):
            (_draw_stretch if member.stretch else _draw_moment)(line, member, axis, doubt=doubt or _vague(interval))
    return "".join(line)


def _draw_moment(line: list[str], moment: Interval, axis: Axis, *, doubt: bool) -> None:
    if axis.is_point(moment):
        line[axis.middle(moment)] = VAGUE_POINT if doubt else POINT
        return
    first, last = axis.columns(moment)
    line[first : last + 1] = SOMEWHERE * (last + 1 - first)
    if moment.earliest is None or moment.earliest < axis.first:
        line[0] = OR_EARLIER
    if moment.latest is None or moment.latest > axis.last:
        line[-1] = OR_LATER


def _draw_stretch(line: list[str], stretch: Interval, axis: Axis, *, doubt: bool) -> None:
    first, last = axis.columns(stretch)
    line[first : last + 1] = (VAGUE_STRETCH if doubt else STRETCH) * (last + 1 - first)
    for end in (stretch.start, stretch.end):
        if end is not None and (end.approximate or end.uncertain):
            low, high = axis.columns(end)
            line[low : high + 1] = VAGUE_STRETCH * (high + 1 - low)
    if stretch.earliest is None or stretch.earliest < axis.first:
        line[0] = OR_EARLIER if stretch.edtf.startswith("/") else BEGAN
    if stretch.latest is None or stretch.latest > axis.last:
        line[-1] = OR_LATER if stretch.edtf.endswith("/") else GOES_ON


def _vague(interval: Interval) -> bool:
    """Tell whether a date is in doubt as a whole; ends that are marked are drawn by themselves."""
    return (interval.approximate or interval.uncertain) and not interval.stretch


def _axis_lines(axis: Axis, left: int, page: Page, notch: str = "┬") -> Iterator[str]:
    labels, line = axis.lines()
    yield " " * left + paint(labels, "faint", page) + "\n"
    yield " " * left + paint(line.replace("┬", notch), "faint", page) + "\n"


def _columns(every: list[Match], width: int, locale: str) -> list[int]:
    """Return how wide the title is, and before it the date where there is room."""
    title = max(cells(clean(match.dated.event.title)) for match in every)
    if width < WITH_DATE:
        return [min(title, int(width * TITLE_AT_MOST))]
    date = date_width(locale)
    return [date, min(title, int((width - date - len(GAP)) * TITLE_AT_MOST))]


def _row(match: Match, columns: list[int], page: Page, plot: str) -> str:
    title = clip(clean(match.dated.event.title), columns[-1])
    line = pad(title, columns[-1]) + GAP + plot
    if len(columns) > 1:
        date = clip(clean(date_words(match.dated, page.locale)), columns[0])
        line = paint(date, "date", page) + " " * (columns[0] - cells(date)) + GAP + line
    return line.rstrip() + "\n"


def _painted(plot: str, used: Used, page: Page) -> str:
    for sign in MEANINGS.keys() & set(plot):
        used.meaning(sign, MEANINGS[sign])
    runs = groupby(plot.rstrip(), lambda sign: "vague" if sign in VAGUE else "" if sign == " " else "bar")
    return "".join(paint("".join(run), style, page) for style, run in runs)
