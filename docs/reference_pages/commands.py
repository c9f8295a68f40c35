"""The page of the commands: the help of each, as `-h` prints it."""

from typing import Any

from reference_pages.markdown import fence, heading, put_together

WIDTH = 80
INTRODUCTION = """\
Every command explains itself with `-h`, examples first; this is what each prints. A PERIOD is a
[date expression](conventions.md). The options from `-f` on are those of every command, and are taken before it as well.
[Exit codes](exit-codes.md) are the same for all."""


def page() -> str:
    """Return the page."""
    from timeline.cli.group import commands

    every = commands()
    context = every.make_context("timeline", ["check"], terminal_width=WIDTH)
    names = every.list_commands(context)
    blocks = [block for name in names for block in (heading(name, 2), fence(_help(every, context, name)))]
    return put_together(
        heading("Commands"), INTRODUCTION, heading("timeline", 2), fence(every.get_help(context)), *blocks
    )


def _help(every: Any, context: Any, name: str) -> str:
    command = every.get_command(context, name)
    own = command.make_context(name, [], parent=context, resilient_parsing=True, terminal_width=WIDTH)
    return str(command.get_help(own))
