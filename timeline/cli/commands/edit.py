"""`timeline edit`: the record of one event in an editor."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.changes import tell_dates
from timeline.cli.errors import CONFLICT, DATA, DONE, NOTHING, UsageError
from timeline.cli.reading import tell
from timeline.errors import TimelineError

if TYPE_CHECKING:
    from timeline.store.writing import Change, Record

EXAMPLES = (
    ("timeline edit kswu-congress-7", "opens its record in $VISUAL, else $EDITOR; what is saved there is written"),
    ('EDITOR="code --wait" timeline edit kswu-congress-7', "an editor in a window has to wait until it is closed"),
)


class EditorError(TimelineError):
    """An editor that could not do its work."""


def command(
    ctx: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of an event, as `show` and `list` print it.")],
) -> int:
    """Open the record of an event in your editor, and write what you save, if it is right."""
    from timeline.cli.reading import read_timeline
    from timeline.store.draft import clear_away, lay_out
    from timeline.store.writing import find_record

    editor = _editor()
    id_ = read_timeline(ctx.obj).event(id_).event.id
    record = find_record(ctx.obj.path, id_)
    draft = lay_out(id_, record.text)
    done = False
    try:
        code, done = _edited(ctx, editor, id_, record, draft)
    finally:
        # What somebody has written is not thrown away.
        if done or _is_same(draft, record):
            clear_away(draft)
    return code


def _edited(ctx: typer.Context, editor: list[str], id_: str, record: "Record", draft: Path) -> tuple[int, bool]:
    """Return the exit code, and whether the draft has had its day."""
    from timeline.store.draft import read_back
    from timeline.store.locking import WriteConflictError
    from timeline.store.writing import RefusedError, rewrite

    while True:
        _open(editor, draft)
        text = read_back(draft)
        if _is_same(draft, record):
            tell("nothing has changed, and nothing was written")
            return DONE, True
        if not text.strip():
            tell("the text is empty, and nothing was written; an event is removed from the file itself")
            return NOTHING, True
        try:
            _tell(rewrite(ctx.obj.path, id_, text, record.seen, draft))
        except WriteConflictError as error:
            tell(f"timeline: {error}; your text is in {draft}")
            return CONFLICT, False
        except RefusedError as error:
            tell(str(error))
            if not _again():
                tell(f"your text is in {draft}")
                return DATA, False
        except TimelineError as error:
            tell(f"timeline: {error}; your text is in {draft}")
            return CONFLICT, False
        else:
            return DONE, True


def _is_same(draft: Path, record: "Record") -> bool:
    from timeline.store.draft import UnreadableDraftError, read_back

    try:
        return read_back(draft).replace("\r\n", "\n").strip("\n") == record.text.strip("\n")
    except UnreadableDraftError:
        return False


def _tell(change: "Change") -> None:
    tell_dates(change)
    tell(f"{change.ids[0]} is written to {change.file}")


def _editor() -> list[str]:
    """Return the words of the user's editor, or of one that nearly every system has."""
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


def _open(editor: list[str], draft: Path) -> None:
    import subprocess

    try:
        # The user's own editor.
        code = subprocess.run([*editor, str(draft)], check=False).returncode  # noqa: S603
    except OSError as error:
        raise EditorError(f"cannot run {editor[0]}: {error.strerror or error}; name your editor in $EDITOR") from error
    if code:
        raise EditorError(f"{editor[0]} ended with {code}, and nothing was written; what was saved is in {draft}")


def _again() -> bool:
    """Ask whether to edit once more, where there is somebody to ask."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    sys.stderr.write("Edit it again? [Y/n] ")
    sys.stderr.flush()
    answer = sys.stdin.readline()
    return bool(answer) and answer.strip().lower() in ("", "y", "yes")
