"""Which file is the timeline."""

from collections.abc import Mapping
from pathlib import Path

from timeline.errors import TimelineError

NAME = "events.toml"


class FileMissingError(TimelineError):
    """No timeline was named and none is near."""

    def __init__(self, folder: Path) -> None:
        """Take the folder from which was looked."""
        self.folder = folder
        super().__init__(
            f"there is no {NAME} in {folder} nor in any folder above it: name one with --file or $TIMELINE_FILE"
        )


def find_file(option: str | None, environ: Mapping[str, str], cwd: Path) -> Path:
    """Return the timeline's file or folder: the option, $TIMELINE_FILE, or events.toml here or in the nearest parent.

    A path that is named is not looked at; reading tells what is wrong with it. Raises FileMissingError.
    """
    named = option or environ.get("TIMELINE_FILE")
    if named:
        return Path(named)
    for folder in (cwd, *cwd.parents):
        if (folder / NAME).is_file():
            return folder / NAME
    raise FileMissingError(cwd)
