"""`timeline dates`: the date expressions of texts."""

import gc
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.errors import DATA, DONE, NOTHING, UsageError
from timeline.cli.output import one_form, write
from timeline.cli.reading import tell
from timeline.cli.settings import stated_date
from timeline.cli.texts import STANDARD_INPUT, Texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.cli.settings import Settings
    from timeline.dates import Interval
    from timeline.render.mentions import Layout, MentionFormat, Tagged

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

    one_form(json=json, jsonl=jsonl, format=form)
    # Many texts take long: what is left lying about has to go meanwhile.
    gc.enable()
    view = "json" if json else "jsonl" if jsonl else form or ("text" if sys.stdout.isatty() else "lines")
    chosen = find_mention_format(view)
    names = files or [STANDARD_INPUT]
    _check(chosen, names, bool(files), language, genre, why=why)
    texts = Texts(names)
    search = _Search(stated_date("--published", published), language, genre, why=why)
    write(chosen.render(search.tagged(texts), _layout(ctx.obj, view, several=len(names) > 1, why=why)))
    texts.tell_remarks()
    tell(f"{search.found or 'no'} date expression{'' if search.found == 1 else 's'}{texts.counted()}")
    return DATA if texts.unreadable else DONE if search.found else NOTHING


def _check(
    chosen: "MentionFormat", names: list[str], named: bool, language: str | None, genre: str, *, why: bool
) -> None:
    from timeline.api import GENRES, UnknownGenreError
    from timeline.expressions.language_files import codes

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
    """Looks for dates in one text after the other, and counts them."""

    def __init__(self, published: "Interval | None", language: str | None, genre: str, *, why: bool) -> None:
        self.published = published
        self.language = language
        self.genre = genre
        self.why = why
        self.found = 0

    def tagged(self, texts: Texts) -> "Iterator[Tagged]":
        """Yield each readable text with its mentions."""
        from timeline.api import find_dates, interval_of
        from timeline.render.mentions import Tagged

        for name, read in texts:
            day = self.published or interval_of(read.published)
            mentions = find_dates(read.text, day, self.language, self.genre, why=self.why)
            self.found += len(mentions)
            yield Tagged(name, read.text, mentions, day)
