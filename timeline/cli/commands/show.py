"""`timeline show`: print the timeline."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.errors import UsageError
from timeline.cli.filters import chosen
from timeline.cli.options import Json, JsonLines, Period
from timeline.cli.output import one_form, page, write
from timeline.cli.reading import found, on_day, open_timeline, select, tell_counts

if TYPE_CHECKING:
    from timeline.api import Timeline, View
    from timeline.cli.settings import Settings

FILTERS = True
GROUPED = ("table", "tree")  # the views that have headings
IN_COLUMNS = ("table", "chart")  # the views that need a width, wherever they go
PLAIN = ("lines", "json", "jsonl")  # for programs: nothing that is set for the looks of things is read
EXAMPLES = (
    ("timeline show", "everything in the events.toml of this folder"),
    ("timeline show 2021 --org VWU --org KSWU", "what either organisation did in 2021"),
    ("timeline show since 2020 --kind congress --certain", "congresses that were surely held since then"),
    ("timeline show the 1990s --view chart", "bars and points on one axis"),
    ("timeline show --group-by org", "a tree of the organisations and what each did"),
    ("timeline show --on-this-day 20 October", "what fell on that day in any year; without a date, on today"),
    ("timeline show --reverse --limit 10", "the ten latest"),
    ("timeline show the 1990s --json", "a document for other programs"),
)


def command(
    ctx: typer.Context,
    words: Period = None,
    view: Annotated[
        str | None,
        typer.Option("--view", metavar="VIEW", help="table (on a terminal), lines (in a pipe), tree or chart."),
    ] = None,
    group: Annotated[
        str | None,
        typer.Option(
            "--group-by",
            metavar="WHAT",
            help="A tree, or table, by org, kind, place, year, decade, ….",
        ),
    ] = None,
    day: Annotated[
        bool, typer.Option("--on-this-day", help="What fell on one day in any year: today, or that which PERIOD names.")
    ] = False,
    reverse: Annotated[bool, typer.Option("--reverse", help="The latest first.")] = False,
    limit: Annotated[int | None, typer.Option("--limit", min=1, metavar="N", help="Only the first N events.")] = None,
    json: Json = False,
    jsonl: JsonLines = False,
) -> int:
    """Print the timeline, or the events of a period, in order."""
    from timeline.render import Page, find_format, find_view

    one_form(json=json, jsonl=jsonl, view=view)
    name = "json" if json else "jsonl" if jsonl else view or _default_view(ctx.obj, grouped=bool(group))
    form = find_view(name) if name == view else find_format(name)
    _check_group(group, name)
    read, code = open_timeline(ctx.obj)
    selected = _selected(read, words or [], ctx, day=day)
    if reverse:
        selected = selected.reversed()
    if limit:
        selected = selected.limited(limit)
    here = Page() if name in PLAIN else page(ctx.obj, wide=name in IN_COLUMNS)
    write(selected.pieces(form, here._replace(group=group or "")))
    tell_counts(selected)
    return found(selected, code)


def _default_view(settings: "Settings", *, grouped: bool) -> str:
    """Return the view of a terminal, or that of a pipe: what is set never changes what a program gets."""
    if not sys.stdout.isatty():
        return "tree" if grouped else "lines"
    said = settings.setting("view")
    if grouped and (said.origin == "default" or said.value not in GROUPED):
        return "tree"
    return said.value


def _check_group(group: str | None, view: str) -> None:
    if group is None:
        return
    from timeline.query.groups import grouping

    grouping(group, "--group-by")
    if view not in GROUPED:
        raise UsageError(f"--group-by makes the headings of --view {' or '.join(GROUPED)}; {view} has none")


def _selected(read: "Timeline", words: list[str], ctx: typer.Context, *, day: bool) -> "View":
    if not day:
        return select(read, words, ctx.obj, chosen(ctx))
    return on_day(read, words, ctx.obj, chosen(ctx))
