"""The three streams of a process, which may be closed, full or no text at all: none of that is a bug."""

import errno
import io
import os
import sys
from typing import Any

FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EBADF)  # what only writing meets


class _Closed(io.TextIOBase):
    """Standard output that is closed: whoever writes there is told."""

    def writable(self) -> bool:
        return True

    def write(self, text: str, /) -> int:
        if text:
            raise OSError(errno.EBADF, "it is closed")
        return 0


class _Nowhere(io.TextIOBase):
    """Standard error that is closed: what would be said there is lost, and is not written among the data."""

    def writable(self) -> bool:
        return True

    def write(self, text: str, /) -> int:
        return len(text)


def prepare() -> None:
    """Put a stream where the process has none, and let no letter be a reason to fail."""
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(io.BytesIO())
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = _Nowhere()
    # What a terminal cannot show, or a pipe did not send as text, is no reason to fail.
    streams: tuple[tuple[Any, str], ...] = (
        (sys.stdin, "replace"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    )
    for stream, errors in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=errors)


def say(text: str) -> None:
    """Print lines on standard error, made harmless; where it takes none, they are lost and the data go on."""
    from timeline.render.clean import clean

    try:
        print("\n".join(map(clean, text.split("\n"))), file=sys.stderr)  # noqa: T201 - all but data goes here
    except OSError:
        silence(sys.stderr)


def tell(text: str) -> None:
    """Say a problem, a notice or a count, after what is on standard output."""
    sys.stdout.flush()
    say(text)


def refused(error: OSError) -> bool:
    """Tell whether an error is of a stream that takes nothing more: a file has a name, or has told of it itself."""
    return error.filename is None and error.errno in FULL


def silence(stream: Any) -> None:
    """Let nothing more be written: the interpreter flushes once more at its end."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except OSError:
        pass  # a stream of no file
