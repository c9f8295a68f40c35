"""From an article to drafts: sentence by sentence, each date with the happening that it is of."""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.dates import Grain, Interval
from timeline.events.records import Records
from timeline.expressions.load import language
from timeline.extract.anniversaries import anniversary
from timeline.extract.cast import Cast
from timeline.extract.draft import Draft, Extraction, Undated
from timeline.extract.happenings import Happening, Scene, scene
from timeline.extract.lexicon import Lexicon
from timeline.extract.linking import Place, is_said, lasting, linked, office, told
from timeline.extract.meant import is_moved_to, meant, without_coarse
from timeline.extract.names import Name, Names, Sort, names_of
from timeline.extract.occasions import Occasion, occasions
from timeline.extract.participants import Participants, everyone, participants
from timeline.extract.sentences import Sentence, sentences
from timeline.extract.status import negated, status
from timeline.extract.telling import is_event_date, is_generic, may_be_event
from timeline.extract.titles import title, told_again
from timeline.extract.words import Word, small
from timeline.extract.words import words as words_of
from timeline.resolve.mention import Mention
from timeline.resolve.publication import heads

LONGEST_SENTENCE = 3000  # characters; more is a table or a list without stops
UNKNOWN = "no word says what kind of event it is"
LONGEST_OFFICE = 45 * 365  # days
LONGEST_LIFE = 110 * 366  # days
LONGEST_NAME = 40  # characters
LIFE_BEGINS = 10  # words of a sentence before the brackets of a life
DATELINE = 60  # characters behind the date: "March 25 (VNA) - HANOI —"
HEAD = 600  # characters of a text in which a dateline stands
LEAD = 3  # sentences at the head that are read for names, dated or not
_BETWEEN = re.compile(r"[\s,;:&.()–—-]*(?:and|và|및)?[\s,;:&.()–—-]*")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(?:\s*[-–—]\s*\d{1,2}[:.h]\d{2})?[\s:–-]*")  # an hour in front of an item
_AFTER_DATELINE = re.compile(r"[^.\n\w]{0,6}(?:\(?[A-ZĐÀ-Ỹ가-힣][\w/ ]{0,25}\)?)?\s*(?:--|—|–|-|:|\))\s+")


class _Dated(NamedTuple):
    """A sentence with its dates: its own, or those of the heading that it stands under."""

    sentence: Sentence
    start: int  # of the quote: that of the heading, where the date is there
    scene: Scene
    occasions: Sequence[Occasion]
    mentions: Sequence[Mention]
    lent: bool = False
    above: Sequence[Name] = ()  # names in the headline right above, of the first sentence under it


def draft(
    text: str,
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    records: Records,
    published: Interval | None,
    *,
    undated: bool = False,
) -> Extraction:
    """Draft the events of a text, whose date expressions are given in order.

    `undated` looks for what is told without a date too, which changes no draft.
    """
    article = _Article(text, mentions, lexicon, records)
    dated = deque(article.dated(undated=undated))
    delegation = re.compile(lexicon.entries["organisation"]["guest"])
    cast = Cast(text, article.named, article.names.spellings(), delegation, article.headline)
    drafts: list[Draft] = []
    while dated:  # a sentence that is read is let go: a long text has many words
        drafts += _drafts(text, dated.popleft(), cast, published)
    return Extraction(
        tuple(drafts),
        tuple(article.undated),
        article.title,
        article.published(),
        article.names.spellings(),
        lexicon.code,
    )


class _Article:
    """Reads a text from its first sentence to its last, and keeps what its dates stand in."""

    def __init__(self, text: str, mentions: Sequence[Mention], lexicon: Lexicon, records: Records) -> None:
        tongue = language(lexicon.code)
        self.text = text
        self.lexicon = lexicon
        self.names: Names = names_of(text, lexicon, records)
        self.named: list[Name] = []
        self.undated: list[Undated] = []
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

    def dated(self, *, undated: bool) -> Iterator[_Dated]:
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
    ) -> _Dated | None:
        if not heading[1] and not any(may_be_event(mention) for mention in here):
            if number < LEAD and not sentence.heading:  # who a text is about, its head tells
                self._named(sentence)
            return None
        whole, marks = self._scene(sentence)
        if here and not (heading[1] and all(_in_brackets(self.text, m) for m in _own(here, whole))):
            return _Dated(sentence, sentence.start, whole, marks, here)
        return _Dated(sentence, heading[0], whole, marks, heading[1], lent=True)

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
            if _BETWEEN.fullmatch(self.text, at, mention.start) is None:
                return False
            at = mention.end
        return bool(here) and _BETWEEN.fullmatch(self.text, at, sentence.end) is not None

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


