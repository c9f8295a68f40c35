"""Ordinals of anniversaries and of series in the language of the timeline, as its language file has them."""

from timeline.expressions.load import language as read_language
from timeline.resolve.wording import nth

DEFAULT = "en"


def said(what: str, number: int | None, language: str | None) -> str:
    """Return "96th anniversary", "kỷ niệm 96 năm", "96돐"; `what` is a key of [said], English failing that."""
    for code in (language, DEFAULT):
        words = read_language(code) if code else None
        if words and what in words.said:
            text = words.said[what]
            return text if number is None else text.format(n=number, nth=nth(number))
    raise KeyError(what)
