"""`timeline export`: write the timeline into a file."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.errors import UsageError
from timeline.cli.filters import chosen
from timeline.cli.format_options import asked, format_options
from timeline.cli.options import Period
from timeline.cli.output import write
from timeline.cli.progress import waiting
from timeline.cli.reading import found, open_timeline, select, tell_counts
from timeline.cli.streams import tell
from timeline.render.format import exports

if TYPE_CHECKING:
    from timeline.api import Timeline, View
    from timeline.render import Format, Page

FILTERS = True
MORE_OPTIONS = format_options
EXAMPLES = (
    ("timeline export -o timeline.md", "the whole timeline for a wiki or a report"),
    ("timeline export 2021 --org VWU -o vwu.csv", "one organisation's year for a spreadsheet"),
    ("timeline export since 2020 --format json > since-2020.json", "to standard output"),
    ("timeline export -o timeline.html", "one page to search, filter and zoom, also without a network"),
    ("timeline export -o timeline.ics --coarsest month", "a calendar, without what only a year is known of"),
    ("timeline export 2021 -o 2021.md --layout table --evidence", "a table, with quotes and reasoning below it"),
    ("timeline export --into notes.md", "refresh what stands between <!-- timeline 2021 --> and <!-- /timeline -->"),
)


def command(  # noqa: PLR0913 - one parameter an option
    ctx: typer.Context,
    words: Period = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="The file to write; - is standard output.")
    ] = None,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help=f"{', '.join(exports())}; else by the suffix of FILE."),
    ] = None,
    into: Annotated[
        str | None, typer.Option("--into", metavar="FILE", help="Refresh the marked regions of a Markdown file.")
    ] = None,
) -> int:
    """Write the timeline, or the events of a period, into a file."""
    if into is not None:
        if output is not None or form is not None or words or chosen(ctx) or asked(ctx):
            raise UsageError(
                "--into takes the period, the filters and the view from the markers in its file, nothing else"
            )
        return _refresh(ctx, Path(into))
    wanted = _format(output, form)
    page = _page(wanted, asked(ctx), ctx.obj.setting("locale").value)
    read, code = open_timeline(ctx.obj)
    selected = select(read, words or [], ctx.obj, chosen(ctx))
    if output in (None, "-"):
        write(selected.pieces(wanted, page))
    else:
        with waiting(f"writing {Path(str(output)).name}"):
            text = "".join(selected.pieces(wanted, page))
        _write_file(Path(str(output)), read, text)
    _tell_losses(selected, wanted, page)
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


def _page(form: "Format", given: Mapping[str, str | bool], locale: str) -> "Page":
    from timeline.render import Page, check_options

    check_options(form, given)
    return Page(options=given, locale=locale)


def _tell_losses(selected: "View", form: "Format", page: "Page", where: str = "") -> None:
    """Say what the format has no place for or says more coarsely, of what these events do have."""
    from timeline.render import losses

    for sentence in losses(form, selected.selection, page):
        tell(f"{where}{sentence}")


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
    contents = [content(region, read, ctx.obj, number) for number, region in enumerate(regions, 1)]
    made = refreshed(text, contents)
    if made != text:
        replace_text(path, made, was)
    for region, selected, form, page in contents:
        where = f"{path}:{region.opening + 1}: "
        _tell_losses(selected, form, page, where)
        tell_counts(selected, where)
    count = "1 region" if len(regions) == 1 else f"{len(regions)} regions"
    tell(f"{path}: {count} {'refreshed' if made != text else 'unchanged'}")
    return code
