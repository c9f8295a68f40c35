"""`timeline show`: print the timeline."""

from typing import Annotated

import typer

from timeline.cli.filters import chosen
from timeline.cli.output import default_view, one_form, page, write
from timeline.cli.reading import found, open_timeline, select, tell_counts

FILTERS = True
EXAMPLES = (
    ("timeline show", "everything in the events.toml of this folder"),
    ("timeline show 2021 --org VWU --org KSWU", "what either organisation did in 2021"),
    ("timeline show since 2020 --kind congress --certain", "congresses that were surely held since then"),
    ('timeline show "10 days around @kswu-congress-7" --view tree', "what lies about another event, as a tree"),
    ("timeline show the 1990s --json", "a document for other programs"),
)


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PERIOD]…", help='A date expression: 2021, since 2020, "March 2022", last year.'),
    ] = None,
    view: Annotated[
        str | None, typer.Option("--view", metavar="VIEW", help="table (on a terminal), lines (in a pipe) or tree.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print a JSON record a line.")] = False,
) -> int:
    """Print the timeline, or the events of a period, in order."""
    from timeline.render import find_format, find_view

    one_form(json=json, jsonl=jsonl, view=view)
    name = "json" if json else "jsonl" if jsonl else view or default_view()
    form = find_view(name) if name == view else find_format(name)
    read, code = open_timeline(ctx.obj)
    selected = select(read, words or [], ctx.obj, chosen(ctx))
    write(selected.pieces(form, page(ctx.obj, wide=name == "table")))
    tell_counts(selected)
    return found(selected, code)
