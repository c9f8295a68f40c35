"""The words of an HTML page's own controls, in the reader's language where it has words for them, else in English."""

from collections.abc import Callable, Mapping
from json import dumps

from timeline.dates import Day
from timeline.render.reader_dates import year_words
from timeline.render.wording import ENGLISH, UnsaidError, find_wording, phrase

# The words of the template, each under its name there; what has fields is worded where they are known.
PLAIN = (
    "skip", "controls", "events", "search", "search_in", "kind", "kinds", "organisation", "organisations", "all",
    "axis", "axis_keys", "move", "earlier", "later", "closer", "farther", "whole", "nothing",
)  # fmt: skip
SCRIPT = ("one", "count", "some", "time")  # those that the script fills in
KEYS = {"slash": "/", "up": "↑", "down": "↓"}
FIELDS = {name: "{" + name + "}" for name in ("n", "all", "first", "last", *KEYS)}  # left for later to be filled in


def language_of_controls(locale: str) -> str:
    """Return the language that the controls are in."""
    wording = find_wording(locale)
    try:
        wording.say("page", "skip")
    except UnsaidError:
        return ENGLISH
    return wording.code


def template_words(locale: str, escape: Callable[[str], str]) -> Mapping[str, str]:
    """Return what the fields `word_…` of the template stand for, as HTML."""
    keys = {name: f"<kbd>{key}</kbd>" for name, key in KEYS.items()}
    words = {f"word_{name}": escape(phrase(locale, "page", name)) for name in PLAIN}
    return {**words, "word_keys": escape(phrase(locale, "page", "keys", **FIELDS)).format(**keys)}


def script_words(locale: str) -> str:
    """Return as JSON the forms that the script fills in; `bce` is that of a year before the common era."""
    forms = {name: phrase(locale, "page", name, **FIELDS) for name in SCRIPT}
    return dumps({**forms, "bce": phrase(locale, "year_bce", **FIELDS)}, ensure_ascii=False)


def counted(locale: str, count: int) -> str:
    """Return so many events."""
    return phrase(locale, "page", "one") if count == 1 else phrase(locale, "page", "count", n=count)


def years(locale: str, first: Day, last: Day) -> str:
    """Return from which year to which."""
    begin, end = year_words(first, locale), year_words(last, locale)
    return begin if begin == end else phrase(locale, "page", "time", first=begin, last=end)
