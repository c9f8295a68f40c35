"""`timeline dates`: the date expressions of texts."""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.errors import DATA, DONE, NOTHING, UsageError
from timeline.cli.output import write
from timeline.cli.reading import tell
from timeline.cli.settings import stated_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.cli.settings import Settings
    from timeline.dates import Interval
    from timeline.render.mentions import Layout, MentionFormat, Tagged
    from timeline.store.texts import Text

STANDARD_INPUT = "-"
EXAMPLES = (
    ("timeline dates article.txt --published 2024-03-25", "the text with its dates, and what each means"),
    ("timeline dates < article.txt", "from standard input; into a pipe one date a line"),
    ("timeline dates page.html memoir.txt --genre narrative --json", "of several files, as a document for programs"),
    ("timeline dates article.txt --format timeml > article.tml", "the text with TIMEX3 tags"),
    ("timeline dates article.txt --why", "how each date was read"),
)


def command(  # noqa: PLR0913 - one parameter an option
    ctx: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE]…", help="Texts, or web pages (.html); - or nothing reads standard input."),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="When it was published; else what the text says of that."),
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="CODE", help="en, ko or vi; else told from the text.")
    ] = None,
    genre: Annotated[
        str,
        typer.Option(
            "--genre",
            metavar="news|narrative",
            help='What "on Friday" counts from: the publication, or the date told before it.',
        ),
    ] = "news",
    form: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="FORMAT", help="text (on a terminal), lines (in a pipe), json, jsonl or timeml."
        ),
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Say how each date was read.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print a JSON record a line.")] = False,
) -> int:
    """Find every date expression in a text, and say what it means there: one a line, or in the text itself."""
    from timeline.render.mentions import find_mention_format

    # Many texts take long: what is left lying about has to go meanwhile.
    gc.enable()
    view = "json" if json else "jsonl" if jsonl else form or ("text" if sys.stdout.isatty() else "lines")
    chosen = find_mention_format(view)
    names = files or [STANDARD_INPUT]
    _check(chosen, names, bool(files), language, genre, why=why)
    search = _Search(stated_date("--published", published), language, genre, why=why)
    write(chosen.render(search.tagged(names), _layout(ctx.obj, view, several=len(names) > 1, why=why)))
    search.tell_rest(len(names))
    return DATA if search.unreadable else DONE if search.found else NOTHING


def _check(
    chosen: "MentionFormat", names: list[str], named: bool, language: str | None, genre: str, *, why: bool
) -> None:
    from timeline.api import GENRES, UnknownGenreError
    from timeline.expressions.language import codes

    if genre not in GENRES:
        raise UnknownGenreError(genre)
    if language is not None and language not in codes():
        raise UsageError(f'--language: dates are found in {", ".join(sorted(codes()))}, and not in "{language}"')
    if chosen.ONE_TEXT and len(names) > 1:
        raise UsageError("this format holds one text: give one file at a time")
    if why and not chosen.STEPS:
        raise UsageError("--why has no place in this format: take json")
    if not named and sys.stdin.isatty():
        raise UsageError("name a file, or give a text on standard input")


def _layout(settings: "Settings", view: str, *, several: bool, why: bool) -> "Layout":
    from timeline.cli.output import page
    from timeline.render.mentions import Layout

    here = page(settings, wide=view.lower() == "text")
    return Layout(here.width, here.colour, several, why)


class _Search:
    """Looks for dates in one text after the other, and counts what is found and what cannot be read."""

    def __init__(self, published: "Interval | None", language: str | None, genre: str, *, why: bool) -> None:
        self.published = published
        self.language = language
        self.genre = genre
        self.why = why
        self.found = 0
        self.unreadable = 0
        self.remarks: list[str] = []  # what would be drawn over by a pager

    def tagged(self, names: list[str]) -> "Iterator[Tagged]":
        """Yield each readable text with its mentions."""
        from timeline.api import find_dates, interval_of
        from timeline.cli.progress import watched
        from timeline.render.mentions import Tagged

        for name in watched(names):
            read = self._read(name)
            if read is None:
                continue
            day = self.published or interval_of(read.published)
            mentions = find_dates(read.text, day, self.language, self.genre, why=self.why)
            self.found += len(mentions)
            yield Tagged(name, read.text, mentions, day)

    def tell_rest(self, texts: int) -> None:
        """Print the last lines: what could not be read, and how much was found."""
        for remark in self.remarks:
            tell(remark)
        line = f"{self.found or 'no'} date expression{'' if self.found == 1 else 's'}"
        if texts > 1:
            read = texts - self.unreadable
            line += f" in {texts} files" if read == texts else f" in the {read} of {texts} files that could be read"
        tell(line)

    def _read(self, name: str) -> "Text | None":
        from timeline.store import visible
        from timeline.store.texts import UnreadableTextError, read_text, text_of

        try:
            read = text_of(sys.stdin.buffer.read(), name) if name == STANDARD_INPUT else read_text(Path(name))
        except UnreadableTextError as error:
            self.unreadable += 1
            self._remark(f"timeline: {error}")
            return None
        if read.encoding:
            self._remark(f"timeline: {visible(name)}: it is not UTF-8, and was read as {read.encoding}")
        return read

    def _remark(self, text: str) -> None:
        if sys.stdout.isatty():
            self.remarks.append(text)
        else:
            tell(text)
