"""`timeline stats`: how many events by year, by kind, by organisation, by who met whom."""

import sys
from typing import Annotated

import typer

from timeline.cli.filters import chosen
from timeline.cli.options import Json, JsonLines, Period
from timeline.cli.output import one_form, page, write, write_json
from timeline.cli.reading import found, open_timeline, select, tell_counts
from timeline.cli.streams import tell

FILTERS = True
EXAMPLES = (
    ("timeline stats", "events by year, the silent ones too"),
    ("timeline stats since 2000 --by kind", "what sorts of events there were"),
    ("timeline stats --by org --limit 10", "the organisations with the most events"),
    ("timeline stats --by org,org", "which two organisations took part in the same events, and how often"),
    ("timeline stats --by decade,kind --csv > kinds.csv", "a table for a spreadsheet"),
)


def command(
    ctx: typer.Context,
    words: Period = None,
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar="WHAT",
            help="year, month, decade, century, org, kind, person, place, tag, source, series, status; or org,org.",
        ),
    ] = "year",
    limit: Annotated[int | None, typer.Option("--limit", min=1, metavar="N", help="Only the first N rows.")] = None,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV, with a heading.")] = False,
    json: Json = False,
    jsonl: JsonLines = False,
) -> int:
    """Count the events: a bar chart on a terminal, lines in a pipe."""
    from timeline.query.counting import read_groupings
    from timeline.render import counts
    from timeline.render.record import SCHEMA
    from timeline.render.record import counts as totals

    one_form(csv=csv, json=json, jsonl=jsonl)
    groupings = read_groupings(by, "--by")
    read, code = open_timeline(ctx.obj)
    view = select(read, words or [], ctx.obj, chosen(ctx))
    every = view.count(by)
    shown = every._replace(rows=every.rows[:limit])
    if json or jsonl:
        rows = counts.counts_records(shown, read.records)
        whole = {"schema": SCHEMA, "by": ",".join(groupings), "rows": rows, "counts": totals(view.counts)}
        write_json(rows if jsonl else whole, lines=jsonl)
    elif csv:
        write(counts.counts_csv(shown, read.records))
    elif sys.stdout.isatty():
        write(counts.counts_chart(shown, read.records, page(ctx.obj)))
    else:
        write(counts.counts_lines(shown, read.records))
    if not every.filled:
        tell(f"the silent {groupings[0]}s are too many to be told")
    if len(shown.rows) < len(every.rows):
        tell(f"{len(every.rows) - len(shown.rows)} more rows left out")
    tell_counts(view)
    return found(view, code)
