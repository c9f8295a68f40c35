"""A first timeline file, with a few records that show how they are written."""

from pathlib import Path

from timeline.errors import TimelineError
from timeline.store.find import NAME
from timeline.store.locking import held
from timeline.store.replace import UnwritableError, reason, replace_bytes
from timeline.store.toml_text import line


class ExistingFileError(TimelineError):
    """A file that is there already, and would be lost."""

    def __init__(self, path: Path) -> None:
        """Take the file."""
        super().__init__(f"{path} is there already, and nothing was written: name another file")


def start(path: Path, title: str) -> Path:
    """Write a first timeline into a file, or a folder's events.toml, and return the file.

    Raises ExistingFileError and UnwritableError.
    """
    try:
        file = path / NAME if path.is_dir() else path
        sample = Path(__file__).with_name("sample.toml").read_text(encoding="utf-8")
        with held(file.resolve()):
            if file.exists() or file.is_symlink():
                raise ExistingFileError(file)
            replace_bytes(file, f"{line('title', title)}{sample}".encode())
    except (OSError, RuntimeError) as error:
        raise UnwritableError(path, reason(error)) from error
    return file
