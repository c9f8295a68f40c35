"""From drafts to the records of a timeline: events, and the organisations and the source that they name."""

from collections.abc import Iterator
from typing import NamedTuple

from timeline.dates import Day, Grain, Interval
from timeline.dates.errors import MONTHS
from timeline.errors import TimelineError
from timeline.events.names import fold, slug, spellings, unused
from timeline.events.records import Event, Organisation, Records, Source
from timeline.expressions.load import language
from timeline.extract.draft import Draft, Extraction
from timeline.resolve import Context, resolve


class Recorded(NamedTuple):
    """A draft as records: its event, and the organisations that it brings."""

    event: Event
    organisations: tuple[Organisation, ...] = ()


class Recorder:
    """Turns the drafts of one article into records of a timeline, with the ids that are there or new ones."""

    def __init__(self, records: Records, extraction: Extraction, name: str, published: Interval | None = None) -> None:
        """Take what the timeline holds, an article's drafts, the name of its file, and when it was published."""
        self._extraction = extraction
        self._published = published or extraction.published
        self._anchor: Interval | None = None
        self._ids = {fold(name): id_ for id_, record in records.organisations.items() for name in spellings(record)}
        self._taken = set(records.organisations)
        self._new: dict[str, Organisation] = {}
        self.is_known_source, self.source = self._source_of(records, name)
        self._anchor = _day_of(self.source)

    def record(self, draft: Draft) -> Recorded:
        """Return the event of a draft, and the organisations that the timeline does not have yet."""
        before = set(self._new)
        ids = tuple(self._organisation(name, draft) for name in draft.organisations)
        event = Event(
            "",
            draft.title,
            kind=draft.kind,
            organisations=tuple(dict.fromkeys(ids)),
            people=draft.people,
            places=draft.places,
            status=draft.status,
            implied=draft.implied,
            source=self.source.id,
            quote=" ".join(draft.quote.split()),
            notes=draft.doubtful,
        )
        new = tuple(organisation for id_, organisation in self._new.items() if id_ not in before)
        return Recorded(self._dated(event, draft), new)

    def _dated(self, event: Event, draft: Draft) -> Event:
        """The event with a `when` that means what the article meant: its own words, if they mean it by themselves."""
        words = " ".join(draft.expression.split())
        interval = draft.interval
        if interval is None or draft.implied:
            return event._replace(when=draft.edtf, words=words)
        if self._means(words, None, draft):
            return event._replace(when=words)
        if self._anchor is not None and not draft.inferred and self._means(words, self._anchor, draft):
            return event._replace(when=words)
        if self._published is not None and not draft.inferred and self._means(words, self._published, draft):
            return event._replace(when=words, anchor=self._published.edtf)
        if draft.inferred and interval.earliest is not None:
            year = f"{interval.earliest.year:04d}"
            anchor = resolve(year, Context()).interval
            if self._means(words, anchor, draft):
                return event._replace(when=words, anchor=year)
            # A year that nobody told stays marked as inferred only where it is no part of the date.
            yearless = self._yearless(interval.earliest)
            if self._means(yearless, anchor, draft):
                return event._replace(when=yearless, anchor=year, words=words)
        plain = next((form for form in _forms(interval) if self._means(form, None, draft)), draft.edtf)
        return event._replace(when=plain, words=words)

    def _yearless(self, day: Day) -> str:
        """A day as the article's language says it without its year."""
        tongue = language(self._extraction.language)
        form = tongue.said.get("yearless", "") if tongue else ""
        return form.format(day=day.day, month=day.month, month_name=MONTHS[day.month - 1])

    def _means(self, words: str, anchor: Interval | None, draft: Draft) -> bool:
        """Whether words mean by themselves, or from an anchor, what they meant in the article."""
        try:
            meant = resolve(words, Context(anchor, self._extraction.language))
        except (TimelineError, RecursionError):
            return False
        return meant.interval.edtf == draft.edtf and (anchor is not None or not meant.inferred)

    def _organisation(self, name: str, draft: Draft) -> str:
        """The id of an organisation; one that is new is kept, with its abbreviations and its parent."""
        known = self._ids.get(fold(name))
        if known is not None:
            return known
        id_ = unused(slug(name).replace("event-", "organisation-"), self._taken)
        self._taken.add(id_)
        self._ids[fold(name)] = id_
        parent = next((one.parent for one in draft.names if one.name == name and one.parent), None)
        above = self._organisation(parent, draft) if parent and fold(parent) != fold(name) else None
        aliases = tuple(alias for alias in self._extraction.aliases.get(name, ()) if fold(alias) not in self._ids)
        self._ids.update(dict.fromkeys(map(fold, aliases), id_))
        self._new[id_] = Organisation(id_, name, aliases, above)
        return id_

    def _source_of(self, records: Records, name: str) -> tuple[bool, Source]:
        """The source that an article is; the timeline's own, where it has one of that file."""
        title = self._extraction.title
        for source in records.sources.values():
            named = bool(name) and source.file == name and title in {"", source.title}
            if (named or (title and not name and source.title == title)) and self._is_of(source):
                return True, source
        day = self._published
        made = Source(
            unused(slug(title or name or "source"), records.sources),
            title or name,
            language=self._extraction.language or None,
            published=day.edtf if day is not None and day.grain.rank <= Grain.YEAR.rank else None,
            file=name,
        )
        return False, made

    def _is_of(self, source: Source) -> bool:
        """Whether a source can be this article: nothing says that the two were published on different days."""
        day = _day_of(source)
        return day is None or self._published is None or day.overlaps(self._published)


def _day_of(source: Source) -> Interval | None:
    """When a source says that it was published, as far as its words mean that by themselves."""
    if source.published is None:
        return None
    try:
        return resolve(source.published, Context(None, source.language)).interval
    except (TimelineError, RecursionError):
        return None


def _forms(interval: Interval) -> Iterator[str]:
    """Texts that mean a date in every language: EDTF; Q1 2022 for quarters and halves, whose EDTF reads as years."""
    yield interval.edtf
    if interval.earliest is not None and interval.grain in _LETTERS:
        letter, months = _LETTERS[interval.grain]
        yield f"{letter}{(interval.earliest.month - 1) // months + 1} {interval.earliest.year:04d}"


_LETTERS = {Grain.QUARTER: ("Q", 3), Grain.HALF: ("H", 6)}
