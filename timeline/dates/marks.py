"""The marks of EDTF: ? uncertain, ~ approximate, % both."""

from dataclasses import replace

from timeline.dates.interval import Interval

MARKS = "?~%"


def qualify(x: Interval, approximate: bool = False, uncertain: bool = False) -> Interval:
    """Return the same dates marked: of a stretch both ends, of a set each member. What is marked already stays so."""
    if not (approximate or uncertain):
        return x
    return replace(
        x,
        edtf=_every_date(x.edtf, approximate, uncertain),
        approximate=x.approximate or approximate,
        uncertain=x.uncertain or uncertain,
        start=x.start and qualify(x.start, approximate, uncertain),
        end=x.end and qualify(x.end, approximate, uncertain),
        members=tuple(qualify(member, approximate, uncertain) for member in x.members),
    )


def _every_date(text: str, approximate: bool, uncertain: bool) -> str:
    if text[0] in "[{":
        return text[0] + _every_date(text[1:-1], approximate, uncertain) + text[-1]
    for separator in (",", "/", ".."):
        if separator in text and text != separator:
            return separator.join(
                _every_date(one, approximate, uncertain) if one else "" for one in text.split(separator)
            )
    return text if text == ".." else _marked(text, approximate, uncertain)


def _marked(text: str, approximate: bool, uncertain: bool) -> str:
    last = text[-1] if text[-1] in MARKS else ""
    approximate |= last in ("~", "%")
    uncertain |= last in ("?", "%")
    return text.removesuffix(last) + ("%" if approximate and uncertain else "~" if approximate else "?")