def _drafts(text: str, one: _Dated, cast: Cast, published: Interval | None) -> Iterator[Draft]:
    here = without_coarse([mention for mention in one.mentions if mention.interval is not None])
    if one.lent:
        places = [Place(0, 0)] * len(here)
    else:
        places = [Place(one.scene.place(m.start), one.scene.place(m.end - 1) + 1) for m in here]
    here, places = _without_origins(one, here, places)
    dates = [is_event_date(mention, place, one.scene) for mention, place in zip(here, places, strict=True)]
    paired = _paired(one, [mention for mention, is_date in zip(here, dates, strict=True) if is_date])
    made: set[tuple[str, Happening]] = set()
    used: set[Occasion] = set()
    for mention, place, is_date in zip(here, places, dates, strict=True):
        jubilee = [] if one.lent else _jubilee(text, one, mention, cast) or list(_life(text, one, mention, place))
        if jubilee:
            steps = jubilee[0].steps[-1:] or ("",)
            used.update(occasion for occasion in one.occasions if str(occasion.years) in steps[0].split())
            yield from jubilee
            continue
        held = _is_long(mention) and not one.lent and _holds(one, mention, place)
        if not one.lent and not held and not is_date:
            continue
        for happening in _happenings(one, mention, place, places):
            key = (mention.interval.edtf if mention.interval else "", happening)
            if key not in made and not is_generic(one.scene, happening, mention) and not negated(one.scene, happening):
                made.add(key)
                yield from _of(
                    text, _with(one, paired.get(mention)), mention, place, places, happening, cast, published, used
                )


def _without_origins(one: _Dated, here: list[Mention], places: list[Place]) -> tuple[list[Mention], list[Place]]:
    """The dates without those that an anniversary counts from: "65 years (2 December 1960 - 2 December 2025)"."""
    if not one.occasions:
        return here, places
    years = {m.interval.earliest.year for m in here if m.interval and m.interval.earliest}
    origins = {year for year in years for occasion in one.occasions if year + occasion.years in years}
    kept = [
        (m, place)
        for m, place in zip(here, places, strict=True)
        if not (m.interval and m.interval.earliest and m.interval.earliest.year in origins)
    ]
    return [m for m, _ in kept], [place for _, place in kept]


def _paired(one: _Dated, here: Sequence[Mention]) -> dict[Mention, Occasion]:
    """Anniversaries with as many dates, "on 20 October and 20 July respectively": each has its own."""
    if len(one.occasions) < 2 or len(here) != len(one.occasions):
        return {}
    if one.scene.lexicon.pattern("anniversary.respectively").search(one.scene.plain) is None:
        return {}
    return dict(zip(here, one.occasions, strict=True))


def _with(one: _Dated, occasion: Occasion | None) -> _Dated:
    return one if occasion is None else one._replace(occasions=[occasion])


def _happenings(one: _Dated, mention: Mention, place: Place, places: Sequence[Place]) -> Sequence[Happening]:
    """What happened on a date: what the sentence tells of it, all that it tells under a heading, an anniversary."""
    found: Sequence[Happening] = ()
    if _is_long(mention) and not one.lent:
        found = office(one.scene, place) or lasting(one.scene, place)
    if not found:
        found = told(one.scene) if one.lent else linked(one.scene, place, places)
    if not one.lent and is_said(one.scene, place):
        return ()
    if one.occasions and not any(happening.kind != "event" for happening in found):
        at = min(one.scene.place(one.occasions[0].start), len(one.scene.words) - 1)
        return [Happening("anniversary", at, at + 1, True)]
    return found


def _is_long(mention: Mention) -> bool:
    """Whether a date is a stretch of months or years, but no life: (1921-1994) is nobody's office."""
    interval = mention.interval
    if interval is None or not interval.stretch or interval.grain.rank < Grain.MONTH.rank:
        return False
    return interval.days is None or interval.days < LONGEST_OFFICE


def _of(  # noqa: PLR0913, PLR0917 - what a draft is made of
    text: str,
    one: _Dated,
    mention: Mention,
    place: Place,
    places: Sequence[Place],
    happening: Happening,
    cast: Cast,
    published: Interval | None,
    used: set[Occasion],
) -> Iterator[Draft]:
    """The drafts of a happening on a date: one, or one for each anniversary that it marks."""
    assert mention.interval is not None  # noqa: S101 - asked before
    who = participants(one.scene, happening, cast, None if one.lent else place, places)
    drafted = Draft(
        mention.start,
        mention.end,
        mention.text,
        mention.interval.edtf,
        happening.kind,
        _titled(one, happening, place, places, who),
        tuple(dict.fromkeys((*who.organisations, *(name.name for name in one.above)))),
        who.people,
        who.places,
        _status(text, one, mention, happening, place, published),
        quote=text[one.start : one.sentence.end],
        interval=mention.interval,
        inferred=mention.inferred,
        steps=mention.steps,
        names=who.names,
    )
    if happening.kind != "anniversary" or not one.occasions:
        kind = _fitting(drafted, one, happening)
        known = kind == drafted.kind != "event"
        yield drafted if known else drafted._replace(kind=kind, doubtful=UNKNOWN if kind == "event" else "")
        return
    for occasion in one.occasions:
        if occasion not in used:
            used.add(occasion)
            yield from anniversary(drafted, occasion, text, one.scene.lexicon)


