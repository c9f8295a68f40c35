"""From the contents of language files to the plain form of a language, and its Python module in a built package."""

import unicodedata
from collections.abc import Container, Iterable, Mapping
from typing import Any

from timeline.errors import TimelineError
from timeline.expressions import builders, language_files, patterns
from timeline.expressions.language import FILLER, Node, Plain
from timeline.expressions.language_files import checksum, codes, contents

NUMBER_ROLES = (
    "digits",
    "year",
    "two-digits",
    "eight-digits",
    "day-digits",
    "month-digits",
    "nth-digits",
    "event",
)  # what the lexer gives
LISTS = (  # the lists of a language file that are taken over as they are
    "abbreviations",
    "ordinal_suffixes",
    "weak",
    "never",
    "prose_off",
    "story_only",
    "news_only",
    "function_words",
    "stamps",
    "dispatched",
    "in_names",
    "lone",
    "outside",
    "counters",
    "needs_company",
    "counted",
    "plural_endings",
    "owners",
    "about_a_noun",
    "beside_a_year",
)
TENSE = (  # those of its table of tense
    "past",
    "future",
    "past_endings",
    "no_verbs",
    "no_past_behind",
    "arrivals",
    "turns",
    "standing",
    "intents",
    "purposes",
    "nouns",
    "overtaken",
    "moved",
    "bygone",
)
BESIDE = "plans", "terms", "asides", "either"
UNUSED = "_"  # the slot name of a value that the builder does not want
Laid = tuple[list[Any], dict[str, Any], dict[str, Any], dict[str, Any]]  # a Node while patterns are laid


class LanguageFileError(TimelineError):
    """A language file that contradicts itself; the message names the rule."""


def compiled(code: str, *files: dict[str, Any]) -> Plain:
    """The plain form of a language, out of the contents of its files; raises LanguageFileError, PatternError."""
    lexicon: dict[str, dict[str, object]] = {}
    valued: set[str] = set(NUMBER_ROLES)
    silent: set[str] = set()
    for file in files:
        for role, words in file.get("words", {}).items():
            (valued if isinstance(words, dict) else silent).add(role)
            for word in words:
                lexicon.setdefault(_in_pieces(word), {})[role] = words[word] if isinstance(words, dict) else None
    rows = [row for file in files for row in file.get("rule", ())]
    networks: dict[str, Laid] = {row["as"]: _node() for row in rows}
    rules = []
    for order, row in enumerate(rows):
        if row["build"] not in builders.BY_NAME:
            raise LanguageFileError(f"rule {row['name']!r}: there is no builder {row['build']!r}")
        rules.append((row["name"], row["build"], row.get("prose", True), tuple(row.get("timex", ()))))
        for pattern in [row["pattern"]] if isinstance(row["pattern"], str) else row["pattern"]:
            for sequence in _spelt_out(row["name"], pattern):
                _lay(networks, sequence, row, order, lexicon, valued, silent)
    _refuse_circles(networks)
    main = files[-1]
    unaccented = dict(lexicon) if main.get("bare_letters") else {}
    for word in lexicon if unaccented else ():
        unaccented[bare(word)] = lexicon[word] | unaccented.get(bare(word), {})
    numbers: dict[str, int] = {}
    nodes: list[Node] = []
    starts = {category: _numbered(node, numbers, nodes) for category, node in networks.items()}
    searched, read = set(main.get("triggers", ())), unaccented or lexicon
    return {
        "code": code,
        "date_order": main.get("date_order", "dmy"),
        "lexicon": lexicon,
        "unaccented": unaccented,
        "unaccented_openers": _openers(unaccented),
        "openers": _openers(lexicon),
        "networks": starts,
        "nodes": tuple(nodes),
        "first": {category: sorted(_first(networks, category, set())) for category in networks},
        "last": sorted(_last(networks, "phrase", set())),
        "words": sorted({part for word in read for part in word.split()}),
        "rules": rules,
        "triggers": sorted(
            set(main.get("trigger_words", ()))
            | {_trigger(word, read, main.get("outside", ())) for word, roles in read.items() if searched & roles.keys()}
        ),
        "letters": list(main.get("letters", ())),
        "near_months": main.get("tense", {}).get("near_months", False),
        "segmented": main.get("segmented", False),
        **{name: main.get(name, {}) for name in ("only_behind", "unless_behind", "said", "closing")},
        **{name: sorted(main.get(name, ())) for name in LISTS},
        **{name: sorted(main.get("tense", {}).get(name, ())) for name in TENSE},
        **{name: sorted(main.get("beside", {}).get(name, ())) for name in BESIDE},
        **{f"message_{name}": sorted(main.get("messages", {}).get(name, ())) for name in ("words", "lone", "never")},
    }


def _trigger(entry: str, lexicon: Mapping[str, Any], outside: Container[str]) -> str:
    """What the search looks for: the whole entry, or its first word where that means something by itself as well.

    Words like "a" and "at" mean nothing by themselves: they are a third of all that would be looked at, for nothing.
    """
    first = entry.split(maxsplit=1)[0]
    if any(role[0] != "'" and role not in outside for role in lexicon.get(first, ())):
        return first
    return entry.replace(" ' ", "' ")


