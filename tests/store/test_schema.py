"""The JSON Schema and reading come from one table: what one refuses, the other refuses."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
import tomli
from jsonschema import Draft202012Validator

from timeline.store import read
from timeline.store.schema import json_schema, text

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
VALIDATOR = Draft202012Validator(json_schema())

# Mistakes of form: the schema sees them without knowing what the values mean.
FORM = {
    "wrong-type", "unknown-key", "missing-key", "empty", "bad-id", "bad-form", "not-allowed", "too-long",
    "control-character", "number-without-series",
}  # fmt: skip


def as_json(value: Any) -> Any:
    """TOML as an editor hands it to a schema: dates as their text."""
    if isinstance(value, dict):
        return {key: as_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_json(one) for one in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def readable() -> list[str]:
    names = []
    for path in sorted((HERE / "broken").glob("*.toml")):
        try:
            tomli.loads(path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
        except (tomli.TOMLDecodeError, UnicodeDecodeError):
            continue
        names.append(path.name)
    # An editor hands TOML dates and times to the schema as texts.
    return [name for name in names if name not in ("type_when_time.toml", "type_text_is_date.toml")]


def test_the_committed_schema_is_current() -> None:
    committed = (ROOT / "docs" / "events.schema.json").read_text(encoding="utf-8")
    assert committed == text(), "renew it: python -m timeline.store.schema > docs/events.schema.json"


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(text()))


@pytest.mark.parametrize("name", readable())
def test_the_schema_refuses_what_reading_refuses(name: str) -> None:
    path = HERE / "broken" / name
    raw = as_json(tomli.loads(path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")))
    refused = sorted({problem.code for problem in read(path).problems} & FORM)
    errors = [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(raw)]
    assert bool(errors) == bool(refused), f"reading says {refused}, the schema says {errors}"


def test_good_files_pass() -> None:
    for path in (ROOT / "events.toml", HERE / "whole.toml"):
        raw = as_json(tomli.loads(path.read_text(encoding="utf-8")))
        assert [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(raw)] == []


def test_every_key_is_described() -> None:
    for name, table in {"top": json_schema(), **json_schema()["$defs"]}.items():
        for key, schema in table["properties"].items():
            assert schema["description"].endswith((".", "…")), f"{name}.{key}"
