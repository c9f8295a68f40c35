"""Writes docs/timeline.1, the manual page, out of the same commands, options and examples as the help.

Run it from anywhere: `python docs/man.py`. A test holds the page current.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from typer._click import Context

from timeline.cli.configuration import SETTINGS
from timeline.cli.group import ABOUT, EXAMPLES, commands

PAGE = Path(__file__).resolve().parent / "timeline.1"
ENVIRONMENT = {
    "TIMELINE_FILE": "The timeline, where --file names none.",
    "TIMELINE_TODAY": "The day that “last year” counts from, where --today names none.",
    **{
        wanted.variable: f"As the setting {name} of timeline.toml: {wanted.accepted}."
        for name, wanted in SETTINGS.items()
    },
    "TIMELINE_CONFIG": "The timeline.toml of the user; none where it is empty.",
    "TIMELINE_CACHE": "The folder in which timelines are remembered as they were read; none where it is empty.",
    "NO_COLOR, FORCE_COLOR": "Where one is not empty there are no colours, or there are.",
    "PAGER": "The pager of long output, where TIMELINE_PAGER names none.",
    "VISUAL, EDITOR": "The editor of edit.",
}
FILES = {
    "events.toml": "The timeline: in this folder, or in the nearest above it.",
    "timeline.toml": "How things look: beside the timeline, or in the nearest folder above it; and in the user’s own "
    "folder of settings, which timeline config names.",
}
EXIT_STATUS = {
    "0": "done",
    "1": "nothing matched, was found or resolved",
    "2": "the command line asks for what cannot be",
    "3": "the data have errors; what is readable is still shown",
    "4": "a write conflict; nothing was written",
    "70": "a bug",
    "130": "interrupted",
}


def page() -> str:
    """Return the page in roff, of the macros of man(7), the same from run to run."""
    group = commands()
    top = Context(group, info_name="timeline", help_option_names=["-h", "--help"])
    shared = {record[0] for record in _options(group, top)}
    lines = [
        '.\\" Written by docs/man.py out of the help of the commands; change those.',
        '.TH TIMELINE 1 "" timeline "User Commands"',
        *(".SH NAME", r"timeline \- " + _text(ABOUT[0].lower() + ABOUT[1:].rstrip("."))),
        *(".SH SYNOPSIS", r".B timeline", _text("[OPTIONS] COMMAND [ARGS]…"), ".br", ".B timeline", _text("PERIOD…")),
        *(".SH DESCRIPTION", _text(ABOUT)),
        _text("A first word that is no command but reads as a period means show: timeline 2021."),
        *(".SH EXAMPLES", *_examples(EXAMPLES)),
        *(
            ".SH OPTIONS",
            "Every command takes these, and they may stand before it as well.",
            *_listed(_options(group, top)),
        ),
        ".SH COMMANDS",
    ]
    for name in group.list_commands(top):
        command: Any = group.get_command(top, name)
        context = Context(command, info_name=name, parent=top)
        usage = " ".join(command.collect_usage_pieces(context))
        lines += [f".SS timeline {_text(name)} {_text(usage)}", _text(command.help or "")]
        lines += _listed(
            [*_arguments(command, context), *(one for one in _options(command, context) if one[0] not in shared)]
        )
        lines += [".PP", *_examples(command.examples)]
    for heading, rows in (("ENVIRONMENT", ENVIRONMENT), ("FILES", FILES), ("EXIT STATUS", EXIT_STATUS)):
        lines += [f".SH {heading}", *_listed(rows.items())]
    return "\n".join(lines) + "\n"


def _options(command: Any, context: Context) -> list[tuple[str, str]]:
    records = [
        param.get_help_record(context) for param in command.get_params(context) if param.param_type_name == "option"
    ]
    return [record for record in records if record]


def _arguments(command: Any, context: Context) -> list[tuple[str, str]]:
    params = [param for param in command.get_params(context) if param.param_type_name == "argument"]
    return [(param.make_metavar(context), param.help or "") for param in params]


def _listed(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    for term, meaning in rows:
        yield from (".TP", f".B {_text(term)}", _text(meaning))


def _examples(examples: Iterable[tuple[str, str]]) -> Iterator[str]:
    for line, meaning in examples:
        yield from (".TP", f".B {_text(line)}", _text(meaning))


def _text(text: str) -> str:
    """Return a text as roff that reads as that text, on one line."""
    plain = re.sub(r"\s+", " ", text).strip().replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq")
    plain = plain.replace("'", r"\(aq").replace("`", r"\(ga").replace("^", r"\(ha").replace("~", r"\(ti")
    return rf"\&{plain}" if plain.startswith(".") else plain


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
