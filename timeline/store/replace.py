"""Writing a whole file at once: a reader finds the old text or the new one, never half of either."""

import os
from pathlib import Path

from timeline.errors import TimelineError


class WriteConflictError(TimelineError):
    """A file that somebody else has changed, or holds, since it was read."""

    def __init__(self, path: Path, what: str) -> None:
        """Take the file, and what happened to it."""
        super().__init__(f"{path} {what}: nothing was written; run the command again")


class UnwritableError(TimelineError):
    """A file that cannot be written."""

    def __init__(self, path: Path, reason: str) -> None:
        """Take the file and what the system says."""
        super().__init__(f"cannot write {path}: {reason}")


def replace_text(path: Path, text: str, was: bytes | None = None) -> None:
    """Write a text into a temporary file beside a file, flush it to the disk, and let it take the file's place.

    `was` is what the file held when it was read: raises WriteConflictError where it holds something else by now or is
    locked by another program, UnwritableError where the system refuses.
    """
    target = path.resolve()
    try:
        if was is None:
            _replace(target, text.encode())
        else:
            _replace_held(target, text.encode(), was)
    except OSError as error:
        raise UnwritableError(path, error.strerror or str(error)) from error


def _replace_held(target: Path, content: bytes, was: bytes) -> None:
    with target.open("rb") as held:
        _lock(target, held.fileno())
        if held.read() != was:
            raise WriteConflictError(target, "has changed since it was read")
        _replace(target, content)


def _lock(target: Path, descriptor: int) -> None:
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise WriteConflictError(target, "is held by another program") from error


def _replace(target: Path, content: bytes) -> None:
    import tempfile

    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as temporary:
            temporary.write(content)
            temporary.flush()
            os.fsync(temporary.fileno())
        Path(name).chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
