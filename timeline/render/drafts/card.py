"""A draft as people read it: the date, the kind and the title, who and where, and the sentence with its date marked."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.extract import Draft
from timeline.render.clean import clean
from timeline.render.console import drawing_board
from timeline.render.drafts.drafted import Drafted, Layout, marks
from timeline.render.page import WIDTH
from timeline.render.reader_dates import reader_date

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

INDENT = 2
STYLES = {"date": "bold cyan", "kind": "green", "title": "bold", "mark": "yellow", "quote": "", "label": "dim"}


class Cards:
    """Draws drafts for a terminal of some width."""

    def __init__(self, layout: Layout) -> None:
        self._width = layout.width or WIDTH
        self._colour = layout.colour
        self._why = layout.why
        self._console: Console | None = None

    def card(self, draft: Draft, of: Drafted, number: int, *, why: bool = False) -> Iterator[str]:
        """Yield the lines of a draft; `why`: with the steps to its date."""
        head = _text(f"{number:>3}  ", "label").append(clean(_date(draft)), STYLES["date"])
        head.append("  ").append(clean(draft.kind), STYLES["kind"])
        if found := marks(draft):
            head.append(f"  [{', '.join(found)}]", STYLES["mark"])
        yield from self._lines(head, 0)
        yield from self._lines(_text(draft.title, "title"), 5)
        for label, names in (("", draft.organisations), ("", draft.people), ("in ", draft.places)):
            if names:
                yield from self._lines(_text(label + "; ".join(names)), 5)
        yield from self._lines(self._quote(draft, of), 5)
        if draft.doubtful:
            yield from self._lines(_text(draft.doubtful, "mark"), 5)
        if why or self._why:
            for step in draft.steps or ("as the words say, counted from nothing else",):
                yield from self._lines(_text(f"· {step}", "label"), 7)

    def heading(self, text: str) -> Iterator[str]:
        """Yield the line over some drafts."""
        yield from self._lines(_text(text, "title"), 0)

    def _quote(self, draft: Draft, of: Drafted) -> "Text":
        """The sentence, its date marked; in braces without colours."""
        at = of.text.rfind(draft.quote, 0, draft.end + len(draft.quote)) if draft.quote else -1
        start, end = draft.start - at, draft.end - at
        if at < 0 or start < 0 or end > len(draft.quote):
            return _text(f"“{_one_line(draft.quote)}”", "label")
        opened, closed = ("", "") if self._colour else ("{", "}")
        line = _text("“", "label").append(_one_line(draft.quote[:start]), STYLES["label"])
        line.append(opened + _one_line(draft.quote[start:end]) + closed, STYLES["date"])
        return line.append(_one_line(draft.quote[end:]) + "”", STYLES["label"])

    def _lines(self, drawn: "RenderableType", indent: int) -> Iterator[str]:
        from rich.padding import Padding

        if self._console is None:
            self._console = drawing_board(self._width, colour=self._colour)
        with self._console.capture() as captured:
            self._console.print(Padding(drawn, (0, 0, 0, indent)))
        yield from (f"{line.rstrip()}\n" for line in captured.get().split("\n")[:-1])


def _date(draft: Draft) -> str:
    return reader_date(draft.interval, draft.expression) if draft.interval is not None else draft.edtf


def _one_line(text: str) -> str:
    return clean(text.replace("\r", ""))


def _text(text: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text(clean(text), STYLES.get(style, ""))
