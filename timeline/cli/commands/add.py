"""`timeline add`: one more event."""

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.changes import is_of_the_request, refusal, tell_dates
from timeline.cli.errors import DONE, UsageError
from timeline.cli.output import write
from timeline.cli.streams import tell

if TYPE_CHECKING:
    from timeline.events.records import Event
    from timeline.store.writing import Change

EXAMPLES = (
    ('timeline add "Visit to Hanoi" --when "9 July 2021" --org VWU --kind visit', "adds it, and prints its id"),
    ('timeline add "Talks" --when "last Monday" --source vns-2024', "counted from the day of the source"),
    ('timeline add "Congress" --when "2030?" --status planned --dry-run', "shows what would be written"),
    ('timeline add "Founding" --when ""', "of which nobody knows the day"),
)


def command(
    ctx: typer.Context,
    title: Annotated[list[str], typer.Argument(metavar="TITLE…", help="What happened, short and without its date.")],
    when: Annotated[
        str | None, typer.Option("--when", metavar="WORDS", help='The date as the source words it; "" for none.')
    ] = None,
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help="Such as congress, visit, founding.")] = "event",
    org: Annotated[
        list[str] | None, typer.Option("--org", metavar="NAME", help="An organisation of the file; several times.")
    ] = None,
    person: Annotated[list[str] | None, typer.Option("--person", metavar="NAME", help="Several times.")] = None,
    place: Annotated[list[str] | None, typer.Option("--place", metavar="NAME", help="Several times.")] = None,
    tag: Annotated[list[str] | None, typer.Option("--tag", metavar="WORD", help="Several times.")] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="ID", help="The source that tells it: an id of the file.")
    ] = None,
    quote: Annotated[str, typer.Option("--quote", metavar="TEXT", help="The source's own sentence.")] = "",
    notes: Annotated[str, typer.Option("--notes", metavar="TEXT", help="Anything else.")] = "",
    status: Annotated[str, typer.Option("--status", metavar="STATUS", help="held, planned or cancelled.")] = "held",
    anchor: Annotated[
        str | None,
        typer.Option("--anchor", metavar="DATE", help="What a relative date counts from, if not the source's day."),
    ] = None,
    words: Annotated[
        str, typer.Option("--words", metavar="TEXT", help="The source's phrase, where --when says it otherwise.")
    ] = "",
    series: Annotated[str | None, typer.Option("--series", metavar="NAME", help="The series it belongs to.")] = None,
    number: Annotated[int | None, typer.Option("--number", metavar="N", help="Its number in the series.")] = None,
    implied: Annotated[bool, typer.Option("--implied", help="Only an anniversary implies it.")] = False,
    id_: Annotated[str, typer.Option("--id", metavar="ID", help="Its id; else one is made from the title.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print what would be written, and write nothing.")] = False,
) -> int:
    """Append one event, and print its id.

    What its date means is said before it is written.
    """
    from timeline.events.records import Event
    from timeline.store.toml_text import event_text, event_values

    if when is None:
        raise UsageError('say when it was, as in --when "June 2021"; --when "" where nobody knows')
    event = Event(
        id_,
        " ".join(title),
        when.strip() or None,
        words,
        anchor,
        kind,
        tuple(org or ()),
        tuple(person or ()),
        tuple(place or ()),
        tuple(tag or ()),
        status,
        series,
        number,
        implied,
        source,
        quote,
        notes,
    )
    change = _append(ctx, event, dry_run=dry_run)
    if dry_run:
        write([event_text(event_values(event._replace(id=change.ids[0])))])
        tell(f"nothing was written to {change.file}")
    else:
        write([f"{change.ids[0]}\n"])
        tell(f"added to {change.file}")
    return DONE


def _append(ctx: typer.Context, event: "Event", *, dry_run: bool) -> "Change":
    from timeline.store.writing import Additions, RefusedError, append

    def approve(change: "Change") -> bool:
        tell_dates(change)
        return not dry_run

    try:
        return append(ctx.obj.path, Additions((event,)), approve=approve)
    except RefusedError as error:
        if is_of_the_request(error):
            raise UsageError(refusal(error)) from error
        raise
