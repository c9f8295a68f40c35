"""A tree for a look at how a timeline hangs together: years, their months, their events; or other groups."""

from collections.abc import Iterator

from timeline.dates import Grain
from timeline.query import Match, Selection
from timeline.render.clean import clean
from timeline.render.page import Page
from timeline.render.paint import paint
from timeline.render.sections import date_words, has_begun, mark_words, sections, short_names
from timeline.render.signs import kind_sign
from timeline.render.wrap import wrap

SUFFIXES = ()
VIEW = True
LEAVES_OUT = ()
BRANCHES = (("├── ", "│   "), ("└── ", "    "))
NARROWEST = 20


def render(selection: Selection, page: Page) -> Iterator[str]:
    """Yield each heading and its branches, wrapped to the page."""
    group = page.group or "year"
    for heading, matches in sections(selection, group, page.locale):
        count = "" if group == "year" else paint(f" ({len(matches)})", "faint", page)
        yield from (f"{line}\n" for line in _heading(heading, count, page))
        if group == "year" and has_begun(matches):
            yield from _months(matches, selection, page)
        else:
            yield from _leaves(matches, "", selection, page)


def _heading(heading: str, count: str, page: Page) -> list[str]:
    lines = [paint(line, "heading", page) for line in wrap(clean(heading), page.width and page.width - 6, fold=True)]
    return [*lines[:-1], lines[-1] + count]


def _months(matches: list[Match], selection: Selection, page: Page) -> Iterator[str]:
    """Yield the branches of a year: its months, and between them what is known no better than to the year."""
    branches: dict[int | str, list[Match]] = {}
    for match in matches:
        branches.setdefault(_month(match) or match.dated.event.id, []).append(match)
    last = next(reversed(branches), None)
    from timeline.render.reader_dates import month_word

    for key, below in branches.items():
        first, other = BRANCHES[key == last]
        if isinstance(key, int):
            yield paint(first, "faint", page) + month_word(key, page.locale) + "\n"
            yield from _leaves(below, other, selection, page)
        else:
            yield _leaf(below[0], first, other, selection, page)


def _month(match: Match) -> int | None:
    interval = match.dated.interval
    begun = interval.start if interval and interval.stretch and interval.start else interval
    if begun is None or begun.earliest is None or begun.grain.rank > Grain.MONTH.rank:
        return None
    return begun.earliest.month


def _leaves(matches: list[Match], before: str, selection: Selection, page: Page) -> Iterator[str]:
    for match in matches:
        first, other = BRANCHES[match is matches[-1]]
        yield _leaf(match, before + first, before + other, selection, page)


def _leaf(match: Match, first: str, other: str, selection: Selection, page: Page) -> str:
    event = match.dated.event
    sign, date = kind_sign(event.kind), clean(date_words(match.dated, page.locale))
    facts = "; ".join([event.kind, ", ".join(short_names(event, selection.records))]).removesuffix("; ")
    found = "".join(f" [{mark}]" for mark in mark_words(match, page.locale))
    text = clean(f"{sign} {date}: {event.title} ({facts})")
    width = max(page.width - len(first), NARROWEST) if page.width else 0
    # The event's further lines stand under its date, past the sign.
    lines = wrap(text + found, width and width - 2, fold=True)
    if page.colour:
        lines = _painted(lines, date, found, page)
        first, other = paint(first, "faint", page), paint(other, "faint", page)
    return "".join(f"{first if at == 0 else other + '  '}{line}\n" for at, line in enumerate(lines))


def _painted(lines: list[str], date: str, found: str, page: Page) -> list[str]:
    """Return the lines with the date and the marks painted, where they were not broken."""
    painted = [lines[0].replace(date, paint(date, "date", page), 1), *lines[1:]]
    if found and painted[-1].endswith(found.lstrip()):
        painted[-1] = painted[-1].removesuffix(found.lstrip()) + paint(found.lstrip(), "mark", page)
    return painted
