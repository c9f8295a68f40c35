"""The words by which prose tells of events and names who took part: the data of a language, ready for use."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from timeline.events.kinds import kinds
from timeline.expressions.triggers import word_tree
from timeline.extract.words import first_word

FOLDER = Path(__file__).with_name("languages")
_VARIANTS = re.compile(r"^(.*?)\(([^()]*)\)(.*)$")
# The lists that are asked for every date and every happening: most sentences have no word of most of them.
ASKED = (
    *("clause.cancelled", "clause.unreal", "clause.negated", "clause.planned"),
    *("horizon.recurring", "horizon.counts", "horizon.before", "horizon.behind"),
)
_NO_WORDS: frozenset[str] = frozenset()
_NOTHING = re.compile(r"(?!)")


class Trigger(NamedTuple):
    """What a word may say: the kind of event it names, the kind of which it is the verb, or that it carries a noun."""

    noun: str | None = None
    verb: str | None = None
    support: bool = False
    stem: str | None = None  # the kind of the verb that it is with a verb's ending


class Lexicon(NamedTuple):
    """A language's words for drafting. Patterns match folded text; `entries` are the tables of the language file."""

    code: str
    verb_last: bool
    entries: Mapping[str, Mapping[str, Any]]
    triggers: Mapping[str, Trigger]
    trigger_pattern: re.Pattern[str]
    openings: frozenset[str]  # the first words of triggers
    lists: Mapping[tuple[str, str], frozenset[str]]
    patterns: Mapping[str, re.Pattern[str]]  # "clause.planned" → one pattern of the words of that list
    marks: Mapping[str, frozenset[str]]  # words → the lists of ASKED in which something begins with them

    def words(self, table: str, name: str) -> frozenset[str]:
        """Return the words of a list, as they stand."""
        return self.lists.get((table, name), _NO_WORDS)

    def says(self, lows: Collection[str]) -> frozenset[str]:
        """Return those of the lists ASKED of which words may hold something, given in small letters."""
        if self.verb_last:
            plain = " ".join(lows)
            return frozenset([name for name in ASKED if self.pattern(name).search(plain)])
        return frozenset().union(*[self.marks[low] for low in self.marks.keys() & lows])

    def pattern(self, name: str) -> re.Pattern[str]:
        """Return the pattern of a list of words, of "table.list"."""
        return self.patterns.get(name, _NOTHING)


def codes() -> list[str]:
    """The languages whose prose is read for events."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


@cache
def lexicon(code: str) -> Lexicon | None:
    """The words of a language, read once; None where it has no file."""
    import tomli

    path = FOLDER / f"{code}.toml"
    if not path.is_file():
        return None
    entries = tomli.loads(path.read_text(encoding="utf-8"))
    glued = entries["clause"]["head"] == "last"
    triggers = _triggers(code, entries["clause"])
    lists = ((f"{table}.{name}", words) for table, row in entries.items() for name, words in row.items())
    patterns = {name: _pattern(_spelt(words), glued=glued) for name, words in lists if isinstance(words, list)}
    sets = {(table, name): frozenset(words) for table, row in entries.items() for name, words in row.items()}
    openings = frozenset(first_word(trigger) for trigger in triggers)
    marks: dict[str, frozenset[str]] = {}
    for name in ASKED:
        table, _, field = name.partition(".")
        for word in _spelt(entries[table][field]):
            first = first_word(word.lower())
            marks[first] = marks.get(first, _NO_WORDS) | {name}
    trigger_pattern = _pattern(triggers, glued=glued)
    return Lexicon(code, glued, entries, triggers, trigger_pattern, openings, sets, patterns, marks)


def spellings(entry: str) -> list[str]:
    """What an entry of a list stands for: "visit(s|ed)" is visit, visits and visited."""
    found = _VARIANTS.match(entry)
    if found is None:
        return [entry]
    stem, endings, rest = found.groups()
    return [f"{stem}{ending}{rest}" for ending in ("", *endings.split("|"))]


def _spelt(words: Iterable[str]) -> list[str]:
    return [spelling for word in words for spelling in spellings(word)]


def _triggers(code: str, clause: Mapping[str, Any]) -> dict[str, Trigger]:
    found: dict[str, Trigger] = {}
    for kind in kinds().values():
        for role in ("nouns", "verbs"):
            for word in _spelt(kind.words.get(code, {}).get(role, ())):
                key, slot = word.lower(), role.removesuffix("s")
                known = found.get(key, Trigger())
                if getattr(known, slot) is None:
                    found[key] = known._replace(noun=kind.name) if slot == "noun" else known._replace(verb=kind.name)
    for word, trigger in list(found.items()):
        for ending in clause.get("verb_endings", ()):
            stem = word.removesuffix(ending)
            if trigger.verb and stem != word and len(stem) > 1:
                found[stem] = found.get(stem, Trigger())._replace(stem=trigger.verb)
        if trigger.noun and "verb_endings" in clause:
            found[word] = found[word]._replace(stem=found[word].stem or trigger.noun)
    for word in _spelt(clause["support"]):
        found[word] = found.get(word, Trigger())._replace(support=True)
    return found


def _pattern(words: Iterable[str], *, glued: bool) -> re.Pattern[str]:
    """A pattern of whole words; `glued`: endings are written onto them, and other words in front."""
    lowered = sorted({word.lower() for word in words if word})
    if not lowered:
        return _NOTHING
    tree = word_tree(lowered)
    return re.compile(tree if glued else rf"(?<!\w){tree}(?!\w)")
