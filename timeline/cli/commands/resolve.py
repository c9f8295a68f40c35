"""`timeline resolve`: a date expression to a date."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.api import Timeline, resolve
from timeline.cli.errors import DONE, NOTHING, UsageError
from timeline.cli.options import Json, JsonLines
from timeline.cli.output import one_form, write, write_json
from timeline.cli.reading import open_timeline, read_timeline
from timeline.cli.settings import stated_date
from timeline.cli.streams import tell
from timeline.errors import TimelineError

if TYPE_CHECKING:
    from timeline.cli.settings import Settings
    from timeline.dates import Interval
    from timeline.resolve import Resolution

    Answer = tuple[str, Resolution | str]

EDTF = "edtf"  # the language that no file changes
EXAMPLES = (
    ("timeline resolve the third Tuesday of March 2022", "one expression, its words joined"),
    ("timeline resolve from Monday to Thursday --anchor 2024-03-25", "counted from the day on which it was written"),
    ("timeline resolve early 1990s --why", "every step, and what else it could mean"),
    ("timeline resolve --jsonl < phrases.txt", "one expression a line"),
)


def command(  # noqa: PLR0913 - one parameter an option
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]…", help="A date expression; else one a line from standard input."),
    ] = None,
    anchor: Annotated[
        str | None, typer.Option("--anchor", metavar="DATE", help="The day, or window, that relative dates count from.")
    ] = None,
    language: Annotated[
        str | None,
        typer.Option("--language", metavar="CODE", help="en, vi, …, or edtf for EDTF alone; else told from the text."),
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Say how, and what else it could mean.")] = False,
    json: Json = False,
    jsonl: JsonLines = False,
) -> int:
    """Say what a date expression means: EDTF, the date in words, and the expression, between tabs."""
    from timeline.render.resolution import resolution_record

    one_form(json=json, jsonl=jsonl)
    if words and not " ".join(words).strip():
        raise UsageError("a date expression is wanted, and nothing is written")
    texts = [" ".join(words)] if words else _lines()
    told = _Told(ctx.obj)
    search = _Search(stated_date("--anchor", anchor), language, told)
    answers = search.answers(texts)
    if json:
        write_json([resolution_record(*answer) for answer in answers], lines=False)
    elif jsonl:
        write_json((resolution_record(*answer) for answer in answers), lines=True)
    else:
        # Of many expressions each has its line, so that the lines go on matching; one that fails alone has said so.
        locale = ctx.obj.setting("locale").value
        write(_text(*answer, locale, why=why) for answer in answers if not (words and isinstance(answer[1], str)))
    if not search.asked:
        tell("timeline: standard input holds no date expression")
    return told.code or (NOTHING if search.failed or not search.asked else DONE)


def _lines() -> Iterator[str]:
    if sys.stdin.isatty():
        raise UsageError("write a date expression, or give one a line on standard input")
    return (line.strip() for line in sys.stdin if line.strip())


class _Told:
    """The timeline of the run, read when it is first asked: how its dates read, and the date of an @id."""

    def __init__(self, settings: "Settings") -> None:
        self.settings = settings
        self.code = DONE
        self._read: Timeline | None = None

    def conventions(self) -> "tuple[str | None, str | None, bool]":
        """Return the language and the order of dates of the file, and whether seasons are the south's."""
        try:
            read = self.timeline()
        except TimelineError:  # no file is near, and none is needed
            return None, None, False
        return read.records.language, read.records.date_order, read.records.hemisphere == "south"

    def timeline(self) -> "Timeline":
        """Return the timeline; raises FileMissingError. What is wrong in a file that --file names is told."""
        if self._read is None:
            if self.settings.file:
                self._read, self.code = open_timeline(self.settings)
            else:
                self._read = read_timeline(self.settings)
        return self._read

    def find(self, id_: str) -> "Interval":
        """Return the date of an @id."""
        return self.timeline().date_of(id_)


class _Search:
    """Resolves one expression after the other, and counts them."""

    def __init__(self, anchor: "Interval | None", language: str | None, told: _Told) -> None:
        self.anchor = anchor
        self.told = told
        self.asked = 0
        self.failed = 0
        own, self.date_order, self.south = told.conventions() if language != EDTF else (None, None, False)
        # As in the file: its language first, then whichever the words are of.
        self.languages = [language] if language or not own else [own, None]

    def answers(self, texts: Iterable[str]) -> Iterator["Answer"]:
        """Yield each expression with what it means, or with the reason why it means nothing, which is told as well."""
        for text in texts:
            self.asked += 1
            try:
                yield text, self._resolve(text)
            except TimelineError as error:
                self.failed += 1
                tell(f"timeline: {error}{self._remedy(error)}")
                yield text, str(error)

    def _resolve(self, text: str) -> "Resolution":
        *first, last = self.languages
        for language in first:
            with suppress(TimelineError):
                return self._in(text, language)
        return self._in(text, last)

    def _in(self, text: str, language: str | None) -> "Resolution":
        return resolve(text, self.anchor, language, date_order=self.date_order, south=self.south, lookup=self.told.find)

    def _remedy(self, error: TimelineError) -> str:
        from timeline.resolve import NoAnchorError

        wanted = self.anchor is None and isinstance(error, NoAnchorError)
        return "; write it with --anchor, as in --anchor 2024-03-25" if wanted else ""


def _text(text: str, found: "Resolution | str", locale: str, *, why: bool) -> str:
    from timeline.render.resolution import resolution_line, resolution_reasons

    return resolution_line(text, found, locale) + (resolution_reasons(found, locale) if why else "")
