"""Who takes part in a happening, and where it is: of the names of its sentence those that belong to it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from timeline.extract.happenings import Happening, Scene
from timeline.extract.names import Name, Sort

BEHIND = 25  # words behind a noun in which stands whose event it is


class Participants(NamedTuple):
    """The names of those who take part, each once, and of the places."""

    organisations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()


def participants(scene: Scene, happening: Happening, *, told: Sequence[str] = ()) -> Participants:
    """The participants of a happening; `told` are the organisations told of before, the last one last.

    An event named by a noun with "its" before it is that of the organisation named last; one that stands for itself
    in a longer sentence ("its 7th Congress, held in June 2021") is that of the names in its own words.
    """
    own = _possessor(scene, happening)
    if own is not None:
        owner = [name for name in scene.names if name.sort is Sort.ORGANISATION and name.end <= own]
        names = [*owner[-1:], *_in_clause(scene, happening, after=happening.end)]
        return _of(names, fallback=told[-1:] if not owner else ())
    return _of(_belonging(scene, happening), fallback=told[-1:])


def everyone(names: Iterable[Name]) -> Participants:
    """All of some names as participants."""
    return _of(names)


def _of(names: Iterable[Name], fallback: Sequence[str] = ()) -> Participants:
    names = tuple(names)
    organisations = _once(name.name for name in names if name.sort is Sort.ORGANISATION)
    return Participants(
        organisations or tuple(fallback),
        _once(name.name for name in names if name.sort is Sort.PERSON),
        _once(name.name for name in names if name.sort is Sort.PLACE),
        names,
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _possessor(scene: Scene, happening: Happening) -> int | None:
    """Where "its" stands in front of a noun; None where it does not."""
    marks = scene.lexicon.words("clause", "possessive")
    for at in range(max(0, happening.at - 4), happening.at):
        if happening.noun and scene.words[at].low in marks and scene.clause[at] == scene.clause[happening.at]:
            return scene.words[at].start
    return None


def _belonging(scene: Scene, happening: Happening) -> list[Name]:
    """The names of the clause of the verb; of a noun that no verb tells, those of its own phrase."""
    if happening.verb is not None:
        return _in_clause(scene, happening)
    phrase = _phrase(scene, happening)
    if any(name.sort is Sort.ORGANISATION for name in phrase):
        return phrase
    return _in_clause(scene, happening)


def _in_clause(scene: Scene, happening: Happening, after: int = 0) -> list[Name]:
    clause = scene.clause[happening.at if happening.verb is None else happening.verb]
    floor = scene.words[after].start if 0 < after < len(scene.words) else 0
    return [
        name
        for name in scene.names
        if name.start >= floor and (clause == 0 or scene.clause[scene.index(name.start)] in {clause, 0})
    ]


def _phrase(scene: Scene, happening: Happening) -> list[Name]:
    """The names right around a noun: in front of it without a gap, and behind it up to the end of its phrase."""
    start, end = happening.at, happening.end
    while start > 0 and (scene.words[start - 1].capital or scene.words[start - 1].low in {"'s", "’s", "-", "of"}):
        start -= 1
    stop = end
    while stop < min(len(scene.words), end + BEHIND) and scene.words[stop].text not in {",", ";", "."}:
        stop += 1
    first, last = scene.words[start].start, scene.words[stop - 1].end
    return [name for name in scene.names if first <= name.start and name.end <= last]
