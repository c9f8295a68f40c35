"""Lines of JSON, one event each, in the shape that `--jsonl` writes: their dates are resolved already."""

from collections.abc import Mapping
from typing import Any

from timeline.dates import Grain, Part
from timeline.events.records import Organisation, Stated
from timeline.store.building import Builder
from timeline.store.checking import check, describe
from timeline.store.document import JsonLines
from timeline.store.locate import Way
from timeline.store.problems import clip

# What a line tells about the date, and what every reading works out anew.
_DERIVED = frozenset(
    (
        "schema",
        "edtf",
        "earliest",
        "latest",
        "grain",
        "part",
        "inferred",
        "match",
        "conflict",
        "conflicts",
        "refined_by",
        "claims",
    )
)


def read_lines(document: JsonLines, builder: Builder) -> None:
    """Hand every line that is an event to the builder; the others are noted as problems."""
    import json  # noqa: PLC0415 - only for folders that have such files

    offset = 0
    for number, line in enumerate(document.text.split("\n")):
        if line.strip():
            try:
                record = json.loads(line)
            except json.JSONDecodeError as error:
                message, expected = (
                    f"not JSON: {error.msg[:1].lower()}{error.msg[1:]}",
                    "one event a line, as `timeline show --jsonl` writes it",
                )
                document.problems.append(document.problem_at(offset + error.pos, "json", message, expected))
            except (RecursionError, ValueError):
                document.problems.append(
                    document.problem_at(offset, "too-deep", "this line holds what no event holds", "one event a line")
                )
            else:
                _take(document, builder, ("event", number), record)
        offset += len(line) + 1


def _take(document: JsonLines, builder: Builder, way: Way, record: object) -> None:
    if not isinstance(record, dict):
        document.tell(
            way,
            "wrong-type",
            f"an event is a JSON object, and this is {describe(record)}",
            '{"title": "…", "edtf": "2021-06"}',
        )
        return
    stated = _stated(document, record, way)
    plain = _plain(record)
    for organisation in _listed(record.get("organisations")):
        _declare(builder, organisation)
    claims = [claim for claim in _listed(record.get("claims")) if isinstance(claim, dict)]
    plain["claim"] = [_plain(claim) for claim in claims]
    dates = {at: _stated(document, claim, (*way, "claim", at)) for at, claim in enumerate(claims)}
    builder.add_event(document, way, check(document, "event", plain, way), stated, dates)


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _plain(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the keys that were written by hand once; nulls left out, {"id": …, "name": …} as the id or the name."""
    plain = {key: value for key, value in record.items() if key not in _DERIVED and value is not None}
    for key in ("organisations", "people", "places"):
        if isinstance(plain.get(key), list):
            named = "id" if key == "organisations" else "name"
            plain[key] = [one.get(named, one.get("name")) if isinstance(one, dict) else one for one in plain[key]]
    if isinstance(plain.get("source"), dict):
        plain["source"] = plain["source"].get("id")
    return plain


def _declare(builder: Builder, organisation: object) -> None:
    """Take an organisation that the line brings with its name, unless a table has it."""
    if not isinstance(organisation, dict):
        return
    id_, name = organisation.get("id"), organisation.get("name")
    if isinstance(id_, str) and isinstance(name, str):
        builder.brought.setdefault(id_, Organisation(id_, name))


def _stated(document: JsonLines, record: Mapping[str, Any], way: Way) -> Stated | None:
    edtf = record.get("edtf")
    if edtf is None:
        return None
    if not isinstance(edtf, str):
        document.tell((*way, "edtf"), "wrong-type", f"edtf is {describe(edtf)}", '"edtf": "2021-06"')
        return None
    grain, part = record.get("grain"), record.get("part")
    for key, value, accepted in (("grain", grain, Grain), ("part", part, Part)):
        if value is not None and value not in [one.value for one in accepted]:
            expected = ", ".join(f'"{one.value}"' for one in accepted)
            document.tell((*way, key), "not-allowed", f'there is no {key} "{clip(str(value), 60)}"', expected)
            return None
    return Stated(edtf, grain, part, record.get("inferred") is True)
