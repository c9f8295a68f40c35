"""`timeline extract`: drafts of event records out of news prose."""

import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.errors import DATA, DONE, NOTHING, UsageError
from timeline.cli.options import Genre, Json, JsonLines, Language, Prose, Published, Steps
from timeline.cli.output import one_form, page, write
from timeline.cli.settings import stated_date
from timeline.cli.streams import tell
from timeline.cli.texts import STANDARD_INPUT, Texts, check_request

if TYPE_CHECKING:
    from timeline.api import Timeline
    from timeline.audit.proposals import Proposal, Proposals
    from timeline.cli.adding import Adding
    from timeline.dates import Interval
    from timeline.render.drafts import Drafted
    from timeline.render.drafts.card import Cards

EXAMPLES = (
    ("timeline extract article.txt", "the events it tells of, each beside its sentence"),
    ("timeline extract article.txt --published 2024-03-25 --add", "asks for each one, and appends what you take"),
    ("timeline extract articles/*.txt --yes", "appends all but the implied and the doubtful"),
    ("timeline extract article.txt --toml >> events.toml", "records for a file of your own"),
    ("timeline extract < article.txt --jsonl", "a draft a line, for programs"),
)
SHOWN = 5  # happenings without a date that are told of by their sentences


def command(
    ctx: typer.Context,
    files: Prose = None,
    published: Published = None,
    language: Language = None,
    genre: Genre = "news",
    add: Annotated[bool, typer.Option("--add", help="Ask for each draft, and append what you take.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Append all but the implied and the doubtful.")] = False,
    implied: Annotated[bool, typer.Option("--implied", help="With --yes: the implied ones too.")] = False,
    why: Steps = False,
    toml: Annotated[bool, typer.Option("--toml", help="Print records for a timeline file.")] = False,
    json: Json = False,
    jsonl: JsonLines = False,
) -> int:
    """Draft event records from news prose: what happened, when, who and where, each with its sentence."""
    from timeline.extract import codes

    one_form(json=json, jsonl=jsonl, toml=toml, add=add, yes=yes)
    if why and (add or yes or toml):
        raise UsageError("--why goes with drafts that are printed: with --add, the key w says how a date was read")
    gc.enable()
    names = files or [STANDARD_INPUT]
    check_request(files, language, genre, codes(), "events are drafted")
    _check(names, add=add, implied=implied and not yes)
    texts = Texts(names)
    run = _Run(ctx, texts, stated_date("--published", published), language, genre)
    if add or yes:
        return run.added(asking=add, implied=implied)
    form = "json" if json else "jsonl" if jsonl else "toml" if toml else "text" if sys.stdout.isatty() else "lines"
    return run.printed(form, several=len(names) > 1, why=why)


def _check(names: list[str], *, add: bool, implied: bool) -> None:
    if implied:
        raise UsageError("--implied goes with --yes")
    if add and (STANDARD_INPUT in names or not (sys.stdin.isatty() and sys.stderr.isatty())):
        raise UsageError("--add asks on a terminal, of files that are named; in a script take --yes")


