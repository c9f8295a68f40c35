"""`timeline resolve`: a date expression to a date."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli.errors import DONE, NOTHING, UsageError
from timeline.cli.output import write, write_json
from timeline.cli.reading import tell
from timeline.cli.settings import stated_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.cli.settings import Settings
    from timeline.dates import Interval
    from timeline.resolve import Resolution

    Answer = tuple[str, Resolution | str]

EXAMPLES = (
    ("timeline resolve the third Tuesday of March 2022", "one expression, its words joined"),
    ("timeline resolve from Monday to Thursday --anchor 2024-03-25", "counted from the day on which it was written"),
    ("timeline resolve early 1990s --why", "every step, and what else it could mean"),
    ("timeline resolve --jsonl < phrases.txt", "one expression a line"),
)


def command(  # noqa: PLR0913 - one parameter an option
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]…", help="A date expression; else one a line from standard input."),
    ] = None,
    anchor: Annotated[
        str | None, typer.Option("--anchor", metavar="DATE", help="The day, or window, that relative dates count from.")
    ] = None,
    language: Annotated[
        str | None,
        typer.Option("--language", metavar="CODE", help="en, vi, …, or edtf for EDTF alone; else told from the text."),
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Say how, and what else it could mean.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print a JSON record a line.")] = False,
) -> int:
    """Say what a date expression means: EDTF, the date in words, and the expression, between tabs."""
    from timeline.render.resolution import resolution_record

    if words and not " ".join(words).strip():
        raise UsageError("a date expression is wanted, and nothing is written")
    texts = [" ".join(words)] if words else _lines()
    failed: list[str] = []
    answers = _answers(texts, stated_date("--anchor", anchor), language, ctx.obj, failed)
    if json:
        write_json([resolution_record(*answer) for answer in answers], lines=False)
    elif jsonl:
        write_json((resolution_record(*answer) for answer in answers), lines=True)
    else:
        # Of many expressions each has its line, so that the lines go on matching; one that fails alone has said so.
        write(_text(*answer, why=why) for answer in answers if not (words and isinstance(answer[1], str)))
    return NOTHING if failed else DONE


def _lines() -> Iterator[str]:
    if sys.stdin.isatty():
        raise UsageError("write a date expression, or give one a line on standard input")
    return (line.strip() for line in sys.stdin if line.strip())


def _answers(
    texts: Iterable[str], anchor: "Interval | None", language: str | None, settings: "Settings", failed: list[str]
) -> Iterator["Answer"]:
    """Yield each expression with what it means, or with the reason why it means nothing, which is told as well."""
    from timeline.api import resolve
    from timeline.errors import TimelineError

    lookup = _lookup(settings)
    for text in texts:
        try:
            yield text, resolve(text, anchor, language, lookup=lookup)
        except TimelineError as error:
            failed.append(text)
            tell(f"timeline: {error}")
            yield text, str(error)


def _lookup(settings: "Settings") -> "Callable[[str], Interval]":
    """Return a function that finds the date of an @id, in a timeline that is read when one is met."""
    read: list[Any] = []

    def find(id_: str) -> "Interval":
        from timeline.api import load

        if not read:
            read.append(load(settings.path))
        found: Interval = read[0].date_of(id_)
        return found

    return find


def _text(text: str, found: "Resolution | str", *, why: bool) -> str:
    from timeline.render.resolution import resolution_line, resolution_reasons

    return resolution_line(text, found) + (resolution_reasons(found) if why else "")
