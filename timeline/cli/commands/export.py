"""`timeline export`: write the timeline into a file."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.errors import UsageError
from timeline.cli.filters import chosen
from timeline.cli.output import write
from timeline.cli.reading import found, open_timeline, select, tell, tell_counts

if TYPE_CHECKING:
    from timeline.api import Timeline, View
    from timeline.render import Format

FILTERS = True
EXAMPLES = (
    ("timeline export -o timeline.md", "the whole timeline for a wiki or a report"),
    ("timeline export 2021 --org VWU -o vwu.csv", "one organisation's year for a spreadsheet"),
    ("timeline export since 2020 --format json > since-2020.json", "to standard output"),
    ("timeline export --into notes.md", "refresh what stands between <!-- timeline 2021 --> and <!-- /timeline -->"),
)


def command(  # noqa: PLR0913 - one parameter an option
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PERIOD]…", help='A date expression: 2021, since 2020, "March 2022", last year.'),
    ] = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="The file to write; - is standard output.")
    ] = None,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help="markdown, json, jsonl, csv, …; else by the suffix of FILE."),
    ] = None,
    into: Annotated[
        str | None, typer.Option("--into", metavar="FILE", help="Refresh the marked regions of a Markdown file.")
    ] = None,
) -> int:
    """Write the timeline, or the events of a period, into a file."""
    if into is not None:
        if output is not None or form is not None or words or chosen(ctx):
            raise UsageError(
                "--into takes the period, the filters and the view from the markers in its file, nothing else"
            )
        return _refresh(ctx, Path(into))
    wanted = _format(output, form)
    read, code = open_timeline(ctx.obj)
    selected = select(read, words or [], ctx.obj, chosen(ctx))
    if output in (None, "-"):
        write(selected.pieces(wanted))
    else:
        _write_file(Path(str(output)), read, "".join(selected.pieces(wanted)))
    _tell_left_out(selected, wanted)
    tell_counts(selected)
    return found(selected, code)


def _format(output: str | None, form: str | None) -> "Format":
    from timeline.render import UnknownFormatError, find_export, format_of_file

    if form is not None:
        try:
            return find_export(form)
        except UnknownFormatError:
            # A suffix names a format as well: --format md.
            with suppress(UnknownFormatError):
                return format_of_file(f".{form}")
            raise
    if output in (None, "-"):
        raise UsageError("say where to: -o FILE, --into FILE, or --format FORMAT for standard output")
    return format_of_file(str(output))


def _write_file(path: Path, read: "Timeline", text: str) -> None:
    from timeline.store.replace import replace_text

    if path.exists() and any(path.samefile(own) for own in read.paths):
        raise UsageError(f"{path} is the timeline itself: an export would overwrite what it is made of")
    replace_text(path, text)


def _tell_left_out(selected: "View", wanted: "Format", where: str = "") -> None:
    """Say what the format has no place for, of what these events do have."""
    from timeline.render.record import left_out

    missing = left_out(selected.selection, wanted.LEAVES_OUT)
    if missing:
        parts = [f"{key} of {count} event{'s' if count > 1 else ''}" for key, count in missing.items()]
        tell(f"{where}this format has no place for: {', '.join(parts)}")


def _refresh(ctx: typer.Context, path: Path) -> int:
    from timeline.cli.regions import content, read_regions, refreshed
    from timeline.store.replace import replace_text

    try:
        was = path.read_bytes()
        text = was.decode()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read {path}: {getattr(error, 'strerror', None) or error}") from error
    regions = read_regions(text, path)
    read, code = open_timeline(ctx.obj)
    contents = [content(region, read, ctx.obj) for region in regions]
    made = refreshed(text, contents)
    if made != text:
        replace_text(path, made, was)
    for region, selected, form in contents:
        where = f"{path}:{region.opening + 1}: "
        _tell_left_out(selected, form, where)
        tell_counts(selected, where)
    count = "1 region" if len(regions) == 1 else f"{len(regions)} regions"
    tell(f"{path}: {count} {'refreshed' if made != text else 'unchanged'}")
    return code
