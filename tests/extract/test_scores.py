"""Drafts held against the gold of the articles: the measures of an archivist, article by article."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any, NamedTuple

import pytest
from gold import UNRESOLVABLE, Document, documents

import timeline
from timeline.events.kinds import kinds
from timeline.extract import Draft

LEAST_F1, LEAST_KIND, LEAST_ORGANISATIONS = 92, 83, 78  # per cent, over all articles
DOCUMENTS = list(documents())


class Score(NamedTuple):
    """How many gold events and drafts there are, how many of them are one another, and what those have right."""

    gold: int
    drafts: int
    pairs: list[tuple[dict[str, Any], Draft]]
    missed: list[str]
    spurious: list[str]


def fold(name: str) -> str:
    name = re.sub(r"\([^)]*\)", " ", name).strip().removeprefix("the ").replace("đ", "d").replace("Đ", "D")
    plain = unicodedata.normalize("NFKD", re.sub(r"[’'`]", "", name))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", plain).casefold()))


def same_name(one: str, other: str) -> bool:
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def same_kind(one: str, other: str) -> bool:
    """Of one family; a meeting is of the contacts as well as of the assemblies."""
    table = kinds()
    families = [{"meeting", "talks", "reception", "credentials", "message"}]
    return one == other or table[one].family == table[other].family or any(one in f and other in f for f in families)


def score(document: Document) -> Score:
    gold = [event for event in document.events if event["edtf"] != UNRESOLVABLE]
    drafts = [one for one in timeline.extract(document.text, document.published, document.lang) if not one.implied]
    pairs: list[tuple[dict[str, Any], Draft]] = []
    open_drafts = list(drafts)
    for event in gold:
        fitting = [one for one in open_drafts if one.edtf == event["edtf"] and lies_in(document.text, event, one)]
        fitting.sort(key=lambda one: not same_kind(event["kind"], one.kind))
        if fitting:
            open_drafts.remove(fitting[0])
            pairs.append((event, fitting[0]))
    paired = [id(event) for event, _ in pairs]
    missed = [event for event in gold if id(event) not in paired and not event.get("optional")]
    return Score(
        len(pairs) + len(missed),
        len(drafts),
        pairs,
        [f"missed   {document.name} {event['expression']!r} {event['edtf']} {event['title']}" for event in missed],
        [f"spurious {document.name} {one.expression!r} {one.edtf} {one.kind}: {one.title}" for one in open_drafts],
    )


def lies_in(text: str, event: dict[str, Any], draft: Draft) -> bool:
    quote, near = event["quote"], event["offset"]
    starts = [hit.start() for hit in re.finditer(re.escape(quote), text)]
    begin = min(starts, key=lambda start: abs(start - near), default=near)
    return draft.start < begin + len(quote) and draft.end > begin


def name_f1(gold: Sequence[str], got: Sequence[str]) -> float:
    wanted, found = {fold(name) for name in gold}, {fold(name) for name in got}
    precision = sum(any(same_name(g, x) for x in wanted) for g in found) / len(found) if found else 0
    recall = sum(any(same_name(g, x) for x in found) for g in wanted) / len(wanted)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@pytest.fixture(scope="module")
def scores() -> list[Score]:
    return [score(document) for document in DOCUMENTS]


def test_the_drafts_are_those_of_an_archivist(scores: list[Score]) -> None:
    pairs = sum(len(one.pairs) for one in scores)
    gold, drafts = sum(one.gold for one in scores), sum(one.drafts for one in scores)
    f1 = 200 * pairs / (gold + drafts)
    differences = [line for one in scores for line in (*one.missed, *one.spurious)]
    assert f1 >= LEAST_F1, f"dated F1 is {f1:.1f} of {LEAST_F1}:\n" + "\n".join(differences)


def test_the_kinds_are_of_the_right_family(scores: list[Score]) -> None:
    pairs = [pair for one in scores for pair in one.pairs]
    wrong = [
        f"{event['kind']}, got {one.kind}: {one.title}"
        for event, one in pairs
        if not same_kind(event["kind"], one.kind)
    ]
    assert 100 * (1 - len(wrong) / len(pairs)) >= LEAST_KIND, "\n".join(wrong)


def test_the_organisations_are_those_who_took_part(scores: list[Score]) -> None:
    pairs = [pair for one in scores for pair in one.pairs if pair[0]["orgs"]]
    right = [name_f1(event["orgs"], one.organisations) for event, one in pairs]
    wrong = [
        f"{event['orgs']}, got {one.organisations}: {one.title}"
        for (event, one), share in zip(pairs, right, strict=True)
        if share < 1
    ]
    assert 100 * sum(right) / len(right) >= LEAST_ORGANISATIONS, "\n".join(wrong)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_draft_can_be_defended(document: Document) -> None:
    for one in timeline.extract(document.text, document.published, document.lang):
        assert document.text[one.start : one.end] == one.expression
        assert one.expression in one.quote, one
        assert one.quote in document.text, one
        assert one.kind in kinds(), one
        assert one.title, one
        assert one.edtf == (one.interval and one.interval.edtf), one
