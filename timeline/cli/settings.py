"""The options that every command takes, before its name and after it, and what they come to."""

import os
import sys
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperOption

from timeline.cli.configuration import COLORS, SETTINGS, Configuration, check_option
from timeline.cli.errors import UsageError
from timeline.cli.streams import tell

if TYPE_CHECKING:
    from timeline.cli.configuration import Found
    from timeline.dates import Interval


class Settings:
    """What the global options say; the last one on the command line wins."""

    def __init__(self, words: Sequence[str] = ()) -> None:
        """Take the words of the command line."""
        self.words = words
        self.file: str | None = None
        self.color: str | None = None
        self.locale: str | None = None
        self.today: str | None = None
        self.debug = False

    @cached_property
    def configuration(self) -> Configuration:
        """What is set for the looks of things, and where."""
        return Configuration(self._project, tell)

    def setting(self, name: str) -> "Found":
        """Return a setting and where it comes from; raises UsageError where a value cannot be."""
        return self.configuration.find(name, getattr(self, name, None))

    def _project(self) -> Path:
        """Return the folder that the timeline lies in, else this one."""
        from timeline.store.find import FileMissingError

        try:
            return self.path.absolute().parent
        except FileMissingError:
            return Path.cwd()

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
        said, environ = self.color or os.environ.get(SETTINGS["color"].variable) or "auto", os.environ
        if said == "auto":
            if environ.get("NO_COLOR"):
                return False
            if environ.get("FORCE_COLOR"):
                return True
            if environ.get("TERM") == "dumb":
                return False
        said = self.setting("color").value
        return said == "always" or (said == "auto" and sys.stdout.isatty())


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
        _option(["--color"], "|".join(COLORS), "Whether to use colours."),
        _option(
            ["--locale"], "CODE", "The language in which dates are shown: en, vi, ko, de, …. Else $TIMELINE_LOCALE."
        ),
        _option(
            ["--today"],
            "DATE",
            'The day that "last year" in a PERIOD counts from. Else $TIMELINE_TODAY, else the clock.',
        ),
        _option(["--debug"], None, "Show the traceback of an error; with --version the files in use.", is_flag=True),
        _option(["--version"], None, "Show the version.", is_flag=True, callback=_print_version, is_eager=True),
    ]


def _option(names: list[str], metavar: str | None, text: str, **more: Any) -> TyperOption:
    given = {"callback": _keep, "type": None if more.get("is_flag") else str} | more
    return TyperOption(param_decls=names, metavar=metavar, help=text, expose_value=False, show_default=False, **given)


def _keep(context: typer.Context, option: TyperOption, value: Any) -> None:
    # An option that is not given has its default, and must not undo what stands before the command.
    if value and option.name:
        check_option(option.name, value)
        setattr(context.obj, option.name, value)
        if option.name == "today" and not context.resilient_parsing:
            context.obj.day()  # says what is wrong with it, also where nothing counts from it


def _print_version(context: typer.Context, option: TyperOption, value: bool) -> None:  # noqa: ARG001 - Typer's signature
    if value and not context.resilient_parsing:
        from importlib.metadata import version

        print(f"timeline {version('event-timeline-cli')}")  # noqa: T201 - this is what is asked for
        if "--debug" in context.obj.words:
            print("\n".join(_whereabouts(context.obj)))  # noqa: T201
        raise typer.Exit


def _file_named(words: Sequence[str]) -> str | None:
    """Return what --file says, for a run that ends before its options are read."""
    found = None
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word in ("-f", "--file"):
            found = following
        elif word.startswith(("--file=", "-f")):
            found = word.removeprefix("--file=").removeprefix("-f")
    return found


def _whereabouts(settings: Settings) -> list[str]:
    """Return where what is run, read and set comes from."""
    from timeline.store.find import FileMissingError

    settings.file = _file_named(settings.words) or settings.file
    try:
        file = str(settings.path.absolute())
    except FileMissingError:
        file = "none"
    configs = [str(config.path.absolute()) for config in settings.configuration.files]
    return [
        f"program: {Path(__file__).parents[1]}",
        f"python: {sys.version.split()[0]} ({sys.executable})",
        f"timeline: {file}",
        f"configuration: {', '.join(configs) or 'none'}",
    ]
