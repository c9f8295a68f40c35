"""EDTF sets in: '[1667,1668]' one of them, '{1667,1670..1672}' each of them."""

from collections.abc import Iterator
from dataclasses import replace

from timeline.dates.date import read_date
from timeline.dates.ends import stretch
from timeline.dates.errors import EdtfError
from timeline.dates.interval import Interval
from timeline.dates.ranges import each_of, no_earlier, no_later, one_of


def read_set(text: str) -> Interval:
    """Return what a text means that begins with a bracket."""
    brackets = "[]" if text[0] == "[" else "{}"
    if text[-1] != brackets[1]:
        raise EdtfError(
            text, len(text), f"the set is not closed; {brackets[0]} ends with {brackets[1]}, and nothing follows"
        )
    items = list(_items(text))
    every = brackets == "{}"
    members = [_member(text, start, stop, every) for start, stop in items]
    if not every and len(members) == 1 and members[0].edtf[0] == "[":
        return members[0]
    return each_of(members) if every else one_of(members)


def _items(text: str) -> Iterator[tuple[int, int]]:
    """Give the places of the members of a set, spaces around them left out."""
    start = 1
    for item in text[1:-1].split(","):
        stop = start + len(item)
        first = stop - len(item.lstrip(" "))
        last = start + len(item.rstrip(" "))
        if first >= last:
            raise EdtfError(
                text, start + 1, "a member is missing; a set is written [1667,1668] or {1667,1668,1670..1672}"
            )
        yield first, last
        start = stop + 1


def _member(text: str, start: int, stop: int, every: bool) -> Interval:
    dots = text.find("..", start, stop)
    if dots < 0:
        return read_date(text, start, stop)
    if stop - start == 2:
        raise EdtfError(text, start + 1, "'..' without a date; write [..1984], [1984..] or [1670..1672]")
    first = None if dots == start else read_date(text, start, dots)
    last = None if dots + 2 == stop else read_date(text, dots + 2, stop)
    if every:
        return stretch(first, last)
    if first and last:
        # One of all that lie between: a moment.
        return replace(stretch(first, last), stretch=False)
    return no_earlier(first) if first else no_later(read_date(text, dots + 2, stop))
