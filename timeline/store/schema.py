"""The JSON Schema of a timeline file, for editors, written from the definitions that reading checks against.

`python -m timeline.store.schema > docs/events.schema.json` renews the one that the repository holds.
"""

import json
import sys
from typing import Any

from timeline.events.kinds import kinds
from timeline.store.definitions import LONGEST_DATE, TABLES, Key

_TITLE = "A timeline: events.toml"
# One line of text: no control characters, no bidirectional overrides, no line separators.
_ONE_LINE = "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]*$"
_NOT_BLANK = "\\S"


def json_schema() -> dict[str, Any]:
    """Return the schema (draft 2020-12) of a TOML file's values, TOML dates taken as their text."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": _TITLE,
        **_table("timeline"),
        "$defs": {_slug(name): _table(name) for name in TABLES if name != "timeline"},
    }


def _table(name: str) -> dict[str, Any]:
    keys = TABLES[name]
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {key.name: _key(key) for key in keys.values()},
        "additionalProperties": False,
    }
    required = [key.name for key in keys.values() if key.required]
    if required:
        schema["required"] = required
    if "number" in keys:
        schema["dependentRequired"] = {"number": ["series"]}
    return schema


def _key(key: Key) -> dict[str, Any]:
    return {"description": key.description, **_type(key)}


def _type(key: Key) -> dict[str, Any]:
    if key.allowed:
        return {"enum": list(key.allowed)}
    if key.name == "kind":
        # Any word may be a kind; an editor offers those that there are.
        return {"anyOf": [{"enum": list(kinds())}, _line()]}
    if key.type == "text":
        return {"type": "string", "pattern": f"^(?:{key.pattern})$"} if key.pattern else _line(filled=key.required)
    if key.type == "registry":
        return {
            "type": "object",
            "propertyNames": {"pattern": f"^(?:{TABLES['event']['id'].pattern})$"},
            "additionalProperties": {"$ref": f"#/$defs/{key.of}"},
        }
    schemas: dict[str, dict[str, Any]] = {
        "prose": {"type": "string"},
        "date": {
            "type": "string",
            "maxLength": LONGEST_DATE,
            "allOf": [{"pattern": _NOT_BLANK}, {"pattern": _ONE_LINE}],
        },
        "texts": {"type": "array", "items": _line(filled=True)},
        "count": {"type": "integer", "minimum": 1},
        "flag": {"type": "boolean"},
        "tables": {"type": "array", "items": {"$ref": f"#/$defs/{_slug(key.of)}"}},
    }
    return schemas[key.type]


def _line(*, filled: bool = False) -> dict[str, Any]:
    if filled:
        return {"type": "string", "allOf": [{"pattern": _NOT_BLANK}, {"pattern": _ONE_LINE}]}
    return {"type": "string", "pattern": _ONE_LINE}


def _slug(name: str) -> str:
    return name.replace(" ", "-")


def text() -> str:
    """Return the schema as the text of its file."""
    return json.dumps(json_schema(), ensure_ascii=True, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text())
