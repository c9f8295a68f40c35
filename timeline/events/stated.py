"""Dates that a line of JSON Lines states resolved: read from their EDTF, their grain and their part."""

from dataclasses import replace

from timeline.dates import Grain, Interval, Part, units
from timeline.dates.edtf import parse
from timeline.events.records import Stated
from timeline.resolve import Resolution


def resolve_stated(text: str, stated: Stated) -> Resolution:
    """Return the stated date as a resolution of its text; raises EdtfError. Nothing is anchored again."""
    step = f"stated as {stated.edtf} in the record"
    return Resolution(text, interval_of(stated), "stated", steps=(step,), inferred=stated.inferred)


def interval_of(stated: Stated) -> Interval:
    """Return the interval: a grain coarser than the ends means that they bound one unit (a week)."""
    interval = parse(stated.edtf)
    grain = Grain(stated.grain) if stated.grain else interval.grain
    if interval.stretch and grain.rank > interval.grain.rank:
        interval = replace(interval, grain=grain, stretch=False)
    return units.with_part(interval, Part(stated.part)) if stated.part else interval
