"""The forms in which a language words dates: a TOML file a language in languages/, CLDR's patterns for the others.

A form is a text with fields in braces; of several forms, for a count, the one of the number. `early.month` goes before
`early` where the unit is a month. A region's file ("en-us") changes some forms of its language.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from timeline.errors import TimelineError
from timeline.resolve.wording import nth

FOLDER = Path(__file__).parent / "languages"
ENGLISH = "en"
_LONGEST = 35  # of a code, as BCP 47 would have it


class UnknownLocaleError(TimelineError):
    """A code that names no language or region."""

    def __init__(self, code: str) -> None:
        """Take the code."""
        from timeline.events.names import did_you_mean, suggest
        from timeline.render.cldr import codes

        known = sorted({*worded(), *codes()})
        hint = did_you_mean(suggest(code, known)) or "; write a code such as en, vi, ko, de or pt-BR"
        super().__init__(f'there is no locale "{code}"{hint}')


class UnsaidError(LookupError):
    """A form that a language has no words for."""


class Wording:
    """The forms of one language."""

    def __init__(self, code: str, forms: Mapping[str, Any], *, only_ce: bool = False) -> None:
        """Take the code, the forms, and whether there are words for years of the common era alone."""
        self.code = code
        self.only_ce = only_ce
        self._forms = forms

    def say(self, form: str, variant: str = "", **fields: Any) -> str:
        """Return a form with its fields filled in; raises UnsaidError where the language has none."""
        found = self._forms.get(f"{form}.{variant}") if variant else None
        if found is None:
            found = self._forms.get(form)
        if found is None:
            raise UnsaidError(form)
        if isinstance(found, list):
            number = fields["n"]
            found = found[number - 1] if isinstance(number, int) else found[0]
        return str(found.format(**fields))

    def counted(self, form: str, number: int, **fields: Any) -> str:
        """Return a form with a number and its ordinal."""
        return self.say(form, n=number, nth=nth(number), **fields)

    def month_name(self, number: int, sort: str = "months") -> str:
        """Return the name of a month, 1 for January; `sort` is months, months_alone or months_short."""
        names = self._forms.get(sort) or self._forms["months"]
        return str(names[number - 1])


@lru_cache(maxsize=32)
def find_wording(code: str = ENGLISH) -> Wording:
    """Return the wording of a language: "vi", "en-US", "ko_KR.UTF-8"; raises UnknownLocaleError."""
    plain = code.partition(".")[0].partition("@")[0].replace("_", "-").lower()
    language, _, region = plain.partition("-")
    if not plain.replace("-", "").isalnum() or not plain.isascii() or len(plain) > _LONGEST:
        raise UnknownLocaleError(code)
    if language in worded():
        forms = _read(language)
        return Wording(plain, {**forms, **_read(plain)} if region and plain in worded() else forms)
    from timeline.render.cldr import forms_of

    found = forms_of(plain)
    if found is None:
        raise UnknownLocaleError(code)
    return Wording(plain, found, only_ce=True)


def phrase(locale: str, form: str, variant: str = "", **fields: Any) -> str:
    """Return a form in a language, in English where it has no words for it; raises UnknownLocaleError."""
    try:
        return find_wording(locale).say(form, variant, **fields)
    except UnsaidError:
        return find_wording().say(form, variant, **fields)


@lru_cache(maxsize=1)
def worded() -> frozenset[str]:
    """Return the codes that have a file here."""
    return frozenset(file.stem for file in FOLDER.glob("*.toml"))


def _read(code: str) -> dict[str, Any]:
    import tomli

    flat: dict[str, Any] = {}
    for key, value in tomli.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8")).items():
        if isinstance(value, dict):
            flat |= {key if name == "other" else f"{key}.{name}": text for name, text in value.items()}
        else:
            flat[key] = value
    return flat
