"""The page of the file format, out of the one table that reading and the JSON Schema use too."""

from reference_pages.markdown import code, heading, put_together, table
from timeline.events.kinds import kinds
from timeline.store.definitions import LONGEST_DATE, TABLES, Key

INTRODUCTION = """\
A timeline is a TOML file in UTF-8, usually `events.toml`, or a folder of such files. A folder may hold `*.jsonl` too,
one event a line in the shape that `--jsonl` prints. Ids are unique over all files of a folder. Keys that are not listed
here are [errors](errors.md). The same table as a JSON Schema, for editors, is
[events.schema.json](../events.schema.json); a first line `#:schema docs/events.schema.json` tells an editor of it."""
KINDS = """\
Any word may be a `kind`. These are known: the sign is that of a tree, events of one family can be the same event in two
sources, and those that recur come again in a series or every year."""
LIMITS = f"""\
A date expression has at most {LONGEST_DATE} characters. Ids are lower-case letters a-z, digits and single hyphens.
Control characters and signs that turn the direction of writing are errors wherever they stand."""
# Where the table of a kind stands in the file, and what it is.
PLACES = {
    "timeline": ("The file", "Keys before the first table."),
    "organisation": ("[organisation.ID]", "An organisation; events name it by its id, its name or an alias."),
    "former name": ("names = [{…}]", "A former name of an organisation, with its time."),
    "person": ("[person.ID]", "A person who needs aliases."),
    "place": ("[place.ID]", "A place that needs aliases."),
    "source": ("[source.ID]", "An article, a book or a page that tells of events."),
    "event": ("[[event]]", "An event."),
    "claim": ("[[event.claim]]", "What another source says of the event right above."),
}
TYPES = {
    "text": "text of one line",
    "prose": "text",
    "date": "a date expression, or a TOML date",
    "texts": "a list of texts",
    "count": "a whole number from 1 on",
    "flag": "true or false",
}


def page() -> str:
    """Return the page."""
    blocks = [block for name, keys in TABLES.items() for block in _section(name, list(keys.values()))]
    return put_together(heading("The file"), INTRODUCTION, *blocks, *_kinds(), *_limits())


def _section(name: str, keys: list[Key]) -> list[str]:
    title, what = PLACES[name]
    rows = [(code(key.name), _type(key), _said(key)) for key in keys]
    return [heading(code(title) if name != "timeline" else title, 2), what, table(("key", "value", "meaning"), rows)]


def _type(key: Key) -> str:
    if key.allowed:
        return " or ".join(code(f'"{value}"') for value in key.allowed)
    if key.type == "registry":
        return f"tables {code(PLACES[key.of][0])}"
    if key.type == "tables":
        return f"tables {code(PLACES[key.of][0])}"
    return key.shape or TYPES[key.type]


def _said(key: Key) -> str:
    return f"{key.description} Required." if key.required else key.description


def _kinds() -> list[str]:
    rows = [(code(kind.name), kind.mark, kind.family, "yes" if kind.recurs else "") for kind in kinds().values()]
    return [
        heading("Kinds", 2),
        KINDS,
        table(("kind", "sign", "family", "recurs"), rows),
    ]


def _limits() -> list[str]:
    return [
        heading("Limits", 2),
        LIMITS,
    ]
