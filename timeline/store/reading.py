"""Reading a timeline: a file or a folder to records, dates and problems."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from timeline.events.dating import date_events
from timeline.events.records import Dated, Finding, Records
from timeline.store.building import Builder
from timeline.store.document import Document, JsonLines
from timeline.store.locate import Way
from timeline.store.problems import Problem
from timeline.store.toml import parse

_SUFFIXES = (".toml", ".jsonl")
_AS_IT_IS: Mapping[Path, bytes] = {}


class Reading(NamedTuple):
    """What a file or a folder holds: its records, each event's date by its id, what is wrong, and the files read."""

    records: Records
    dated: Mapping[str, Dated]
    problems: tuple[Problem, ...]
    paths: tuple[Path, ...]
    places: Mapping[Way, tuple[Document, Way]] = {}

    def problem(self, finding: Finding) -> Problem:
        """Return a finding with the place in a file that it is about."""
        document, way = self.places[finding.where[:2]]
        return document.problem(
            (*way, *finding.where[2:]),
            finding.code,
            finding.message,
            finding.expected,
            severity=finding.severity,
            start=finding.start,
        )


def read(path: Path | str, instead: Mapping[Path, bytes] = _AS_IT_IS) -> Reading:
    """Read a file or a folder of *.toml and *.jsonl files. Nothing raises: what is wrong is in the problems.

    `instead` holds what files are to be read as, whatever they hold.
    """
    path = Path(path)
    paths, problems = _files(path)
    builder = Builder()
    documents = []
    for file in paths:
        document = _open(file, instead.get(file), problems)
        if document is not None:
            documents.append(document)
            _take(document, builder)
    records = builder.build()
    dated, findings = date_events(records)
    reading = Reading(records, dated, (), paths, builder.places)
    found = [reading.problem(finding) for finding in findings]
    found += [problem for document in documents for problem in document.problems]
    if not records.events and not problems and not found:
        expected = '[[event]] with title = "…" and when = "…"'
        problems.append(Problem(path, 0, 0, "warning", "there are no events in it yet", expected, code="no-events"))
    order = {file: number for number, file in enumerate(paths)}
    found.sort(key=lambda problem: (order[problem.path], problem.line, problem.column))
    return reading._replace(problems=(*problems, *found))


def _files(path: Path) -> tuple[tuple[Path, ...], list[Problem]]:
    try:
        if not path.is_dir():
            return (path,), []
        files = sorted(
            file for file in path.iterdir() if file.suffix in _SUFFIXES and file.name[0] != "." and file.is_file()
        )
    except OSError as error:
        return (), [_unreadable(path, error)]
    if files:
        return tuple(files), []
    message = "there is no timeline in this folder"
    return (), [Problem(path, 0, 0, "error", message, "files that end in .toml or .jsonl", code="no-files")]


def _open(path: Path, raw: bytes | None, problems: list[Problem]) -> Document | None:
    try:
        raw = path.read_bytes() if raw is None else raw
    except (OSError, ValueError) as error:
        problems.append(_unreadable(path, error))
        return None
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        problems.append(_not_utf8(path, raw, error.start))
        return None
    text = text.replace("\r\n", "\n")
    return JsonLines(path, text) if path.suffix == ".jsonl" else Document(path, text)


def _unreadable(path: Path, error: Exception) -> Problem:
    reasons = {
        "FileNotFoundError": ("there is no such file", "a file that exists"),
        "PermissionError": ("you may not read this file", "a file that you may read"),
        "NotADirectoryError": ("there is no such file", "a file that exists"),
    }
    message, expected = reasons.get(type(error).__name__, (f"it cannot be read: {error}", ""))
    return Problem(path, 0, 0, "error", message, expected, code="file")


def _not_utf8(path: Path, raw: bytes, at: int) -> Problem:
    """Return the place of the first byte that is no UTF-8; the line is shown as Latin-1 reads it."""
    start = raw.rfind(b"\n", 0, at) + 1
    end = raw.find(b"\n", at)
    line = raw[start : end if end >= 0 else len(raw)]
    shown = raw[start:at].decode() + line[at - start :].decode("latin-1").rstrip("\r")
    column = len(raw[start:at].decode()) + 1
    message = "this file is UTF-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else f"byte 0x{raw[at]:02x} is not UTF-8"
    return Problem(
        path, raw.count(b"\n", 0, at) + 1, column, "error", message, "a file saved as UTF-8", shown, "not-utf-8"
    )


def _take(document: Document, builder: Builder) -> None:
    if isinstance(document, JsonLines):
        from timeline.store.jsonl import read_lines  # noqa: PLC0415 - only for folders that have such files

        read_lines(document, builder)
    else:
        builder.add_timeline(document, parse(document))
