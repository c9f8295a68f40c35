"""When a text was written, from the text itself.

A stamp ("date 2024-03-25", or a day on a line of its own at the head), a dateline ("HANOI, March 25 -", "(평양 7월
20일발 …)"), the latest year it tells.
"""

import re
from collections.abc import Sequence

from timeline.dates import Grain, Interval, edtf
from timeline.expressions.language import Language
from timeline.resolve.context import Context
from timeline.resolve.document_year import written
from timeline.resolve.mention import Mention

HEAD = 400  # characters at the head of a text in which a stamp or dateline stands
_PLACE = re.compile(r"(?:^|\n|[.\d]\s)[^\n.!?\d]{2,60}$")
_AGENCY = re.compile(r"\)?,?\s*(?:\([^)\n]{2,40}\)\s*)?(?:--?|_|:|\(|/)")

HEAD_LINES = 2  # the title, and below it the day
_REST_OF_LINE = re.compile(r"[\s,.]*(?:[(《][^)》\n]{1,30}[)》])?[^\S\n]*\n")


def published(found: Sequence[Mention], text: str, tongue: Language, context: Context) -> Context:
    """The context with the day of writing that the text gives, or with the year for its yearless dates."""
    stamp = next((m.interval for m in found if m.start < HEAD and _is_stamp(m, text, tongue)), None)
    line = next((m.interval for m in found if m.start < HEAD and _is_dateline(m, text, tongue)), None)
    if stamp is None and line is not None and not line.yearless:
        stamp = line
    if stamp is not None:
        return context._replace(anchor=stamp)
    known = written(found, text, tongue)
    if known is not None and line is not None:  # HANOI, March 25: of the latest year that the text tells
        return context._replace(anchor=edtf.parse(f"{known.year:04d}{line.edtf[4:]}"), guessed=True)
    return context._replace(written=known)


def _is_day(interval: Interval | None) -> bool:
    return interval is not None and interval.grain is Grain.DAY and not interval.stretch and not interval.members


def _is_stamp(mention: Mention, text: str, tongue: Language) -> bool:
    """A whole date right behind a word such as "date" or "published", or alone on a line at the head."""
    if not _is_day(mention.interval) or mention.interval is None or mention.interval.yearless:
        return False
    before = text[max(0, mention.start - 40) : mention.start].lower().rstrip(" :\n")
    return before.endswith(tongue.stamps) or _is_own_line(mention, text)


def _is_own_line(mention: Mention, text: str) -> bool:
    before = text[: mention.start].split("\n")
    return len(before) <= HEAD_LINES and not before[-1].strip() and _REST_OF_LINE.match(text, mention.end) is not None


def _is_dateline(mention: Mention, text: str, tongue: Language) -> bool:
    """A day behind a place at the head of a paragraph, before the agency's name or a dash."""
    if not _is_day(mention.interval):
        return False
    if tongue.dispatched and text.startswith(tongue.dispatched, mention.end):
        return True
    if _AGENCY.match(text, mention.end) is None:
        return False
    place = _PLACE.search(text, 0, mention.start)
    return place is not None and _is_name(place.group())


def _is_name(place: str) -> bool:
    words = re.findall(r"[^\W\d_]+", place)
    return 0 < len(words) <= 5 and all(word[0].isupper() for word in words)


def heads(mention: Mention, text: str, tongue: Language) -> bool:
    """Whether a mention is the stamp or the dateline at the head of a text, and so the date of nothing it tells."""
    return mention.start < HEAD and (_is_stamp(mention, text, tongue) or _is_dateline(mention, text, tongue))
