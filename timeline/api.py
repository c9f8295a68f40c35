"""The verbs of the library: resolve a date, load a timeline, select from it, render it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any

from timeline.dates import Day, Interval
from timeline.errors import TimelineError
from timeline.query import QueryError, Selection, read_period, select, select_day
from timeline.resolve import Context, Resolution
from timeline.resolve import resolve as _resolve

if TYPE_CHECKING:
    import datetime as dt
    import os

    from timeline.events.records import Dated, Records, Source
    from timeline.extract import Draft, Extraction
    from timeline.query.counting import Counted
    from timeline.query.upcoming import Coming
    from timeline.render import Format, Page
    from timeline.resolve.mention import Mention
    from timeline.store import Problem, Reading
    from timeline.store.recall import Recalled

    Date = str | Day | Interval | dt.date

GENRES = ("news", "narrative")

__all__ = [
    "GENRES",
    "ArgumentError",
    "Timeline",
    "UnknownEventError",
    "UnknownGenreError",
    "UnknownLanguageError",
    "View",
    "extract",
    "extraction",
    "find_dates",
    "load",
    "resolve",
]


class UnknownEventError(QueryError):
    """An id that no event of the timeline has."""

    def __init__(self, id_: str, ids: Sequence[str]) -> None:
        """Take the id and those that exist."""
        from timeline.events.names import did_you_mean, suggest

        super().__init__(f'no event has the id "{id_}"{did_you_mean(suggest(id_, ids))}')


class UnknownGenreError(TimelineError):
    """A genre that is neither news nor narrative."""

    def __init__(self, genre: str) -> None:
        from timeline.events.names import did_you_mean, suggest

        hint = did_you_mean(suggest(genre, GENRES)) or '; accepted are "news" and "narrative"'
        super().__init__(f'there is no genre "{genre}"{hint}')


class UnknownLanguageError(TimelineError):
    """A language in which no dates are found."""

    def __init__(self, language: str, known: Sequence[str]) -> None:
        """Take its code and those that exist."""
        super().__init__(f'dates are found in {", ".join(known)}, and not in "{language}"')


class ArgumentError(TimelineError, TypeError):
    """An argument of a type that cannot be read."""

    def __init__(self, name: str, accepted: str, value: object) -> None:
        """Take the argument's name, what it accepts, and what was given."""
        super().__init__(f"{name} is {accepted}, and not {type(value).__name__} ({value!r})")


def resolve(
    text: str,
    anchor: "Date | None" = None,
    language: str | None = None,
    *,
    date_order: str | None = None,
    south: bool = False,
    lookup: "Callable[[str], Interval] | None" = None,
) -> Resolution:
    """Return what a date expression means.

    `anchor` is the day, or the window, that relative dates count from: a Day, an Interval, a date or a date expression.
    `language` is a code such as "en" (None: tell it from the text; "edtf": EDTF and nothing else), `date_order` is
    "dmy" or "mdy", `south` turns the seasons, `lookup` finds the date of an `@id`. Raises a TimelineError where the
    text is no date.
    """
    _want(text, str, "text", "a date expression as a str")
    context = Context(anchor=interval_of(anchor), language=language, date_order=date_order, south=south, lookup=lookup)
    return _resolve(text, context)


def find_dates(
    text: str,
    published: "Date | None" = None,
    language: str | None = None,
    genre: str = "news",
    *,
    date_order: str | None = None,
    south: bool = False,
    why: bool = False,
) -> "list[Mention]":
    """Return the date expressions of a text in order, each resolved as far as the text and `published` reach.

    `published` is the day, or the window, of publication; None looks for a stamp or a dateline in the text.
    `language` is a code such as "en", None tells it from the text, which gives no mentions where that
    language is not known.
    `genre` "news" counts relative dates from `published`, "narrative" from the dates told before. start and end are
    code points. `why` adds the steps to each. Raises UnknownLanguageError, UnknownGenreError and ArgumentError.
    """
    load, mentions = _finding()
    _want(text, str, "text", "a str")
    if genre not in GENRES:
        raise UnknownGenreError(genre)
    tongue = load(language or _detected(text))
    if tongue is None:
        if language:
            from timeline.expressions.language_files import codes

            raise UnknownLanguageError(language, codes())
        return []
    context = Context(interval_of(published), tongue.code, date_order, south, genre=genre)  # type: ignore[arg-type]
    return list(mentions(text, tongue, context, telling=why))


