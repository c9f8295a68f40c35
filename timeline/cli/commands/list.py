"""`timeline list`: the names in the file."""

from typing import Annotated

import typer

from timeline.cli.errors import DONE, NOTHING, UsageError
from timeline.cli.options import Json, JsonLines
from timeline.cli.output import one_form, write, write_json
from timeline.cli.reading import open_timeline
from timeline.cli.streams import tell

NOUNS = {
    "orgs": "org",
    "people": "person",
    "places": "place",
    "kinds": "kind",
    "sources": "source",
    "tags": "tag",
    "series": "series",
}
EXAMPLES = (
    ("timeline list orgs", "organisations, those with the most events first"),
    ("timeline list kinds --json", "the kinds of events, for another program"),
)


def command(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar="|".join(NOUNS), help="Which names.")],
    json: Json = False,
    jsonl: JsonLines = False,
) -> int:
    """List the names in the file, with the number of events of each."""
    from timeline.query.tally import tally
    from timeline.render.clean import clean

    one_form(json=json, jsonl=jsonl)
    if what not in NOUNS:
        from timeline.events.names import did_you_mean, suggest

        hint = did_you_mean(suggest(what, NOUNS)) or f"; there are: {', '.join(NOUNS)}"
        raise UsageError(f'there are no names called "{what}"{hint}')
    read, code = open_timeline(ctx.obj)
    names = tally(read.records, NOUNS[what])
    if json or jsonl:
        records = [{"id": one.id, "name": one.name, "aliases": list(one.aliases), "count": one.events} for one in names]
        write_json(records if jsonl else {"schema": "timeline/1", what: records}, lines=jsonl)
    else:
        write("\t".join((str(one.events), clean(one.id), clean(one.name))) + "\n" for one in names)
    tell(f"{len(names)} {what if len(names) != 1 else _singular(what)}")
    return code or (DONE if names else NOTHING)


def _singular(noun: str) -> str:
    return {"people": "person", "series": "series"}.get(noun, noun.removesuffix("s"))
