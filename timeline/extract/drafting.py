"""From an article to drafts: sentence by sentence, each date with the happening that it is of."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from timeline.dates import Grain, Interval
from timeline.events.records import Records
from timeline.extract.draft import Draft, Extraction, Undated
from timeline.extract.happenings import Happening, Scene, scene
from timeline.extract.lexicon import Lexicon
from timeline.extract.linking import Place, linked
from timeline.extract.names import Names, Sort, names_of
from timeline.extract.occasions import Occasion, occasions
from timeline.extract.participants import Participants, participants
from timeline.extract.sentences import Sentence, sentences
from timeline.extract.status import cancelled, planned
from timeline.extract.telling import is_event_date, is_generic
from timeline.extract.titles import title
from timeline.extract.words import words as words_of
from timeline.resolve.mention import Mention

LONGEST_SENTENCE = 3000  # characters; more is a table or a list without stops


def draft(
    text: str, mentions: Sequence[Mention], lexicon: Lexicon, records: Records, published: Interval | None
) -> Extraction:
    """Draft the events of a text, whose date expressions are given in order."""
    return _Drafting(text, mentions, lexicon, records, published).extraction()


class _Drafting:
    def __init__(
        self, text: str, mentions: Sequence[Mention], lexicon: Lexicon, records: Records, published: Interval | None
    ) -> None:
        self.text = text
        self.mentions = mentions
        self.starts = [mention.start for mention in mentions]
        self.lexicon = lexicon
        self.records = records
        self.published = published
        self.names: Names = names_of(text, lexicon, records)
        self.told: list[str] = []  # the organisations in the order they were named
        self.undated: list[Undated] = []

    def extraction(self) -> Extraction:
        drafts = [made for sentence in sentences(self.text, self.lexicon) for made in self._of(sentence)]
        return Extraction(tuple(drafts), tuple(self.undated))

    def _of(self, sentence: Sentence) -> Iterator[Draft]:
        first = bisect_left(self.starts, sentence.start)
        here = self.mentions[first : bisect_left(self.starts, sentence.end)]
        if sentence.title or sentence.end - sentence.start > LONGEST_SENTENCE:
            return
        if not here:
            self._without_date(sentence)
            return
        whole = self._scene(sentence)
        yield from self._dated(sentence, whole, here)
        self.told += [name.name for name in whole.names if name.sort is Sort.ORGANISATION]
        del self.told[:-8]

    def _scene(self, sentence: Sentence) -> Scene:
        words = words_of(self.text, sentence.start, sentence.end)
        low = _small(self.text[sentence.start : sentence.end])
        return scene(words, low, self.names.of(words), self.lexicon)

    def _without_date(self, sentence: Sentence) -> None:
        """A happening that is told and has no date: seen, and left out."""
        low = _small(self.text[sentence.start : sentence.end])
        if sentence.heading or self.lexicon.trigger_pattern.search(low) is None:
            return
        whole = self._scene(sentence)
        self.told += [name.name for name in whole.names if name.sort is Sort.ORGANISATION]
        del self.told[:-8]
        main = [h for h in whole.told_by_verb() if whole.clause[h.verb or 0] == 0 and h.kind not in _TALK]
        acting = [name for name in whole.names if name.sort is not Sort.PLACE]
        if main and acting and acting[0].start < whole.words[main[0].at].start:
            quote = self.text[sentence.start : sentence.end]
            self.undated.append(Undated(sentence.start, sentence.end, main[0].kind, quote))

    def _dated(self, sentence: Sentence, whole: Scene, here: Sequence[Mention]) -> Iterator[Draft]:
        places = [Place(whole.index(mention.start), whole.index(mention.end - 1) + 1) for mention in here]
        marks = occasions(self.text, sentence.start, sentence.end, whole.names, self.lexicon)
        used: set[Occasion] = set()
        for mention, place in zip(here, places, strict=True):
            if mention.interval is None or not is_event_date(mention, place, whole):
                continue
            for happening in linked(whole, place, places):
                if not is_generic(whole, happening, mention):
                    yield from self._draft(sentence, whole, mention, place, happening, marks, used)

    def _draft(  # noqa: PLR0913, PLR0917 - what a draft is made of
        self,
        sentence: Sentence,
        whole: Scene,
        mention: Mention,
        place: Place,
        happening: Happening,
        marks: Sequence[Occasion],
        used: set[Occasion],
    ) -> Iterator[Draft]:
        if happening.kind == "anniversary" and marks:
            for occasion in marks:
                if occasion not in used:
                    used.add(occasion)
                    yield from self._anniversary(sentence, whole, mention, happening, occasion)
            return
        who = participants(whole, happening, told=self.told)
        yield self._made(sentence, whole, mention, place, happening, who)

    def _made(
        self, sentence: Sentence, whole: Scene, mention: Mention, place: Place, happening: Happening, who: Participants
    ) -> Draft:
        assert mention.interval is not None  # noqa: S101 - asked before
        status = self._status(whole, happening, place, mention.interval)
        return Draft(
            mention.start,
            mention.end,
            mention.text,
            mention.interval.edtf,
            happening.kind,
            title(whole, happening, place),
            who.organisations,
            who.people,
            who.places,
            status,
            quote=self.text[sentence.start : sentence.end],
            interval=mention.interval,
            inferred=mention.inferred,
            steps=mention.steps,
            names=who.names,
        )

    def _status(self, whole: Scene, happening: Happening, place: Place, interval: Interval) -> str:
        if cancelled(whole, happening):
            return "cancelled"
        return "planned" if planned(whole, happening, place, interval, self.published) else "held"

    def _anniversary(
        self, sentence: Sentence, whole: Scene, mention: Mention, happening: Happening, occasion: Occasion
    ) -> Iterator[Draft]:
        """An anniversary on its day, and the event that it implies."""
        assert mention.interval is not None  # noqa: S101 - asked before
        who = participants(whole, happening, told=())
        organisations = (occasion.organisation,) if occasion.organisation else ()
        quote = self.text[sentence.start : sentence.end]
        whom = occasion.organisation or occasion.topic
        drafted = Draft(
            mention.start,
            mention.end,
            mention.text,
            mention.interval.edtf,
            "anniversary",
            _anniversary_title(self.text, occasion, whom, self.lexicon),
            organisations,
            (),
            who.places if happening.verb is not None else (),
            "held",
            quote=quote,
            interval=mention.interval,
            inferred=mention.inferred,
            steps=mention.steps,
        )
        yield drafted
        first = mention.interval.earliest
        if first is None:
            return
        from timeline.extract.implied import implied

        made = implied(drafted, occasion, whom)
        if made is not None:
            yield made


_TALK = frozenset({"decision", "proposal", "message", "agreement", "launch", "founding", "tenure", "donation", "talks"})


def _anniversary_title(text: str, occasion: Occasion, whom: str, lexicon: Lexicon) -> str:
    if lexicon.code == "en" and whom:
        return f"{occasion.years} years of {whom}" if not occasion.organisation else f"{_ordinal(occasion.years)} anniversary of the {whom}"
    return " ".join(f"{text[occasion.start : occasion.end]} {whom}".split())


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _small(text: str) -> str:
    """Small letters, as many as there were letters."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(letter.lower()[:1] for letter in text)


__all__ = ["Grain", "draft"]
