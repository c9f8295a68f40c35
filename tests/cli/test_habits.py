"""What every command has: examples that can be typed, help, a place in the manual page, words for a slip of the pen."""

import shlex
import sys
from pathlib import Path

import pytest
from command_line import CommandLine

from timeline.cli.group import Command, commands, load_command

ROOT = Path(__file__).parents[2]
NAMES = commands().list_commands(None)


def command(name: str) -> Command:
    found = load_command(name)
    assert found is not None, name
    return found


def page() -> str:
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        import man
    finally:
        sys.path.pop(0)
    return str(man.page())


def test_the_manual_page_is_current() -> None:
    assert page() == (ROOT / "docs" / "timeline.1").read_text(encoding="utf-8"), "run docs/man.py"


def test_the_manual_page_has_every_command_and_option() -> None:
    text = page().replace("\\", "")
    for name in NAMES:
        assert f".SS timeline {name} " in text
        for parameter in command(name).params:
            for option in parameter.opts:
                assert option in text or parameter.param_type_name == "argument", (name, option)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_begins_with_examples(name: str, option: str, timeline: CommandLine) -> None:
    ran = timeline(name, option)
    assert (ran.code, ran.err) == (0, "")
    with command(name).make_context(name, [], obj=None, resilient_parsing=True) as context:
        text = context.get_help()
    first, second = text.splitlines()[:2]
    assert first == "Examples:"
    assert second.startswith("  $ ")
    assert f"timeline {name}" in second
    assert f"\nUsage: {name} " in text
    assert command(name).help


@pytest.mark.parametrize("name", NAMES)
def test_examples_can_be_typed(name: str) -> None:
    examples = command(name).examples
    assert len(examples) >= 2, "one shows what it does, another what else it can"
    for line, meaning in examples:
        assert meaning[0].islower() or not meaning[0].isalpha() or meaning[:2].isupper(), meaning
        words = shlex.split(line.partition("#")[0])
        words = words[words.index("timeline") + 1 :]
        words = words[: next((at for at, word in enumerate(words) if word in ("<", ">", ">>", "|")), None)]
        assert words[0] == name, line
        # What is typed is parsed; options that are not there are usage errors.
        one = command(name)
        with one.make_context(name, words[1:], obj=None, resilient_parsing=True) as context:
            strays = [word for word in [*context.args, *(context.params.get("words") or ())] if word[:2] == "--"]
        assert not strays, line


@pytest.mark.parametrize(
    "argv, wanted",
    [
        (["show", "--ogr", "x"], 'there is no option "--ogr"; did you mean "--org"?'),
        (["shwo"], '"shwo" is neither a command nor a period; did you mean "show"?'),
        (["show", "--kind", "congrses"], 'no kind matches "congrses"; did you mean "congress"?'),
        (["show", "--status", "plannd"], 'no status matches "plannd"; did you mean "planned"?'),
        (["show", "--view", "tabel"], 'there is no format "tabel"; did you mean "table"?'),
        (["show", "--group-by", "yaer"], '--group-by: events are not put together by "yaer"; did you mean "year"?'),
        (["stats", "--by", "yaer"], '--by: events are not put together by "yaer"; did you mean "year"?'),
        (["list", "orgz"], 'there are no names called "orgz"; did you mean "orgs"?'),
        (["export", "--format", "markdwon"], 'there is no format "markdwon"; did you mean "markdown"'),
        (
            ["export", "--format", "markdown", "--layout", "tabel"],
            '--layout is one of list, table, and not "tabel"; did you mean "table"?',
        ),
        (["dates", "--genre", "newz", "x"], 'there is no genre "newz"; did you mean "news"?'),
        (["dates", "--format", "jsno", "x"], 'there is no format "jsno"; did you mean "json"'),
        (["import", "x", "--format", "icalender"], '"icalender" is no format of import; did you mean "icalendar"?'),
        (["show", "--color", "alwys"], '--color: "alwys" is none of auto, always, never; did you mean "always"?'),
        (["completion", "bahs"], 'there is no completion for "bahs"; did you mean "bash"'),
        (["stats", "-0233", "--lmit", "3"], 'there is no option "--lmit"; did you mean "--limit"?'),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_did_you_mean(argv: list[str], wanted: str, timeline: CommandLine) -> None:
    ran = timeline(*argv)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"timeline: {wanted}"), ran.err


def test_debug_shows_the_traceback_of_a_usage_error(timeline: CommandLine) -> None:
    assert "Traceback" in timeline("show", "--debug", "--kind", "nonesuch").err
    assert "Traceback" not in timeline("show", "--kind", "nonesuch").err
