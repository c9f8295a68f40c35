"""Names as people type them: folded, found whole or by a part, suggested where they are nearly right."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Protocol

from timeline.events.records import Event, Person, Place

# Latin letters that Unicode does not take apart into a plain letter and an accent.
_SMALL = {"đ": "d", "ð": "d", "ø": "o", "ł": "l", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th"}
_GREAT = {letter.upper(): plain.capitalize() for letter, plain in _SMALL.items() if letter != "\u0131"}
_LETTERS = str.maketrans(_SMALL | _GREAT)
# The apostrophes of typewriters, of print, of phonetics and of the East.
_APOSTROPHES = "'`\u00b4\u2018\u2019\u02b9\u02bc\u2032\uff07"
_SUGGESTIONS = 3
_LONGEST_SUGGESTIBLE = 100


class Named(Protocol):
    """A record that is found by name: an organisation, a person, a place."""

    @property
    def id(self) -> str:
        """The id."""

    @property
    def name(self) -> str:
        """The name as printed."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names."""


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """Return a text's words, folded: no case, no accents, đ as d, split at what is no letter, digit or apostrophe."""
    return tuple(_plain(text).split())


def fold(text: str) -> str:
    """Return a text as it is compared: "Hà Nội", "ha noi" and "Hanoi" are all "hanoi"; Hangul syllables stay whole."""
    return "".join(words(text))


def without_accents(text: str) -> str:
    """Return a text with Latin letters as those of ASCII, their case kept: "Hội Đồng" is "Hoi Dong"."""
    if text.isascii():
        return text
    from unicodedata import category, normalize  # noqa: PLC0415 - most names are plain ASCII

    stripped = (letter for letter in normalize("NFKD", text) if category(letter) not in {"Mn", "Cf"})
    # Composed again: a Hangul syllable in its letters would match half of another one.
    return normalize("NFC", "".join(stripped)).translate(_LETTERS)


def _plain(text: str) -> str:
    text = without_accents(text.casefold()).casefold()
    return "".join(_letter(letter) for letter in text)


def _letter(letter: str) -> str:
    if letter.isalnum():
        return letter
    return "" if letter in _APOSTROPHES else " "


def spellings(record: Named) -> tuple[str, ...]:
    """Every name of a record: its name, its aliases, and an organisation's former names."""
    former = tuple(former.name for former in getattr(record, "names", ()))
    return (record.name, *record.aliases, *former)


def find(registry: Mapping[str, Named], text: str) -> tuple[str, ...]:
    """Return the ids of the records that a name means.

    The id itself, else the whole name, alias or former name, else a part that begins at a word, else any part. One id
    is the answer; several say that the name is ambiguous; none that nothing has it.
    """
    if text in registry:
        return (text,)
    key = fold(text)
    if not key:
        return ()
    whole = tuple(id_ for id_, record in registry.items() if fold(id_) == key or key in map(fold, spellings(record)))
    return whole or _by_part(registry, key)


def _by_part(registry: Mapping[str, Named], key: str) -> tuple[str, ...]:
    at_word, inside = [], []
    for id_, record in registry.items():
        names = [words(name) for name in (id_, *spellings(record))]
        if any(_starts_at_word(name, key) for name in names):
            at_word.append(id_)
        # One or two Latin letters are in every name; two Hangul syllables are a word.
        elif len(key.encode()) > 2 and any(key in "".join(name) for name in names):
            inside.append(id_)
    return tuple(at_word or inside)


def _starts_at_word(name: tuple[str, ...], key: str) -> bool:
    return any("".join(name[at:]).startswith(key) for at in range(len(name)))


def suggest(text: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """Return the nearest of the candidates to a mistyped text, best first, three at most; compared folded."""
    if len(text) > _LONGEST_SUGGESTIBLE:
        return ()
    from difflib import get_close_matches  # noqa: PLC0415 - only for a mistake

    by_key: dict[str, str] = {}
    for candidate in candidates:
        by_key.setdefault(fold(candidate), candidate)
    return tuple(by_key[key] for key in get_close_matches(fold(text), by_key, _SUGGESTIONS, 0.65))


def suggest_names(registry: Mapping[str, Named], text: str) -> tuple[str, ...]:
    """Return the nearest names of a registry, as they are spelt there; ids count as names."""
    return suggest(text, (name for id_, record in registry.items() for name in (*spellings(record), id_)))


def did_you_mean(suggestions: Iterable[str]) -> str:
    """Return the tail of a sentence: '; did you mean "a" or "b"?', or nothing."""
    quoted = [f'"{suggestion}"' for suggestion in suggestions]
    return f"; did you mean {' or '.join(quoted)}?" if quoted else ""


def slug(text: str) -> str:
    """Return an id made of a title: lower-case ASCII letters and digits with hyphens between the words.

    A title without any Latin letter or digit gets `event-` and eight hex digits of its own, the same on every run.
    """
    parts = [part for part in ("".join(c for c in word if c.isascii()) for word in words(text)) if part]
    made = "-".join(parts)
    if any(part.isalpha() for part in parts) or (made and text.isascii()):
        return _cut(made)
    from hashlib import blake2s  # noqa: PLC0415 - rare

    return f"event-{blake2s(fold(text).encode('utf-8', 'replace'), digest_size=4).hexdigest()}"


def _cut(made: str, longest: int = 60) -> str:
    return made if len(made) <= longest else made[: longest + 1].rpartition("-")[0] or made[:longest]


def with_free_people(people: Mapping[str, Person], events: Iterable[Event]) -> Mapping[str, Person]:
    """Return the registry of people with those that only events name: each is a person by that name alone."""
    free = _free(people, (name for event in events for name in event.people))
    return {**people, **{id_: Person(id_, name) for id_, name in free.items()}}


def with_free_places(places: Mapping[str, Place], events: Iterable[Event]) -> Mapping[str, Place]:
    """Return the registry of places with those that only events name: each is a place by that name alone."""
    free = _free(places, (name for event in events for name in event.places))
    return {**places, **{id_: Place(id_, name) for id_, name in free.items()}}


def _free(registry: Mapping[str, Named], names: Iterable[str]) -> dict[str, str]:
    known = {fold(name) for record in registry.values() for name in spellings(record)}
    taken = set(registry)
    free: dict[str, str] = {}
    for name in names:
        if fold(name) in known:
            continue
        known.add(fold(name))
        id_ = unused(slug(name), taken)
        taken.add(id_)
        free[id_] = name
    return free


def unused(id_: str, taken: Iterable[str]) -> str:
    """Return the id, or with -2, -3, … where it is taken."""
    taken = taken if isinstance(taken, (set, dict)) else set(taken)
    made, number = id_, 2
    while made in taken:
        made, number = f"{id_}-{number}", number + 1
    return made
