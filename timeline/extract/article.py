"""A text read from its first sentence to its last: which dates stand in which sentence, and what it names."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.dates import Grain, Interval
from timeline.events.records import Records
from timeline.expressions.load import language
from timeline.extract.draft import Undated
from timeline.extract.happenings import Scene, scene
from timeline.extract.lexicon import Lexicon
from timeline.extract.linking import Place
from timeline.extract.meant import meant
from timeline.extract.names import Name, Names, Sort, names_of
from timeline.extract.occasions import Occasion, occasions
from timeline.extract.sentences import Sentence, sentences
from timeline.extract.telling import is_event_date, may_be_event
from timeline.extract.words import Word, small
from timeline.extract.words import words as words_of
from timeline.resolve.mention import Mention
from timeline.resolve.publication import heads

LONGEST_SENTENCE = 3000  # characters; more is a table or a list without stops
DATELINE = 60  # characters behind the date: "March 25 (VNA) - HANOI —"
HEAD = 600  # characters of a text in which a dateline stands
LEAD = 3  # sentences at the head that are read for names, dated or not
_MARKS = r"[\s,;:&.()–—-]*"  # between the dates of a heading
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(?:\s*[-–—]\s*\d{1,2}[:.h]\d{2})?[\s:–-]*")  # an hour in front of an item
_AFTER_DATELINE = re.compile(r"[^.\n\w]{0,6}(?:\(?[A-ZĐÀ-Ỹ가-힣][\w/ ]{0,25}\)?)?\s*(?:--|—|–|-|:|\))\s+")


class Dated(NamedTuple):
    """A sentence with its dates: its own, or those of the heading that it stands under."""

    sentence: Sentence
    start: int  # of the quote: that of the heading, where the date is there
    scene: Scene
    occasions: Sequence[Occasion]
    mentions: Sequence[Mention]
    lent: bool = False
    above: Sequence[Name] = ()  # names in the headline right above, of the first sentence under it


class Article:
    """Reads a text from its first sentence to its last, and keeps what its dates stand in."""

    def __init__(self, text: str, mentions: Sequence[Mention], lexicon: Lexicon, records: Records) -> None:
        tongue = language(lexicon.code)
        self.text = text
        self.lexicon = lexicon
        self.names: Names = names_of(text, lexicon, records)
        self.named: list[Name] = []
        self.undated: list[Undated] = []
        joints = "|".join(map(re.escape, sorted(lexicon.words("words", "and_days"))))
        self._between = re.compile(rf"{_MARKS}(?:{joints})?{_MARKS}")
        self._dateline = re.compile(lexicon.entries["line"]["dateline"])
        self.every = [(mention.start, mention.end) for mention in mentions]
        told = [m for m in mentions if tongue is None or not heads(m, text, tongue)]
        self.mentions = meant(text, told, lexicon)
        self.lines = {m.start: m.end for m in mentions if tongue is not None and heads(m, text, tongue)}
        self.starts = [mention.start for mention in self.mentions]
        self.title = ""
        self.headline: list[Name] = []
        self._heads = [m.interval for m in mentions if m.start in self.lines and m.interval and not m.inferred]

    def published(self) -> Interval | None:
        """The day of writing that the text itself tells, in a stamp or a dateline."""
        days = [day for day in self._heads if day.grain is Grain.DAY and not day.stretch and not day.yearless]
        return days[0] if days else None

    def dated(self, *, undated: bool) -> Iterator[Dated]:
        """Yield the sentences that have a date, in order; `undated` looks at the others as well."""
        heading: tuple[int, Sequence[Mention]] = (0, ())
        above: Sentence | None = None  # the headline right above
        every = map(self._behind_dateline, sentences(self.text, self.lexicon, self.every))
        for number, sentence in enumerate(every):
            if sentence.end - sentence.start > LONGEST_SENTENCE:
                continue
            here = self._mentions(sentence)
            if sentence.heading and self._is_dates(sentence, here):
                heading = (sentence.start, [m for m in here if _lends(m)])
                continue
            if sentence.heading and not here:
                heading, above = (0, ()), None if sentence.title else sentence
            if sentence.title:
                self.title = self.text[sentence.start : sentence.end]
                self.headline = self._headline(sentence) if not _is_titled(self.title) else []
            if sentence.title or (sentence.heading and not here):
                continue
            one = self._sentence(sentence, here, heading, number)
            if one is None and undated:
                self._without_date(sentence)
            if one is not None:
                yield one._replace(above=self._headline(above)) if above else one
            above = None

    def _sentence(
        self, sentence: Sentence, here: Sequence[Mention], heading: tuple[int, Sequence[Mention]], number: int
    ) -> Dated | None:
        if not heading[1] and not any(may_be_event(mention) for mention in here):
            if number < LEAD and not sentence.heading:  # who a text is about, its head tells
                self._named(sentence)
            return None
        whole, marks = self._scene(sentence)
        if here and not (heading[1] and all(_in_brackets(self.text, m) for m in _own(here, whole))):
            return Dated(sentence, sentence.start, whole, marks, here)
        return Dated(sentence, heading[0], whole, marks, heading[1], lent=True)

    def _headline(self, sentence: Sentence) -> list[Name]:
        """The organisations in a headline: what it is about, the text below may name otherwise."""
        return [
            name
            for name in self.names.of(words_of(self.text, sentence.start, sentence.end))
            if name.sort is Sort.ORGANISATION
        ]

    def _behind_dateline(self, sentence: Sentence) -> Sentence:
        """The sentence without the dateline in front of it."""
        if sentence.start >= HEAD and not self.text[sentence.start].isdigit():
            return sentence
        ends = [end for start, end in self.lines.items() if sentence.start <= start < sentence.end]
        if sentence.start < HEAD and (line := self._dateline.match(self.text, sentence.start, sentence.end)):
            ends.append(line.end())
        if not ends:
            clock = _CLOCK.match(self.text, sentence.start, sentence.end)
            if clock is None or clock.end() >= sentence.end:
                return sentence
            return sentence._replace(start=clock.end(), heading=False)  # an item of a programme
        ends.sort()
        start = ends[-1]
        while found := _AFTER_DATELINE.match(self.text, start, min(sentence.end, ends[-1] + DATELINE)):
            start = found.end()
        return sentence._replace(start=start)

    def _mentions(self, sentence: Sentence) -> Sequence[Mention]:
        first = bisect_left(self.starts, sentence.start)
        return self.mentions[first : bisect_left(self.starts, sentence.end)]

    def _is_dates(self, sentence: Sentence, here: Sequence[Mention]) -> bool:
        """Whether a line is nothing but dates: the heading over what happened then."""
        at = sentence.start
        for mention in here:
            if self._between.fullmatch(self.text, at, mention.start) is None:
                return False
            at = mention.end
        return bool(here) and self._between.fullmatch(self.text, at, sentence.end) is not None

    def _named(self, sentence: Sentence, *, heard: bool = True) -> tuple[list[Word], str, list[Name]]:
        """The words of a sentence, its small letters, and who is named in it."""
        words = words_of(self.text, sentence.start, sentence.end)
        low = small(self.text[sentence.start : sentence.end])
        names = self.names.of(words, [(m.start, m.end) for m in self._mentions(sentence)], low)
        if heard:
            self.named += names
            self.names.hear(names)
        return words, low, names

    def _scene(self, sentence: Sentence, *, heard: bool = True) -> tuple[Scene, list[Occasion]]:
        words, low, names = self._named(sentence, heard=heard)
        marks = occasions(self.text, sentence.start, sentence.end, names, self.lexicon)
        return scene(words, low, names, self.lexicon, [mark.about for mark in marks]), marks

    def _without_date(self, sentence: Sentence) -> None:
        """A happening that is told and has no date: seen, and left out."""
        low = small(self.text[sentence.start : sentence.end])
        if sentence.heading or not self._may_tell(low):
            return
        whole, _ = self._scene(sentence, heard=False)
        if self.lexicon.pattern("clause.negated").search(low) or self.lexicon.pattern("clause.planned").search(low):
            return
        main = [h for h in whole.told if whole.clause[h.verb or 0] == 0 and h.kind in _SEEN]
        acting = [name for name in whole.names if name.sort is not Sort.PLACE]
        if main and acting and acting[0].start < whole.words[main[0].at].start:
            quote = self.text[sentence.start : sentence.end]
            self.undated.append(Undated(sentence.start, sentence.end, main[0].kind, quote))

    def _may_tell(self, low: str) -> bool:
        """Whether a sentence has a word for an event that is worth telling of without its date."""
        triggers = (self.lexicon.triggers[hit.group()] for hit in self.lexicon.trigger_pattern.finditer(low))
        return any(trigger.noun in _SEEN or trigger.verb in _SEEN for trigger in triggers)


# Kinds that are an event by themselves, wherever a sentence tells of one.
_SEEN = frozenset(
    {"congress", "conference", "forum", "seminar", "workshop", "meeting", "visit", "reception", "ceremony", "festival"}
    | {"exhibition", "competition", "founding", "opening", "election", "appointment", "credentials", "award", "death"}
)


def _is_titled(line: str) -> bool:
    """Whether a headline has capitals for most of its words, so that they say nothing of names."""
    words = [word for word in line.split() if len(word) > 3 and word[:1].isalpha()]
    return 2 * sum(word[:1].isupper() for word in words) > len(words) > 4


def _own(here: Sequence[Mention], whole: Scene) -> Iterator[Mention]:
    """The dates of a sentence on which something may have happened."""
    for mention in here:
        if is_event_date(mention, Place(whole.place(mention.start), whole.place(mention.end - 1) + 1), whole):
            yield mention


def _in_brackets(text: str, mention: Mention) -> bool:
    before, behind = text[max(0, mention.start - 4) : mention.start], text[mention.end : mention.end + 4]
    return before.rstrip()[-1:] == "(" and behind.lstrip()[:1] == ")"


def _lends(mention: Mention) -> bool:
    """Whether the date of a heading may be that of what stands under it: one moment, a year or finer."""
    interval = mention.interval
    if interval is None or interval.earliest is None or interval.grain.rank > Grain.YEAR.rank:
        return False
    return not (interval.stretch and interval.grain is Grain.YEAR)
