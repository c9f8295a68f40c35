"""HTML: one page that needs no network, and no script to be read; its script adds search, filters and a time axis.

The template, the style and the script lie in html/. A Content-Security-Policy with their hashes keeps anything else
from running or loading.
"""

from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

from timeline.dates import Interval
from timeline.dates.placing import EXACT, fields, placed
from timeline.events.kinds import kinds
from timeline.events.records import Dated
from timeline.query import Match, Selection
from timeline.render.clean import clean
from timeline.render.explanation import EVIDENCE, explain
from timeline.render.page import Page
from timeline.render.page_words import counted, language_of_controls, script_words, template_words, years
from timeline.render.reader_dates import reader_date
from timeline.render.sections import date_words, mark_words, organisation_names, sections
from timeline.render.sources import address, citation
from timeline.render.wording import ENGLISH, find_wording, phrase

SUFFIXES = (".html", ".htm")
VIEW = False
LEAVES_OUT = ("words", "anchor")
OPTIONS = (EVIDENCE,)
FOLDER = Path(__file__).with_name("html")
CUT = "<!-- events -->"
BATCH = 100  # events in one list: a browser lays out list by list, those in sight


def render(selection: Selection, page: Page) -> Iterator[str]:
    """Yield the head with its controls, the events section by section, and the foot."""
    every = [*(match.dated for match in selection.matches), *selection.shown_undated]
    of_kind = _ranked(one.event.kind for one in every)
    of_organisation = _ranked(name for one in every for name in dict.fromkeys(organisation_names(one, selection)))
    numbers = _numbered(of_kind), _numbered(of_organisation)
    style, script = _text("style.css"), _text("script.js")
    controls = language_of_controls(page.locale)
    language = _language(selection.records.language, controls)
    told = "" if language == _language(controls, controls) else language  # of what the data say among the controls
    head, foot = (
        Template(_text("page.html"))
        .substitute(
            title=_html(selection.records.title or "Timeline"),
            summary=_html(_summary(selection, page.locale)),
            kinds=_choices(of_kind, told, lambda kind: f' class="{_family(kind)}"'),
            organisations=_choices(of_organisation, told),
            language=language,
            told=told,
            locale=_html(find_wording(page.locale).code),
            controls_language=_html(controls),
            script_words=_html(script_words(page.locale)),
            **template_words(page.locale, _html),
            style=style,
            script=script,
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
        .split(CUT)
    )
    yield head
    spoken = _spoken(selection, page.locale)
    for number, (heading, matches) in enumerate(sections(selection, locale=page.locale), 1):
        yield f'<section aria-labelledby="s{number}">\n<h2 id="s{number}"{spoken}>{_html(heading)}</h2>\n'
        for at in range(0, len(matches), BATCH):
            yield "<ol>\n"
            yield from (_event(match, selection, page, *numbers) for match in matches[at : at + BATCH])
            yield "</ol>\n"
        yield "</section>\n"
    yield foot


def _text(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _html(text: str) -> str:
    return escape(clean(text))


def _summary(selection: Selection, locale: str) -> str:
    """Return how many events there are, and from when to when."""
    days = [one for match in selection.matches for one in placed(match.dated.interval)]
    words = counted(locale, len(selection.matches) + len(selection.shown_undated))
    if not days:
        return words
    return f"{words}, {years(locale, min(one.first for one in days), max(one.last for one in days))}"


def _language(language: str | None, controls: str) -> str:
    """Return the language of the timeline as an attribute; where it names none, English among other controls."""
    told = language if language and language != "edtf" else "" if controls == ENGLISH else ENGLISH
    return f' lang="{_html(told)}"' if told else ""


def _spoken(selection: Selection, locale: str) -> str:
    """Return the language of dates, headings and marks, where it is not that of the timeline around them."""
    code = find_wording(locale).code
    return "" if code == (selection.records.language or ENGLISH) else f' lang="{_html(code)}"'


def _ranked(names: Iterable[str]) -> list[tuple[str, int]]:
    """Return each name with its number of events, the most frequent first."""
    return sorted(Counter(names).items(), key=lambda row: (-row[1], row[0]))


def _numbered(ranked: list[tuple[str, int]]) -> dict[str, int]:
    return {name: number for number, (name, _) in enumerate(ranked)}


def _choices(ranked: list[tuple[str, int]], language: str, family: Callable[[str], str] = lambda _: "") -> str:
    """Return a box to tick for each name; its value is the number that events have it by."""
    return "".join(
        f'<label{family(name)}><input type="checkbox" value="{number}"> '
        f'<span dir="auto"{language}>{_html(name)}</span> '
        f"<small>{count}</small></label>\n"
        for number, (name, count) in enumerate(ranked)
    )


def _event(
    match: Match, selection: Selection, page: Page, kind_numbers: dict[str, int], numbers: dict[str, int]
) -> str:
    """Return one event; for the script its days, kind and organisations stand in data attributes."""
    one, locale = match.dated, page.locale
    event = one.event
    names = organisation_names(one, selection)
    attributes = f'data-kind="{kind_numbers[event.kind]}"{_days(one.interval)}'
    attributes += f' data-org="{" ".join(str(numbers[name]) for name in names)}"' if names else ""
    spoken = _spoken(selection, locale)
    found = "".join(f' <em class="mark"{spoken}>{_html(mark)}</em>' for mark in mark_words(match, locale))
    numbered = phrase(locale, "page", "number", n=event.number) if event.number else ""
    facts = [*names, *event.people, *event.places, " ".join(filter(None, (event.series, numbered)))]
    facts = [*filter(None, facts), *(f"#{tag}" for tag in event.tags)]
    more = "".join(_more(one, selection, locale))
    evidence = "".join(_evidence(one, selection, locale)) if page.option(EVIDENCE) else ""
    return (
        f'<li id="{_html(_id(event.id))}" class="{_family(event.kind)}" {attributes}>\n'
        f'<p class="when"{spoken}>{_when(one, locale)}</p>\n<h3 dir="auto">{_html(event.title)}{found}</h3>\n'
        f'<p class="facts" dir="auto"><b>{_html(event.kind)}</b>{_html("".join(f", {fact}" for fact in facts))}</p>\n'
        + _disclosed(phrase(locale, "page", "source"), more, spoken)
        + (_disclosed(phrase(locale, "heading", "evidence"), evidence, spoken) if evidence else "")
        + "</li>\n"
    )


def _disclosed(summary: str, more: str, spoken: str) -> str:
    return f"<details><summary{spoken}>{_html(summary)}</summary>\n{more}</details>\n" if more else ""


def _evidence(one: Dated, selection: Selection, locale: str) -> Iterator[str]:
    """Yield how the event got its date, as `why` tells it."""
    spoken = _spoken(selection, ENGLISH)
    for sentence in explain(one, selection.records, locale):
        yield f'<p class="reason" dir="auto"{spoken}>{_html(sentence)}</p>\n'


def _id(id_: str) -> str:
    """Return the id as an anchor: that of HTML has no blanks, and must not be one of the page's own."""
    return "e-" + "-".join(id_.split())


def _family(kind: str) -> str:
    return kinds()[kind].family if kind in kinds() else "other"


def _days(interval: Interval | None) -> str:
    """Return the days as numbers (1 is 0001-01-01), without one where the date is open; `vague`: somewhere in them."""
    if interval is None or not placed(interval):
        return ""
    exact = all(one.how == EXACT for one in placed(interval))
    first, last = (None, None) if interval.members and not interval.dated else (interval.earliest, interval.latest)
    ends = (("from", first), ("to", last))
    return "".join(f' data-{name}="{int(day)}"' for name, day in ends if day is not None) + (
        "" if exact else " data-vague"
    )


def _when(one: Dated, locale: str) -> str:
    words = _html(date_words(one, locale))
    if one.interval is None:
        return words
    days = placed(one.interval)
    if days and days[0].first.year > 0:
        start = "-".join(f"{number:0{2 if at else 4}}" for at, number in enumerate(fields(days[0])[0]))
        words = f'<time datetime="{start}">{words}</time>'
    return f'<data value="{_html(one.interval.edtf)}">{words}</data>'


def _more(one: Dated, selection: Selection, locale: str) -> Iterator[str]:
    """Yield what a reader may want to check: who tells it in which words, other sources, notes."""
    event = one.event
    yield from _told(event.source, event.quote, selection, locale)
    for claim, found in one.claims:
        words = reader_date(found.interval, claim.when, locale) if found else f"“{claim.when}”"
        said = phrase(locale, "page", "dated_by", x=words)
        yield f'<p class="claim"{_spoken(selection, locale)}>{_html(said)}</p>\n'
        yield from _told(claim.source, claim.quote, selection, locale)
    if event.notes.strip():
        yield f'<p class="note" dir="auto">{_html(event.notes.strip())}</p>\n'


def _told(source_id: str | None, quote: str, selection: Selection, locale: str) -> Iterator[str]:
    if quote.strip():
        yield f'<blockquote dir="auto">{_html(quote.strip())}</blockquote>\n'
    source = selection.records.sources.get(source_id or "")
    words = _html(", ".join(citation(source, locale)) if source else source_id or "")
    link = address(source) if source else ""
    if words:
        cited = f'<a href="{escape(link)}" rel="noreferrer">{words}</a>' if link else words
        yield f'<p class="source" dir="auto">{cited}</p>\n'
