"""Anniversaries as drafts, and what they imply: a 90th anniversary in 2020 that something was founded in 1930."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from timeline.dates import Grain, Interval, edtf
from timeline.extract.draft import Draft
from timeline.extract.lexicon import Lexicon
from timeline.extract.occasions import Occasion

_SEVERAL = re.compile(r"\d\D+\d")


def anniversary(drafted: Draft, occasion: Occasion, text: str, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield the anniversary on the day of a draft, and the event that it implies, where that has a date."""
    said = lexicon.entries["anniversary"]
    whose = occasion.organisation or ("" if occasion.topic else next(iter(drafted.organisations), ""))
    whom = said["named"].format(name=whose) if whose else occasion.topic
    own = drafted._replace(
        kind="anniversary",
        title=_title(text, occasion, whom, said),
        organisations=(occasion.organisation,) if occasion.organisation else drafted.organisations,
    )
    yield own
    first = own.interval and _before(own.interval, occasion.years)
    if first:
        step = f"the anniversary of {occasion.years} years in {own.edtf} implies {first.edtf}"
        yield own._replace(
            edtf=first.edtf,
            interval=first,
            kind=occasion.of,
            title=said["implied_titles"].get(occasion.of, "{whom}").format(whom=whom) if whom else own.title,
            implied=True,
            status="held",
            steps=(*own.steps, step),
            places=(),
        )


def _title(text: str, occasion: Occasion, whom: str, said: Mapping[str, Any]) -> str:
    words = " ".join(text[occasion.start : occasion.end].split())
    if not whom:
        words = said.get("unnamed", words) if _SEVERAL.search(words) else words
    ending = _ending(occasion.years, said.get("ordinals", {}))
    form = said["title"] if whom else words
    return str(form.format(years=occasion.years, ending=ending, words=words, whom=whom))


def _ending(number: int, endings: Mapping[str, str]) -> str:
    """The ending of an ordinal: by its last two digits, else by its last one."""
    return endings.get(str(number % 100), endings.get(str(number % 10), endings.get("11", "")))


def _before(interval: Interval, years: int) -> Interval | None:
    """The same day, month or year that many years before; anything vaguer or longer counts as its first year."""
    first = interval.earliest
    if first is None:
        return None
    year, month, day = first.date
    if year <= years:
        return None
    at = f"{year - years:04d}"
    if interval.stretch or interval.members or interval.grain.rank > Grain.MONTH.rank:
        return edtf.parse(at)
    if interval.grain is Grain.DAY:
        return edtf.parse(f"{at}-{month:02d}-{28 if (month, day) == (2, 29) else day:02d}")
    return edtf.parse(f"{at}-{month:02d}") if interval.grain is Grain.MONTH else edtf.parse(at)
