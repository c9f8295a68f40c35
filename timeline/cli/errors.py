"""What can be wrong with a command line, and the exit codes."""

from timeline.errors import TimelineError

DONE, NOTHING, USAGE, DATA, CONFLICT, BUG, INTERRUPTED = 0, 1, 2, 3, 4, 70, 130


# Of the errors of other rooms, by name: to import them all would cost every run. What is not here is a matter of usage.
EXIT_CODES = {
    "WriteConflictError": CONFLICT,
    "UnwritableError": CONFLICT,
    "UnwritableRunError": CONFLICT,
    "ChangedMeanwhileError": CONFLICT,
    "RefusedError": DATA,
    "UnreadableImportError": DATA,
    "UnknownEventError": NOTHING,
}


def exit_code(error: TimelineError) -> int:
    """Return the exit code of an error."""
    return int(getattr(error, "exit_code", EXIT_CODES.get(type(error).__name__, USAGE)))


class UsageError(TimelineError):
    """A command line that asks for what cannot be."""
