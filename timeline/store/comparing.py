"""What a timeline file holds before and after a change: what has to be the same, and what is newly wrong."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

from timeline.store.document import Document
from timeline.store.problems import Problem
from timeline.store.toml import parse

UNREADABLE = ("toml", "too-deep", "not-utf-8", "file")
_ONE = "[[event]] with its keys, and [[event.claim]] below it"


class Region(NamedTuple):
    """The part of a file that is new: its offsets in the new text, and by how many lines it is longer than before."""

    start: int
    end: int
    longer: int


class Draft(NamedTuple):
    """A file whose text, after `lead` lines, is what is new in another one."""

    path: Path
    lead: int


def with_more(
    values: Mapping[str, Any], tables: Mapping[str, Mapping[str, Any]], events: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """Return the values of a file with tables (kind, id, keys) and events added."""
    made = deepcopy(dict(values))
    for kind, rows in tables.items():
        made[kind] = {**made.get(kind, {}), **rows}
    if events:
        made["event"] = [*made.get("event", ()), *events]
    return made


def with_claim(values: Mapping[str, Any], number: int, claim: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a file with a claim added to the event of that number."""
    made = deepcopy(dict(values))
    event = made["event"][number]
    event["claim"] = [*event.get("claim", ()), claim]
    return made


def with_event(values: Mapping[str, Any], number: int, event: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a file with another event in the place of that number."""
    made = deepcopy(dict(values))
    made["event"][number] = event
    return made


def only_event(draft: Path, text: str) -> dict[str, Any] | Problem:
    """Return the keys of the one event that a text holds, or what is wrong with it."""
    document = Document(draft, text)
    values = parse(document)
    if document.problems:
        return document.problems[0]
    events = values.get("event")
    if not isinstance(events, list) or len(events) != 1 or not isinstance(events[0], dict):
        return document.problem((), "not-one-event", "this is not the record of one event", _ONE)
    foreign = next((key for key in values if key != "event"), None)
    if foreign is not None:
        return document.problem((foreign,), "not-one-event", f"{foreign} is no part of the event", _ONE, key=True)
    return dict(events[0])


def new_problems(
    before: Iterable[Problem], after: Iterable[Problem], file: Path, now: str, regions: Sequence[Region], draft: Draft
) -> list[Problem]:
    """Return the problems of a timeline that it did not have before.

    Their places are those of the draft where they lie in what is new, none where the draft has no path; else those of
    the file as it still stands.
    """
    known = Counter(map(_key, before))
    starts = [0, *(at + 1 for at, letter in enumerate(now) if letter == "\n")]

    def region(problem: Problem) -> Region | None:
        if problem.path != file or not problem.line:
            return None
        at = starts[problem.line - 1] + problem.column - 1
        return next((one for one in regions if one.start <= at <= one.end), None)

    found = []
    # Of two that say the same, the one that stands where nothing has changed was there before.
    for problem in sorted(after, key=lambda problem: region(problem) is not None):
        if known[_key(problem)]:
            known[_key(problem)] -= 1
        else:
            found.append(_placed(problem, region(problem), file, starts, regions, draft))
    return found


def _placed(
    problem: Problem, inside: Region | None, file: Path, starts: Sequence[int], regions: Sequence[Region], draft: Draft
) -> Problem:
    if problem.path != file or not problem.line:
        return problem
    if inside is None:
        at = starts[problem.line - 1]
        return problem._replace(line=problem.line - sum(one.longer for one in regions if one.end <= at))
    if draft.path == file:
        return problem._replace(line=0, column=0)
    first = bisect_right(starts, inside.start)
    return problem._replace(path=draft.path, line=problem.line - first + 1 + draft.lead)


def _key(problem: Problem) -> tuple[Path, str, str]:
    """Return what a problem is called by; the lines that it names may have moved."""
    return problem.path, problem.code, re.sub(r":\d+", "", problem.message)
