"""What several dates of one event say together: whether they exclude each other, and which of them is the finest."""

from collections.abc import Iterable

from timeline.dates import Day, Grain, Interval
from timeline.events.records import Claim, Dated, Event
from timeline.resolve import Resolution

_AROUND = 5  # units: as many years around "c. 1950" may be meant


def weigh(event: Event, resolution: Resolution | None, claims: tuple[tuple[Claim, Resolution | None], ...]) -> Dated:
    """Lay the claims of an event beside its `when`: the finest that agrees is used; in a conflict `when` stands."""
    when = resolution.interval if resolution else None
    read = [(claim, claimed) for claim, claimed in claims if claimed is not None]
    conflicts = tuple(_conflicts(event, resolution, read))
    if conflicts:
        used = resolution or read[0][1]
        refined_by = None if resolution else read[0][0]
        return Dated(
            event,
            resolution,
            used.interval,
            claims,
            refined_by,
            conflict=True,
            conflicts=conflicts,
            inferred=used.inferred,
        )
    finer = [(claim, claimed) for claim, claimed in read if when is None or refines(when, claimed.interval)]
    if not finer:
        return Dated(
            event, resolution, when, claims, inferred=resolution is not None and _stays_inferred(resolution, read)
        )
    claim, best = min(finer, key=lambda pair: fineness(pair[1].interval))
    return Dated(event, resolution, best.interval, claims, claim, inferred=best.inferred)


def _stays_inferred(resolution: Resolution, read: list[tuple[Claim, Resolution]]) -> bool:
    """Tell whether what was filled in is still only inferred: another source that states the same date settles it."""
    edtf = resolution.interval.edtf
    return resolution.inferred and not any(c.interval.edtf == edtf and not c.inferred for _, c in read)


def _conflicts(event: Event, resolution: Resolution | None, read: list[tuple[Claim, Resolution]]) -> Iterable[str]:
    said = [(claim.source or "a claim", claimed) for claim, claimed in read]
    if resolution is not None:
        said.insert(0, (event.source or "the event", resolution))
    for at, (who, one) in enumerate(said):
        for other_who, other in said[at + 1 :]:
            if exclude(one.interval, other.interval):
                yield f"{who} says {_phrase(one)}, {other_who} says {_phrase(other)}: both cannot be true"


def _phrase(resolution: Resolution) -> str:
    edtf = resolution.interval.edtf
    return edtf if resolution.text == edtf else f'"{short(resolution.text)}" ({edtf})'


def short(text: str, longest: int = 80) -> str:
    """Return a text as a message repeats it: cut where it is long."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def exclude(one: Interval, other: Interval) -> bool:
    """Tell whether two dates of one event cannot both be true, or are stretches of day grain with different ends."""
    if not one.dated or not other.dated:
        return not _yearless_fits(one, other)
    if not _overlap(one, other):
        return True
    if not (one.stretch and other.stretch and one.grain is other.grain is Grain.DAY):
        return False
    return _ends_differ(one.start, other.start) or _ends_differ(one.end, other.end)


def _ends_differ(one: Interval | None, other: Interval | None) -> bool:
    # An end that is not stated contradicts nothing.
    return one is not None and other is not None and not _overlap(one, other)


def _overlap(one: Interval, other: Interval) -> bool:
    earliest, latest = _reach(one)
    other_earliest, other_latest = _reach(other)
    begins_in_time = earliest is None or other_latest is None or earliest <= other_latest
    return begins_in_time and (latest is None or other_earliest is None or other_earliest <= latest)


def _reach(interval: Interval) -> tuple[Day | None, Day | None]:
    """Its days; "around 1950" reaches five units further (decades and centuries one), a stretch at its vague ends."""
    first, last = interval.start or interval, interval.end or interval
    earliest, latest = interval.earliest, interval.latest
    if earliest is not None and first.approximate:
        earliest -= _vagueness(first)
    if latest is not None and last.approximate:
        latest += _vagueness(last)
    return earliest, latest


def _vagueness(unit: Interval) -> int:
    """Return for how many days around it an approximate date may stand."""
    if unit.days is None:
        return 0
    return unit.days * (_AROUND if unit.grain.rank <= Grain.YEAR.rank else 1)


def _yearless_fits(one: Interval, other: Interval) -> bool:
    """Tell whether 24 October of an unknown year can be the other date; what nothing is known of fits everything."""
    yearless, dated = (one, other) if one.yearless else (other, one)
    if not yearless.yearless or dated.yearless or dated.days != 1 or dated.earliest is None:
        return one.edtf == other.edtf or not (one.yearless and other.yearless)
    parts = yearless.edtf.rstrip("?~%").split("-")[1:]
    day = dated.earliest
    return all(
        not part.isdigit() or int(part) == number for part, number in zip(parts, (day.month, day.day), strict=False)
    )


def refines(coarse: Interval, fine: Interval) -> bool:
    """Tell whether the coarse date is a unit that contains the fine one, such as June 2021 and 20-21 June."""
    if not fine.dated:
        return False
    if not coarse.dated:
        return True
    if not coarse.stretch:
        return not coarse.every and _is_within(coarse, fine)
    if not fine.stretch or fine.edtf == coarse.edtf:
        return False
    ends = ((coarse.start, fine.start), (coarse.end, fine.end))
    return all(_end_refines(one, other) for one, other in ends)


def _is_within(coarse: Interval, fine: Interval) -> bool:
    if not coarse.contains(fine) or fine.days is None:
        return False
    return coarse.days is None or fine.days < coarse.days


def _end_refines(coarse: Interval | None, fine: Interval | None) -> bool:
    if coarse is None or fine is None:
        return coarse is fine
    return coarse.edtf == fine.edtf or _is_within(coarse, fine)


def fineness(interval: Interval) -> tuple[int, int]:
    """Return a key that sorts the finest date first: by its days, then by its grain; open ones last."""
    return (interval.days if interval.days is not None else 10**12, interval.grain.rank)
