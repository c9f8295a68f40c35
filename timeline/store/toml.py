"""TOML text to plain values, with a friendly word for each mistake; what stands around a mistake is still read."""

from typing import Any

import tomli

from timeline.store.document import Document
from timeline.store.problems import clip

_MOST_REPAIRS = 25
_DEEPEST = 100  # of brackets; a timeline needs four

# What tomli says, by how it begins: what we say, and what would be accepted.
_WORDS = (
    (
        "Illegal character '\\n'",
        "this text is not closed on its line",
        'a quote " at its end, or """ around a text of several lines',
    ),
    (
        "Unterminated string",
        "the text that begins here is never closed",
        "the same quotes at its end as at its beginning",
    ),
    ("Expected \"\\'", "the text that begins here is never closed", "the same quotes at its end as at its beginning"),
    (
        "Invalid date or datetime",
        "no such date or time exists",
        'a date that exists, or a date expression in quotes: "June 2021"',
    ),
    ("Invalid value", "this is no value", 'a text in "quotes", a number, true, false, a [list] or a date'),
    ("Expected '=' after a key", "a key without an equals sign", 'key = "value"'),
    ("Invalid initial character for a key", "this is no key", 'key = "value"; a key of other letters stands in quotes'),
    ("Invalid statement", "this is neither a key nor a table", 'key = "value", [table.id] or [[event]]'),
    ("Expected newline or end", "something stands after the end of the value", "the next key on a line of its own"),
    ("Cannot overwrite a value", "this key is given twice", "one of the two"),
    ("Duplicate inline table key", "this key is given twice", "one of the two"),
    (
        "Cannot declare",
        "this table is given twice",
        "one table for each id, and [[event]] in two brackets for each event",
    ),
    ("Cannot redefine namespace", "this table is given twice", "one table for each id"),
    (
        "Cannot mutate immutable",
        "this table was closed where it was written in one line",
        "all of its keys in one place",
    ),
    ("Unclosed array", "this list is never closed", "a ] at its end and commas between its values"),
    ("Unclosed inline table", "this table in braces is never closed", "a } at its end and commas between its keys"),
    ("Expected ']", "the head of a table is never closed", "[table.id] or [[event]]"),
    ("Unescaped '\\'", "a lone backslash in a text", "\\\\ for a backslash, or the text in 'single quotes'"),
    ("Invalid hex value", "an escape with too few hex digits", "\\u and four hex digits, or the letter itself"),
    ("Escaped character is not", "an escape of a letter that does not exist", "the letter itself"),
)


def parse(document: Document) -> dict[str, Any]:
    """Return the values of a document; each mistake is noted in it, and costs its line or, failing that, its table."""
    for _ in range(_MOST_REPAIRS):
        try:
            return tomli.loads(document.readable)
        except tomli.TOMLDecodeError as error:
            _repair(document, error.msg, min(error.pos, len(document.readable)))
        except RecursionError:
            _repair_depth(document)
    return {}


def _repair(document: Document, said: str, at: int) -> None:
    if said.startswith("Invalid value") and (opened := _never_closed(document.readable, at)) is not None:
        at, said = opened, "Unclosed array"
    else:
        at = _place(document.readable, said, at)
    start, end = _table_around(document.readable, at)
    line_start, line_end = _line_around(document.readable, at)
    again = any(start == other for other, _ in document.broken)
    if not again:
        message, expected = _unquoted(document.readable[line_start:line_end], said) or _words(
            said, document.readable[at : at + 1]
        )
        document.problems.append(document.problem_at(at, "toml", message, expected))
        document.broken.append((start, end))
    if said.startswith("Illegal character") and not said.endswith("'\\n'"):
        _blank(document, at, at + 1)
    elif again or line_start == start:
        _blank(document, start, end)
    else:
        _blank(document, line_start, line_end)


