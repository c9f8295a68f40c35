"""What comes, for `upcoming`: a table for terminals, lines for pipes, records for programs."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from timeline.dates import Grain
from timeline.events.records import Records
from timeline.query.series import Expected
from timeline.query.upcoming import ANNIVERSARY, EXPECTED, Coming
from timeline.render.clean import clean
from timeline.render.ordinals import said
from timeline.render.page import WIDTH, Page
from timeline.render.paint import paint
from timeline.render.reader_dates import reader_date
from timeline.render.sections import heading_words, names_of, short_names
from timeline.render.signs import MARKS, Used
from timeline.render.table import Field, fields_lines, fitting, rule
from timeline.render.wording import ENGLISH, phrase
from timeline.render.wrap import cells, wrap
from timeline.resolve.wording import nth

ROUND = {10: "★", 5: "☆"}
NEXT = "→"
WITH_ORGANISATIONS = 90  # columns from which there is room for them
SAMPLE = 200  # rows that the columns are measured by
FEW_MONTHS = 36  # a period of more has a rule a year
WHEN_AT_MOST, ORGANISATIONS_AT_MOST = 0.3, 0.2  # of the width


def upcoming_table(found: Sequence[Coming], records: Records, page: Page, language: str | None = None) -> Iterator[str]:
    """Yield a rule a month, or a year where they are many, and a line for each that comes.

    `language` is that of the ordinals, the timeline's own where there is none; dates and reasons are in the page's.
    """
    language = language or records.language
    width = page.width or WIDTH
    some = found[:: max(1, len(found) // SAMPLE)]
    columns = [
        _widest([_date(one, page.locale) for one in some], width),
        _widest([what(one, language) for one in some], width),
    ]
    left = sum(columns) + 2 + 2 + 2
    names = [", ".join(map(clean, short_names(one.dated.event, records))) for one in some]
    organisations = min(max(map(cells, names), default=0), int(width * ORGANISATIONS_AT_MOST))
    organisations = organisations if width >= WITH_ORGANISATIONS else 0
    room = max(width - left - (organisations and organisations + 2), 10)
    used = Used(page.locale)
    for heading, group in groupby(found, _headings(found, page.locale)):
        yield rule(heading, width, page)
        for one in group:
            sign = _signs(one, used)
            plain = "" if one.roundness or one.sort != ANNIVERSARY else "faint"
            those = fitting([clean(name) for name in short_names(one.dated.event, records)], organisations)
            yield from fields_lines(
                [
                    Field(wrap(_date(one, page.locale), columns[0], fold=True), columns[0], "date", " "),
                    Field([sign], 2, "mark", " "),
                    Field(wrap(what(one, language), columns[1], fold=True), columns[1], plain, "  "),
                    Field(wrap(clean(title(one)), room, fold=True), room, "", "  "),
                    Field([those], organisations, "faint", ""),
                ],
                page,
            )
            if one.next:
                for line in wrap(reason(one.next, page.locale), width - left):
                    yield " " * left + paint(clean(line), "faint", page) + "\n"
    signs = [*ROUND.values(), NEXT, *MARKS.values()]
    yield from used.explained([signs], page, width)


def upcoming_line(one: Coming, records: Records, language: str | None = None) -> str:
    """Return EDTF, sort, ordinal, title, organisations, id, match and marks, with tabs between them."""
    fields = (
        one.date.edtf,
        one.sort,
        ordinal(one, language or records.language) or "",
        title(one),
        "; ".join(names_of(one.dated.event, records)),
        one.dated.event.id,
        one.certainty,
        ",".join([*(["round"] if one.roundness else []), *(["inferred"] if one.inferred else [])]),
    )
    return "\t".join(map(clean, fields)) + "\n"


def upcoming_record(
    one: Coming, records: Records, language: str | None = None, locale: str = ENGLISH
) -> dict[str, Any]:
    """Return the record of what comes; `id` and `title` are of the event that it comes from.

    `language` is that of the ordinal, the timeline's own where there is none, `locale` that of the reason.
    """
    event, first, last = one.dated.event, one.date.earliest, one.date.latest
    known = records.organisations
    return {
        "sort": one.sort,
        "id": event.id,
        "title": title(one),
        "edtf": one.date.edtf,
        "earliest": None if first is None else str(first),
        "latest": None if last is None else str(last),
        "grain": one.date.grain.value,
        "match": one.certainty,
        "inferred": one.inferred,
        "years": one.years or None,
        "ordinal": ordinal(one, language or records.language),
        "round": bool(one.roundness),
        "kind": event.kind,
        "organisations": [{"id": id_, "name": known[id_].name if id_ in known else id_} for id_ in event.organisations],
        "series": event.series,
        "number": one.next.number if one.next else event.number,
        "reason": reason(one.next, locale) if one.next else None,
    }


def ordinal(one: Coming, language: str | None) -> str | None:
    """Return the ordinal for a program: of the years, or of the next of a series."""
    number = one.years if one.sort == ANNIVERSARY else one.next.number if one.next else None
    if not number:
        return None
    return said("ordinal", number, language) if one.sort == ANNIVERSARY else nth(number)


def what(one: Coming, language: str | None) -> str:
    """Return what comes, in a language: "96th anniversary", "14th expected", "planned"."""
    if one.sort == ANNIVERSARY:
        return said("anniversary", one.years, language)
    if one.next:
        return said("expected" if one.next.number else "next", one.next.number, language)
    return said("planned", None, language)


def reason(following: Expected, locale: str = ENGLISH) -> str:
    """Return why the next of a series is expected when it is: "13th March 2022 → 14th expected 2027; …"."""
    gaps, last = following.gaps, following.last
    was = reader_date(last.interval, locale=locale) if last.interval else ""
    date, number = reader_date(following.date, locale=locale), following.number
    if number is None:
        chain = phrase(locale, "reason", "unnumbered", was=was, date=date)
    else:
        numbers = {"before": number - 1, "before_nth": nth(number - 1), "n": number, "nth": nth(number)}
        chain = phrase(locale, "reason", "chain", was=was, date=date, **numbers)
    gap = phrase(locale, "one_gap" if gaps.middle == 1 else "gap", gaps.unit, n=gaps.middle)
    how = "once" if gaps.times == 1 else "each" if gaps.least == gaps.most else "all"
    return phrase(locale, "reason", how, chain=chain, gap=gap, times=gaps.times, least=gaps.least, most=gaps.most)


def title(one: Coming) -> str:
    """Return the title; of the next of a series the last one's with the number raised, or else the series and it."""
    event = one.dated.event
    if not one.next:
        return event.title
    if one.next.number is None:
        return str(event.series)
    import re

    before, after = one.next.number - 1, one.next.number
    made, times = re.subn(
        rf"(?<![\d.,]){before}(st|nd|rd|th)?(?![\d.,])",
        lambda found: nth(after) if found[1] else str(after),
        event.title,
    )
    return made if times == 1 else f"{event.series} {after}"


def _signs(one: Coming, used: Used) -> str:
    sign = used.meaning(ROUND[one.roundness], f"round_{one.roundness}") if one.roundness else ""
    if one.sort == EXPECTED:
        return used.meaning(NEXT, "next")
    return sign + (used.mark(["possible"]) if one.certainty == "possible" else "")


def _date(one: Coming, locale: str) -> str:
    return reader_date(one.date, locale=locale)


def _headings(found: Sequence[Coming], locale: str) -> Any:
    """Return what gives the heading of each: its month, or its year where it is no finer or the months are many."""
    days = [one.date.earliest for one in found if one.date.earliest is not None]
    by_year = bool(days) and max(days) - min(days) > FEW_MONTHS * 31

    def heading(one: Coming) -> str:
        first = one.date.earliest
        if first is None:
            return heading_words(one.date, locale)
        from timeline.dates import units

        coarse = by_year or one.date.grain.rank > Grain.MONTH.rank
        return heading_words(units.containing(first, Grain.YEAR if coarse else Grain.MONTH), locale)

    return heading


def _widest(texts: list[str], width: int) -> int:
    return min(max((cells(text) for text in texts), default=1), int(width * WHEN_AT_MOST))
