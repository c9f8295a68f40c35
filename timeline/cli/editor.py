"""The user's own editor."""

import os
import sys
from pathlib import Path

from timeline.cli.errors import UsageError
from timeline.errors import TimelineError


class EditorError(TimelineError):
    """An editor that could not do its work."""


def user_editor() -> list[str]:
    """Return the words of the user's editor, or of one that nearly every system has; raises UsageError."""
    import shlex
    import shutil

    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    usual = ("notepad",) if os.name == "nt" else ("editor", "nano", "vi")
    try:
        words = (
            shlex.split(named, posix=os.name != "nt") if named else [name for name in usual if shutil.which(name)][:1]
        )
    except ValueError as error:
        raise UsageError(f"$EDITOR cannot be read: {error}") from error
    if not words:
        raise UsageError("name your editor in $VISUAL or $EDITOR")
    return words


def open_editor(editor: list[str], draft: Path) -> None:
    """Open a file in an editor, and come back when it is closed; raises EditorError."""
    import subprocess

    try:
        # The user's own editor.
        code = subprocess.run([*editor, str(draft)], check=False).returncode  # noqa: S603
    except OSError as error:
        raise EditorError(f"cannot run {editor[0]}: {error.strerror or error}; name your editor in $EDITOR") from error
    if code:
        raise EditorError(f"{editor[0]} ended with {code}, and nothing was written; what was saved is in {draft}")


def again() -> bool:
    """Ask whether to edit once more, where there is somebody to ask."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    sys.stderr.write("Edit it again? [Y/n] ")
    sys.stderr.flush()
    answer = sys.stdin.readline()
    return bool(answer) and answer.strip().lower() in ("", "y", "yes")
