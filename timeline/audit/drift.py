"""Every stored date again from its quote in the text of its source: whether quote, phrase and date are there still."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from timeline.dates import Interval
from timeline.events.claims import exclude, short
from timeline.events.publication import day_of_source
from timeline.events.records import Claim, Dated, Event, Finding, Records, Source
from timeline.expressions.detect import detect
from timeline.expressions.load import language
from timeline.resolve import Context, Resolution
from timeline.resolve.mention import Mention
from timeline.resolve.mentions import mentions

_GAP = re.compile(r"\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*")
GAP = 4000  # characters that "…" may stand for, and the next piece
_QUOTES = str.maketrans("’‘“”–—\u00a0", "''\"\"-- ")

Find = Callable[[Source], str | None]  # the text of a source, None where there is none


class _Told(NamedTuple):
    """What a source tells of an event: the event itself, or a claim of it, with the date that it has."""

    record: Event | Claim
    where: tuple[str | int, ...]
    resolution: Resolution | None


def look_at_drift(dated: Mapping[str, Dated], records: Records, find: Find) -> Iterator[Finding]:
    """Yield each quote, phrase or date of the timeline that the texts of its sources do not bear out any more.

    `find` gives the text of a source. What has no quote, or no source with a text, is left out.
    """
    texts: dict[str, str | None] = {}
    found: dict[str, list[Mention]] = {}
    for id_, one in dated.items():
        for told in _told(id_, one):
            source = records.sources.get(told.record.source or "")
            if source is None or not told.record.quote:
                continue
            if source.id not in texts:
                texts[source.id] = find(source)
            text = texts[source.id]
            if text is None:
                if source.file:
                    yield _finding(told, "quote", "source-gone", f'there is no text of the source "{source.id}"')
                continue
            if source.id not in found:
                found[source.id] = _mentions(text, source, records)
            yield from _look(told, text, found[source.id], source)


def _told(id_: str, one: Dated) -> Iterator[_Told]:
    yield _Told(one.event, ("event", id_), one.resolution)
    for at, (claim, resolution) in enumerate(one.claims):
        yield _Told(claim, ("event", id_, "claim", at), resolution)


def _look(told: _Told, text: str, found: list[Mention], source: Source) -> Iterator[Finding]:
    place = _quote(told.record.quote, text)
    if place is None:
        message = f'the quote "{short(told.record.quote)}" is not in the text of "{source.id}"'
        expected = "the sentence as the source has it, … for what is left out"
        yield _finding(told, "quote", "quote-gone", message, expected)
        return
    phrase = told.record.words or told.record.when or ""
    start, end = place
    at = _find(phrase, text, start, end) if phrase.strip() else None
    near = [mention for mention in found if mention.start < end and mention.end > start]
    if at is None:
        if told.record.words or not _tells(near, told):
            key, message = "words" if told.record.words else "when", f'"{short(phrase)}" is not in the quote'
            yield _finding(told, key, "phrase-gone", message, "the source's own phrase in `words`")
        return
    near = [mention for mention in near if mention.start < at[1] and mention.end > at[0]]
    if near and not _tells(near, told):
        now = ", ".join(mention.interval.edtf for mention in near if mention.interval) or "no date"
        was = told.resolution.interval.edtf if told.resolution else "none"
        message = f'"{short(phrase)}" now reads as {now}, and not as {was}'
        yield _finding(told, "when", "date-differs", message, "the date that the text gives")


def _tells(near: list[Mention], told: _Told) -> bool:
    """Whether one of the mentions tells the date of the record, or one that it can be."""
    if told.resolution is None or getattr(told.record, "implied", False):
        return True  # what an anniversary implies is told by no words of its own
    meant = told.resolution.interval
    read = [mention.interval for mention in near if mention.interval is not None]
    if any(_agree(one, meant) for one in read):
        return True
    ends = [end for end in (meant.start, meant.end) if end is not None]  # "on 8 and 9 April": each day by itself
    return len(ends) == 2 and all(any(_agree(one, end) for one in read) for end in ends)


def _agree(read: Interval, stored: Interval) -> bool:
    """Whether what the text gives, or one of its ends or members, is the stored date or one that it can be."""
    if read.yearless or not read.dated:
        return True
    parts = [read, *filter(None, (read.start, read.end)), *read.members]
    return any(
        part.contains(stored) or (part.stretch == stored.stretch and not exclude(part, stored)) for part in parts
    )


def _mentions(text: str, source: Source, records: Records) -> list[Mention]:
    code = source.language or detect(text) or records.language or "en"
    tongue = language(code)
    if tongue is None:
        return []
    anchor = day_of_source(source.published, source) if source.published else None
    return list(
        mentions(text, tongue, Context(anchor, tongue.code, source.conventions.date_order or records.date_order))
    )


def _quote(quote: str, text: str) -> tuple[int, int] | None:
    """Where a quote stands in a text: blanks and the sorts of quotation marks aside, "…" for anything left out."""
    pieces = [piece for piece in _GAP.split(quote.strip()) if piece.strip()]
    start, end = -1, 0
    for piece in pieces:
        place = _find(piece, text, end, end + GAP if start >= 0 else len(text))
        if place is None:
            return None
        start, end = place[0] if start < 0 else start, place[1]
    return (start, end) if pieces else None


def _find(words: str, text: str, start: int, stop: int) -> tuple[int, int] | None:
    """Where some words stand between two places of a text, whatever blanks are between them."""
    pattern = r"\s+".join(re.escape(word) for word in _plain(words).split())
    hit = re.compile(pattern).search(_plain(text), start, stop)
    return hit.span() if hit else None


def _plain(text: str) -> str:
    """A text with one sort of quotation marks, dashes and blanks: as long as it was."""
    return text.translate(_QUOTES)


def _finding(told: _Told, key: str, code: str, message: str, expected: str = "") -> Finding:
    return Finding((*told.where, key), code, message, "error", expected)
