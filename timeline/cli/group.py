"""The commands, found by their files and loaded when they are run: a start pays for one command only.

The file of a command has `command`, a Typer function that returns the exit code (None for 0), `EXAMPLES`, lines of a
shell with what they do, `FILTERS` where it takes the filters of a query, and `MORE_OPTIONS`, a function, where it has
options that are made from a table.
"""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from timeline.cli.errors import UsageError
from timeline.cli.settings import global_options

FOLDER = "timeline.cli.commands"
DEFAULT = "show"  # what `timeline 2021` means
ABOUT = "Turn a hand-kept events.toml into a timeline: show it, ask it, export it, and say why a date is what it is."
EXAMPLES = (
    ("timeline 2021", "what happened in 2021, in the events.toml of this folder"),
    ("timeline show since 2020 --org VWU", "the events of one organisation"),
    ("timeline export 2021 -o 2021.md", "the same for a wiki or a report"),
    ("timeline why kswu-congress-7", "how an event got its date"),
    ("timeline resolve the third Tuesday of March 2022", "what a date means"),
    ("timeline dates article.txt --published 2024-03-25", "the dates in a text"),
)
Examples = tuple[tuple[str, str], ...]


class Command(TyperCommand):
    """A command with the global options, and its examples first in its help."""

    examples: Examples = ()

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the command's own parameters and the global ones."""
        if not getattr(self, "_complete", False):
            self.params = [*self.params, *global_options()]
            self._complete = True
        return super().get_params(ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse, and take -0233 for the year it is."""
        ctx.ignore_unknown_options = _has_negative_year(args)
        if ctx.ignore_unknown_options:
            self._refuse_strays(ctx, args)
        return super().parse_args(ctx, args)

    def _refuse_strays(self, ctx: Any, args: list[str]) -> None:
        """Raise UsageError for an option that there is not: beside a negative year the parser takes it for a word."""
        known = {option for param in self.get_params(ctx) for option in param.opts}
        for arg in args[: args.index("--") if "--" in args else None]:
            name = arg.partition("=")[0]
            if name.startswith("--") and name not in known and not ctx.resilient_parsing:
                raise UsageError(no_option(name, ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help, examples first."""
        _write_examples(self.examples, formatter)
        super().format_help(ctx, formatter)


class Commands(TyperGroup):
    """All commands by the files of their folder."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer's signature
        """Return the names, as the files are called."""
        from pkgutil import iter_modules

        return sorted(module.name for module in iter_modules(import_module(FOLDER).__path__))

    def get_command(self, ctx: Any, cmd_name: str) -> Command | None:  # noqa: ARG002 - Typer's signature
        """Load a command, or return None where there is no such file."""
        return load_command(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Return the command that the first word names; words that read as a period mean `show`."""
        found = self.get_command(ctx, args[0])
        if found:
            return args[0], found, args[1:]
        words = _words(args)
        if _reads_as_period(" ".join(words)):
            return DEFAULT, self.get_command(ctx, DEFAULT), args
        raise UsageError(_no_command(words or args[:1], self.list_commands(ctx)))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse what stands before the command."""
        ctx.ignore_unknown_options = _has_negative_year(args[:1])
        if not args:
            args = ["--help"]
        return super().parse_args(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help, examples first."""
        _write_examples(EXAMPLES, formatter)
        super().format_help(ctx, formatter)


def commands() -> Commands:
    """Return the whole command line."""
    return Commands(
        name="timeline",
        help=ABOUT,
        params=list(global_options()),
        context_settings={"help_option_names": ["-h", "--help"]},
        rich_markup_mode=None,
        options_metavar="[OPTIONS]",
        subcommand_metavar="COMMAND [ARGS]…",
    )


def load_command(name: str) -> Command | None:
    """Return the command of that name, or None where no file has it."""
    if not name.isidentifier():
        return None
    try:
        module: Any = import_module(f"{FOLDER}.{name}")
    except ModuleNotFoundError as error:
        if error.name != f"{FOLDER}.{name}":
            raise
        return None
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name, cls=Command)(module.command)
    made: Any = typer.main.get_command(app)
    made.examples = module.EXAMPLES
    if getattr(module, "FILTERS", False):
        from timeline.cli.filters import filter_options

        made.params += filter_options()
    made.params += getattr(module, "MORE_OPTIONS", list)()
    return made if isinstance(made, Command) else None


def no_option(name: str, context: Any) -> str:
    """Return the sentence for an option that a command does not have."""
    from timeline.events.names import did_you_mean, suggest

    known = [option for param in context.command.get_params(context) for option in param.opts if option[:2] == "--"]
    return f'there is no option "{name}"{did_you_mean(suggest(name, known))}'


def _has_negative_year(args: list[str]) -> bool:
    return any(arg[0:1] == "-" and arg[1:2].isdigit() for arg in args)


def _words(args: list[str]) -> list[str]:
    """Return what stands before the first option."""
    count = next((at for at, arg in enumerate(args) if arg.startswith("-") and not arg[1:2].isdigit()), len(args))
    return args[:count]


def _reads_as_period(words: str) -> bool:
    from timeline.dates import Day, Grain, Interval, NonexistentDateError, ReversedRangeError
    from timeline.errors import TimelineError
    from timeline.query import read_period

    if words.startswith("@"):
        return True
    some_day = Day.of(2000)

    def some_date(_: str) -> Interval:
        return Interval("2000-01-01", some_day, some_day, Grain.DAY)

    try:
        # Which day it is does not matter for whether the words are a date; `show` reads them with the right one.
        read_period(words, today=some_date(""), lookup=some_date)
    except (NonexistentDateError, ReversedRangeError):
        return True
    except TimelineError:
        return False
    return True


def _no_command(words: list[str], known: list[str]) -> str:
    from timeline.events.names import did_you_mean, suggest

    if hint := did_you_mean(suggest(words[0], known)):
        return f'"{words[0]}" is neither a command nor a period{hint}'
    said = " ".join(words)
    if len(words) > 1:
        return f'"{words[0]}" is no command and "{said}" no period; the commands are {", ".join(known)}'
    return f'"{said}" is neither a command nor a period; the commands are {", ".join(known)}'


def _write_examples(examples: Examples, formatter: Any) -> None:
    with formatter.section("Examples"):
        for line, meaning in examples:
            formatter.write_text(f"$ {line}")
            with formatter.indentation():
                formatter.write_text(meaning)
    formatter.write_paragraph()


__all__ = ["Command", "Commands", "TyperOption", "commands", "load_command"]
