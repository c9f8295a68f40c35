"""One run of the command line: what is thrown becomes a sentence and an exit code."""

import sys
from collections.abc import Sequence
from typing import Any

from typer import Exit, TyperException

from timeline.cli.errors import BUG, DONE, INTERRUPTED, USAGE, exit_code
from timeline.cli.group import commands
from timeline.cli.settings import Settings
from timeline.errors import TimelineError


def run(argv: Sequence[str] | None = None) -> int:
    """Run a command line (without the program's name; None: that of this process) and return the exit code."""
    settings = Settings()
    # What a terminal cannot show, or a pipe did not send as text, is no reason to fail.
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=errors)
    try:
        code = _run(sys.argv[1:] if argv is None else argv, settings)
        sys.stdout.flush()
    except BrokenPipeError:
        _close_quietly()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _run(argv: Sequence[str], settings: Settings) -> int:
    try:
        # Not by main() of the command: that would turn a closed pipe into an exit code of its own.
        command = commands()
        with command.make_context("timeline", list(argv), obj=settings) as context:
            code: Any = command.invoke(context)
    except Exit as end:
        return end.exit_code
    except TyperException as error:
        where = getattr(error, "ctx", None)
        _say(error.format_message(), f"{where.command_path} -h shows how" if where else "")
        return USAGE
    except TimelineError as error:
        _trace(settings)
        _say(str(error))
        return exit_code(error)
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as error:  # noqa: BLE001 - whatever else goes wrong is ours
        _trace(settings)
        hint = "" if settings.debug else "run it again with --debug for the traceback, and report it"
        _say(f"a bug: {type(error).__name__}: {error}", hint)
        return BUG
    return code if isinstance(code, int) else DONE


def _say(message: str, hint: str = "") -> None:
    from timeline.render.clean import clean

    text = "\n".join(clean(line) for line in message.splitlines())
    print(f"timeline: {text}", file=sys.stderr)  # noqa: T201 - this is where errors go
    if hint:
        print(f"  {clean(hint)}", file=sys.stderr)  # noqa: T201


def _trace(settings: Settings) -> None:
    if settings.debug:
        import traceback

        traceback.print_exc()


def _close_quietly() -> None:
    """Let nothing more be written: the interpreter flushes standard output once more at its end."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
