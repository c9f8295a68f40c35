"""The JSON of TimelineJS 3 (timeline.knightlab.com/docs/json-format.html); its texts are HTML."""

from collections.abc import Iterator
from html import escape
from typing import Any

from timeline.dates import Interval
from timeline.dates.placing import OPEN, Placed, fields, placed
from timeline.query import Match, Selection
from timeline.render.clean import clean
from timeline.render.json_text import json_text
from timeline.render.page import Page
from timeline.render.sections import date_words, mark_words, organisation_names
from timeline.render.sources import address, citation

SUFFIXES = (".timelinejs.json",)
VIEW = False
LEAVES_OUT = ("words", "anchor", "tags", "series", "number", "claims")
FARTHEST = 270_000  # years from 1970 that a date of JavaScript reaches; beyond them TimelineJS wants another scale


def render(selection: Selection, page: Page) -> Iterator[str]:
    """Yield the document, a slide a line."""
    slides = [
        _slide(match, selection, page.locale, *one)
        for match in selection.matches
        for one in _numbered(match.dated.interval)
    ]
    far = any(abs(slide["start_date"]["year"]) > FARTHEST for slide in slides)
    title = {"text": {"headline": _html(selection.records.title or "Timeline")}}
    yield f'{{"title": {json_text(title)},\n "scale": "{"cosmological" if far else "human"}",\n'
    yield ' "events": [' + ",".join(f"\n  {json_text(slide)}" for slide in slides) + "]}\n"


def losses(selection: Selection, page: Page) -> Iterator[str]:  # noqa: ARG001 - every format takes a page
    """Yield what no slide can say."""
    undated = len(selection.shown_undated)
    open_ = sum(one.how == OPEN for match in selection.matches for one in placed(match.dated.interval))
    if undated:
        yield f"left out, for a slide needs a year: {undated} event{'s' if undated > 1 else ''} without a date"
    if open_:
        yield f"{open_} event{'s' if open_ > 1 else ''} open at one end: placed at the end that is known"


def _numbered(interval: Interval | None) -> Iterator[tuple[Placed, str]]:
    """Yield where a date is placed; of several places each has its number."""
    every = placed(interval)
    for number, one in enumerate(every, 1):
        yield one, f"-{number}" if len(every) > 1 else ""


def _slide(match: Match, selection: Selection, locale: str, days: Placed, number: str) -> dict[str, Any]:
    one = match.dated
    start, end = fields(days)
    return {
        "start_date": _date(start),
        **({"end_date": _date(end)} if end != start else {}),
        "display_date": _html(date_words(one, locale)),
        "text": {"headline": _html(one.event.title), "text": "".join(_text(match, selection, locale))},
        "group": _html(one.event.kind),
        "unique_id": clean(one.event.id) + number,
        "autolink": False,
    }


def _date(fields: tuple[int, ...]) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), fields, strict=False))


def _text(match: Match, selection: Selection, locale: str) -> Iterator[str]:
    event = match.dated.event
    facts = (*organisation_names(match.dated, selection), *event.people, *event.places)
    if facts:
        yield f"<p>{_html('; '.join(facts))}</p>"
    if event.quote.strip():
        yield f"<blockquote>{_html(event.quote.strip())}</blockquote>"
    if event.notes.strip():
        yield f"<p>{_html(event.notes.strip())}</p>"
    source = selection.records.sources.get(event.source or "")
    if source:
        words = _html(", ".join(citation(source, locale)))
        yield f'<p><a href="{escape(address(source))}">{words}</a></p>' if address(source) else f"<p>{words}</p>"
    found = mark_words(match, locale)
    if found:
        yield f"<p><em>{_html(', '.join(found))}</em></p>"


def _html(text: str) -> str:
    return escape(clean(text))