def extract(
    text: str,
    published: "Date | None" = None,
    language: str | None = None,
    timeline: "Timeline | None" = None,
    genre: str = "news",
) -> "list[Draft]":
    """Return drafts of the events that a text tells of, in its order, each with the date expression it rests on.

    The arguments are those of `find_dates`; `timeline` is one whose organisations and people are known. start and end
    are code points of the date expression. Drafts that an anniversary implies are among them, marked `implied`. Raises
    UnknownLanguageError, UnknownGenreError and ArgumentError.
    """
    return list(extraction(text, published, language, timeline, genre, undated=False).drafts)


def extraction(
    text: str,
    published: "Date | None" = None,
    language: str | None = None,
    timeline: "Timeline | None" = None,
    genre: str = "news",
    *,
    undated: bool = True,
) -> "Extraction":
    """Return what `extract` does, and the happenings that the text tells of without a date."""
    from timeline.events.records import Records
    from timeline.expressions.detect import detect
    from timeline.extract import Extraction, codes, draft, lexicon

    _want(text, str, "text", "a str")
    code = language or detect(text) or "en"
    words = lexicon(code.split("-", maxsplit=1)[0].lower())
    if words is None:
        if language:
            raise UnknownLanguageError(language, codes())
        return Extraction()
    mentions = find_dates(text, published, code, genre, why=True)
    known = timeline.records if timeline else Records()
    return draft(text, mentions, words, known, interval_of(published), undated=undated)


@cache
def _finding() -> Any:
    """What loads a language and what finds mentions, imported with the first text that is read.

    A statement of import costs a microsecond at each call: of a message of a line that is a twentieth of its time.
    """
    from timeline.expressions.load import language
    from timeline.resolve.mentions import mentions

    return language, mentions


def _detected(text: str) -> str:
    from timeline.expressions.detect import detect

    return detect(text) or "en"


def interval_of(date: "Date | None") -> Interval | None:
    """Return a date of any sort as an interval; None stays None."""
    if date is None or isinstance(date, Interval):
        return date
    if isinstance(date, Day):
        from timeline.dates.units import day

        return day(date)
    return _stated(str(date))


@lru_cache(4096)
def _stated(date: str) -> Interval:
    """Return the interval of a date that hangs on nothing; an archive has many texts of one day."""
    return _resolve(date, Context()).interval


def _want(value: object, types: type | tuple[type, ...], name: str, accepted: str) -> None:
    if not isinstance(value, types):
        raise ArgumentError(name, accepted, value)


def load(path: "str | os.PathLike[str]") -> "Timeline":
    """Return the timeline of a file or a folder of files; what is wrong in it is in `problems`."""
    import os

    from timeline.store import read

    _want(path, (str, os.PathLike), "path", "a str or a path")
    return Timeline(read(Path(path)))


