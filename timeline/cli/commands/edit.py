"""`timeline edit`: the record of one event in an editor."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.changes import tell_dates
from timeline.cli.editor import again, open_editor, user_editor
from timeline.cli.errors import CONFLICT, DATA, DONE, NOTHING
from timeline.cli.streams import tell
from timeline.errors import TimelineError

if TYPE_CHECKING:
    from timeline.store.writing import Change, Record

EXAMPLES = (
    ("timeline edit kswu-congress-7", "opens its record in $VISUAL, else $EDITOR; what is saved there is written"),
    ('EDITOR="code --wait" timeline edit kswu-congress-7', "an editor in a window has to wait until it is closed"),
)


def command(
    ctx: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of an event, as `show` and `list` print it.")],
) -> int:
    """Open the record of an event in your editor.

    What you save is written, if it is right.
    """
    from timeline.cli.reading import read_timeline
    from timeline.store.draft import clear_away, lay_out
    from timeline.store.writing import find_record

    editor = user_editor()
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
        open_editor(editor, draft)
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
            if not again():
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
