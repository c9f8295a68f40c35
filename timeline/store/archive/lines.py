"""JSON Lines: a record a line; cut into pieces at the ends of lines, also read out of gzip."""

import gzip
import json
import zlib
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, cast

from timeline.store.archive.records import LARGEST, PACKED, Keys, Piece, Record, Trouble

CHUNK = 1 << 20
MARK = b"\xef\xbb\xbf"
UTF16 = (b"\xff\xfe", b"\xfe\xff")
LOOKED_AT = 20  # lines whose keys tell what a file's keys are


def cut(path: Path, size: int) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the digest of a file, and where lines begin that are about so many bytes apart, with their numbers."""
    digest, cuts, at, lines, due = sha256(), [], 0, 0, size
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
            counted = 0
            while end := chunk.find(b"\n", max(due - at - 1, 0)) + 1:
                lines += chunk.count(b"\n", counted, end)
                cuts.append((at + end, lines + 1))
                counted, due = end, at + end + size
            lines += chunk.count(b"\n", counted)
            at += len(chunk)
    return digest.hexdigest(), tuple(where for where in cuts if where[0] < at)


def read_lines(path: Path, piece: Piece, keys: Keys) -> Iterator[Record | Trouble]:
    """Yield the records of a piece; a line that is none is a Trouble, and so is a file that breaks off."""
    number = piece.first
    try:
        with _opened(path, piece) as stream:
            for number, line in _numbered(stream, piece):  # noqa: B007 - where it broke off
                if line is None:
                    yield Trouble({"file": piece.name, "line": number}, f"it has more than {LARGEST >> 20} MB")
                elif line.startswith(UTF16) and number == 1:
                    yield Trouble({"file": piece.name}, "it is UTF-16, and JSON Lines are UTF-8: save it as that")
                    return
                elif line.strip():
                    yield _record(line, {"file": piece.name, "line": number}, keys)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        yield Trouble({"file": piece.name, "line": number}, f"the file cannot be read any further: {reason}")


def first_keys(path: Path, piece: Piece) -> list[str]:
    """Return the keys of the first records of a file, each once."""
    found: dict[str, None] = {}
    try:
        with _opened(path, piece) as stream:
            for _, line in islice(_numbered(stream, piece), LOOKED_AT):
                record = _loaded(line or b"")
                found |= dict.fromkeys(record) if isinstance(record, dict) else {}
    except (OSError, EOFError, zlib.error):
        pass  # is told when it is read
    return list(found)


def _opened(path: Path, piece: Piece) -> BinaryIO:
    return cast("BinaryIO", gzip.open(path)) if piece.sort == PACKED else path.open("rb")


def _numbered(stream: BinaryIO, piece: Piece) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line with its number, None for one that is too long."""
    stream.seek(piece.start)
    at, number = piece.start, piece.first
    while (piece.stop is None or at < piece.stop) and (line := stream.readline(LARGEST + 1)):
        at += len(line)
        if len(line) > LARGEST and not line.endswith(b"\n"):
            while (rest := stream.readline(LARGEST)) and not rest.endswith(b"\n"):
                at += len(rest)
            at += len(rest)
            yield number, None
        else:
            yield number, line.removeprefix(MARK) if number == 1 else line
        number += 1


def _loaded(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _record(line: bytes, where: dict[str, Any], keys: Keys) -> Record | Trouble:
    try:
        found = json.loads(line.decode())
    except UnicodeDecodeError as error:
        return Trouble(where, f"byte {error.start + 1} of the line, 0x{line[error.start]:02x}, is not UTF-8")
    except json.JSONDecodeError as error:
        return Trouble(where, f"not JSON: {error.msg[:1].lower()}{error.msg[1:]}, in column {error.colno}")
    except (ValueError, RecursionError):
        return Trouble(where, "it holds what no record holds: a number or a nesting without end")
    if not isinstance(found, dict):
        return Trouble(where, 'a record is a JSON object, as in {"id": "a-1", "published": "2024-03-25", "text": "…"}')
    return of_keys(found, where, keys)


def of_keys(found: dict[str, Any], where: dict[str, Any], keys: Keys) -> Record | Trouble:
    """Return the record that some keys and values make."""
    if isinstance(id_ := found.get(keys.id), str | int):
        where["id"] = id_
    text = found.get(keys.text)
    if text is None:
        keyed = (
            "has no value" if keys.text in found else f"is not among its keys: {', '.join(map(str, found)) or 'none'}"
        )
        return Trouble(where, f'it has no text: "{keys.text}" {keyed}')
    if not isinstance(text, str):
        return Trouble(where, f'it has no text: "{keys.text}" is {_kind(text)}')
    if len(text) > LARGEST:
        return Trouble(where, f"its text has more than {LARGEST >> 20} million letters")
    said = next((found[key] for key in keys.published if found.get(key) not in (None, "")), None)
    return Record(where, text, said)


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    return {int: "a number", float: "a number", list: "a list", dict: "an object", bytes: "bytes"}.get(
        type(value), f"a {type(value).__name__}"
    )
