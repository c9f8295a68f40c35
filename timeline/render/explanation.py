"""How an event got its date, in whole sentences: source, quote, phrase, anchor, steps, result, claims, conflicts."""

from collections.abc import Iterator
from typing import Any

from timeline.dates import Interval
from timeline.events.publication import day_of_source
from timeline.events.records import Claim, Dated, Event, Records, Source
from timeline.render.clean import clean
from timeline.render.page import Option
from timeline.render.reader_dates import reader_date
from timeline.render.wording import ENGLISH
from timeline.render.wrap import wrap
from timeline.resolve import Resolution

# Of the formats that have room for it.
EVIDENCE = Option(
    "evidence",
    "Tell how every date was found, with quotes, reasoning, notes and tags: an appendix, on a page below each event.",
    carries=("words", "anchor", "tags", "series", "number", "notes"),
)


def explain(one: Dated, records: Records, locale: str = ENGLISH) -> list[str]:
    """Return the sentences, in the order in which a reader would ask: English, their dates in the reader's language.

    The steps are told as they were taken, in English whole.
    """
    return [clean(sentence) for sentence in _sentences(one, records, locale)]


def explanation_lines(one: Dated, records: Records, width: int, locale: str = ENGLISH) -> list[str]:
    """Return the sentences in lines of at most so many columns (0: any number), the further lines set in."""
    return [
        line if at == 0 else f"  {line}"
        for sentence in explain(one, records, locale)
        for at, line in enumerate(wrap(sentence, width and width - 2))
    ]


def explanation_record(one: Dated, records: Records) -> dict[str, Any]:
    """Return the same for a program: the record's own words, the steps, and the sentences."""
    event, resolution = one.event, one.resolution
    return {
        "schema": "timeline/1",
        "id": event.id,
        "title": event.title,
        "when": event.when,
        "words": event.words,
        "edtf": one.interval and one.interval.edtf,
        "inferred": one.inferred,
        "conflict": one.conflict,
        "source": event.source,
        "quote": event.quote,
        "anchor": resolution and resolution.anchor and resolution.anchor.edtf,
        "steps": list(resolution.steps) if resolution else [],
        "alternatives": [other.edtf for other in resolution.alternatives] if resolution else [],
        "claims": [
            {
                "when": claim.when,
                "edtf": found and found.interval.edtf,
                "source": claim.source,
                "used": claim is one.refined_by,
            }
            for claim, found in one.claims
        ],
        "conflicts": list(one.conflicts),
        "sentences": explain(one, records),
    }


def _sentences(one: Dated, records: Records, locale: str) -> Iterator[str]:
    event = one.event
    yield f"{event.title} ({event.id}): {_date(one.interval, locale)}."
    yield from _source(event, records, locale)
    if event.implied:
        yield "No source tells this event itself: an anniversary of it implies it."
    yield from _phrase(one, locale)
    for claim, found in one.claims:
        yield from _claim(claim, found, one, records, locale)
    for conflict in one.conflicts:
        yield f"Conflict: {_sentence(conflict)}"
    if one.conflict and event.when:
        yield f"The date of the record itself, “{event.when}”, stands."


def _date(interval: Interval | None, locale: str) -> str:
    if interval is None:
        return "no date is known"
    return f"{reader_date(interval, locale=locale)} (EDTF {interval.edtf})"


def _source(event: Event, records: Records, locale: str) -> Iterator[str]:
    source = records.sources.get(event.source or "")
    if source:
        yield f"It is told in {_cited(source, locale)}."
    elif not event.implied:
        yield "Its record names no source."
    if event.quote:
        yield f"The {'source' if source else 'record'} says: “{' '.join(event.quote.split())}”"


def _cited(source: Source, locale: str) -> str:
    published = (
        f", published {_published(source.published, source, locale)}" if source.published else ", of no known date"
    )
    by = ", ".join(name for name in (source.author, source.publisher) if name)
    return f"“{source.title or source.id}”{' by ' + by if by else ''} ({source.id}){published}"


def _published(text: str, source: Source, locale: str) -> str:
    published = day_of_source(text, source)
    if published is None:
        return f"“{text}”"
    if published.stretch:
        return f"at {_window(published, locale)}"
    return f"{'on' if published.days == 1 else 'in'} {reader_date(published, locale=locale)}"


def _window(span: Interval, locale: str) -> str:
    """Return words for a day that is known only to lie in a stretch."""
    if span.start and span.end:
        return f"some time between {reader_date(span.start, locale=locale)} and {reader_date(span.end, locale=locale)}"
    return f"some time {reader_date(span, locale=locale)}"


def _phrase(one: Dated, locale: str) -> Iterator[str]:
    event, found = one.event, one.resolution
    if not event.when:
        yield "Its record gives no date."
        return
    own = f", in the source's own words “{event.words}”" if event.words and event.words != event.when else ""
    yield f"Its date is given as “{event.when}”{own}."
    if found is None:
        yield "That could not be read as a date."
        return
    if found.relative and found.anchor:
        anchor = _window(found.anchor, locale) if found.anchor.stretch else reader_date(found.anchor, locale=locale)
        yield f"It counts from {anchor}, {_anchored(event)}."
    for number, step in enumerate(found.steps, 1):
        yield f"Step {number}: {_sentence(step)}"
    yield f"So “{event.when}” means {_date(found.interval, locale)}{_grain(found.interval)}."
    if found.inferred:
        yield "This is inferred: neither the words nor a known day of writing say it."
    if found.alternatives:
        yield f"It could also mean {' or '.join(_date(other, locale) for other in found.alternatives)}."


def _anchored(event: Event) -> str:
    if event.anchor:
        return f"the anchor of its record (“{event.anchor}”)"
    return "when its source was published"


def _grain(interval: Interval) -> str:
    if interval.yearless:
        return ""
    if interval.members:
        return ", each of them" if interval.every else ", one of them"
    return (
        f", a stretch of time known to the {interval.grain.value}"
        if interval.stretch
        else f", known to the {interval.grain.value}"
    )


def _claim(claim: Claim, found: Resolution | None, one: Dated, records: Records, locale: str) -> Iterator[str]:
    source = records.sources.get(claim.source or "")
    teller = _cited(source, locale) if source else f"“{claim.source}”" if claim.source else "A claim without a source"
    yield f"{teller}{',' if source else ''} dates it “{claim.words or claim.when}”{_meaning(claim, found, locale)}."
    if claim.quote:
        yield f"It says: “{' '.join(claim.quote.split())}”"
    if claim is one.refined_by:
        yield (
            "That is finer and lies within the date of the record, so it is the date used."
            if one.event.when
            else "It is the date used."
        )
    elif found is not None and not one.conflict:
        yield "That agrees with the date used."


def _meaning(claim: Claim, found: Resolution | None, locale: str) -> str:
    if found is None:
        return ", which could not be read as a date"
    edtf = found.interval.edtf
    return "" if edtf == claim.when and not claim.words else f", which is {_date(found.interval, locale)}"


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "!", "?", "”")) else text + "."