class _Run:
    """Drafts one text after the other, and counts."""

    def __init__(
        self, ctx: typer.Context, texts: Texts, published: "Interval | None", language: str | None, genre: str
    ) -> None:
        self.ctx = ctx
        self.texts = texts
        self.published = published
        self.language = language
        self.genre = genre
        self.found = 0
        self.undated: list[tuple[str, str]] = []

    def printed(self, form: str, *, several: bool, why: bool) -> int:
        """Print the drafts in a form, and return the exit code."""
        from timeline.render.drafts import Layout, find_draft_format

        here = page(self.ctx.obj, wide=form == "text")
        layout = Layout(here.width, here.colour, several, why)
        known = self._timeline_if_any()
        if form == "toml":
            write(self._toml(known))
        else:
            write(find_draft_format(form).render((one for one, _ in self._drafted(known)), layout))
        return self._end()

    def added(self, *, asking: bool, implied: bool) -> int:
        """Append drafts to the timeline, and return the exit code."""
        from timeline.cli.adding import Adding

        adding = Adding(self._path())
        left, there = 0, 0
        try:
            for drafted, published in self._drafted(None):
                if not drafted.extraction.drafts:
                    continue
                of = adding.propose(drafted.extraction, _file(drafted), published)
                known, remaining, ended = self._one(adding, of, drafted, asking=asking, implied=implied)
                left, there = left + remaining, there + known
                if ended:
                    break
        except KeyboardInterrupt:
            adding.write()
            tell(_summary(adding, left, there))
            raise
        finally:  # what was taken is written, whatever ends the run
            adding.write()
        write(f"{id_}\n" for id_ in adding.added.events)
        tell(_summary(adding, left, there))
        code = self._end()
        return code if code == DATA or not (adding.added.events or adding.added.claims or there) else DONE

    def _one(
        self, adding: "Adding", of: "Proposals", drafted: "Drafted", *, asking: bool, implied: bool
    ) -> tuple[int, int, bool]:
        """Take what is to be taken of one article: how many drafts were there, how many are left, whether to end."""
        from timeline.audit.proposals import Fate
        from timeline.cli.reviewing import Reviewed, review

        reviewed = Reviewed()
        if asking:
            try:
                review(of, drafted, self._cards(), reviewed, lambda event: adding.check(of, event))
            finally:
                adding.take(of, reviewed.taken, reviewed.merged)
                adding.write()
        else:
            for proposal in of.proposals:
                why = proposal.for_a_person
                if proposal.fate is Fate.SAME and proposal.other is not None:
                    tell(f"{drafted.name}: a claim of {proposal.other.event.id}: {_line(proposal)}")
                if proposal.fate is Fate.PERHAPS:
                    tell(f"{drafted.name}: left out, {why}: {_line(proposal)}")
                elif proposal.fate is not Fate.KNOWN and (not why or (implied and proposal.draft.implied)):
                    (reviewed.merged if proposal.fate is Fate.SAME else reviewed.taken).append(proposal)
            adding.take(of, reviewed.taken, reviewed.merged)
        known = sum(proposal.fate is Fate.KNOWN for proposal in of.proposals)
        left = len(of.proposals) - known - len(reviewed.taken) - len(reviewed.merged)
        return known, left, reviewed.skipped_rest

    def _cards(self) -> "Cards":
        from timeline.render.drafts import Layout
        from timeline.render.drafts.card import Cards

        here = page(self.ctx.obj, wide=True)
        return Cards(Layout(here.width, here.colour))

    def _toml(self, known: "Timeline | None") -> Iterator[str]:
        from timeline.audit.proposals import propose
        from timeline.cli.adding import Printed

        gap, printed = "", Printed()
        for drafted, published in self._drafted(known):
            of = propose(drafted.extraction, printed.records, {}, _file(drafted), published)
            text = printed.text(of, [proposal for proposal in of.proposals if not proposal.draft.implied])
            if text:
                yield gap + text
                gap = "\n"

    def _drafted(self, known: "Timeline | None") -> "Iterator[tuple[Drafted, Interval | None]]":
        """Yield each readable text with its drafts, and when it was published."""
        from timeline.api import extraction, interval_of
        from timeline.render.drafts import Drafted

        for name, read in self.texts:
            day = self.published or interval_of(read.published)
            found = extraction(read.text, day, self.language, known, self.genre)
            self.found += len(found.drafts)
            self.undated += [(name, seen.quote) for seen in found.undated]
            yield Drafted(name, read.text, found), day

    def _path(self) -> Path:
        path: Path = self.ctx.obj.path
        return path

    def _timeline_if_any(self) -> "Timeline | None":
        """The timeline whose names are known; there need be none."""
        from timeline.cli.reading import read_timeline
        from timeline.store.find import FileMissingError

        try:
            return read_timeline(self.ctx.obj) if self._path().exists() else None
        except FileMissingError:
            return None

    def _end(self) -> int:
        self.texts.tell_remarks()
        for name, quote in self.undated[:SHOWN]:
            tell(f"seen, but undated: {_short(quote)}" + (f" ({name})" if len(self.texts.names) > 1 else ""))
        if len(self.undated) > SHOWN:
            tell(f"seen, but undated: {len(self.undated) - SHOWN} more")
        tell(f"{self.found or 'no'} draft{'' if self.found == 1 else 's'}{self.texts.counted()}")
        return DATA if self.texts.unreadable else DONE if self.found else NOTHING


def _short(quote: str, longest: int = 110) -> str:
    plain = " ".join(quote.split())
    return plain if len(plain) <= longest else (plain[:longest].rpartition(" ")[0] or plain[:longest]) + " …"


def _line(proposal: "Proposal") -> str:
    return f"{proposal.draft.edtf} {proposal.draft.title}"


def _file(drafted: "Drafted") -> str:
    """The name of the file that a text came from; empty for standard input."""
    return "" if drafted.name == STANDARD_INPUT else Path(drafted.name).name


def _summary(adding: "Adding", left: int, there: int) -> str:
    events, claims = len(adding.added.events), len(adding.added.claims)
    said = [f"{events or 'no'} event{'' if events == 1 else 's'} added to {adding.path}"]
    if claims:
        said.append(f"{claims} claim{'' if claims == 1 else 's'} added to events that were there")
    return "; ".join([*said, *([f"{there} there already"] if there else []), *([f"{left} left out"] if left else [])])
