"""Plain values against the table of definitions: what fits is kept, what does not is told."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from timeline.events.names import did_you_mean, suggest
from timeline.store.definitions import ID, LANGUAGE, LONGEST_DATE, TABLES, Key
from timeline.store.document import Document
from timeline.store.languages import is_known, nearest
from timeline.store.locate import Way
from timeline.store.problems import clip

if TYPE_CHECKING:
    import re

_TYPES = {
    "text": 'a text in quotes: {name} = "…"',
    "prose": 'a text in quotes: {name} = "…"',
    "date": 'a date expression in quotes, {name} = "June 2021", or a TOML date, {name} = 2021-06-20',
    "texts": 'a list of texts: {name} = ["…", "…"]',
    "count": "a whole number from 1 on: {name} = 7",
    "flag": "true or false: {name} = true",
}

_LANGUAGES = 'the code of a language whose dates are known, such as "en", "vi", "ko" or "fr"; "edtf"; or no such key'


def check(document: Document, kind: str, raw: Mapping[str, Any], way: Way) -> dict[str, Any]:
    """Return the good values of one table by their keys: texts, tuples of texts, numbers, lists of tables.

    `way` is the table's own. Dates come out as text.
    """
    table = TABLES[kind]
    good: dict[str, Any] = {}
    for name, value in raw.items():
        key = table.get(name)
        if key is None:
            _tell_unknown(document, kind, name, way)
            continue
        checked = _CHECKS[key.type](document, key, value, (*way, name))
        if checked is not None:
            good[name] = checked
    for key in table.values():
        if key.required and key.name not in good and key.name not in raw and not document.is_broken(way):
            a_kind = "an" if kind[0] in "aeiou" else "a"
            expected = _TYPES[key.type].format(name=key.name)
            document.tell(way, "missing-key", f"{a_kind} {kind} without {_article(key.name)}", expected, key=True)
    return good


def _article(name: str) -> str:
    return "its `when`" if name == "when" else f"a {name}"


def _tell_unknown(document: Document, kind: str, name: str, way: Way) -> None:
    known = [*TABLES[kind], *document.own_keys]
    near = did_you_mean(suggest(name, known))
    a_kind = "an" if kind[0] in "aeiou" else "a"
    if kind != "timeline" and name in TABLES["timeline"]:
        near = "; it belongs to the top of the file, before the first table"
    message = f'{a_kind} {kind} has no key "{clip(name, 60)}"{near}'
    document.tell((*way, name), "unknown-key", message, ", ".join(known), key=True)


def _check_text(document: Document, key: Key, value: object, way: Way) -> str | None:
    if type(value) is not str:
        _tell_type(document, key, value, way)
        return None
    if not value.isprintable():
        value = _clean(document, key, value, way)
    if key.type == "prose":
        return value
    if not value.strip():
        return _check_empty(document, key, value, way)
    if key.allowed and value not in key.allowed:
        expected = ", ".join(f'"{word}"' for word in key.allowed)
        near = did_you_mean(suggest(value, key.allowed))
        document.tell(way, "not-allowed", f'{key.name} cannot be "{clip(value, 60)}"{near}', expected)
        return None
    if key.pattern and not fits(key.pattern, value):
        document.tell(way, "bad-form", f'"{clip(value, 60)}" is no {key.name}', key.shape)
        return None
    if key.pattern == LANGUAGE and not is_known(value):
        near = did_you_mean(nearest(value))
        document.tell(way, "unknown-language", f'no dates can be read in the language "{value}"{near}', _LANGUAGES)
        return None
    return value


def _check_empty(document: Document, key: Key, value: str, way: Way) -> str | None:
    if key.required or key.allowed or key.pattern or key.type == "date":
        expected = _TYPES[key.type].format(name=key.name)
        document.tell(
            way, "empty", f"{key.name} is empty", expected if key.required else f"{expected}, or the key left out"
        )
        return None
    return value


def _check_date(document: Document, key: Key, value: object, way: Way) -> str | None:
    if type(value) is not str:
        text = _toml_date(value)
        if text is None:
            _tell_type(document, key, value, way)
        return text
    if len(value) > LONGEST_DATE:
        message = f"{key.name} has {len(value):,} characters, too many for a date"
        document.tell(way, "too-long", message, f"a date expression of {LONGEST_DATE} characters at most")
        return None
    return _check_text(document, key, value, way)


def _toml_date(value: object) -> str | None:
    from datetime import date, datetime  # noqa: PLC0415 - tomli has it loaded; nothing else here needs it

    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else None


def _check_texts(document: Document, key: Key, value: object, way: Way) -> tuple[str, ...] | None:
    if type(value) is not list:
        _tell_type(document, key, value, way)
        return None
    texts = []
    for at, one in enumerate(value):
        if type(one) is str and one.isprintable() and one.strip():
            texts.append(one)
        elif type(one) is not str:
            message = f"{key.name} holds texts, and this is {describe(one)}"
            document.tell((*way, at), "wrong-type", message, _TYPES["texts"].format(name=key.name))
        elif not one.strip():
            document.tell((*way, at), "empty", f"an empty text in {key.name}", "a text, or none")
        else:
            texts.append(_clean(document, key, one, (*way, at)))
    return tuple(texts)


def _check_count(document: Document, key: Key, value: object, way: Way) -> int | None:
    if type(value) is int and 1 <= value <= 10**9:
        return value
    _tell_type(document, key, value, way)
    return None


def _check_flag(document: Document, key: Key, value: object, way: Way) -> bool | None:
    if type(value) is bool:
        return value
    _tell_type(document, key, value, way)
    return None


def _check_tables(document: Document, key: Key, value: object, way: Way) -> list[dict[str, Any] | None] | None:
    if type(value) is list and all(type(one) is dict for one in value):
        return value
    header = _header(key.name, way)
    if type(value) is dict:
        # One table in single brackets is clear enough to be read.
        document.tell(
            way, "wrong-type", f"{header[1:-1]} is one table: two brackets make it one of a list", header, key=True
        )
        return [value]
    if type(value) is list:
        for at, one in enumerate(value):
            if type(one) is not dict:
                document.tell((*way, at), "wrong-type", f"{key.name} holds tables, and this is {describe(one)}", header)
        return [one if type(one) is dict else None for one in value]
    document.tell(way, "wrong-type", f"{key.name} is {describe(value)}", header)
    return None


def _header(name: str, way: Way) -> str:
    if name == "names":
        return 'names = [{ name = "…", until = "2016" }]'
    return "[[event.claim]]" if len(way) > 1 else f"[[{name}]]"


def _check_registry(document: Document, key: Key, value: object, way: Way) -> dict[str, dict[str, Any]] | None:
    if type(value) is list:
        document.tell(
            way,
            "wrong-type",
            f"each {key.name} has an id of its own",
            f"[{key.name}.some-id] in single brackets",
            key=True,
        )
        return None
    if type(value) is not dict:
        _tell_type(document, key, value, way)
        return None
    good = {}
    for id_, one in value.items():
        if type(one) is not dict:
            message = f'{key.name} "{clip(id_, 60)}" is {describe(one)}'
            document.tell((*way, id_), "wrong-type", message, f"[{key.name}.some-id] and its keys below", key=True)
            continue
        if not is_id(id_):
            message = f'"{clip(id_, 60)}" is no id of {"an" if key.name[0] == "o" else "a"} {key.name}'
            document.tell(
                (*way, id_), "bad-id", message, TABLES["event"]["id"].shape.replace("kswu-congress-7", "vwu"), key=True
            )
        good[id_] = one
    return good


def _tell_type(document: Document, key: Key, value: object, way: Way) -> None:
    expected = _TYPES.get(key.type, f"[{key.name}.some-id] and its keys below").format(name=key.name)
    message = f"{key.name} is {describe(value)}"
    if key.type == "count" and type(value) is int:
        message = f"{key.name} is {value}"
    if key.type == "date" and type(value) is int:
        expected = f'it in quotes: {key.name} = "{value}"' if -9999 <= value <= 9999 else expected
    if key.type == "texts" and type(value) is str:
        expected = f'it in brackets: {key.name} = ["{clip(value, 60)}"]'
    document.tell(way, "wrong-type", message, expected)


def describe(value: object) -> str:
    """Tell what a TOML or JSON value is, in a user's words."""
    names = {
        str: "a text",
        bool: "true or false",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "a table",
        type(None): "null",
    }
    return names.get(type(value)) or f"a {type(value).__name__}"


