"""What an anniversary implies: a 90th anniversary in 2020 that something was founded in 1930."""

from timeline.dates import Grain, Interval, edtf
from timeline.extract.draft import Draft
from timeline.extract.occasions import Occasion

_TITLES = {
    "founding": "Founding of the {}",
    "birth": "Birth: {}",
    "death": "Death: {}",
    "agreement": "{}",
    "liberation": "{}",
    "war": "{}",
}


def implied(anniversary: Draft, occasion: Occasion, whom: str) -> Draft | None:
    """The event so many years before its anniversary, at the anniversary's grain; None where it has no first day."""
    interval = anniversary.interval
    if interval is None or interval.earliest is None:
        return None
    at = _before(interval, occasion.years)
    if at is None:
        return None
    step = f"the {occasion.years}-year anniversary in {interval.edtf} implies {at.edtf}"
    return anniversary._replace(
        edtf=at.edtf,
        interval=at,
        kind=occasion.of,
        title=_TITLES.get(occasion.of, "{}").format(whom) if whom else anniversary.title,
        implied=True,
        steps=(*anniversary.steps, step),
        places=(),
    )


def _before(interval: Interval, years: int) -> Interval | None:
    """The same day, month or year that many years before; anything vaguer or longer counts as its first year."""
    first = interval.earliest
    if first is None:
        return None
    year, month, day = first.date
    year -= years
    if year < 1:
        return None
    if not interval.stretch and not interval.members:
        if interval.grain is Grain.DAY:
            return edtf.parse(f"{year:04d}-{month:02d}-{28 if (month, day) == (2, 29) else day:02d}")
        if interval.grain is Grain.MONTH:
            return edtf.parse(f"{year:04d}-{month:02d}")
    return edtf.parse(f"{year:04d}")
