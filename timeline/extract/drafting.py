"""From an article to drafts: sentence by sentence, each date with the happening that it is of."""

import re
from collections import deque
from collections.abc import Iterator, Sequence

from timeline.dates import Grain, Interval
from timeline.events.records import Records
from timeline.extract.anniversaries import anniversary
from timeline.extract.article import Article, Dated
from timeline.extract.cast import Cast
from timeline.extract.draft import Draft, Extraction
from timeline.extract.happenings import Happening
from timeline.extract.lexicon import Lexicon
from timeline.extract.linking import Place, is_said, lasting, linked, office, told
from timeline.extract.meant import is_moved_to, without_coarse
from timeline.extract.names import Sort
from timeline.extract.occasions import Occasion
from timeline.extract.participants import Participants, everyone, participants
from timeline.extract.status import negated, status
from timeline.extract.telling import is_event_date, is_generic
from timeline.extract.titles import title, told_again
from timeline.resolve.mention import Mention

UNKNOWN = "no word says what kind of event it is"
LONGEST_OFFICE = 45 * 365  # days
LONGEST_LIFE = 110 * 366  # days
LONGEST_NAME = 40  # characters
LIFE_BEGINS = 10  # words of a sentence before the brackets of a life


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
    article = Article(text, mentions, lexicon, records)
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


def _drafts(text: str, one: Dated, cast: Cast, published: Interval | None) -> Iterator[Draft]:
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


def _without_origins(one: Dated, here: list[Mention], places: list[Place]) -> tuple[list[Mention], list[Place]]:
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


def _paired(one: Dated, here: Sequence[Mention]) -> dict[Mention, Occasion]:
    """Anniversaries with as many dates, "on 20 October and 20 July respectively": each has its own."""
    if len(one.occasions) < 2 or len(here) != len(one.occasions):
        return {}
    if one.scene.lexicon.pattern("anniversary.respectively").search(one.scene.plain) is None:
        return {}
    return dict(zip(here, one.occasions, strict=True))


def _with(one: Dated, occasion: Occasion | None) -> Dated:
    return one if occasion is None else one._replace(occasions=[occasion])


def _happenings(one: Dated, mention: Mention, place: Place, places: Sequence[Place]) -> Sequence[Happening]:
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
    one: Dated,
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
    text: str, one: Dated, mention: Mention, happening: Happening, place: Place, published: Interval | None
) -> str:
    assert mention.interval is not None  # noqa: S101 - asked before
    held = status(one.scene, happening, place, mention.interval, published)
    if held != "cancelled" or not is_moved_to(text, mention, one.scene.lexicon):
        return held
    last = mention.interval.latest
    over = published is not None and last is not None and published.earliest is not None and last < published.earliest
    return "held" if over else "planned"  # put off to a day: there it stands


def _holds(one: Dated, mention: Mention, place: Place) -> bool:
    """Whether a stretch of time is that of an office, and not the span of a plan: "giai đoạn 2020-2024"."""
    span = one.scene.lexicon.pattern("horizon.before").match(mention.text.lower())
    found = office(one.scene, place)
    return bool(found) and (span is None or found[0].noun)


def _titled(one: Dated, happening: Happening, place: Place, places: Sequence[Place], who: Participants) -> str:
    if who.member and len(who.organisations) > 1:
        return " – ".join(who.organisations[:2])
    if who.gapped and happening.verb is not None:
        return told_again(one.scene, happening, who.gapped)
    return title(one.scene, happening, place, () if one.lent else places, who.owner)


def _fitting(drafted: Draft, one: Dated, happening: Happening) -> str:
    """The kind, set right by who takes part: what is born and is no person was founded."""
    if drafted.kind != "birth" or happening.verb is None:
        return drafted.kind
    verb = one.scene.words[happening.verb].start
    subject = {name.sort for name in one.scene.names if name.end <= verb}
    if subject & {Sort.ORGANISATION, Sort.REFERENCE} and Sort.PERSON not in subject:
        return "founding"
    return drafted.kind


def _life(text: str, one: Dated, mention: Mention, place: Place) -> Iterator[Draft]:
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


def _name_before(text: str, one: Dated, bracket: int, *, fine: bool) -> str:
    """Whose life stands in brackets: the person named right before; else, of days, the words before."""
    people = [n.name for n in one.scene.names if n.sort is Sort.PERSON and bracket - 2 <= n.end <= bracket]
    head = text[one.start : bracket].rpartition(",")[2].strip() if fine else ""
    return people[-1] if people else head[:LONGEST_NAME]


def _jubilee(text: str, one: Dated, mention: Mention, cast: Cast) -> list[Draft]:
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
