"""`timeline import`: events out of other files."""

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.errors import DATA, DONE, NOTHING, UsageError
from timeline.cli.output import write
from timeline.cli.progress import waiting
from timeline.cli.streams import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.store.imports import Remark, Rows
    from timeline.store.writing import Change

STANDARD_INPUT = "-"
FEW = 3  # rows of which the same is told one by one
EXAMPLES = (
    ("timeline import members.csv --dry-run", "what would come of each row; nothing is written"),
    ("timeline import members.csv --column when=Jahr --column title=Was", "columns that have other names"),
    ("timeline import export.json --into events.toml", "the document of --json; JSON Lines as well"),
    ("timeline import holidays.ics", "the events of a calendar"),
)


def command(  # noqa: PLR0913 - one parameter an option
    ctx: typer.Context,
    origin: Annotated[str, typer.Argument(metavar="FILE", help="What to import; - is standard input.")],
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help="csv, json, jsonl or icalendar; else by the suffix."),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option("--column", metavar="KEY=NAME", help="The column of CSV that a key is in; several times."),
    ] = None,
    into: Annotated[
        Path | None, typer.Option("--into", metavar="FILE", help="The timeline; a file that is not there is made.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and write nothing.")] = False,
) -> int:
    """Take events out of a CSV, JSON or calendar file.

    CSV, JSON, JSON Lines and iCalendar are read. The ids of the new events are printed; what is not taken is told.
    """
    from timeline.render.reader_dates import reader_date
    from timeline.store.imports import bring_in

    rows = _rows(origin, form, column or [])
    with waiting(f"importing {Path(origin).name}"):
        change, remarks = bring_in(
            into or ctx.obj.path, rows, reader_date, lambda _: not dry_run, create=into is not None
        )
    write(f"{id_}\n" for id_ in change.ids)
    _tell(remarks, change, len(rows.rows), origin, dry_run=dry_run)
    if any(remark.lost for remark in remarks):
        return DATA
    return DONE if change.ids else NOTHING


def _rows(file: str, form: str | None, columns: list[str]) -> "Rows":
    from timeline.store.imports import find_import
    from timeline.store.texts import read_bytes

    if file == STANDARD_INPUT and form is None:
        raise UsageError("say what standard input is: --format csv, json, jsonl or icalendar")
    wanted = find_import(form, file)
    named = _columns(columns)
    if named and not wanted.COLUMNS:
        raise UsageError("--column is for CSV: the keys of this format have names of their own")
    raw = sys.stdin.buffer.read() if file == STANDARD_INPUT else read_bytes(Path(file))
    return wanted.read(raw, "standard input" if file == STANDARD_INPUT else file, named)


def _columns(said: list[str]) -> dict[str, list[str]]:
    named: dict[str, list[str]] = {}
    for one in said:
        key, equals, name = one.partition("=")
        if not (equals and key.strip() and name):
            raise UsageError(f'--column: write a key and the name of its column, as in when=Date, and not "{one}"')
        named.setdefault(key.strip(), []).append(name)
    return named


def _tell(remarks: "tuple[Remark, ...]", change: "Change", rows: int, file: str, *, dry_run: bool) -> None:
    name = "standard input" if file == STANDARD_INPUT else file
    for remark in _remarked(remarks):
        tell(f"{name}: {remark}")
    for problem in change.warnings:
        if problem.code != "no-events":
            tell(f"warning: {problem.message}")
    count, lost = len(change.ids), rows - len(change.ids)
    said = f"{count or 'no'} event{'' if count == 1 else 's'} {'would be ' if dry_run else ''}added to {change.file}"
    left = f"; {lost} row{'' if lost == 1 else 's'} left out" if lost else ""
    tell(said + left)


def _remarked(remarks: "tuple[Remark, ...]") -> "Iterator[str]":
    """Yield each remark; what is to be told of a column in many rows once, at the first of them."""
    times = Counter((remark.column, remark.reason) for remark in remarks)
    told = set()
    for remark in remarks:
        same = remark.column, remark.reason
        if times[same] <= FEW or not remark.column:
            yield str(remark)
        elif same not in told:
            told.add(same)
            yield f"{remark}; the same {times[same] - 1} more times"
