"""The one table of what a timeline file may hold: its tables, their keys, the types and what each is for.

Reading checks files against it, and the JSON Schema for editors is written from it.
"""

from collections.abc import Mapping
from typing import NamedTuple

ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
LANGUAGE = "[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*|edtf"
LONGEST_DATE = 500  # code points of a date expression


class Key(NamedTuple):
    """One key of a table.

    `type` is "text" (one line), "prose" (may have line breaks), "date" (a date expression or a TOML date), "texts" (a
    list of one-line texts), "count" (a whole number from 1 on), "flag", "tables" (a list of the tables `of`) or
    "registry" (tables of the kind `of`, each by its id).
    """

    name: str
    type: str
    description: str
    required: bool = False
    allowed: tuple[str, ...] = ()
    pattern: str = ""
    shape: str = ""  # what the pattern means, in words
    of: str = ""


def _table(*keys: Key) -> Mapping[str, Key]:
    return {key.name: key for key in keys}


_ID_SHAPE = 'lower-case letters a-z, digits and single hyphens, such as "kswu-congress-7"'
_LANGUAGE_SHAPE = 'a language code such as "en", "vi" or "ko"'
_NAME = Key("name", "text", "The name as it is printed.", required=True)
_ALIASES = Key("aliases", "texts", "Other names and spellings, in any language and script; searching finds them all.")

TABLES: Mapping[str, Mapping[str, Key]] = {
    "timeline": _table(
        Key("title", "text", "What this timeline is about."),
        Key(
            "language",
            "text",
            "The language of `when`, and of sources that name none.",
            pattern=LANGUAGE,
            shape=_LANGUAGE_SHAPE,
        ),
        Key("date_order", "text", "How 9/7/2021 reads: dmy is 9 July, mdy is September 7.", allowed=("dmy", "mdy")),
        Key("hemisphere", "text", "Where the seasons are meant; south turns them.", allowed=("north", "south")),
        Key("organisation", "registry", "Organisations, each under its id.", of="organisation"),
        Key(
            "person",
            "registry",
            "People who need aliases, each under an id. Others are just named in events.",
            of="person",
        ),
        Key(
            "place",
            "registry",
            "Places that need aliases, each under an id. Others are just named in events.",
            of="place",
        ),
        Key("source", "registry", "Where the events are told, each under its id.", of="source"),
        Key("event", "tables", "The events.", of="event"),
    ),
    "organisation": _table(
        _NAME,
        _ALIASES,
        Key("parent", "text", "The id of the organisation which this one belongs to."),
        Key("names", "tables", "Former names with their time.", of="former name"),
    ),
    "former name": _table(
        Key("name", "text", "A name that the organisation bore.", required=True),
        Key("since", "date", "When the name began to hold: a date expression."),
        Key("until", "date", "When the name ceased to hold: a date expression."),
    ),
    "person": _table(_NAME, _ALIASES),
    "place": _table(_NAME, _ALIASES),
    "source": _table(
        Key("title", "text", "The title of the article, book or page."),
        Key("publisher", "text", "Who published it."),
        Key("author", "text", "Who wrote it."),
        Key("language", "text", "The language it is written in.", pattern=LANGUAGE, shape=_LANGUAGE_SHAPE),
        Key(
            "published",
            "date",
            'When it was published, a date or a window such as "2024-11-15/2025-01": relative dates count from it.',
        ),
        Key("url", "text", "Its address."),
        Key("file", "text", "The file that holds its text."),
        Key("accessed", "date", "When it was read."),
        Key("archive", "text", "The address of an archived copy."),
        Key("note", "prose", "Anything else about it."),
    ),
    "event": _table(
        Key(
            "id",
            "text",
            "The stable name of the event; made from the title where it is left out.",
            pattern=ID,
            shape=_ID_SHAPE,
        ),
        Key("title", "text", "What happened, short and without its date.", required=True),
        Key(
            "when",
            "date",
            'A date expression ("June 2021", "from Monday to Thursday", EDTF), or one that hangs on another event '
            '("70th anniversary of @vn-dprk-ties"). Leave it out where nobody knows.',
        ),
        Key("words", "prose", "The source's own phrase, where `when` says it in other words."),
        Key("anchor", "date", "What a relative `when` counts from, where it is not the source's `published`."),
        Key("kind", "text", "What sort of event it is, such as congress, visit or founding."),
        Key("organisations", "texts", "Who took part: ids, names or aliases of organisations of this timeline."),
        Key("people", "texts", "The people in it."),
        Key("places", "texts", "Where it was."),
        Key("tags", "texts", "Words to find it by."),
        Key("status", "text", "Whether it took place.", allowed=("held", "planned", "cancelled")),
        Key("series", "text", "The series it belongs to, such as kswu-congress."),
        Key("number", "count", "Its number in the series."),
        Key("implied", "flag", "True where an anniversary implies it and no source tells it directly."),
        Key("source", "text", "The id of the source that tells it."),
        Key("quote", "prose", "The source's own sentence."),
        Key("notes", "prose", "Anything else."),
        Key("claim", "tables", "What other sources say of the same event.", of="claim"),
    ),
    "claim": _table(
        Key("when", "date", "The date it tells: a date expression.", required=True),
        Key("words", "prose", "The source's own phrase, where `when` says it in other words."),
        Key("source", "text", "The id of the source that tells it."),
        Key("quote", "prose", "The source's own sentence."),
    ),
}
