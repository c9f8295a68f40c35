"""What a run over an archive is to do: all that its results depend on."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from timeline.errors import TimelineError
from timeline.events.records import Records
from timeline.store.archive.records import Keys

SCHEMA = "timeline-corpus/1"
# How an option is called where it is told of.
OPTIONS = {
    "published": "--published",
    "language": "--language",
    "genre": "--genre",
    "why": "--why",
    "text_key": "--text-key",
    "published_keys": "--published-key",
    "id_key": "--id-key",
    "names": "the organisations and people of the timeline",
    "version": "the version of timeline",
    "command": "the command",
}


@cache
def version() -> str:
    """Return the version of the program, which the results depend on."""
    from importlib.metadata import version as of

    return of("event-timeline-cli")


class UnknownVerbError(TimelineError):
    """A word that is no verb for an archive."""

    def __init__(self, verb: str, known: tuple[str, ...]) -> None:
        from timeline.events.names import did_you_mean, suggest

        super().__init__(f'an archive takes {" or ".join(known)}, and not "{verb}"{did_you_mean(suggest(verb, known))}')


class Job(NamedTuple):
    """A verb with its options; `base` is the folder that names are relative to, that of the run, `out`, among them.

    `known` are the organisations and people that `extract` knows: those of a timeline.
    """

    verb: str
    base: Path
    out: Path
    published: str | None = None
    language: str | None = None
    genre: str = "news"
    why: bool = False
    keys: Keys = Keys()
    known: Records | None = None
    version: str = ""

    def asked(self) -> dict[str, Any]:
        """Return what the results depend on beside the inputs, as it is written down."""
        return {
            "schema": SCHEMA,
            "version": self.version,
            "command": self.verb,
            "published": self.published,
            "language": self.language,
            "genre": self.genre,
            "why": self.why,
            "text_key": self.keys.text,
            "published_keys": list(self.keys.published),
            "id_key": self.keys.id,
            "names": _digest(self.known),
        }

    def check(self) -> None:
        """Raise UnknownVerbError, UnknownGenreError or UnknownLanguageError."""
        from timeline.api import GENRES, UnknownGenreError, UnknownLanguageError
        from timeline.corpus.verbs import LANGUAGES, VERBS

        if self.verb not in VERBS:
            raise UnknownVerbError(self.verb, tuple(VERBS))
        if self.genre not in GENRES:
            raise UnknownGenreError(self.genre)
        known = LANGUAGES[self.verb]()
        if self.language is not None and self.language not in known:
            raise UnknownLanguageError(self.language, known)


def differences(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """Return what was asked otherwise before, each as a clause of a sentence."""
    found = []
    other_verb = before.get("command") != now.get("command")
    for key in (*now, *(key for key in before if key not in now)):
        was, is_ = before.get(key), now.get(key)
        if was != is_ and key == "names":
            # One verb knows names and the other none: nobody has changed them.
            found += [] if other_verb else [f"{OPTIONS[key]} were others"]
        elif was != is_:
            found.append(f"{OPTIONS.get(key, key)} was {_shown(was)} and is {_shown(is_)}")
    return found


def names_of(records: Records) -> Records:
    """Return the organisations and people of a timeline, and nothing that has no bearing on drafts."""
    return Records(organisations=records.organisations, people=records.people)


def _digest(known: Records | None) -> str:
    names = (known.organisations, known.people) if known is not None else ({}, {})
    return sha256(repr([list(named.values()) for named in names]).encode("utf-8", "surrogatepass")).hexdigest()


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "given" if value is True else str(value or "not given")
