"""One run of the command line: what is thrown becomes a sentence and an exit code."""

import os
import sys
from collections.abc import Sequence
from typing import Any

from typer import Exit, TyperException

from timeline.cli import output, streams
from timeline.cli.errors import BUG, DONE, INTERRUPTED, USAGE, exit_code
from timeline.cli.group import commands, no_option
from timeline.cli.settings import Settings
from timeline.errors import TimelineError


def run(argv: Sequence[str] | None = None) -> int:
    """Run a command line (without the program's name; None: that of this process) and return the exit code."""
    words = sys.argv[1:] if argv is None else argv
    settings = Settings(words)
    output.use(settings)
    streams.prepare()
    if os.environ.get("_TIMELINE_COMPLETE"):
        from timeline.cli.completing import answer

        return answer(settings)
    try:
        code = _run(words, settings)
        sys.stdout.flush()
    except BrokenPipeError:
        streams.silence(sys.stdout)
        return DONE
    except OSError as error:
        if not streams.refused(error):
            raise
        streams.silence(sys.stdout)
        return _unwritable(error)
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
        _say(_message(error, where), f"{where.command_path} -h shows how" if where else "")
        return USAGE
    except TimelineError as error:
        _trace(settings)
        _say(str(error))
        return exit_code(error)
    except Exception as error:
        if isinstance(error, OSError) and (isinstance(error, BrokenPipeError) or streams.refused(error)):
            raise
        # Whatever else goes wrong is ours.
        _trace(settings)
        hint = "" if settings.debug else "run it again with --debug for the traceback, and report it"
        _say(f"a bug: {type(error).__name__}: {error}", hint)
        return BUG
    return code if isinstance(code, int) else DONE


def _message(error: TyperException, context: Any) -> str:
    """Return what is wrong with a command line; of an option that there is not, the nearest."""
    option = getattr(error, "option_name", None)
    if context is None or type(error).__name__ != "NoSuchOption":
        return error.format_message()
    return no_option(str(option), context)


def _unwritable(error: OSError) -> int:
    from pathlib import Path

    from timeline.store.replace import UnwritableError

    told = UnwritableError(Path("standard output"), error.strerror or str(error))
    _say(str(told))
    return exit_code(told)


def _say(message: str, hint: str = "") -> None:
    streams.say(f"timeline: {message}" + (f"\n  {hint}" if hint else ""))


def _trace(settings: Settings) -> None:
    if settings.debug:
        import traceback

        traceback.print_exc()
