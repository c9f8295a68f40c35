"""The command line, one file a command. Only here are the clock, the environment and the terminal read."""

import gc
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line (without the program's name; None: that of this process) and return the exit code."""
    # A run ends before there is any garbage to speak of, and looking for it while modules load costs every start.
    collecting = gc.isenabled()
    gc.disable()
    try:
        from timeline.cli.run import run

        return run(argv)
    except KeyboardInterrupt:  # while modules load
        return 130
    finally:
        if collecting:
            gc.enable()


__all__ = ["main"]
