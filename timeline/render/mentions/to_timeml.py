"""TimeML: the text as it was given, with TIMEX3 tags; its day of publication is the creation time of the document."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from timeline.render.clean import SIGN, unsafe
from timeline.render.mentions.modifier import modifier
from timeline.render.mentions.tagged import Layout, Tagged
from timeline.resolve.timex import value

if TYPE_CHECKING:
    from timeline.dates import Interval
    from timeline.resolve.timexes import Timex

ONE_TEXT = True
STEPS = False
SCHEMA = "http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd"
HEAD = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="{SCHEMA}">
"""


def render(texts: Iterable[Tagged], layout: Layout) -> Iterator[str]:  # noqa: ARG001 - every format takes a layout
    """Yield the document of each text; what XML has no place for is shown as a sign, letter for letter."""
    for one in texts:
        yield f"{HEAD}<DOCID>{_escaped(PurePath(one.name).name)}</DOCID>\n{_creation(one.published)}<TEXT>"
        yield from _tagged(one)
        yield "</TEXT>\n</TimeML>\n"


def _creation(published: "Interval | None") -> str:
    said = value(published) if published else None
    if said is None:
        return ""
    more = f'type="DATE" value="{said}" temporalFunction="false" functionInDocument="CREATION_TIME"'
    return f'<DCT><TIMEX3 tid="t0" {more}>{said}</TIMEX3></DCT>\n'


def _tagged(one: Tagged) -> Iterator[str]:
    at, number = 0, 0
    for timex, mod in _timexes(one):
        if timex.start < at:
            continue  # TimeML has no tag within a tag
        number += 1
        said = f'tid="t{number}" type="{timex.type}" value="{_escaped(timex.value or "")}"'
        said += f' mod="{mod}"' if mod else ""
        yield _escaped(one.text[at : timex.start])
        yield f"<TIMEX3 {said}>{_escaped(one.text[timex.start : timex.end])}</TIMEX3>"
        at = timex.end
    yield _escaped(one.text[at:])


def _timexes(one: Tagged) -> "Iterator[tuple[Timex, str | None]]":
    for mention in one.mentions:
        drawn = [(timex, modifier(mention, number)) for number, timex in enumerate(mention.timexes)]
        yield from sorted(drawn, key=lambda pair: pair[0].start)


def _escaped(text: str) -> str:
    return text.translate(_signs())


@cache
def _signs() -> dict[int, str]:
    """What stands for a character: an entity, a picture for the controls that XML forbids, a reference for others."""
    # A parser would turn a carriage return into a line feed; as a reference it stays.
    signs = {code: f"&#x{code:X};" for code in (0x0D, *(code for code in unsafe() if code >= 0x7F))}
    signs |= {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A, 0x0D)}
    signs |= dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), SIGN)  # nor has XML these
    return signs | {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}
