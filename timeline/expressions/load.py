"""From a language's code to the language, once.

What compile.py makes of a language's files stands beside them in a package that was built; without it, or where a file
has changed since, it is made on the spot.
"""

from timeline.expressions import builders
from timeline.expressions.language import Language, Plain, Rule
from timeline.expressions.language_files import checksum, contents, has_file

_loaded: dict[str, Language | None] = {}


def language(code: str) -> Language | None:
    """The language of a code, read once; None where it has no file. A region is left aside: en-GB is en."""
    code = code.split("-", maxsplit=1)[0].split("_", maxsplit=1)[0].lower()
    if code not in _loaded:
        _loaded[code] = _read(code)
    return _loaded[code]


def _read(code: str) -> Language | None:
    if not has_file(code):
        return None
    try:
        from importlib import import_module  # noqa: PLC0415

        made = import_module(f"timeline.expressions.languages.{code}_compiled")
        if checksum(code) == made.CHECKSUM:
            return of_plain(made.LANGUAGE)._replace(seconds=made.SECONDS)
    except ModuleNotFoundError:
        pass
    from timeline.expressions.compile import compiled  # noqa: PLC0415  only without a build

    return of_plain(compiled(code, *contents(code)))


def of_plain(plain: Plain) -> Language:
    """A Language out of what compile.py made."""
    rules = tuple(
        Rule(order, name, builders.BY_NAME[build], prose and name not in plain["prose_off"], timex)
        for order, (name, build, prose, timex) in enumerate(plain["rules"])
    )
    return Language(
        code=plain["code"],
        date_order=plain["date_order"],
        lexicon=plain["lexicon"],
        abbreviations=frozenset(plain["abbreviations"]),
        ordinal_suffixes=frozenset(plain["ordinal_suffixes"]),
        openers=plain["openers"],
        networks=plain["networks"],
        nodes=plain["nodes"],
        first={category: frozenset(roles) for category, roles in plain["first"].items()},
        last=frozenset(plain["last"]),
        words=frozenset(plain["words"]),
        rules=rules,
        triggers=frozenset(plain["triggers"]),
        function_words=frozenset(plain["function_words"]),
        letters=tuple((letters[0], letters[-1]) for letters in plain["letters"]),
        stamps=tuple(plain["stamps"]),
        dispatched=tuple(plain["dispatched"]),
        in_names=frozenset(plain["in_names"]),
        lone=frozenset(plain["lone"]),
        weak=frozenset(plain["weak"]),
        never=frozenset(plain["never"]),
        story_only=frozenset(plain["story_only"]),
        unless_behind=plain["unless_behind"],
        only_behind=plain["only_behind"],
        news_only=frozenset(plain["news_only"]),
        outside=frozenset(plain["outside"]),
        past=frozenset(plain["past"]),
        future=frozenset(plain["future"]),
        past_endings=tuple(plain["past_endings"]),
        no_verbs=tuple(plain["no_verbs"]),
        near_months=plain["near_months"],
        no_past_behind=tuple(plain["no_past_behind"]),
        arrivals=frozenset(plain["arrivals"]),
        turns=frozenset(plain["turns"]),
        standing=frozenset(plain["standing"]),
        intents=frozenset(plain["intents"]),
        purposes=frozenset(plain["purposes"]),
        overtaken=tuple(plain["overtaken"]),
        moved=frozenset(plain["moved"]),
        bygone=tuple(plain["bygone"]),
        nouns=frozenset(plain["nouns"]),
        plans=frozenset(plain["plans"]),
        terms=frozenset(plain["terms"]),
        asides=frozenset(plain["asides"]),
        either=tuple(plain["either"]),
        segmented=plain["segmented"],
        counters=tuple(plain["counters"]),
        needs_company=frozenset(plain["needs_company"]),
        unaccented=plain["unaccented"],
        unaccented_openers=plain["unaccented_openers"],
        said=plain["said"],
        closing=plain["closing"],
        message_words=frozenset(plain["message_words"]),
        message_lone=frozenset(plain["message_lone"]),
        message_never=frozenset(plain["message_never"]),
    )
