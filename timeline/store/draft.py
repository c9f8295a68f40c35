"""The text of a record while somebody edits it: a file of its own, outside of the timeline."""

from pathlib import Path

from timeline.errors import TimelineError
from timeline.store.decoding import UndecodableError, decode
from timeline.store.replace import UnwritableError, reason


class UnreadableDraftError(TimelineError):
    """A draft that the editor has left without readable text."""

    def __init__(self, path: Path, why: str) -> None:
        """Take the file, and what is wrong with it."""
        super().__init__(f"{path}: {why}; nothing was written")


def lay_out(name: str, text: str) -> Path:
    """Write a text into NAME.toml in a new folder for temporary files, and return it; raises UnwritableError."""
    import tempfile

    path = Path(f"{name}.toml")
    try:
        path = Path(tempfile.mkdtemp(prefix="timeline-")) / path
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise UnwritableError(path, reason(error)) from error
    return path


def read_back(path: Path) -> str:
    """Return the text that a draft holds now; raises UnreadableDraftError."""
    try:
        return decode(path.read_bytes()).text
    except (OSError, UndecodableError) as error:
        raise UnreadableDraftError(path, getattr(error, "strerror", None) or str(error)) from error


def clear_away(path: Path) -> None:
    """Remove a draft and its folder; what an editor left beside it goes too."""
    import shutil

    shutil.rmtree(path.parent, ignore_errors=True)
