"""The options that every command takes, before its name and after it, and what they come to."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperOption

from timeline.cli.errors import UsageError

if TYPE_CHECKING:
    from timeline.dates import Interval

COLORS = ("auto", "always", "never")


class Settings:
    """What the global options say; the last one on the command line wins."""

    def __init__(self) -> None:
        self.file: str | None = None
        self.color = "auto"
        self.today: str | None = None
        self.debug = False

    @property
    def path(self) -> Path:
        """Return the file or folder of the timeline; raises FileMissingError."""
        from timeline.store.find import find_file

        found = find_file(self.file, os.environ, Path.cwd())
        # What was looked for and not named is told of as seen from here.
        return found if self.file or os.environ.get("TIMELINE_FILE") else Path(os.path.relpath(found))

    @property
    def recollections(self) -> Path | None:
        """Return the folder of the user for what can be made anew at any time; None where $TIMELINE_CACHE is empty."""
        named = os.environ.get("TIMELINE_CACHE")
        if named is not None:
            return Path(named) if named else None
        home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
        try:
            return (Path(home) if home else Path("~/.cache").expanduser()) / "timeline"
        except RuntimeError:
            return None

    def day(self) -> "Interval":
        """Return the day that "last year" counts from: --today, $TIMELINE_TODAY, else the clock."""
        from timeline.api import interval_of
        from timeline.errors import TimelineError

        said = self.today or os.environ.get("TIMELINE_TODAY")
        if not said:
            return _clock()
        where = "--today" if self.today else "$TIMELINE_TODAY"
        try:
            day = interval_of(said)
        except TimelineError as error:
            raise UsageError(f"{where}: {error}") from error
        if day is None or day.days != 1:
            raise UsageError(f'{where}: "{said}" is not one day; write one, as in 2024-03-25')
        return day

    def coloured(self) -> bool:
        """Tell whether standard output gets colours."""
        if self.color != "auto":
            return self.color == "always"
        environ = os.environ
        if environ.get("NO_COLOR"):
            return False
        if environ.get("FORCE_COLOR"):
            return True
        return environ.get("TERM") != "dumb" and sys.stdout.isatty()


def stated_date(option: str, said: str | None) -> "Interval | None":
    """Return the date that an option names, a day or a window; raises UsageError where it is none or has no year."""
    from timeline.api import interval_of
    from timeline.errors import TimelineError

    try:
        found = interval_of(said)
    except TimelineError as error:
        raise UsageError(f"{option}: {error}") from error
    if found is not None and not found.dated:
        raise UsageError(f'{option}: "{said}" names no year')
    return found


def _clock() -> "Interval":
    from time import localtime

    from timeline.dates import Day, Grain, Interval

    now = localtime()
    today = Day.of(now.tm_year, now.tm_mon, now.tm_mday)
    return Interval(str(today), today, today, Grain.DAY)


def global_options() -> list[TyperOption]:
    """Return fresh options that write what they are given into the settings of the run."""
    return [
        _option(
            ["-f", "--file"],
            "PATH",
            "The timeline: a file, or a folder of them. Else $TIMELINE_FILE, else events.toml.",
        ),
        _option(["--color"], "|".join(COLORS), "Whether to use colours.", callback=_keep_color),
        _option(
            ["--today"],
            "DATE",
            'The day that "last year" in a PERIOD counts from. Else $TIMELINE_TODAY, else the clock.',
        ),
        _option(["--debug"], None, "Show the traceback of a bug.", is_flag=True),
        _option(["--version"], None, "Show the version.", is_flag=True, callback=_print_version, is_eager=True),
    ]


def _option(names: list[str], metavar: str | None, text: str, **more: Any) -> TyperOption:
    given = {"callback": _keep, "type": None if more.get("is_flag") else str} | more
    return TyperOption(param_decls=names, metavar=metavar, help=text, expose_value=False, show_default=False, **given)


def _keep(context: typer.Context, option: TyperOption, value: Any) -> None:
    # An option that is not given has its default, and must not undo what stands before the command.
    if value and option.name:
        setattr(context.obj, option.name, value)


def _keep_color(context: typer.Context, option: TyperOption, value: str | None) -> None:
    if value is None:
        return
    if value not in COLORS:
        raise UsageError(f'--color: "{value}" is none of {", ".join(COLORS)}')
    _keep(context, option, value)


def _print_version(context: typer.Context, option: TyperOption, value: bool) -> None:  # noqa: ARG001 - Typer's signature
    if value and not context.resilient_parsing:
        from importlib.metadata import version

        print(f"timeline {version('event-timeline-cli')}")  # noqa: T201 - this is what is asked for
        raise typer.Exit
