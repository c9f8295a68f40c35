"""`timeline upcoming`: anniversaries, planned events, the next of each series."""

import sys
from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.errors import DONE, NOTHING, UsageError
from timeline.cli.filters import chosen
from timeline.cli.options import Json, JsonLines
from timeline.cli.output import one_form, page, write, write_json
from timeline.cli.reading import open_timeline, period
from timeline.cli.streams import tell
from timeline.query.period import PeriodError

if TYPE_CHECKING:
    from timeline.query.upcoming import Coming

FILTERS = True
EXAMPLES = (
    ("timeline upcoming", "what comes in the twelve months from today"),
    ("timeline upcoming 2030 --round", "the round anniversaries of a year, and what is planned in it"),
    ("timeline upcoming next month --org VWU", "one organisation's"),
    ("timeline upcoming until 2030 --series vwu-congress", "when the next of a series is to be expected, and why"),
    ("timeline upcoming --json", "a document for other programs"),
)


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PERIOD]…", help="A date expression; else the twelve months from today."),
    ] = None,
    only_round: Annotated[
        bool, typer.Option("--round", help="Of the anniversaries only those of five, ten, fifteen … years.")
    ] = False,
    json: Json = False,
    jsonl: JsonLines = False,
) -> int:
    """Print anniversaries with their ordinals, planned events, and the next of each series."""
    from timeline.render.upcoming import upcoming_line, upcoming_record, upcoming_table

    one_form(json=json, jsonl=jsonl)
    read, code = open_timeline(ctx.obj)
    period(read, words or [], ctx.obj)  # says what is wrong with it
    try:
        found = read.upcoming(" ".join(words or []) or None, today=ctx.obj.day(), **chosen(ctx))
    except PeriodError as error:
        raise UsageError(f"PERIOD: {error}") from error
    if only_round:
        found = [one for one in found if one.roundness or not one.years]
    # Who asks for no language reads the ordinals in the timeline's own.
    locale = ctx.obj.setting("locale")
    language = None if locale.origin == "default" else locale.value
    if json or jsonl:
        records = [upcoming_record(one, read.records, language, locale.value) for one in found]
        write_json(records if jsonl else {"schema": "timeline/1", "upcoming": records}, lines=jsonl)
    elif sys.stdout.isatty():
        write(upcoming_table(found, read.records, page(ctx.obj), language))
    else:
        write(upcoming_line(one, read.records, language) for one in found)
    tell(_counted(found))
    return code or (DONE if found else NOTHING)


def _counted(found: "list[Coming]") -> str:
    """Return "12 anniversaries, 3 of them round; 1 planned; 1 expected"."""
    sorts = Counter(one.sort for one in found)
    anniversaries, rounded = sorts["anniversary"], sum(bool(one.roundness) for one in found)
    line = "1 anniversary" if anniversaries == 1 else f"{anniversaries or 'no'} anniversaries"
    line += f", {rounded} of them round" if rounded else ""
    return "; ".join([line, *(f"{sorts[sort]} {sort}" for sort in ("planned", "expected") if sorts[sort])])
