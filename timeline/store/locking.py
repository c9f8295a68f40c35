"""Holding a file while it is read, changed and replaced: of the programs that would write it, one at a time."""

import errno
import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

from timeline.errors import TimelineError

PATIENCE = 10.0  # seconds; nobody holds a file for longer than it takes to read it
PAUSE = 0.01
# File systems without locks; a change meanwhile is still seen by what the file holds.
LOCKLESS = (errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP, errno.EINVAL)


class WriteConflictError(TimelineError):
    """A file that somebody else has changed, or holds, since it was read."""

    def __init__(self, path: Path, what: str) -> None:
        """Take the file, and what happened to it."""
        super().__init__(f"{path} {what}: nothing was written; run the command again")


@contextmanager
def held(target: Path, patience: float | None = None) -> Generator[None, None, None]:
    """Keep other programs from writing a file, or any beside it.

    Raises WriteConflictError where another one holds it and writes nothing for `patience` seconds (None: ten). What is
    locked is the folder: the file itself is another one after each writing, and a file of its own for the lock would be
    left lying about. The system lets go of a lock when its program ends, however it ends.
    """
    patience = PATIENCE if patience is None else patience
    if os.name == "nt":
        with _held_beside(target, patience):
            yield
        return
    descriptor = os.open(target.parent, os.O_RDONLY | os.O_CLOEXEC)
    try:
        if not _locked(descriptor, patience):
            raise WriteConflictError(target, "is held by another program")
        yield
    finally:
        with suppress(OSError):  # what was written is written
            os.close(descriptor)


def _locked(descriptor: int, patience: float) -> bool:
    """Lock a folder, and return whether it could be; what is written there meanwhile shows that others get on."""
    from filelock import lock_descriptor

    changed, until = os.fstat(descriptor).st_mtime_ns, monotonic() + patience
    with _lockless_too():
        while not lock_descriptor(descriptor, blocking=False):
            now = os.fstat(descriptor).st_mtime_ns
            if now != changed:
                changed, until = now, monotonic() + patience
            elif monotonic() > until:
                return False
            sleep(PAUSE)
    return True


@contextmanager
def _lockless_too() -> Generator[None, None, None]:
    """Let a file system that has no locks be one."""
    try:
        yield
    except OSError as error:
        if error.errno not in LOCKLESS:
            raise


@contextmanager
def _held_beside(target: Path, patience: float) -> Generator[None, None, None]:
    """Windows opens no folders: a file in it takes the lock, and goes with it."""
    from filelock import FileLock, Timeout

    beside = target.parent / ".timeline.lock"
    try:
        with FileLock(beside, timeout=patience):
            yield
    except Timeout as error:
        raise WriteConflictError(target, "is held by another program") from error
    finally:
        with suppress(OSError):
            beside.unlink()
