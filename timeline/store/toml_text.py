"""Records to the text of their TOML tables, as a careful person would write them."""

from collections.abc import Iterable, Mapping
from typing import Any

from timeline.events.records import Claim, Event, Organisation, Person, Place, Source
from timeline.store.definitions import TABLES

WIDE = 120  # columns of a list on one line
INDENT = "    "

Table = Organisation | Person | Place | Source
KINDS: Mapping[type, str] = {Organisation: "organisation", Person: "person", Place: "place", Source: "source"}


def event_values(event: Event) -> dict[str, Any]:
    """Return the keys of an event as a file has them, in the order of the definitions; defaults are left out."""
    values = _values(event, "event")
    if event.claims:
        values["claim"] = [claim_values(claim) for claim in event.claims]
    return values


def claim_values(claim: Claim) -> dict[str, Any]:
    """Return the keys of a claim as a file has them."""
    return _values(claim, "claim")


def table_values(record: Table) -> dict[str, Any]:
    """Return the keys of an organisation, a person, a place or a source as a file has them; its id is in its head."""
    return _values(record, KINDS[type(record)])


def event_text(values: Mapping[str, Any]) -> str:
    """Return [[event]] and its keys, each claim as a table below it; ends with a line break."""
    plain = {key: value for key, value in values.items() if key != "claim"}
    return "\n".join(["[[event]]\n" + _lines(plain), *map(claim_text, values.get("claim", ()))])


def claim_text(values: Mapping[str, Any]) -> str:
    """Return [[event.claim]] and its keys."""
    return "[[event.claim]]\n" + _lines(values)


def table_text(kind: str, id_: str, values: Mapping[str, Any]) -> str:
    """Return [source.id] and its keys."""
    return f"[{kind}.{_key(id_)}]\n" + _lines(values)


def inline_text(values: Mapping[str, Any]) -> str:
    """Return a table in braces on one line."""
    return "{ " + ", ".join(f"{_key(key)} = {_inline(value)}" for key, value in values.items()) + " }"


def line(key: str, value: Any) -> str:
    """Return a key and its value; a text of several lines, or a long list, takes several."""
    return f"{_key(key)} = {_value(key, value)}\n"


def _values(record: Any, kind: str) -> dict[str, Any]:
    defaults = record._field_defaults
    found = {key: getattr(record, key) for key in TABLES[kind] if key in record._fields}
    stated = {key: value for key, value in found.items() if key not in defaults or value != defaults[key]}
    return {key: _plain(value) for key, value in stated.items()}


def _plain(value: Any) -> Any:
    if hasattr(value, "_fields"):  # a former name
        return {key: item for key, item in value._asdict().items() if item is not None}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _lines(values: Mapping[str, Any]) -> str:
    return "".join(line(key, value) for key, value in values.items())


def _value(key: str, value: Any) -> str:
    if not isinstance(value, list):
        return _scalar(value, several_lines=True)
    short = _inline(value)
    return short if len(key) + len(short) <= WIDE else _list(value)


def _list(values: Iterable[Any]) -> str:
    return "[\n" + "".join(f"{INDENT}{_inline(value)},\n" for value in values) + "]"


def _inline(value: Any) -> str:
    if isinstance(value, Mapping):
        return inline_text(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    return _scalar(value)


def _scalar(value: str | int | bool, *, several_lines: bool = False) -> str:
    import tomli_w

    return tomli_w.dumps({"x": value}, multiline_strings=several_lines).removeprefix("x = ").removesuffix("\n")


def _key(key: str) -> str:
    import tomli_w

    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")
