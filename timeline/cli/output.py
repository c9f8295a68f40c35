"""Data onto standard output: a view that suits where it goes, a pager where it is long."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from timeline.cli.errors import UsageError
from timeline.cli.settings import Settings

if TYPE_CHECKING:
    from timeline.render import Page

_settings = Settings()  # of this run: whoever writes need not know of the pager


def use(settings: Settings) -> None:
    """Take the settings of this run, which name the pager."""
    global _settings  # noqa: PLW0603 - there is one standard output, and one run that writes there
    _settings = settings


def one_form(**given: str | bool | None) -> None:
    """Raise UsageError where a command line asks for more than one form of output."""
    asked = [f"--{name}" for name, value in given.items() if value]
    if len(asked) > 1:
        raise UsageError(f"{' and '.join(asked)} cannot both be: take one of them")


def page(settings: Settings, *, wide: bool = False) -> "Page":
    """Return the page that standard output is: without a width in a pipe, unless the format needs one."""
    from timeline.render import Page

    width = 0
    if wide or sys.stdout.isatty():
        from shutil import get_terminal_size

        width = get_terminal_size().columns
    return Page(width=width, colour=settings.coloured(), locale=settings.setting("locale").value)


def write(pieces: Iterable[str]) -> None:
    """Write the pieces; on a terminal through a pager where they do not fit its height."""
    if sys.stdout.isatty():
        pieces = _unless_paged(pieces)
    for piece in pieces:
        sys.stdout.write(piece)
    sys.stdout.flush()


def write_json(value: Any, *, lines: bool) -> None:
    """Write a value as one JSON document, or a list of records as JSON Lines."""
    from timeline.render.json_text import json_text

    write(f"{json_text(item)}\n" for item in value) if lines else write([json_text(value, 1) + "\n"])


def _unless_paged(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the pieces back where they fit the terminal; page them and yield nothing where they do not."""
    from shutil import get_terminal_size

    height, held, lines = get_terminal_size().lines - 2, [], 0
    rest = iter(pieces)
    for piece in rest:
        held.append(piece)
        lines += piece.count("\n")
        if lines > height:
            if _page(held, rest):
                return
            break
    yield from held
    yield from rest


def _page(held: list[str], rest: Iterator[str]) -> bool:
    """Send everything to the pager that is set; return False where there is none, or no such program."""
    import shlex
    import subprocess

    if os.environ.get("TERM") == "dumb":
        return False
    try:
        # A user's own pager is the user's own program.
        pager = subprocess.Popen(shlex.split(_settings.setting("pager").value), stdin=subprocess.PIPE, text=True)  # noqa: S603
    except (OSError, ValueError, IndexError):
        return False
    interrupted = False
    # A broken pipe: the reader has seen enough.
    with suppress(BrokenPipeError), pager.stdin as stream:  # type: ignore[union-attr]
        try:
            stream.writelines(held)
            stream.flush()  # the first page is not kept waiting for the rest
            stream.writelines(rest)
        except KeyboardInterrupt:
            interrupted = True
    while pager.returncode is None:
        with suppress(KeyboardInterrupt):  # the pager has it as well, and knows what to do
            pager.wait()
    if interrupted:
        raise KeyboardInterrupt
    return True
