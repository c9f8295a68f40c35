"""Which happening of a sentence a date in it is of.

Where the verb stands first: of the noun right before the date ("the 9th Congress in February 2002"), else of the verb
before it in its clause ("held talks … on Monday"), else of the first verb behind it ("On 5 May the Union opened …").
Where the verb stands last: of the verb that ends the clause of the date.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from timeline.extract.clauses import opens_clause
from timeline.extract.happenings import Happening, Scene
from timeline.extract.lexicon import Lexicon, lexicon

NEAR = 14  # words between a noun and its date
LIST = 40  # words and signs between a noun and the last date of a list under it
LEAD = 10  # words of a phrase that leads a sentence in
_WORKS = frozenset("》』」»")
_TITLE_ENDS = _WORKS | frozenset("'’\"”")
# What is told of somebody's life rather than done on a day, and what has no kind: an "and" behind it joins nothing.
_OF_ONE = frozenset({"event", "tenure", "membership", "appointment", "birth", "death"})
_SIGNS = frozenset(",-–—()'’\"“”«»")


class Place(NamedTuple):
    """Where a date stands among the words of its sentence, from first to before last."""

    first: int
    last: int


def linked(scene: Scene, date: Place, dates: Sequence[Place]) -> list[Happening]:
    """The happenings of a date: none, one, or the several that share it; `dates` are all of the sentence."""
    if is_said(scene, date):
        return []
    if _is_of_work(scene, date):
        return [Happening("release", date.first, date.last, False, date.first)]
    found = _verb_last(scene, date, dates) if scene.lexicon.verb_last else _verb_first(scene, date, dates)
    return found or unnamed(scene, date)


def _is_of_work(scene: Scene, date: Place) -> bool:
    """Whether a year in brackets stands behind a title in quotation marks: 《The River》(1998)."""
    at = date.first - 1
    if at < 1 or scene.words[at].text != "(" or scene.words[at - 1].text not in _TITLE_ENDS:
        return False
    return scene.words[at].start == scene.words[at - 1].end or scene.words[at - 1].text in _WORKS


def told(scene: Scene) -> list[Happening]:
    """All that the main clause of a sentence tells, for a date that stands over it; one of each kind."""
    found: dict[str, Happening] = {}
    for happening in scene.told:
        if scene.clause[happening.verb or 0] == 0:
            found.setdefault(happening.kind, happening)
    return list(found.values()) or list(scene.happenings[:1]) or [Happening("event", 0, 1, False)]


def office(scene: Scene, date: Place) -> list[Happening]:
    """The tenure of an office right before a stretch of time: "Vice President of the Union in 1988-1997"."""
    roles = _roles(scene.lexicon.code)
    stops = scene.lexicon.words("clause", "finite") | {",", ";"}
    for at in range(date.first - 1, max(-1, date.first - 16), -1):
        word = scene.words[at]
        if word.low in stops or any(happening.verb == at for happening in scene.happenings):
            return []
        pair = f"{scene.words[at - 1].low} {word.low}" if at else ""
        if word.low in roles or pair in roles:
            return [Happening("tenure", at, date.first, True)]
    return being(scene, date)


@cache
def _roles(code: str) -> frozenset[str]:
    """Offices by their last word, and callings, in small letters."""
    words = lexicon(code)
    assert words is not None, "a language that was loaded"  # noqa: S101
    offices = {role.lower().split()[-1] for role in words.words("person", "roles")}
    return frozenset(offices | {role.lower() for role in words.words("person", "callings")})


def being(scene: Scene, date: Place) -> list[Happening]:
    """What somebody was for a stretch of time: "Từ 1991 đến 2012, ông là giảng viên …"."""
    words = scene.lexicon.words("clause", "being")
    clause = scene.clause[date.first]
    before = [at for at in range(date.first - 1, -1, -1) if scene.words[at].low in words and scene.clause[at] == clause]
    behind = [at for at in range(date.last, len(scene.words)) if scene.words[at].low in words]
    found = [at for at in behind if at - date.last < 8 and scene.clause[at] == clause] if date.first < 3 else before
    return [Happening("tenure", found[0], found[0] + 1, False, found[0])] if found else []


def lasting(scene: Scene, date: Place) -> list[Happening]:
    """What lasts, before a stretch of time: "chaired the Union from 1978 to 1984 and again in 1988-90"."""
    found = [h for h in scene.told if (h.verb or 0) < date.first and h.kind in {"tenure", "membership"}]
    return found[-1:]


def unnamed(scene: Scene, date: Place) -> list[Happening]:
    """A happening of which no word says the kind: the clause of the date has a verb of the past that does something."""
    clause = scene.clause[date.first]
    past = scene.lexicon.words("clause", "past") - scene.lexicon.words("clause", "stative")
    endings = tuple(scene.lexicon.entries["clause"]["past_endings"])
    stative = scene.lexicon.words("clause", "stative") | scene.lexicon.words("clause", "reporting")
    for at, word in enumerate(scene.words):
        if scene.clause[at] != clause or date.first <= at < date.last or word.low in stative or word.sign:
            continue
        if word.low in past or (endings and len(word.low) > 3 and word.low.endswith(endings)):
            phrase = " ".join(near.low for near in scene.words[at : at + 2])
            if scene.lexicon.pattern("clause.cancelled").match(phrase):  # what was put off, the noun before says
                nouns = [h for h in scene.happenings if h.noun and h.at < at]
                return [(nouns[-1] if scene.lexicon.verb_last else nouns[0])._replace(verb=at)] if nouns else []
            return [Happening("event", at, at + 1, False, at)]
    return []


def _verb_first(scene: Scene, date: Place, dates: Sequence[Place]) -> list[Happening]:
    noun = _opening(scene, date) or _adjacent(scene, date, dates)
    if noun is not None and _is_lead_in(scene, noun, date):
        noun = None
    if noun is not None:
        first = next((h for h in scene.happenings if h.verb is not None and noun in _joined_nouns(scene, h)), noun)
        return [first, *_joined_nouns(scene, first)]
    clause = scene.clause[date.first]
    here = [happening for happening in scene.told if scene.clause[happening.verb or 0] == clause]
    behind = [happening for happening in here if (happening.verb or 0) >= date.last]
    led = [happening for happening in here if (happening.verb or 0) < date.first <= happening.end + 1]
    if behind and _leads_verb(scene, date) and not led:
        return _with_joined(scene, behind[0], dates)
    before = [happening for happening in here if (happening.verb or 0) < date.first]
    if before:
        main = _preferred(before, scene, date)
        later = _later_verb(scene, main, date)
        if later is not None:
            return [Happening("event", later, later + 1, False, later)]
        return _with_joined(scene, main, dates)
    if behind:
        return _with_joined(scene, behind[0], dates)
    return (unnamed(scene, date) if clause else []) or _elsewhere(scene, date, clause)


def _later_verb(scene: Scene, main: Happening, date: Place) -> int | None:
    """Where a verb of no known kind stands nearer to a date: "was founded and listed its shares in 1988"."""
    joints = scene.lexicon.words("words", "and") | {","}
    start = max(main.verb or main.at, main.end - 1) + 1
    for at in range(date.first - 1, start, -1):
        if scene.words[at - 1].low in joints and _is_past(scene, at) and scene.clause[at] == scene.clause[date.first]:
            return at
    return None


def _is_past(scene: Scene, at: int) -> bool:
    """Whether a word is a verb of the past that does something, by its form."""
    word = scene.words[at]
    if word.capital or word.sign or word.low in scene.lexicon.words("clause", "stative"):
        return False
    if word.low in scene.lexicon.words("clause", "reporting"):
        return False
    endings = tuple(scene.lexicon.entries["clause"]["past_endings"])
    regular = bool(endings) and len(word.low) > 3 and word.low.endswith(endings)
    return (regular or word.low in scene.lexicon.words("clause", "past")) and not scene.lexicon.verb_last


def _opening(scene: Scene, date: Place) -> Happening | None:
    """The event with its date in the phrase that leads a sentence in: "At a conference in Hanoi last March, they …"."""
    ends = date.last < len(scene.words) and scene.words[date.last].text == ","
    if not ends or scene.words[0].low not in scene.lexicon.words("words", "lead_ins") or date.first > LEAD + 4:
        return None
    nouns = [h for h in scene.happenings if h.noun and h.verb is None and h.end <= date.first]
    if not nouns or any(scene.words[at].text == "," for at in range(nouns[-1].end, date.first)):
        return None
    told = any((h.verb if h.verb is not None else date.last) < date.first for h in scene.happenings)
    return None if told else nouns[-1]


def _is_lead_in(scene: Scene, noun: Happening, date: Place) -> bool:
    """Whether a noun before a date only leads the sentence in: "During the visit, on 21 October, they held talks"."""
    leads = scene.lexicon.words("words", "lead_ins")
    if noun.verb is not None or scene.words[0].low not in leads or noun.at > LEAD:
        return False
    between = {word.text for word in scene.words[noun.end : date.first]}
    verbs = [h for h in scene.told if (h.verb or 0) >= date.last and scene.clause[h.verb or 0] == 0]
    return "," in between and bool(verbs)


def _elsewhere(scene: Scene, date: Place, clause: int) -> list[Happening]:
    """Without a verb in the clause of the date: the last one before it, then the first behind it, then a noun."""
    told = scene.told
    if clause:
        before = [h for h in scene.happenings if h.at < date.first and date.first - h.end < NEAR]
        if before:
            return [before[-1]]
    behind = [h for h in told if (h.verb or 0) >= date.last]
    before = [h for h in told if (h.verb or 0) < date.first]
    if before or behind:
        return [before[-1] if before else behind[0]]
    nouns = [h for h in scene.happenings if abs(h.at - date.first) < NEAR]
    return nouns[:1]


def _preferred(before: Sequence[Happening], scene: Scene, date: Place) -> Happening:
    """Of the verbs before a date the last, unless it only says what the one before was for: "met … to discuss"."""
    main = before[-1]
    for happening in reversed(before[:-1]):
        at = main.verb or main.at
        lead = scene.words[at - 1].low if at else ""
        if lead not in scene.lexicon.words("words", "purpose") or date.first - main.end < 3:
            break
        if scene.words[happening.verb or happening.at].low in scene.lexicon.words("words", "intending"):
            break  # "agreed to hold the third meeting in 2020"
        main = happening
    return main


def _adjacent(scene: Scene, date: Place, dates: Sequence[Place]) -> Happening | None:
    """The noun that stands right before the date, with nothing between them but names and small words."""
    glue = scene.lexicon.words("clause", "glue")
    leads_verb = _leads_verb(scene, date)
    for happening in reversed(scene.happenings):
        if not happening.noun or happening.end > date.first or date.first - happening.end > LIST:
            continue
        between = range(happening.end, date.first)
        if any(
            other.at in between and other is not happening and other.at != happening.verb for other in scene.happenings
        ):
            return None
        if leads_verb and happening.verb is not None and happening.verb < happening.at:
            return None  # "organised the first meeting, in November will host the second"
        if any(opens_clause(scene.words, at, scene.lexicon) for at in between):
            return None
        dated = {at for place in dates for at in range(place.first, place.last)}
        fits = all(
            scene.words[at].low in glue
            or scene.words[at].capital
            or scene.words[at].text in _SIGNS
            or at in dated
            or scene.words[at].text.isdigit()
            for at in between
        )
        small = [at for at in between if at not in dated and not (scene.words[at].capital or scene.words[at].sign)]
        return happening if fits and len(small) <= NEAR else None
    return None


def _leads_verb(scene: Scene, date: Place) -> bool:
    """Whether a verb follows right behind a date: "the Union in November 2003 will host"."""
    behind = scene.words[date.last].low if date.last < len(scene.words) else ""
    return behind in scene.lexicon.words("clause", "verbal")


def _joined_nouns(scene: Scene, first: Happening) -> list[Happening]:
    """Others of the same verb, each named by itself: "both the second Regional Meeting and the second Meeting of …"."""
    if first.verb is None or not first.noun or _attends(scene, first):
        return []
    found = []
    reach = first.end
    for happening in scene.happenings:
        if not happening.noun or happening.verb is not None or happening.at <= first.at or happening.at - reach > 12:
            continue
        between = scene.words[reach : happening.at]
        lows = [word.low for word in between]
        if scene.lexicon.words("words", "and").isdisjoint(lows):
            continue
        named = scene.words[happening.at].capital or any(_is_ordinal(low, scene.lexicon) for low in lows[-4:])
        if named and scene.words[first.at].capital | _numbered(scene, first):
            found.append(happening)
            reach = happening.end
    return found


def _with_joined(scene: Scene, first: Happening, dates: Sequence[Place]) -> list[Happening]:
    """A happening with those that share its date, in the order in which they are told."""
    others = _joined_verbs(scene, first, dates)
    before = [other for other in others if (other.verb or 0) < (first.verb or 0)]
    return [*before, first, *_joined_nouns(scene, first), *(other for other in others if other not in before)]


def _joined_verbs(scene: Scene, first: Happening, dates: Sequence[Place]) -> list[Happening]:
    """What else somebody did on the date: "visited the school and opened a workshop on Monday"; of another kind."""
    found: list[Happening] = []
    for other in scene.told:
        one, two = sorted((first, other), key=lambda happening: happening.verb or 0)
        start, verb = max(one.verb or 0, one.end - 1) + 1, two.verb or 0
        if other.kind == first.kind or _OF_ONE & {other.kind, first.kind}:
            continue
        if verb <= start or scene.words[verb - 1].low not in scene.lexicon.words("words", "and"):
            continue
        if scene.clause[one.verb or 0] != scene.clause[verb] or any(start <= date.first < verb for date in dates):
            continue
        if not any(one.verb != h.verb and start <= (h.verb or 0) < verb for h in scene.told):
            found.append(other)
    return found


def _attends(scene: Scene, happening: Happening) -> bool:
    """Whether the verb says that somebody was there: who takes part in two meetings makes one trip."""
    verb = happening.verb or 0
    return scene.words[verb].low in scene.lexicon.words("clause", "attending")


def _numbered(scene: Scene, happening: Happening) -> bool:
    return any(_is_ordinal(word.low, scene.lexicon) for word in scene.words[max(0, happening.at - 4) : happening.at])


def _is_ordinal(low: str, lexicon: Lexicon) -> bool:
    endings = tuple(lexicon.words("words", "ordinal_endings"))
    return low in lexicon.words("words", "ordinals") or (low[:1].isdigit() and low.endswith(endings or "\0"))


def is_said(scene: Scene, date: Place) -> bool:
    """Whether the date is that of somebody's words: "said on Monday"."""
    reporting = scene.lexicon.words("clause", "reporting")
    if scene.lexicon.verb_last:
        behind = scene.words[date.last].text if date.last < len(scene.words) else ""
        return behind.startswith(tuple(reporting))
    before = [word.low for word in scene.words[max(0, date.first - 2) : date.first]]
    return any(low in reporting for low in before)


