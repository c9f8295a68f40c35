"""The regions of a Markdown file that `export --into` refreshes.

A region stands between `<!-- timeline PERIOD --FILTER NAME --view VIEW -->` and `<!-- /timeline -->`, each on a line of
its own, outside of code blocks. Only the period, the filters and the view with its options are taken from the marker.
"""

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.cli.errors import DATA, NOTHING
from timeline.cli.filters import FLAGS
from timeline.cli.reading import select
from timeline.cli.settings import Settings
from timeline.errors import TimelineError
from timeline.query.filters import FILTERS, TEXT

if TYPE_CHECKING:
    from timeline.api import Timeline, View
    from timeline.render import Format, Option, Page

OPENING, CLOSING, END = "<!-- timeline", "<!-- /timeline -->", "-->"
FENCES = ("```", "~~~")
SWITCHES = {option: name for name, (option, _) in FLAGS.items()}


class MarkerError(TimelineError):
    """A marker that cannot be followed."""

    exit_code = DATA

    def __init__(self, path: Path, line: int, reason: str) -> None:
        """Take the file, the line of the marker (from 1) and what is wrong with it."""
        super().__init__(f"{path}:{line}: {reason}; nothing was written")


class NoRegionError(TimelineError):
    """A file without any region."""

    exit_code = NOTHING

    def __init__(self, path: Path) -> None:
        """Take the file."""
        super().__init__(
            f"{path} has no region to refresh: write {OPENING} 2021 {END} and {CLOSING} where the timeline is to stand"
        )


class Region(NamedTuple):
    """One region: the lines of its markers (from 0), what the first one asks for, the level of the heading above it."""

    opening: int
    closing: int
    words: list[str]
    chosen: dict[str, Any]
    view: str
    options: dict[str, str | bool]
    level: int
    path: Path


class Content(NamedTuple):
    """What is to stand in a region: the events, their format, and the page that the region is."""

    region: Region
    selected: "View"
    form: "Format"
    page: "Page"


def read_regions(text: str, path: Path) -> list[Region]:
    """Return the regions of a Markdown text; raises MarkerError and NoRegionError."""
    regions: list[Region] = []
    opening, marker, level = -1, "", 0
    for at, line in _outside_code(text):
        if _opens(line):
            if opening >= 0:
                raise MarkerError(path, opening + 1, f"this region has no {CLOSING} before the next one begins")
            opening, marker = at, line
        elif line == CLOSING:
            if opening < 0:
                raise MarkerError(path, at + 1, f"{CLOSING} closes nothing")
            regions.append(_region(marker, opening, at, level, path))
            opening = -1
        elif opening < 0:
            level = _level(line) or level
    if opening >= 0:
        raise MarkerError(path, opening + 1, f"this region has no {CLOSING}")
    if not regions:
        raise NoRegionError(path)
    return regions


def content(region: Region, read: "Timeline", settings: Settings, number: int) -> Content:
    """Return what is to stand in the nth region; raises MarkerError where its marker asks for what cannot be."""
    from timeline.render import Page, check_options, find_format

    prefix = "" if number == 1 else f"{number}-"
    page = Page(level=region.level + 1, prefix=prefix, options=region.options, locale=settings.setting("locale").value)
    try:
        form = find_format(region.view)
        check_options(form, region.options)
        return Content(region, select(read, region.words, settings, region.chosen), form, page)
    except TimelineError as error:
        raise MarkerError(region.path, region.opening + 1, str(error)) from error


def refreshed(text: str, contents: list[Content]) -> str:
    """Return the text with every region written anew; everything else stays as it is, line breaks included."""
    lines = text.splitlines(keepends=True)
    newline = "\r\n" if "\r\n" in text else "\n"
    made: list[str] = []
    done = 0
    for one in contents:
        made += lines[done : one.region.opening + 1]
        made += [newline, _body(one).replace("\r\n", "\n").replace("\n", newline), newline]
        done = one.region.closing
    return "".join([*made, *lines[done:]])


def _body(one: Content) -> str:
    from timeline.render import name_of

    body = "".join(one.selected.pieces(one.form, one.page)) or "No events.\n"
    # Everything but Markdown stands in a block of code; what draws Mermaid draws a block of that name.
    name = name_of(one.form)
    return body if name == "markdown" else _fenced(body, "text" if one.form.VIEW else name)


def _fenced(body: str, name: str) -> str:
    fence = "```"
    while fence in body:
        fence += "`"
    return f"{fence}{name}\n{body}{fence}\n"


def _region(marker: str, opening: int, closing: int, level: int, path: Path) -> Region:
    try:
        parts = shlex.split(marker[len(OPENING) : -len(END)])
    except ValueError as error:
        raise MarkerError(
            path, opening + 1, f"the marker has a quotation mark without its partner ({error})"
        ) from error
    words: list[str] = []
    chosen: dict[str, Any] = {}
    options: dict[str, str | bool] = {}
    known = _options()
    view = "markdown"
    rest = iter(parts)
    for part in rest:
        option, _, value = part.partition("=")
        name = option.removeprefix("--")
        if not part.startswith("--"):
            words.append(part)
        elif option in SWITCHES:
            chosen[SWITCHES[option]] = True
        elif name in known and not known[name].choices:
            options[name] = True
        elif name in FILTERS or name in (TEXT, "view") or name in known:
            value = value or next(rest, "")
            if not value:
                raise MarkerError(path, opening + 1, f"{option} needs a value")
            if name == "view":
                view = value
            elif name in known:
                options[name] = value
            else:
                chosen[name] = (*chosen.get(name, ()), value)
        else:
            raise MarkerError(
                path,
                opening + 1,
                f"a marker takes a period, filters, --view and the options of that view; {option} is none of these",
            )
    return Region(opening, closing, words, chosen, view, options, max(level, 1), path)


def _options() -> "dict[str, Option]":
    from timeline.render.format import export_options

    return {option.name: option for option in export_options() if option.in_region}


def _opens(line: str) -> bool:
    return line.startswith(OPENING) and line.endswith(END) and line[len(OPENING) : len(OPENING) + 1] in (" ", "-")


def _outside_code(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that stand in no code block, with their numbers from 0, blanks around them taken off."""
    fence = ""
    for at, line in enumerate(map(str.strip, text.splitlines())):
        if fence or line.startswith(FENCES):
            fence = _fence_after(line, fence)
        else:
            yield at, line


def _fence_after(line: str, fence: str) -> str:
    if not fence:
        mark = line[0]
        return line[: len(line) - len(line.lstrip(mark))]
    return "" if line.startswith(fence) and not line.strip(fence[0]) else fence


def _level(line: str) -> int:
    level = len(line) - len(line.lstrip("#"))
    return level if level <= 6 and line[level : level + 1] in ("", " ") else 0
