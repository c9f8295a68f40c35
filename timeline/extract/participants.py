"""Who takes part in a happening, and where it is: of the names of its sentence those that belong to it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from timeline.extract.cast import Cast
from timeline.extract.happenings import Happening, Scene
from timeline.extract.linking import Place
from timeline.extract.names import Name, Sort
from timeline.extract.words import POSSESSIVE

GAP = 3  # words between the organisation and the date of a verb that is not said again
BEHIND = 25  # words behind a noun in which stands whose event it is


class Participants(NamedTuple):
    """The names of those who take part, each once, and of the places."""

    organisations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    owner: str | None = None  # whose "its" in front of the noun is
    gapped: str | None = None  # who did the same on a date of their own, the verb not said again
    member: str | None = None  # what the first is a member of, told in brackets


def participants(
    scene: Scene, happening: Happening, cast: Cast, date: Place | None = None, dates: Sequence[Place] = ()
) -> Participants:
    """The participants of a happening.

    An event named by a noun with "its" before it is that of the organisation named last; one that stands for itself
    in a longer sentence ("the 13th National Women's Congress, to be held …") is that of the names in its own words.
    Where no organisation is named, it is that which the article is about.
    """
    if date is not None and (member := _bracketed(scene, date)):
        first = [name for name in scene.names if name.sort in _ORGANISED and scene.clause[scene.place(name.start)] == 0]
        return _of([*first[:1], *member], cast, scene)._replace(member=member[-1].name)
    gap = _gapped(scene, happening, date, dates)
    before_gap = date is not None and any(other.last <= date.first for other in dates)
    if gap is not None:
        found = _of(gap, cast, scene)
        return found._replace(gapped=found.organisations[0] if before_gap and found.organisations else None)
    own = _possessor(scene, happening)
    if own is not None:
        owner = [name for name in scene.names if name.sort in _ORGANISED and name.end <= own]
        behind = [name for name in _in_clause(scene, happening) if name.start > own]
        found = _of([*owner[-1:], *behind], cast, scene, whose=not owner)
        return found._replace(owner=found.organisations[0] if found.organisations else None)
    return _of(_belonging(scene, happening, cast), cast, scene)


def everyone(names: Iterable[Name], cast: Cast) -> Participants:
    """All of some names as participants."""
    found = tuple(names)
    return Participants(_once(one for name in found for one in organisation(name, cast)), names=found)


def organisation(name: Name, cast: Cast) -> tuple[str, ...]:
    """The organisations that a name means."""
    if name.sort is Sort.ORGANISATION:
        return (name.name,)
    if name.sort is Sort.REFERENCE:
        meant = cast.told(name.name, name.start)
        return (meant,) if meant else ()
    if name.sort is Sort.PAIR:
        return cast.pair(name.start)
    if name.sort is Sort.DELEGATION:
        return tuple(filter(None, (cast.guest(),)))
    if name.sort in {Sort.FORMER, Sort.LATTER}:
        return tuple(filter(None, (cast.of_two(int(name.sort is Sort.LATTER), name.start),)))
    return ()


_ORGANISED = frozenset(Sort) - {Sort.PERSON, Sort.PLACE}


def _of(names: Iterable[Name], cast: Cast, scene: Scene, *, whose: bool = False) -> Participants:
    names = tuple(names)
    named = _once(one for name in names for one in organisation(name, cast))
    if whose:
        last = cast.last(scene.words[0].start)
        named = _once((last, *named)) if last else named
    elif named and cast.main and _has_no_subject(scene, names):
        named = _once((cast.main, *named))
    elif not named:
        offices = _once(filter(None, (cast.office(name.name) for name in names if name.sort is Sort.PERSON)))
        named = offices or ((cast.main,) if cast.main else ())
        if not named and scene.lexicon.verb_last and (last := cast.last(scene.words[0].start)):
            named = (last,)  # a sentence without a subject goes on about whom the one before was about
    return Participants(
        named,
        _once(name.name for name in names if name.sort is Sort.PERSON),
        _once(name.name for name in names if name.sort is Sort.PLACE),
        names,
    )


def _has_no_subject(scene: Scene, names: Sequence[Name]) -> bool:
    """Whether those named are whom somebody did something with, who is not named: "It signed … with the Union"."""
    if not scene.lexicon.verb_last:
        return scene.words[0].low in scene.lexicon.words("clause", "pronouns")
    marks = tuple(scene.lexicon.words("clause", "with"))
    named = [name for name in names if name.sort in _ORGANISED]
    behind = [scene.words[min(scene.place(name.end - 1), len(scene.words) - 1)] for name in named]
    others = {name.sort for name in names} & {Sort.PERSON, Sort.PAIR, Sort.DELEGATION}
    return bool(behind) and not others and all(word.text.endswith(marks) for word in behind)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _bracketed(scene: Scene, date: Place) -> list[Name]:
    """The organisation right before the brackets in which a date stands: "the Federation -WIDF- (since 1946)"."""
    opening = date.first - 1
    if opening < 1 or scene.words[opening].text != "(":
        return []
    near = [
        name
        for name in scene.names
        if name.sort is Sort.ORGANISATION and 0 <= scene.words[opening].start - name.end < 12
    ]
    short = [word for word in scene.words[max(0, opening - 2) : opening] if word.text.isupper() and len(word.text) > 2]
    if near or not short:
        return near[-1:]
    return [Name(short[-1].start, short[-1].end, short[-1].text, Sort.ORGANISATION)]


def _gapped(scene: Scene, happening: Happening, date: Place | None, dates: Sequence[Place]) -> list[Name] | None:
    """Who a date is of where one verb is told for several: "A was founded in 1960, and B in 1969"; else None."""
    if date is None or happening.verb is None or len(dates) < 2 or scene.lexicon.verb_last:
        return None
    if happening.verb >= date.last:  # "In August the court sentenced him, …": a verb of its own
        return None
    before = [other.last for other in dates if happening.verb < other.last <= date.first]
    behind = [o.first for o in dates if o.first >= date.last and scene.words[o.first - 1].text != "("]
    start, stop = max(before, default=0), min(behind, default=len(scene.words))
    others = _organisations(scene, start, date.first) if before else _organisations(scene, date.last, stop)
    if not others or scene.place(others[-1].end - 1) < (date.first if before else stop) - GAP:
        return None
    verbs = [other.verb for other in scene.told if other.verb is not None and other.verb != happening.verb]
    if any(min(start, date.first) <= verb < (date.first if before else stop) for verb in verbs):
        return None
    if before:
        return others
    first = others[0]
    return [name for name in _in_clause(scene, happening) if name.end <= first.start] if behind else None


def _organisations(scene: Scene, first: int, last: int) -> list[Name]:
    """The organisations named between two places."""
    return [n for n in scene.names if n.sort is Sort.ORGANISATION and first <= scene.place(n.start) < last]


def _possessor(scene: Scene, happening: Happening) -> int | None:
    """Where "its" stands in front of a noun; None where it does not."""
    marks = scene.lexicon.words("clause", "possessive")
    for at in range(max(0, happening.at - 4), happening.at):
        if happening.noun and scene.words[at].low in marks and scene.clause[at] == scene.clause[happening.at]:
            return scene.words[at].start
    return None


def _belonging(scene: Scene, happening: Happening, cast: Cast) -> Sequence[Name]:
    """The names of the clause of the verb; of a noun that no verb tells, those of its own phrase."""
    if happening.verb is not None:
        return _in_clause(scene, happening)
    phrase = _phrase(scene, happening)
    if any(organisation(name, cast) for name in phrase):
        return phrase
    return _in_clause(scene, happening)


def _in_clause(scene: Scene, happening: Happening) -> list[Name]:
    """The names of the clause of a happening; of a clause in another those of the main one, where it has none."""
    clause = scene.clause[happening.at if happening.verb is None else happening.verb]
    if not clause and any(name.sort in _ORGANISED for name in scene.names):
        return [*scene.names]
    near = [(name, _clause(scene, name)) for name in scene.names]
    inside = [name for name, number in near if number == clause]
    if any(name.sort in _ORGANISED for name in inside):
        return inside
    return [name for name, number in near if number in {clause, 0}]


def _clause(scene: Scene, name: Name) -> int:
    return scene.clause[scene.place(name.start)]


def _joins(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    return word.text == "-" or word.low in POSSESSIVE or word.low in scene.lexicon.words("words", "of")


def _phrase(scene: Scene, happening: Happening) -> list[Name]:
    """The names right around a noun: in front of it without a gap, and behind it up to the end of its phrase."""
    start, end = happening.at, happening.end
    while start > 0 and (scene.words[start - 1].capital or _joins(scene, start - 1)):
        start -= 1
    stop = end
    verbs = {other.verb for other in scene.happenings if other.verb is not None}
    while stop < min(len(scene.words), end + BEHIND) and scene.words[stop].text not in {",", ";", "."}:
        if stop in verbs:
            break
        stop += 1
    first, last = scene.words[start].start, scene.words[stop - 1].end
    return [name for name in scene.names if first <= name.start and name.end <= last]