def _clean(document: Document, key: Key, text: str, way: Way) -> str:
    """Return a text without what could harm a terminal; the first such letter is told."""
    is_prose = key.type == "prose"
    cleaned = "".join(letter for letter in text if not forbidden(letter, prose=is_prose))
    if cleaned != text:
        at = next(at for at, letter in enumerate(text) if forbidden(letter, prose=is_prose))
        letter, where = text[at], key.name
        if letter in "\n\r\t":
            message, expected = f"a {'tab' if letter == chr(9) else 'line break'} in {where}", "a text of one line"
            cleaned = " ".join(
                "".join(
                    " " if c in "\n\r\t" else c for c in text if c in "\n\r\t" or not forbidden(c, prose=False)
                ).split()
            )
        else:
            message, expected = (
                f"control character U+{ord(letter):04X} in {where}",
                "letters that can be seen; it is left out",
            )
        document.tell(way, "control-character", message, expected, start=at)
    return cleaned


def forbidden(letter: str, *, prose: bool) -> bool:
    """Tell whether a letter is a control character, a bidirectional override, a lone surrogate or a line separator."""
    if letter.isprintable() or (prose and letter in "\n\t"):
        return False
    from unicodedata import category  # noqa: PLC0415 - rare

    return (
        category(letter) in {"Cc", "Cs", "Zl", "Zp"}
        or letter in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


def is_id(text: str) -> bool:
    """Tell whether a text is an id; quicker than its pattern, which says the same."""
    plain = text.isascii() and text == text.lower() and text.replace("-", "").isalnum()
    return plain and text[0] != "-" and text[-1] != "-" and "--" not in text


def fits(pattern: str, text: str) -> bool:
    """Tell whether the whole text fits a pattern of the definitions."""
    return is_id(text) if pattern == ID else _compiled(pattern).fullmatch(text) is not None


@cache
def _compiled(pattern: str) -> "re.Pattern[str]":
    import re  # noqa: PLC0415 - rare

    return re.compile(pattern)


_CHECKS: Mapping[str, Callable[[Document, Key, Any, Way], Any]] = {
    "text": _check_text,
    "prose": _check_text,
    "date": _check_date,
    "texts": _check_texts,
    "count": _check_count,
    "flag": _check_flag,
    "tables": _check_tables,
    "registry": _check_registry,
}
