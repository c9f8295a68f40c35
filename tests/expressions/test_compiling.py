"""From the contents of language files to a language: what is wrong in a file names its rule."""

import sys
from types import SimpleNamespace

import pytest

from timeline.expressions import compile as compiling
from timeline.expressions import language_files, load, parser
from timeline.expressions.builders import BY_NAME
from timeline.expressions.compile import LanguageFileError, bare, compiled
from timeline.expressions.load import of_plain
from timeline.expressions.phrase import readings
from timeline.expressions.seconds import seconds_of
from timeline.expressions.types import Date


def file(*rules, **rest):
    """The contents of a small file: rules as (pattern, build, other keys), of the category phrase if none is said."""
    rows = [
        {"name": f"rule {number}", "as": "phrase", "pattern": pattern, "build": build} | rest
        for number, (pattern, build, rest) in enumerate(rules, 1)
    ]
    return {"rule": rows, "words": {"month": {"may": 5}, "in": ["in", "at the"], "to": ["to"]}} | rest


@pytest.fixture(autouse=True)
def _no_grammar_is_kept(monkeypatch):
    monkeypatch.setattr(parser, "_grammars", {})


WRONG = [
    (("month", "moth", {}), "rule 'rule 1': there is no builder 'moth'"),
    (("moth", "value", {}), "rule 'rule 1': 'moth' is neither a role nor a category"),
    (("phrase month", "value", {}), "rule 'rule 1': it begins with what it makes, 'phrase'"),
    (
        ("month ~phrase", "value", {}),
        "rule 'rule 1': only a word can be glued, not the category 'phrase'",
    ),
    (
        ("month", "date", {"timex": ["year"]}),
        "rule 'rule 1': one of its patterns has none of its timexes ['year']",
    ),
    (("month [year", "date", {}), "rule 'rule 1': pattern 'month [year': '[' is not closed"),
    (("month 'x", "date", {}), "rule 'rule 1': pattern \"month 'x\": a quotation is not closed"),
    (("month ) year", "date", {}), "rule 'rule 1': pattern 'month ) year': unexpected ')'"),
]


@pytest.mark.parametrize(("rule", "message"), WRONG)
def test_a_wrong_rule_is_named(rule, message):
    with pytest.raises(LanguageFileError) as caught:
        compiled("xx", file(rule))
    assert str(caught.value) == message


def made(*rules, **rest):
    """A language whose rules make days, and whose phrases are days."""
    days = [(pattern, build, {"as": "day"} | keys) for pattern, build, keys in rules]
    return of_plain(compiled("xx", {"rule": []}, file(*days, ("day", "value", {}), **rest)))


def test_words_of_several_parts_open_with_the_first():
    tongue = made(("in month", "date", {}))
    assert tongue.openers == {"at": (("the",),)}
    assert [reading.value for reading in readings("at the May", tongue)] == [Date(month=5)]


def test_a_constant_fills_what_no_slot_does():
    tongue = made(("month [year]", "date", {"with": {"year": 1999}}))
    assert [r.value for r in readings("May", tongue)] == [Date(1999, 5)]
    assert [r.value for r in readings("May 2021", tongue)] == [Date(2021, 5)]


def test_an_unwanted_value_is_dropped():
    tongue = made(("month _:digits", "date", {}))
    assert [r.value for r in readings("May 7", tongue)] == [Date(month=5)]


def test_the_last_roles_are_seen_through_categories():
    tongue = made(
        ("inner", "value", {}),
        ("day-digits month [to]", "value", {"as": "inner"}),
        ("month ~'.'", "value", {"as": "inner"}),
    )
    assert tongue.last == {"month", "to", "'.'"}
    assert "day-digits" in tongue.first["phrase"]


def test_bare_letters_are_a_lexicon_of_their_own():
    tongue = made(("month", "value", {}), words={"month": {"máy": 5, "đầu tư": 6}}, bare_letters=True)
    assert tongue.unaccented["may"] == tongue.lexicon["máy"]
    assert tongue.unaccented_openers == {"dau": (("tu",),), "đầu": (("tư",),)}
    assert made(("month", "value", {})).unaccented == {}


def test_a_word_without_its_accents():
    assert [bare(word) for word in ("đầu", "ngày", "may")] == ["dau", "ngay", "may"]


def test_rules_too_bold_for_prose():
    tongue = made(
        ("month", "value", {}), ("month year", "date", {}), ("year", "value", {"prose": False}), prose_off=["rule 2"]
    )
    assert [rule.prose for rule in tongue.rules] == [True, False, False, True]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with one made-up language, of its own memory."""
    (tmp_path / "shared.toml").write_text("", encoding="utf-8")
    (tmp_path / "qq.toml").write_text(
        'words.month = { may = 5 }\n[[rule]]\nname = "month"\nas = "phrase"\npattern = "month"\nbuild = "date"\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(language_files, "FOLDER", tmp_path)
    monkeypatch.setattr(load, "_loaded", {})
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_a_language_is_one_file():
    assert language_files.codes() == ["qq"]
    tongue = load.language("QQ_Latn")
    assert tongue is not None
    assert tongue.rules[0].build is BY_NAME["date"]
    assert load.language("qq-QQ") is tongue


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("code", ["zz", "shared", "q1", "..", "qq/../en"])
def test_what_has_no_file_is_no_language(code):
    assert load.language(code) is None


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("off", "order"), [(0, "built"), (1, "dmy")], ids=["of this file", "of an older one"])
def test_a_built_module_is_used_where_it_is_of_this_file(monkeypatch, off, order):
    plain = compiled("qq", *compiling.contents("qq")) | {"date_order": "built"}
    module = SimpleNamespace(CHECKSUM=language_files.checksum("qq") + off, LANGUAGE=plain, SECONDS=((), {}))
    monkeypatch.setitem(sys.modules, "timeline.expressions.languages.qq_compiled", module)
    tongue = load.language("qq")
    assert tongue is not None
    assert tongue.date_order == order


def test_modules_are_written_beside_the_files(folder):
    (path,) = compiling.write_modules()
    assert path == str(folder / "qq_compiled.py")
    names = {}
    exec((folder / "qq_compiled.py").read_text(encoding="utf-8"), names)  # noqa: S102  our own text
    assert names["CHECKSUM"] == language_files.checksum("qq")
    assert names["LANGUAGE"] == compiled("qq", *compiling.contents("qq"))
    assert names["SECONDS"] == seconds_of(of_plain(names["LANGUAGE"]))


def test_categories_that_begin_with_each_other_are_refused():
    with pytest.raises(LanguageFileError, match="can begin with itself"):
        compiled("xx", file(("day", "value", {}), ("phrase month", "value", {"as": "day"})))
