"""The gold of the articles agrees with their texts: what is measured against it stands there."""

import re
import tomllib
from collections import Counter

import pytest
from gold import ARTICLES, UNRESOLVABLE, documents

from timeline.dates.edtf import parse
from timeline.events.kinds import kinds

GOLD = tomllib.loads((ARTICLES / "gold.toml").read_text(encoding="utf-8"))
DOCUMENTS = tuple(documents())
EVENTS = [pytest.param(d.text, row, id=row["id"]) for d in DOCUMENTS for row in d.events]
ROWS = EVENTS + [pytest.param(d.text, row, id=row["id"]) for d in DOCUMENTS for row in d.expressions]


def names_in(name):
    """ "Women's Union (WU)" is the two names Women's Union and WU."""
    return [re.sub(r" \([^)]*\)", "", name), *re.findall(r"\(([^)]*)\)", name)]


def test_every_text_has_its_document_and_every_document_its_text():
    assert [d.name for d in DOCUMENTS] == sorted(path.name for path in ARTICLES.glob("*.txt"))


def test_no_row_is_of_an_unknown_document():
    rows = GOLD["event"] + GOLD["expression"]
    assert sum(len(d.events) + len(d.expressions) for d in DOCUMENTS) == len(rows)


def test_ids_are_unique():
    counts = Counter(row["id"] for row in GOLD["event"] + GOLD["expression"])
    assert [name for name, count in counts.items() if count > 1] == []


def test_three_languages_have_their_share():
    assert Counter(d.lang for d in DOCUMENTS) == {"en": 10, "vi": 6, "ko": 6}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_publication_dates_are_days(document):
    assert document.published is None or parse(document.published).days == 1


@pytest.mark.parametrize("text, row", ROWS)
def test_the_expression_stands_at_its_offset(text, row):
    end = row["offset"] + len(row["expression"])
    assert text[row["offset"] : end] == row["expression"]


@pytest.mark.parametrize("text, row", ROWS)
def test_the_quote_stands_in_the_text_around_the_expression(text, row):
    spans = [match.span() for match in re.finditer(re.escape(row["quote"]), text)]
    end = row["offset"] + len(row["expression"])
    assert any(start <= row["offset"] and end <= stop for start, stop in spans), (row["quote"], spans)


@pytest.mark.parametrize("row", GOLD["event"] + GOLD["expression"], ids=lambda row: row["id"])
def test_dates_are_edtf(row):
    for key in ("edtf", "implies_edtf"):
        if row.get(key, UNRESOLVABLE) != UNRESOLVABLE:
            parse(row[key])


@pytest.mark.parametrize("row", GOLD["event"], ids=lambda row: row["id"])
def test_events_have_a_kind_a_title_and_a_status_that_exist(row):
    assert {row["kind"], row.get("implies_kind", "event")} <= set(kinds())
    assert row.get("status", "held") in {"held", "planned", "cancelled"}
    assert row["title"]


@pytest.mark.parametrize("text, row", EVENTS)
def test_names_are_as_the_text_gives_them(text, row):
    names = [part for key in ("orgs", "persons", "places") for name in row[key] for part in names_in(name)]
    assert [name for name in names if name not in text] == []
