"""Where Rich draws for a terminal: into a text, for the streams are the command line's."""

from typing import TYPE_CHECKING

from timeline.render.page import WIDTH

if TYPE_CHECKING:
    from rich.console import Console


def drawing_board(width: int, *, colour: bool) -> "Console":
    """Return a console whose `capture` gives what is drawn, `width` columns wide (0: not said); data is no markup."""
    from io import StringIO

    from rich.console import Console

    return Console(
        file=StringIO(),
        width=width or WIDTH,
        force_terminal=True,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