def _status(
    text: str, one: _Dated, mention: Mention, happening: Happening, place: Place, published: Interval | None
) -> str:
    assert mention.interval is not None  # noqa: S101 - asked before
    held = status(one.scene, happening, place, mention.interval, published)
    if held != "cancelled" or not is_moved_to(text, mention, one.scene.lexicon):
        return held
    last = mention.interval.latest
    over = published is not None and last is not None and published.earliest is not None and last < published.earliest
    return "held" if over else "planned"  # put off to a day: there it stands


def _holds(one: _Dated, mention: Mention, place: Place) -> bool:
    """Whether a stretch of time is that of an office, and not the span of a plan: "giai đoạn 2020-2024"."""
    span = one.scene.lexicon.pattern("horizon.before").match(mention.text.lower())
    found = office(one.scene, place)
    return bool(found) and (span is None or found[0].noun)


def _titled(one: _Dated, happening: Happening, place: Place, places: Sequence[Place], who: Participants) -> str:
    if who.member and len(who.organisations) > 1:
        return " – ".join(who.organisations[:2])
    if who.gapped and happening.verb is not None:
        return told_again(one.scene, happening, who.gapped)
    return title(one.scene, happening, place, () if one.lent else places, who.owner)


def _fitting(drafted: Draft, one: _Dated, happening: Happening) -> str:
    """The kind, set right by who takes part: what is born and is no person was founded."""
    if drafted.kind != "birth" or happening.verb is None:
        return drafted.kind
    verb = one.scene.words[happening.verb].start
    subject = {name.sort for name in one.scene.names if name.end <= verb}
    if subject & {Sort.ORGANISATION, Sort.REFERENCE} and Sort.PERSON not in subject:
        return "founding"
    return drafted.kind


def _life(text: str, one: _Dated, mention: Mention, place: Place) -> Iterator[Draft]:
    """Birth and death, told in brackets behind a name: "Ri Ho Jun (11 June 1941 – 3 May 2010)", "(11 June 1977 ~ )"."""
    words, interval = one.scene.words, mention.interval
    if "(" not in one.scene.plain:
        return
    opening = max((at for at in range(place.first) if words[at].text == "("), default=-1)
    closing = next((at for at in range(place.last, len(words)) if words[at].text == ")"), -1)
    inside = [word.text for word in (*words[opening + 1 : place.first], *words[place.last : closing])]
    if interval is None or not 0 < opening <= LIFE_BEGINS or closing < 0 or ")" in inside:
        return
    between = [word.text for word in words[place.last : closing]]
    life = interval.days is not None and LONGEST_OFFICE < interval.days < LONGEST_LIFE
    open_end = interval.grain is Grain.DAY and not interval.stretch and between and set(between) <= set("~–—-")
    if not open_end and not (life and interval.stretch and not between):
        return
    who = _name_before(text, one, words[opening].start, fine=interval.grain is Grain.DAY)
    if not who:
        return
    ends = [("birth", interval.start or interval)] + ([] if open_end else [("death", interval.end or interval)])
    for kind, when in ends:
        yield Draft(
            mention.start,
            mention.end,
            mention.text,
            when.edtf,
            kind,
            one.scene.lexicon.entries["anniversary"]["implied_titles"][kind].format(whom=who),
            people=(who,),
            quote=text[one.start : one.sentence.end],
            interval=when,
            inferred=mention.inferred,
            steps=mention.steps,
        )


def _name_before(text: str, one: _Dated, bracket: int, *, fine: bool) -> str:
    """Whose life stands in brackets: the person named right before; else, of days, the words before."""
    people = [n.name for n in one.scene.names if n.sort is Sort.PERSON and bracket - 2 <= n.end <= bracket]
    head = text[one.start : bracket].rpartition(",")[2].strip() if fine else ""
    return people[-1] if people else head[:LONGEST_NAME]


def _jubilee(text: str, one: _Dated, mention: Mention, cast: Cast) -> list[Draft]:
    """The anniversary in a stretch of as many years: "55 years of the Plan (1969-2024)" was 2024, and implies 1969."""
    interval = mention.interval
    if interval is None or interval.start is None or interval.end is None or interval.end.earliest is None:
        return []
    first, last = interval.start.earliest, interval.end.earliest
    number = 0 if first is None else last.year - first.year
    lexicon = one.scene.lexicon
    years = "|".join(map(re.escape, lexicon.words("anniversary", "years")))
    before = text[one.start : mention.start]
    hit = years and number and re.search(rf"(?<!\d){number}\s+(?:{years})(?!\w)", before)
    occasion = next((occasion for occasion in one.occasions if occasion.years == number), None)
    if not number or not (hit or occasion):
        return []
    who = everyone(one.scene.names, cast).organisations[:1]
    words = text[one.start + hit.start() : mention.start].rstrip(" (") if hit else mention.text
    drafted = Draft(
        mention.start,
        mention.end,
        mention.text,
        interval.end.edtf,
        "anniversary",
        words,
        who,
        quote=text[one.start : one.sentence.end],
        interval=interval.end,
        steps=(*mention.steps, f"{number} years from {interval.start.edtf}"),
    )
    return list(anniversary(drafted, occasion, text, lexicon)) if occasion else [drafted]