def _verb_last(scene: Scene, date: Place, dates: Sequence[Place]) -> list[Happening]:
    clause = scene.clause[date.first]
    told = [h for h in scene.told if (h.verb or 0) >= date.first]
    here = [h for h in told if scene.clause[h.verb or 0] == clause]
    following = min((other.first for other in dates if other.first >= date.last), default=len(scene.words))
    own = [happening for happening in here if (happening.verb or 0) < following]
    meant = tuple(scene.lexicon.words("words", "intending"))
    agreed = next((at for at in range(date.last, following) if scene.words[at].text.endswith(meant)), None)
    if agreed is not None:
        own = [h for h in own if (h.verb or 0) <= agreed] or own  # "9월에 총회를 열기로 합의했다"
    if own:
        return [_first_whole(own)]
    if (verb := _before_next(scene, date, following)) is not None:
        return [Happening("event", verb, verb + 1, False, verb)]
    if here:
        return [_first_whole(here)]
    last = max(at for at, number in enumerate(scene.clause) if number == clause)
    if last + 1 < len(scene.words) and scene.words[last].text.endswith(tuple(scene.lexicon.words("clause", "breaks"))):
        return [Happening("event", last, last + 1, False, last)]  # the clause has a verb of its own
    if told:
        return [told[0]]
    nouns = [h for h in scene.happenings if h.at >= date.first]
    comma = next((at for at in range(date.last, len(scene.words)) if scene.words[at].text == ","), len(scene.words))
    return [h for h in nouns if h.at < comma][-1:] or nouns[:1]  # a phrase ends in its head: 창립 40주년 기념관 개관


def _before_next(scene: Scene, date: Place, following: int) -> int | None:
    """Where a verb of no known kind stands between a date and the next: "1967년 산림청에 들어가 1996년 퇴직했다"."""
    if following >= len(scene.words) or following - 1 <= date.last:
        return None
    endings = tuple(scene.lexicon.words("clause", "connective"))
    at = following - 1
    while at > date.last and scene.words[at].sign:
        at -= 1
    return at if endings and at > date.last and scene.words[at].text.endswith(endings) else None


def _first_whole(here: Sequence[Happening]) -> Happening:
    """The verb that ends the clause; an adnominal one ("7월에 열린 대회") has its noun, and that is the happening."""
    carried = [happening for happening in here if happening.noun]
    return carried[0] if carried else here[-1]
