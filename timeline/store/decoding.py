"""Bytes to text, where it is certain how they were written: a wrong guess would lose dates silently."""

import re
from typing import NamedTuple

from timeline.errors import TimelineError

HEAD = 4096  # bytes that are looked at to tell what a file is
KINDS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive, or a document of an office program"),
    (b"\xd0\xcf\x11\xe0", "a document of an office program"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"\x28\xb5\x2f\xfd", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
LEAST_LETTERS = 12  # to one accented letter, where the bytes are taken for those of a Western language
ASCII = bytes(range(0x80))
UNUSED = b"\x81\x8d\x8f\x90\x9d"  # in Windows-1252


class Decoded(NamedTuple):
    """A text, and the encoding where it was not UTF-8."""

    text: str
    encoding: str = ""


class UndecodableError(TimelineError):
    """Bytes that are no text, or of which it is not certain which; the message says why."""


def decode(raw: bytes, declared: str = "") -> Decoded:
    """Return the text of some bytes, without its byte-order mark; raises UndecodableError.

    Read are UTF-8, UTF-16 with its mark or unmistakable without one, the encoding that a page declares for itself, and
    Windows-1252 (which holds Latin-1) where nothing but rare accented letters between plain ones is not ASCII.
    """
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _decoded(raw.removeprefix(mark), encoding)
    kind = next((kind for start, kind in KINDS if raw.startswith(start)), "")
    if kind:
        raise UndecodableError(f"it is {kind}, and no text")
    if b"\0" in raw:
        return _decoded(raw, _utf16_without_mark(raw))
    try:
        return Decoded(raw.decode())
    except UnicodeDecodeError as error:
        if declared:
            return _decoded(raw, declared)
        if _is_western(raw):
            return _decoded(raw, "windows-1252")
        line = raw.count(b"\n", 0, error.start) + 1
        what = f"byte 0x{raw[error.start]:02x} in line {line} is not UTF-8"
        raise UndecodableError(f"{what}, and no other encoding is certain: save it as UTF-8") from error


def _decoded(raw: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(raw.decode(encoding), "" if encoding == "utf-8" else encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise UndecodableError(f"it is said to be {encoding}, and cannot be read as that") from error


def _utf16_without_mark(raw: bytes) -> str:
    """The byte order of a text most of whose letters have an empty other byte; raises UndecodableError."""
    head = raw[: min(HEAD, len(raw) // 2 * 2)]
    first, second = head[::2].count(0), head[1::2].count(0)
    if len(raw) % 2 == 0:
        if not first and second > len(head) * 3 // 8:
            return "utf-16-le"
        if not second and first > len(head) * 3 // 8:
            return "utf-16-be"
    raise UndecodableError("it is binary, and no text")


def _is_western(raw: bytes) -> bool:
    """Whether every byte beyond ASCII stands alone and is rare: in no other script, nor in broken UTF-8, is it so."""
    beyond = len(raw.translate(None, ASCII))
    if beyond * LEAST_LETTERS > len(raw) or re.search(rb"[\x80-\xff]{2}|[\x00-\x08\x0e-\x1a]", raw):
        return False
    return not any(byte in raw for byte in UNUSED)
