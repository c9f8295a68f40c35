"""Writing a whole file at once: a reader finds the old text or the new one, never half of either."""

import errno
import os
import stat
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from timeline.errors import TimelineError
from timeline.store.locking import WriteConflictError, held

__all__ = ["UnwritableError", "WriteConflictError", "anew", "replace_bytes", "replace_text"]

LONGEST_PREFIX = 40  # code points of the file's name in that of the temporary one


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
    content = text.encode()
    try:
        target = path.resolve()
        if was is None:
            _replace(target, content)
            return
        with held(target):
            if target.read_bytes() != was:
                raise WriteConflictError(path, "has changed since it was read")
            _replace(target, content)
    except (OSError, RuntimeError) as error:  # RuntimeError: links that go round in a circle
        raise UnwritableError(path, reason(error)) from error


def replace_bytes(path: Path, content: bytes) -> None:
    """Let bytes take the place of what a file holds, which the caller holds; raises UnwritableError."""
    try:
        _replace(path.resolve(), content)
    except (OSError, RuntimeError) as error:
        raise UnwritableError(path, reason(error)) from error


@contextmanager
def anew(path: Path) -> Generator[TextIO, None, None]:
    """Give a stream whose text, once all of it is written, is what the file holds; else the file is as it was.

    For what is too large to be held as a whole. Raises UnwritableError.
    """
    import tempfile

    name: Path | None = None
    try:
        descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name[:LONGEST_PREFIX]}.", dir=path.parent)
        name = Path(temporary)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _take_after(name, None)
        name.replace(path)
    except BaseException as error:
        if name is not None:
            name.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise UnwritableError(path, reason(error)) from error
        raise
    _flush_folder(path.parent)


def reason(error: Exception) -> str:
    """Return what the system says of a file that it refuses."""
    return getattr(error, "strerror", None) or str(error)


def _replace(target: Path, content: bytes) -> None:
    status = _status(target)
    if status is not None and not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
        # A device or a pipe is no file whose place another one could take.
        with target.open("wb") as stream:
            stream.write(content)
        return
    name = _written_beside(target, content)
    try:
        _take_after(name, status)
        name.replace(target)
    except BaseException:
        name.unlink(missing_ok=True)
        raise
    _flush_folder(target.parent)


def _status(target: Path) -> os.stat_result | None:
    """Return what the system knows of a file, None of a new one; raises PermissionError where it may not be written."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    # Its folder would let it be replaced all the same, but whoever took the right to write away meant it.
    if stat.S_ISREG(status.st_mode) and (not status.st_mode & 0o222 or not os.access(target, os.W_OK)):
        raise PermissionError(errno.EACCES, "it is read-only", str(target))
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, "it is a folder", str(target))
    return status


def _written_beside(target: Path, content: bytes) -> Path:
    """Return a new file in the same folder, hidden, with the content on the disk."""
    import tempfile

    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:LONGEST_PREFIX]}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as temporary:
            temporary.write(content)
            temporary.flush()
            os.fsync(temporary.fileno())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _take_after(name: Path, status: os.stat_result | None) -> None:
    """Give a file the owner and the mode of the one that it replaces; a new one gets what any new file gets."""
    if status is None:
        name.chmod(0o666 & ~_umask())
        return
    if hasattr(os, "chown"):
        with suppress(PermissionError):
            os.chown(name, status.st_uid, status.st_gid)
    name.chmod(stat.S_IMODE(status.st_mode))


def _flush_folder(folder: Path) -> None:
    """Have the new name itself on the disk, where the system can; the file is in its place either way."""
    if os.name == "nt":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
