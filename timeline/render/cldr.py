"""The forms of the languages that have no file of ours, out of Unicode's CLDR as babel carries it.

CLDR has patterns for days, months, years, quarters, their ranges and lists; what it has no words for ("since", "circa",
decades, seasons) has no form, and is shown as EDTF.
"""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

_QUARTERS = range(1, 5)
_PARTS = ("months", "quarters", "date_formats", "datetime_skeletons", "interval_formats", "list_patterns")


def codes() -> list[str]:
    """Return the codes that CLDR knows."""
    from babel.localedata import locale_identifiers

    return [code.replace("_", "-") for code in locale_identifiers()]


def forms_of(code: str) -> dict[str, Any] | None:
    """Return the forms of a language or region; None where CLDR knows none of that code."""
    from babel import Locale, UnknownLocaleError, localedata

    try:
        name = str(Locale.parse(code, sep="-"))
    except (UnknownLocaleError, ValueError):
        return None
    # Languages share what they inherit, and babel keeps in there what it resolved for one of them: a copy is our own.
    own: Any = {part: deepcopy(localedata.load(name)[part]) for part in _PARTS}
    locale = localedata.LocaleDataDict(own, base=own)
    forms = {**_names(locale), **_plain(locale), **_ranges(locale), **_lists(locale)}
    return {name: form for name, form in forms.items() if form}


def _names(locale: Any) -> dict[str, Any]:
    months = locale["months"]
    return {
        "months": [months["format"]["wide"][number] for number in range(1, 13)],
        "months_alone": [months["stand-alone"]["wide"][number] for number in range(1, 13)],
        "months_short": [months["format"]["abbreviated"][number] for number in range(1, 13)],
        "month_alone": "{month_alone}",
    }


def _plain(locale: Any) -> dict[str, Any]:
    skeletons = {name: pattern.pattern for name, pattern in locale["datetime_skeletons"].items()}
    quarters = locale["quarters"]["format"]["wide"]
    quarter = skeletons.get("yQQQQ", "")
    return {
        "year": _form([skeletons.get("y", "y")]),
        "year_ce": _form([skeletons.get("y", "y")]),
        "month": _form([skeletons.get("yMMMM", "")]),
        "day": _form([locale["date_formats"]["long"].pattern]),
        "quarter": [_form([quarter], _quarter(quarters[n], n)) for n in _QUARTERS] if quarter else None,
        "axis_month": _form([skeletons.get("yMMM", "")], short=True),
        "axis_day": _form([skeletons.get("MMMd", "")], short=True),
        "axis_day_year": _form([skeletons.get("yMMMd", "")], short=True),
    }


def _quarter(name: str, number: int) -> dict[str, str]:
    """Return what stands for the quarter in a pattern: its name, or only its number."""
    return {"Q4": name, "Q1": str(number), "y1": "{of_year}"}


def _ranges(locale: Any) -> dict[str, Any]:
    intervals = locale["interval_formats"]
    days, months, years = (intervals.get(name) or {} for name in ("yMMMd", "yMMMM", "y"))
    plain = intervals.get(None) or "{0} – {1}"
    return {
        "range": plain.replace("{0}", "{start}").replace("{1}", "{end}"),
        "days_of_month": _form(days.get("d", ())),
        "days_of_year": _form(days.get("M", ())),
        "months_of_year": _form(months.get("M", ())),
        "years": _form(years.get("y", ()), last_year="{last}"),
    }


def _lists(locale: Any) -> dict[str, Any]:
    patterns = locale["list_patterns"]
    made = {}
    for name, key in (("or", "or"), ("and", "standard")):
        pattern = patterns.get(key, {}).get("2")
        made[name] = pattern and pattern.replace("{0}", "{x}").replace("{1}", "{y}")
    return made


def _form(
    parts: Iterable[str],
    names: "dict[str, str] | None" = None,
    *,
    short: bool = False,
    last_year: str = "{n}",
) -> str | None:
    """Return CLDR patterns, of a beginning and of an end, as one form; None where a field has no words here."""
    from babel.dates import tokenize_pattern

    made = ""
    for part, last in zip(parts, ("", "last_"), strict=False):
        for _, value in tokenize_pattern(part):
            if isinstance(value, str):
                made += value.replace("{", "{{").replace("}", "}}")
                continue
            letter, width = value[0], int(value[1])
            field = (names or {}).get(f"{letter}{width}") or _field(letter, width, last, short=short)
            if letter == "y" and not field:
                field = last_year if last else "{n}"
            if field is None:
                return None
            made += field
    return made.strip() or None


def _field(letter: str, width: int, last: str, *, short: bool) -> str | None:
    if letter == "d":
        return f"{{{last}d:02}}" if width == 2 else f"{{{last}d}}"
    if letter in "ML":
        if width < 3:
            return f"{{{last}m:02}}" if width == 2 else f"{{{last}m}}"
        return f"{{{last}month{'_short' if short else '_alone' if letter == 'L' else ''}}}"
    return "" if letter == "G" else None