def _place(text: str, said: str, at: int) -> int:
    """Where the user would look: tomli names the place where it could not go on."""
    if said.startswith(("Unterminated string", 'Expected "', "Unclosed")):
        return (_open_at(text, at) or [at])[-1]
    if said.startswith(("Cannot", "Duplicate", "Expected '='", "Expected ']'", "Invalid statement")):
        # The end of the statement is what tomli names; its beginning is what is meant.
        line = text[text.rfind("\n", 0, max(at - 1, 0)) + 1 : at]
        return at - len(line.lstrip(" \t"))
    if said.startswith(("Expected newline", "Invalid value")):
        start = text.rfind("\n", 0, at) + 1
        value = text.find("=", start, at) + 1
        if value > start and _unquoted(text[start : _line_around(text, start)[1]], said):
            return value + len(text[value:at]) - len(text[value:at].lstrip(" \t"))
    return min(at - 2 if said.startswith("Unescaped") else at, len(text.rstrip()))


def _never_closed(text: str, at: int) -> int | None:
    """Return where a list opened on an earlier line, if the line of the offset is a table head or a key."""
    start, end = _line_around(text, at)
    line = text[start:end]
    opened = _open_at(text, start) if "=" in line or line.startswith("[[") else []
    return opened[0] if opened else None


def _words(said: str, letter: str) -> tuple[str, str]:
    if said.startswith("Illegal character") and letter != "\n":
        return (
            f"control character U+{ord(letter):04X} in the file",
            "letters that can be seen, or its escape in quotes",
        )
    found = next(((ours, accepted) for theirs, ours, accepted in _WORDS if said.startswith(theirs)), None)
    return found or (f"not TOML: {said[:1].lower()}{said[1:]}", "")


def _unquoted(line: str, said: str) -> tuple[str, str] | None:
    """Return what to say of a line whose value is a text without quotes, the mistake that people make most."""
    key, equals, value = line.partition("=")
    value = value.partition("#")[0].strip()
    if not equals or not said.startswith(("Expected newline", "Invalid value")):
        return None
    if not value:
        return "a key without a value", f'{key.strip()} = "…"'
    if value[0] in "\"'[{":
        return None
    bare = value.strip("\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019")
    message = "a text in curly quotes" if bare != value else "a text without quotes"
    return message, clip(f'{key.strip()} = "{bare}"', 80)


def _open_at(text: str, end: int, deepest: int | None = None) -> list[int]:
    """Return the offsets of the brackets and quotes open at `end`, or where brackets first are too deep."""
    opened: list[int] = []
    fence, at = "", 0
    while at < end and (deepest is None or len(opened) <= deepest):
        letter, step = text[at], 1
        if fence:
            if text.startswith(fence, at) or (letter == "\n" and len(fence) == 1):
                opened.pop()
                step, fence = len(fence), ""
            elif letter == "\\" and fence[0] == '"':
                step = 2
        elif letter == "#":
            step = _line_around(text, at)[1] - at
        elif letter in "\"'":
            fence = letter * 3 if text.startswith(letter * 3, at) else letter
            opened.append(at)
            step = len(fence)
        elif letter in "[{":
            opened.append(at)
        elif letter in "]}" and opened:
            opened.pop()
        at += step
    return opened


def _line_around(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def _table_around(text: str, at: int) -> tuple[int, int]:
    """Return the table an offset lies in: from its head to the next head that does not belong to it."""
    _, line_end = _line_around(text, at)
    start = text.rfind("\n[", 0, line_end) + 1
    if start == 0 and not text.startswith("["):
        name = ""
    else:
        name = text[start : _line_around(text, start)[1]].partition("#")[0].strip("[] \t")
    end = text.find("\n[", line_end)
    while end >= 0 and name and text[end + 1 : _line_around(text, end + 1)[1]].lstrip("[ \t").startswith(name + "."):
        end = text.find("\n[", end + 1)
    return start, len(text) if end < 0 else end


def _blank(document: Document, start: int, end: int) -> None:
    text = document.readable
    blanked = "".join("\n" if letter == "\n" else " " for letter in text[start:end])
    document.readable = text[:start] + blanked + text[end:]


def _repair_depth(document: Document) -> None:
    at = _open_at(document.readable, len(document.readable), _DEEPEST)[-1]
    message, expected = "this is nested too deeply", "lists and tables inside each other four deep at most"
    document.problems.append(document.problem_at(at, "too-deep", message, expected))
    start, end = _table_around(document.readable, at)
    document.broken.append((start, end))
    _blank(document, start, end)
