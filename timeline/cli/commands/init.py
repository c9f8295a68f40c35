"""`timeline init`: a first events.toml."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.errors import DONE, UsageError
from timeline.cli.output import write
from timeline.cli.streams import tell

EXAMPLES = (
    ("timeline init", "events.toml in this folder, with a few records to begin from; asks for the title"),
    ('timeline init history/events.toml --title "Our society"', "somewhere else, and asks nothing"),
)


def command(
    path: Annotated[Path, typer.Argument(metavar="[PATH]", help="The file, or the folder, to write.")] = Path(
        "events.toml"
    ),
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="What the timeline is about.")] = None,
) -> int:
    """Write a first timeline, with a few records.

    They show how records are written. The name of the file is printed.
    """
    from timeline.store.starting import start

    named = (_asked() if title is None else title).strip()
    if not named or not named.isprintable():
        raise UsageError('a title is one line of text that can be seen, such as --title "Our society"')
    file = start(path, named)
    write([f"{file}\n"])
    tell(f"write your own events in place of its three; `timeline -f {file} check` tells what is wrong")
    return DONE


def _asked() -> str:
    if not sys.stdin.isatty():
        raise UsageError("say what the timeline is about: --title TEXT")
    sys.stderr.write("What is the timeline about? ")
    sys.stderr.flush()
    return sys.stdin.readline()