def _in_pieces(entry: str) -> str:
    """An entry as the lexer cuts it: an apostrophe at the end of a word is a mark of its own, as in all saints' day."""
    return entry.replace("' ", " ' ") if " ' " not in entry else entry


def _spelt_out(name: str, pattern: str) -> list[patterns.Sequence]:
    try:
        return patterns.spell_out(pattern)
    except patterns.PatternError as error:
        raise LanguageFileError(f"rule {name!r}: {error}") from error


def bare(word: str) -> str:
    """A word without its accents, as it is typed in haste: ngày is ngay, đầu is dau."""
    letters = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _node() -> Laid:
    return [], {}, {}, {}


def _numbered(laid: Laid, numbers: dict[str, int], nodes: list[Node]) -> int:
    """The number of a node among those that are kept, behind those that it leads to; equal ones are one."""
    ends, *ways = laid
    edges, glued, categories = (
        tuple((key, _numbered(node, numbers, nodes)) for key, node in way.items()) for way in ways
    )
    node: Node = tuple(ends), edges, glued, categories
    number = numbers.setdefault(repr(node), len(nodes))
    if number == len(nodes):
        nodes.append(node)
    return number


def _lay(
    networks: dict[str, Laid],
    sequence: Iterable[patterns.Symbol],
    row: dict[str, Any],
    order: int,
    lexicon: dict[str, dict[str, object]],
    valued: set[str],
    silent: set[str],
) -> None:
    """Lay one sequence into the network of its rule's category."""
    node, slots = networks[row["as"]], []
    for place, (key, name, glued) in enumerate(sequence):
        if (key in networks or key in valued) and name != UNUSED:
            slots.append((place, name or key.replace("-", "_")))
        if key in networks:
            if glued:
                raise LanguageFileError(f"rule {row['name']!r}: only a word can be glued, not the category {key!r}")
            if place == 0 and key == row["as"]:
                raise LanguageFileError(f"rule {row['name']!r}: it begins with what it makes, {key!r}")
            node = node[3].setdefault(key, _node())
            continue
        if key[0] == "'":
            lexicon.setdefault(key[1:-1], {})[key] = None
        elif key not in valued and key not in silent:
            raise LanguageFileError(f"rule {row['name']!r}: {key!r} is neither a role nor a category")
        node = (node[2] if glued else node[1]).setdefault(key, _node())
    named = {name for _, name in slots}
    if row.get("timex") and named.isdisjoint(row["timex"]):
        raise LanguageFileError(f"rule {row['name']!r}: one of its patterns has none of its timexes {row['timex']}")
    node[0].append((order, tuple(slots), tuple(item for item in row.get("with", {}).items() if item[0] not in named)))


def _refuse_circles(networks: dict[str, Laid]) -> None:
    """Categories that begin with each other could be read for ever."""
    for category in networks:
        seen: set[str] = set()
        waiting = list(networks[category][3])
        while waiting:
            first = waiting.pop()
            if first == category:
                raise LanguageFileError(f"the category {category!r} can begin with itself, by way of {sorted(seen)}")
            if first not in seen:
                seen.add(first)
                waiting += networks[first][3]


def _openers(lexicon: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    openers: dict[str, list[tuple[str, ...]]] = {}
    for entry in lexicon:
        first, *rest = entry.split()
        if rest:
            openers.setdefault(first, []).append(tuple(rest))
    return {first: tuple(sorted(rests, key=lambda rest: (-len(rest), rest))) for first, rests in openers.items()}


def _first(networks: dict[str, Laid], category: str, seen: set[str]) -> set[str]:
    """The roles with which a category can begin: a quick look that saves most of the walking."""
    if category in seen:
        return set()
    seen.add(category)
    _, edges, _, categories = networks[category]
    roles = {FILLER, *edges}
    for inner in categories:
        roles |= _first(networks, inner, seen)
    return roles


def _last(networks: dict[str, Laid], category: str, seen: set[str]) -> set[str]:
    """The roles with which a category can end."""
    if category in seen:
        return set()
    seen.add(category)
    roles: set[str] = set()
    nodes = [networks[category]]
    while nodes:
        _, edges, glued, categories = nodes.pop()
        for role, node in [*edges.items(), *glued.items()]:
            nodes.append(node)
            if node[0]:
                roles.add(role)
        for inner, node in categories.items():
            nodes.append(node)
            if node[0]:
                roles |= _last(networks, inner, seen)
    return roles


def write_modules() -> list[str]:
    """Write the Python module of every language beside its file; return their paths."""
    from timeline.expressions.load import of_plain  # noqa: PLC0415  it asks this module for what is not built
    from timeline.expressions.seconds import seconds_of  # noqa: PLC0415

    written = []
    for code in codes():
        plain = compiled(code, *contents(code))
        seconds = seconds_of(of_plain(plain))
        path = language_files.FOLDER / f"{code}_compiled.py"
        path.write_text(
            f'"""Made from {code}.toml by compile.py."""\n\nCHECKSUM = {checksum(code)}\nLANGUAGE = {plain!r}\n'
            f"SECONDS = {seconds!r}\n",
            encoding="utf-8",
        )
        written.append(str(path))
    return written
