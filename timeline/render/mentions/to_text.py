"""For a terminal: the text with its dates highlighted and numbered, and a table of what each means. By Rich."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from timeline.render.clean import clean
from timeline.render.console import drawing_board
from timeline.render.mentions.tagged import Layout, Tagged
from timeline.render.page import WIDTH
from timeline.render.reader_dates import reader_date
from timeline.render.wrap import cells

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

    from timeline.resolve.mention import Mention

ONE_TEXT = False
STEPS = True
ROWS = 200  # that Rich lays out at a time: a long table begins to appear at once
LETTERS = 20_000  # of a paragraph that Rich wraps at a time
PHRASE_AT_MOST, EDTF_AT_MOST = 0.35, 0.3  # of the width
STYLES = {"name": "bold", "date": "bold cyan", "number": "yellow", "edtf": "green", "head": "dim", "mark": "yellow"}
SAID = "as the words say, counted from nothing else"
WITHOUT_DAYS = {
    "DURATION": "how long",
    "SET": "again and again",
    "DATE": "at no stated time",
    "TIME": "at no stated day",
}


def render(texts: Iterable[Tagged], layout: Layout) -> Iterator[str]:
    """Yield the text of each file line by line, then its table, then the steps where they are asked for."""
    page = _Page(layout)
    gap = ""
    for one in texts:
        if layout.several:
            yield gap
            yield from page.lines(_styled(one.name, "name"))
            yield "\n"
        for line in _lines(one, page):
            yield from page.lines(line) if not isinstance(line, str) else (line,)
        for table in _tables(one.mentions, page.width):
            yield from page.lines(table)
        if layout.why:
            yield from _reasons(one.mentions, page)
        gap = "\n"


class _Page:
    """Lays out what Rich draws, in lines of the width of the page."""

    def __init__(self, layout: Layout) -> None:
        self.width = layout.width or WIDTH
        self.colour = layout.colour
        self._console: Console | None = None

    def lines(self, drawn: "RenderableType") -> Iterator[str]:
        """Yield the lines; Rich fills the last column with blanks, and nobody wants to copy those."""
        console = self._made()
        with console.capture() as captured:
            console.print(drawn)
        yield from (f"{line.rstrip()}\n" for line in captured.get().split("\n")[:-1])

    def _made(self) -> "Console":
        if self._console is None:
            self._console = drawing_board(self.width, colour=self.colour)
        return self._console


def _lines(one: Tagged, page: _Page) -> "Iterator[str | Text]":
    """Yield the lines of the text; one without a date that fits the page needs no laying out."""
    text, mentions, at, number = one.text, one.mentions, 0, 0
    while at < len(text):
        end = _line_end(text, at)
        first = number
        while number < len(mentions) and mentions[number].end <= end:
            number += 1
        reaching = mentions[first : number + 1]  # the last one may begin in this line and end in the next
        if (not reaching or reaching[0].start >= end) and cells(line := clean(text[at:end].rstrip("\r"))) <= page.width:
            yield line + "\n"
        else:
            yield _marked(text, at, end, list(enumerate(reaching, first + 1)), page)
        at = end + 1 if text[end : end + 1] == "\n" else end
    if mentions:
        yield "\n"


def _line_end(text: str, at: int) -> int:
    """The end of the line that begins there; of one without end that of a word."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    if end - at <= LETTERS:
        return end
    blank = text.rfind(" ", at, at + LETTERS) + 1
    return blank if blank > at else at + LETTERS


def _marked(text: str, at: int, end: int, mentions: "list[tuple[int, Mention]]", page: _Page) -> "Text":
    """A part of a text with its dates highlighted, the number of each behind it; in braces without colours."""
    line = _styled("")
    end -= text[at:end].endswith("\r")
    opened, closed = ("", "") if page.colour else ("{", "}")
    for number, mention in mentions:
        start, stop = max(mention.start, at), min(mention.end, end)
        if start >= stop:
            continue
        line.append(clean(text[at:start]))
        line.append(opened if mention.start == start else "")
        line.append(clean(text[start:stop]), STYLES["date"])
        if mention.end == stop:
            line.append(f"{closed}[{number}]", STYLES["number"])
        at = stop
    line.append(clean(text[at:end]))
    return line


def _tables(mentions: "list[Mention]", width: int) -> "Iterator[Table]":
    widths = {
        "": len(str(len(mentions))),
        "words": _widest((_words(mention) for mention in mentions), int(width * PHRASE_AT_MOST)),
        "EDTF": _widest((_edtf(mention) for mention in mentions), int(width * EDTF_AT_MOST)),
    }
    widths["meaning"] = max(1, width - sum(widths.values()) - 2 * len(widths))
    for start in range(0, len(mentions), ROWS):
        table = _table(widths, headed=start == 0)
        for number, mention in enumerate(mentions[start : start + ROWS], start + 1):
            words, edtf = _styled(_words(mention), "date"), _styled(_edtf(mention), "edtf")
            table.add_row(_styled(str(number), "number"), words, edtf, _meaning(mention))
        yield table


def _table(widths: dict[str, int], *, headed: bool) -> "Table":
    from rich.table import Table

    table = Table(box=None, show_header=headed, header_style=STYLES["head"], padding=(0, 2, 0, 0), pad_edge=False)
    for name, width in widths.items():
        table.add_column(name, width=width, overflow="fold", justify="left" if name else "right")
    return table


def _widest(texts: Iterable[str], limit: int) -> int:
    return max(1, min(max((cells(text) for text in texts), default=1), limit))


def _words(mention: "Mention") -> str:
    return " ".join(mention.text.split())


def _edtf(mention: "Mention") -> str:
    """EDTF; of what no day anchors the values of TIMEX3."""
    if mention.interval is not None:
        return mention.interval.edtf
    return ", ".join(timex.value for timex in mention.timexes if timex.value)


def _meaning(mention: "Mention") -> "Text":
    if mention.interval is None:
        return _styled(WITHOUT_DAYS[mention.timexes[0].type] if mention.timexes else "", "head")
    meaning = _styled(reader_date(mention.interval, mention.text))
    if mention.inferred:
        meaning.append(" [inferred]", STYLES["mark"])
    return meaning


def _reasons(mentions: "list[Mention]", page: _Page) -> Iterator[str]:
    """Yield how each date was read, a step a line under its number."""
    from rich.padding import Padding

    for number, mention in enumerate(mentions, 1):
        head = _styled("")
        head.append(f"[{number}] ", STYLES["number"]).append(clean(_words(mention)), STYLES["date"])
        yield from ("\n", *page.lines(head.append(f" ({mention.rule})", STYLES["head"])))
        for step in mention.steps or (SAID,):
            yield from page.lines(Padding(_styled(step), (0, 0, 0, 2)))


def _styled(text: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text(clean(text), STYLES.get(style, ""))
