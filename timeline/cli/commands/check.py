"""`timeline check`: what is wrong with a timeline."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli.errors import DATA, DONE, UsageError
from timeline.cli.options import Json, JsonLines
from timeline.cli.output import one_form, page, write, write_json
from timeline.cli.progress import waiting
from timeline.cli.streams import tell

if TYPE_CHECKING:
    from timeline.store import Problem
    from timeline.store.shelf import Shelf

WIDE = 100  # columns of a line of the file, where nothing tells the width
EXAMPLES = (
    ("timeline check", "the events.toml of this folder"),
    ("timeline check drafts/ events.toml", "a folder and a file, each on its own"),
    ("timeline check --sources articles/", "every stored date again, from its quote in the text of its source"),
    ("timeline check --duplicates", "pairs of records that may be the same event"),
    ("timeline check --jsonl", "a problem a line, for an editor"),
)


def command(
    ctx: typer.Context,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]…", help="Files or folders; else the timeline itself.")
    ] = None,
    sources: Annotated[
        Path | None,
        typer.Option("--sources", metavar="DIR", help="The folder of the articles: reads every date again from them."),
    ] = None,
    duplicates: Annotated[
        bool, typer.Option("--duplicates", help="List pairs of records that may be the same event.")
    ] = False,
    json: Json = False,
    jsonl: JsonLines = False,
) -> int:
    """Check a timeline: errors, and as warnings conflicts, gaps in series and inferred dates."""
    from timeline.api import load

    one_form(json=json, jsonl=jsonl)
    problems: list[Problem] = []
    events = 0
    shelf = _shelf(sources)
    for path in files or [ctx.obj.path]:
        with waiting(f"checking {path.name}"):
            read = load(path)
            events += len(read.dated)
            problems += read.check(duplicates=duplicates, texts=shelf.text if shelf else None)
    errors = sum(problem.severity == "error" for problem in problems)
    counts = {"events": events, "errors": errors, "warnings": len(problems) - errors}
    if jsonl:
        write_json([_record(problem) for problem in problems], lines=True)
    elif json:
        document = {"schema": "timeline/1", "problems": [_record(problem) for problem in problems], "counts": counts}
        write_json(document, lines=False)
    else:
        width = page(ctx.obj).width
        write(f"{problem.render(width or WIDE, wrapped=bool(width))}\n" for problem in problems)
    if shelf is not None:
        tell(shelf.told())
    tell(", ".join(_count(number, noun) for noun, number in counts.items()))
    return DATA if errors else DONE


def _shelf(folder: Path | None) -> "Shelf | None":
    from timeline.store.shelf import Shelf

    if folder is None:
        return None
    if not folder.is_dir():
        raise UsageError(f"--sources: {folder} is no folder")
    return Shelf(folder)


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun.removesuffix('s') if number == 1 else noun}"


def _record(problem: "Problem") -> dict[str, Any]:
    return {
        "file": str(problem.path),
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "expected": problem.expected,
    }
