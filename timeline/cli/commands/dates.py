"""`timeline dates`: the date expressions of texts."""

import gc
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.errors import DATA, DONE, NOTHING, UsageError
from timeline.cli.options import Genre, Json, JsonLines, Language, Prose, Published, Steps
from timeline.cli.output import one_form, write
from timeline.cli.settings import stated_date
from timeline.cli.streams import tell
from timeline.cli.texts import STANDARD_INPUT, Texts, check_request

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
    files: Prose = None,
    published: Published = None,
    language: Language = None,
    genre: Genre = "news",
    form: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="FORMAT", help="text (on a terminal), lines (in a pipe), json, jsonl or timeml."
        ),
    ] = None,
    why: Steps = False,
    json: Json = False,
    jsonl: JsonLines = False,
) -> int:
    """Find every date expression in a text, and say what it means there: one a line, or in the text itself."""
    from timeline.expressions.language_files import codes
    from timeline.render.mentions import find_mention_format

    one_form(json=json, jsonl=jsonl, format=form)
    # Many texts take long: what is left lying about has to go meanwhile.
    gc.enable()
    view = "json" if json else "jsonl" if jsonl else form or ("text" if sys.stdout.isatty() else "lines")
    chosen = find_mention_format(view)
    names = files or [STANDARD_INPUT]
    check_request(files, language, genre, sorted(codes()), "dates are found")
    _check(chosen, names, why=why)
    texts = Texts(names)
    search = _Search(stated_date("--published", published), language, genre, why=why)
    write(chosen.render(search.tagged(texts), _layout(ctx.obj, view, several=len(names) > 1, why=why)))
    texts.tell_remarks()
    tell(f"{search.found or 'no'} date expression{'' if search.found == 1 else 's'}{texts.counted()}")
    return DATA if texts.unreadable else DONE if search.found else NOTHING


def _check(chosen: "MentionFormat", names: list[str], *, why: bool) -> None:
    if chosen.ONE_TEXT and len(names) > 1:
        raise UsageError("this format holds one text: give one file at a time")
    if why and not chosen.STEPS:
        raise UsageError("--why has no place in this format: take json")


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
