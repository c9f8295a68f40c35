"""The repository's own timeline: what its file must come to, and that it says what the five articles say."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import timeline
from timeline.dates.edtf import parse
from timeline.store import read

ROOT = Path(__file__).parents[2]
EVENTS = ROOT / "events.toml"
ARTICLES = ROOT.parent / "shared" / "seeds"
UNDATED = "undated"
ARTICLE_SOURCES = 5

WRITTEN = tomllib.loads(EVENTS.read_text(encoding="utf-8"))
RECORDS = {record["id"]: record for record in WRITTEN["event"]}
EXPECTED = tomllib.loads((Path(__file__).parent / "expected.toml").read_text(encoding="utf-8"))

# Told by the article without a date; a later page gives the day of one of them.
UNRESOLVABLE = {"s4-e01", "s4-e07", "s4-e17"}

needs_articles = pytest.mark.skipif(
    not (ARTICLES / "gold.toml").is_file(),
    reason=f"the articles and their gold are not beside the project: no {ARTICLES / 'gold.toml'}",
)


@pytest.fixture(scope="module")
def reading():
    return read(EVENTS)


@pytest.fixture(scope="module")
def shown():
    """What `timeline show --json` prints of the whole file, each event by its id."""
    document = printed_json("show")
    return {event["id"]: event for event in (*document["events"], *document["undated"])}


def printed_json(command):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TIMELINE_")}
    words = [sys.executable, "-m", "timeline", "--file", str(EVENTS), command, "--json"]
    done = subprocess.run(words, capture_output=True, check=False, env=environment, cwd=ROOT, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def quotes():
    """(event id, source id, quote) of every quote, those of claims too."""
    return [
        pytest.param(id_, told["source"], told["quote"], id=id_)
        for id_, event in RECORDS.items()
        for told in (event, *event.get("claim", []))
        if "quote" in told
    ]


def gold_events():
    if not (ARTICLES / "gold.toml").is_file():
        return []
    return tomllib.loads((ARTICLES / "gold.toml").read_text(encoding="utf-8"))["event"]


def test_the_file_has_no_errors(reading):
    assert [problem.render() for problem in reading.problems if problem.severity == "error"] == []


def test_check_finds_nothing_but_the_inferred_years():
    problems = printed_json("check")["problems"]
    inferred = [id_ for id_, row in EXPECTED.items() if row.get("inferred")]
    assert [problem["message"] for problem in problems if problem["code"] != "inferred"] == []
    assert len(problems) == len(inferred)


def test_no_event_is_in_conflict(reading):
    assert {id_: dated.conflicts for id_, dated in reading.dated.items() if dated.conflict} == {}


def test_the_library_loads_it():
    assert "vwu" in timeline.load(EVENTS).select("2021", org="VWU").render("json")


def test_every_event_is_expected_and_in_its_order(reading):
    assert list(reading.dated) == list(EXPECTED)


@pytest.mark.parametrize("id_", EXPECTED)
def test_date(reading, id_):
    dated = reading.dated[id_]
    assert (dated.interval.edtf if dated.interval else UNDATED) == EXPECTED[id_]["edtf"], dated.event.when


@pytest.mark.parametrize("id_", EXPECTED)
def test_inferred_years_are_marked(reading, id_):
    assert reading.dated[id_].inferred is EXPECTED[id_].get("inferred", False)


@pytest.mark.parametrize("id_", EXPECTED)
def test_shown(shown, id_):
    assert (shown[id_]["edtf"] or UNDATED) == EXPECTED[id_]["edtf"]


@pytest.mark.parametrize("id_", RECORDS)
def test_every_event_has_a_kind_of_its_own_and_a_source(id_):
    event = RECORDS[id_]
    assert event["source"] in WRITTEN["source"]
    assert event.get("kind") or id_ == "testament-writing"


@pytest.mark.parametrize(("id_", "source", "quote"), quotes())
def test_quotes_are_of_articles(id_, source, quote):
    assert "file" in WRITTEN["source"][source], f"{id_}: only the articles are quoted, {source} is a page"
    assert quote.strip() == quote


@pytest.mark.parametrize("id_", [id_ for id_, event in RECORDS.items() if "quote" in event])
def test_when_is_worded_as_the_quote_is(id_):
    """The phrase that dates the event stands in its quote: `words` where they are given, else `when`."""
    event = RECORDS[id_]
    assert event.get("words", event.get("when")) in event["quote"]


def test_sources_are_all_used():
    used = {told.get("source") for event in RECORDS.values() for told in (event, *event.get("claim", []))}
    assert set(WRITTEN["source"]) - used == set()


def test_anniversaries_hang_on_what_they_mark():
    hanging = {id_: event["when"] for id_, event in RECORDS.items() if event.get("kind") == "anniversary"}
    assert hanging == {
        "vn-dprk-ties-70": "70th anniversary of @vn-dprk-ties",
        "vwu-90": "90th anniversary of @vwu-founding",
        "kswu-75": "75th anniversary of @kswu-founding",
        "testament-55": "55th anniversary of @testament-1969",
    }


def test_the_congresses_are_all_there():
    numbers = sorted(event["number"] for event in RECORDS.values() if event.get("series") == "vwu-congress")
    assert numbers == list(range(1, 14))


def test_implied_are_only_those_no_source_tells():
    assert {id_ for id_, event in RECORDS.items() if event.get("implied")} == {"testament-1969", "vwu-congress-8"}


def test_each_gold_event_is_answered_once():
    answered = [row["gold"] for row in EXPECTED.values() if "gold" in row]
    assert len(answered) == len(set(answered))


@needs_articles
def test_gold_and_expectations_name_the_same_events():
    assert {event["id"] for event in gold_events()} == {row["gold"] for row in EXPECTED.values() if "gold" in row}


@needs_articles
def test_the_articles_are_published_as_gold_has_it():
    articles = {source["file"]: source["published"] for source in WRITTEN["source"].values() if "file" in source}
    documents = tomllib.loads((ARTICLES / "gold.toml").read_text(encoding="utf-8"))["document"]
    stamped = {document["file"]: document.get("published_window", document["published"]) for document in documents}
    assert articles == stamped
    assert len(articles) == ARTICLE_SOURCES


@needs_articles
@pytest.mark.parametrize(("id_", "source", "quote"), quotes())
def test_quotes_stand_in_their_articles(id_, source, quote):
    article = (ARTICLES / WRITTEN["source"][source]["file"]).read_text(encoding="utf-8")
    assert quote in article, f"{id_}: not in {source}"


@needs_articles
@pytest.mark.parametrize("gold", [pytest.param(event, id=event["id"]) for event in gold_events()])
def test_gold_events_are_shown(shown, gold):
    """Each event that can be dated has gold's date, or one inside it that a claim or another event gives."""
    id_ = next(id_ for id_, row in EXPECTED.items() if row.get("gold") == gold["id"])
    event = shown[id_]
    assert gold["quote"] in event["quote"]
    assert event["kind"] == gold["kind"]
    if gold["edtf"] == "unresolvable":
        assert gold["id"] in UNRESOLVABLE
        return
    wanted, found = parse(gold["edtf"]), parse(event["edtf"])
    assert found.edtf == wanted.edtf or wanted.contains(found), f"{found.edtf} is not inside {wanted.edtf}"
