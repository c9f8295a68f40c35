"""`timeline why`: how an event got its date."""

from typing import Annotated

import typer

from timeline.cli.options import Json
from timeline.cli.output import one_form, page, write, write_json
from timeline.cli.reading import open_timeline

EXAMPLES = (
    ("timeline why kswu-congress-7", "source, quote, phrase, anchor, every step, result, claims"),
    ("timeline why kswu-congress-7 --json", "the same for another program"),
)


def command(
    ctx: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of an event, as `show` and `list` print it.")],
    json: Json = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print it on one line.")] = False,
) -> int:
    """Say how an event got its date."""
    from timeline.render.explanation import explanation_lines, explanation_record

    one_form(json=json, jsonl=jsonl)
    read, code = open_timeline(ctx.obj)
    one = read.event(id_)
    if json or jsonl:
        record = explanation_record(one, read.records)
        write_json([record] if jsonl else record, lines=jsonl)
    else:
        shown = page(ctx.obj)
        write(f"{line}\n" for line in explanation_lines(one, read.records, shown.width, shown.locale))
    return code
