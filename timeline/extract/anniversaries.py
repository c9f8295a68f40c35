"""Anniversaries as drafts, and what they imply: a 90th anniversary in 2020 that something was founded in 1930."""

from collections.abc import Iterator

from timeline.dates import Grain, Interval, edtf
from timeline.extract.draft import Draft
from timeline.extract.lexicon import Lexicon
from timeline.extract.occasions import Occasion

_TITLES = {"founding": "Founding of the {}", "birth": "Birth of {}", "death": "Death of {}"}


def anniversary(drafted: Draft, occasion: Occasion, text: str, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield the anniversary on the day of a draft, and the event that it implies, where that has a date."""
    whom = occasion.organisation or occasion.topic
    own = drafted._replace(
        kind="anniversary",
        title=_title(text, occasion, whom, lexicon),
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
            title=_TITLES.get(occasion.of, "{}").format(whom) if whom and lexicon.code == "en" else whom or own.title,
            implied=True,
            steps=(*own.steps, step),
            places=(),
        )


def _title(text: str, occasion: Occasion, whom: str, lexicon: Lexicon) -> str:
    words = " ".join(text[occasion.start : occasion.end].split())
    if lexicon.code == "en" and whom:
        return f"{_ordinal(occasion.years)} anniversary of {'the ' if occasion.organisation else ''}{whom}"
    return f"{whom} {words}" if lexicon.verb_last else f"{words} {whom}".strip()


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


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
