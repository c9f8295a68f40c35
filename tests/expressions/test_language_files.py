"""The language files: their examples and negatives, and that they hold together."""

import importlib.util
from collections import Counter

import pytest

from timeline.dates import edtf
from timeline.errors import TimelineError
from timeline.expressions.builders import BY_NAME
from timeline.expressions.compile import compiled
from timeline.expressions.language_files import SHARED, checksum, codes, contents
from timeline.expressions.load import language
from timeline.resolve import Context, resolve

MONDAY = edtf.parse("2024-03-25")  # the day on which every example is read
FILES = {code: contents(code) for code in codes()}


def rules(code):
    """The rules that a language has, with those of every language first."""
    return [rule for file in FILES[code] for rule in file.get("rule", ())]


def examples():
    """Every example in every language it holds in: a language that reads one of the shared otherwise says so itself."""
    for code, (shared, own) in FILES.items():
        stated = {phrase for rule in own.get("rule", ()) for phrase in rule.get("examples", {})}
        for file in (shared, own):
            for rule in file.get("rule", ()):
                for phrase, wanted in rule.get("examples", {}).items():
                    if file is own or phrase not in stated:
                        yield pytest.param(code, phrase, wanted, id=f"{code}, {rule['name']}, {phrase}")


def negatives():
    for code in FILES:
        for rule in rules(code):
            for phrase in rule.get("negatives", ()):
                yield pytest.param(code, phrase, id=f"{code}, {rule['name']}, {phrase}")


@pytest.mark.parametrize(("code", "phrase", "wanted"), [*examples()])
def test_an_example_has_its_date(code, phrase, wanted):
    came = resolve(phrase, Context(anchor=MONDAY, language=code))
    got = came.interval.edtf
    steps = "".join(f"\n    {step}" for step in came.steps)
    assert got == wanted, f"“{phrase}” ({code})\n  wanted {wanted}\n  got    {got}\n  by the rule {came.rule!r}{steps}"


@pytest.mark.parametrize(("code", "phrase"), [*negatives()])
def test_a_negative_has_none(code, phrase):
    with pytest.raises(TimelineError):
        raise AssertionError(f"“{phrase}” ({code}) came as {resolve(phrase, Context(anchor=MONDAY, language=code))}")


@pytest.mark.parametrize("code", FILES)
def test_a_name_is_of_one_rule(code):
    assert [name for name, count in Counter(rule["name"] for rule in rules(code)).items() if count > 1] == []


@pytest.mark.parametrize("code", FILES)
def test_a_rule_has_known_keys_and_a_known_builder(code):
    known = {"name", "as", "pattern", "build", "with", "examples", "negatives", "prose", "timex"}
    assert {rule["name"]: rule.keys() - known for rule in rules(code) if rule.keys() - known} == {}
    assert {rule["name"]: rule["build"] for rule in rules(code) if rule["build"] not in BY_NAME} == {}


@pytest.mark.parametrize("code", FILES)
def test_what_is_named_elsewhere_exists(code):
    _, own = FILES[code]
    plain = compiled(code, *FILES[code])
    names = {rule["name"] for rule in rules(code)}
    roles = {role for roles in plain["lexicon"].values() for role in roles}
    assert set(own.get("prose_off", ())) - names == set()
    assert {role for role in own.get("triggers", ()) if role not in roles} == set()


def test_every_builder_is_used():
    used = {rule["build"] for code in FILES for rule in rules(code)}
    assert sorted(BY_NAME.keys() - used) == []


def test_the_shared_file_is_no_language():
    assert SHARED not in FILES
    assert language(SHARED) is None


@pytest.mark.parametrize("code", FILES)
def test_a_compiled_module_of_this_file_agrees_with_it(code):
    name = f"timeline.expressions.languages.{code}_compiled"
    if importlib.util.find_spec(name) is None or checksum(code) != (made := importlib.import_module(name)).CHECKSUM:
        return  # nothing was built here, or it was built before the file changed, and is not used
    assert compiled(code, *FILES[code]) == made.LANGUAGE