class Timeline:
    """A timeline as read.

    `records` are as they are written, `dated` has each event with its date by its id, `problems` what is wrong in the
    files, `paths` those files.
    """

    def __init__(self, reading: "Reading | Recalled") -> None:
        self._reading = reading
        self.records: Records = reading.records
        self.dated: Mapping[str, Dated] = reading.dated
        self.problems: tuple[Problem, ...] = reading.problems
        self.paths = reading.paths

    def event(self, id_: str) -> "Dated":
        """Return one event by its id, with or without @; raises UnknownEventError."""
        _want(id_, str, "id_", "an id as a str")
        found = self.dated.get(id_.removeprefix("@"))
        if found is None:
            raise UnknownEventError(id_, list(self.dated))
        return found

    def check(
        self, *, duplicates: bool = False, texts: "Callable[[Source], str | None] | None" = None
    ) -> "tuple[Problem, ...]":
        """Return what is wrong with the timeline: the problems of its files, and what a look at the whole finds.

        `duplicates` adds the pairs that may be the same event; `texts` gives the text of a source, None where there is
        none, and every date with a quote is read again from it.
        """
        from timeline.audit import look_at_doubles, look_at_drift, look_over
        from timeline.store import read
        from timeline.store.recall import Recalled

        # What is recalled does not know its places any more.
        reading = read(self._reading.path) if isinstance(self._reading, Recalled) else self._reading
        found = look_over(reading.dated)
        if duplicates:
            found += look_at_doubles(reading.dated.values())
        if texts is not None:
            found += look_at_drift(reading.dated, reading.records, texts)
        findings = map(reading.problem, found)
        order = {path: number for number, path in enumerate(reading.paths)}
        every = (*reading.problems, *findings)
        return tuple(sorted(every, key=lambda problem: (order.get(problem.path, -1), problem.line, problem.column)))

    def period(self, words: str, today: "Date | None" = None) -> Interval:
        """Return the period that some words mean in this timeline; "last year" counts from `today`."""
        _want(words, str, "words", "a date expression as a str")
        return read_period(words, self.records, today=interval_of(today), lookup=self.date_of)

    def select(
        self,
        period: "str | Interval | None" = None,
        *,
        today: "Date | None" = None,
        with_children: bool = False,
        certain: bool = False,
        starting: bool = False,
        **filters: str | Sequence[str],
    ) -> "View":
        """Return the events of a period that pass the filters.

        Filters are org, kind, person, place, tag, source, series, status and text: one filter with several values means
        or, several filters mean and. Without a period every event is selected; "last year" counts from `today`.
        `with_children` takes the organisations below one along, `certain` leaves the merely possible out, `starting`
        keeps what begins in the period.
        """
        _want(period, (str, Interval, NoneType), "period", "a date expression as a str, an Interval or None")
        span = self.period(period, today) if isinstance(period, str) else period
        for name, value in filters.items():
            _want(value, (str, Iterable), name, "a str or several")
        wanted = {name: [value] if isinstance(value, str) else list(value) for name, value in filters.items()}
        dated = self.dated.values()
        return View(
            select(dated, self.records, span, wanted, children=with_children, certain=certain, starting=starting)
        )

    def upcoming(
        self, period: "str | Interval | None" = None, *, today: "Date | None" = None, **wanted: Any
    ) -> "list[Coming]":
        """Return the anniversaries, the planned events and the next of each series in a period, in order.

        The period is the twelve months from `today` where none is given. What else is wanted are the filters and flags
        of `select`. Raises PeriodError where the period has no end.
        """
        from timeline.query.upcoming import bounded, months_from, upcoming

        day = interval_of(today)
        now = day.earliest if day else None
        span = self.period(period, today) if isinstance(period, str) else period
        if span is None:
            if now is None:
                raise ArgumentError("today", "the day to count from, where no period is given", today)
            span = months_from(now)
        span = bounded(span, now, period if isinstance(period, str) else span.edtf)
        flags = {name: bool(wanted.pop(name, False)) for name in ("certain", "starting")}
        chosen = [match.dated for match in self.select(**wanted).matches]
        return upcoming(chosen, self.dated, span, **flags)

    def render(self, form: str, page: "Page | None" = None) -> str:
        """Return the whole timeline in a format, such as "markdown", "json" or "lines"."""
        return self.select().render(form, page)

    def date_of(self, id_: str) -> Interval:
        """Return the date of an event by its id; raises UnknownIdError or UndatedReferenceError."""
        from timeline.events.errors import UndatedReferenceError, UnknownIdError

        name = id_.removeprefix("@")
        if name not in self.dated:
            raise UnknownIdError(name, self.dated)
        interval = self.dated[name].interval
        if interval is None or not interval.dated:
            raise UndatedReferenceError(name)
        return interval


class View:
    """Some events of a timeline, in order, ready to be rendered.

    `matches` are those with a date, each with its event, its date and its certainty; `undated` those without a year.
    `period` is what was asked for, None for all; `counts` says how many are certain, possible, left out and undated.
    """

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self.period = selection.period
        self.matches = selection.matches
        self.undated = selection.undated
        self.counts = selection.counts

    def on_day(self, day: "Date", *, certain: bool = False, starting: bool = False) -> "View":
        """Return what fell on that day of the year, in any year: only dates that are known to the day.

        `certain` leaves the merely possible out, `starting` keeps what began on the day.
        """
        span = interval_of(day)
        if span is None or span.days != 1 or span.earliest is None:
            raise ArgumentError("day", "one day, such as 2021-07-09", day)
        return View(select_day(self.selection, span.earliest, certain=certain, starting=starting))

    def count(self, by: str) -> "Counted":
        """Count the events by "year", "kind" or another grouping; by "org,org" which two are named together.

        Raises UnknownGroupingError and TooManyGroupingsError.
        """
        from timeline.query.counting import count, read_groupings

        return count(self.selection, read_groupings(by))

    def reversed(self) -> "View":
        """Return the same events, the latest first."""
        return View(self.selection.reversed())

    def limited(self, number: int) -> "View":
        """Return the first so many of the events."""
        return View(self.selection.limited(number))

    def render(self, form: str, page: "Page | None" = None) -> str:
        """Return the events in a format; raises UnknownFormatError, and OptionError for options it does not have."""
        from timeline.render import find_format

        return "".join(self.pieces(find_format(form), page))

    def pieces(self, form: "Format", page: "Page | None" = None) -> Iterator[str]:
        """Return the events in a format, piece by piece; raises OptionError for options that it does not have."""
        from timeline.render import Page, check_options

        page = page or Page()
        check_options(form, page.options)
        return form.render(self.selection, page)
