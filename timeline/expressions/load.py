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
        plain["code"],
        plain["date_order"],
        plain["lexicon"],
        frozenset(plain["abbreviations"]),
        frozenset(plain["ordinal_suffixes"]),
        plain["openers"],
        plain["networks"],
        plain["nodes"],
        {category: frozenset(roles) for category, roles in plain["first"].items()},
        frozenset(plain["last"]),
        frozenset(plain["words"]),
        rules,
        frozenset(plain["triggers"]),
        frozenset(plain["function_words"]),
        tuple((letters[0], letters[-1]) for letters in plain["letters"]),
        tuple(plain["stamps"]),
        tuple(plain["dispatched"]),
        frozenset(plain["in_names"]),
        frozenset(plain["lone"]),
        frozenset(plain["weak"]),
        frozenset(plain["never"]),
        frozenset(plain["story_only"]),
        plain["unless_behind"],
        plain["only_behind"],
        frozenset(plain["news_only"]),
        frozenset(plain["outside"]),
        frozenset(plain["past"]),
        frozenset(plain["future"]),
        tuple(plain["past_endings"]),
        tuple(plain["no_verbs"]),
        plain["near_months"],
        tuple(plain["no_past_behind"]),
        frozenset(plain["arrivals"]),
        frozenset(plain["turns"]),
        frozenset(plain["standing"]),
        frozenset(plain["intents"]),
        frozenset(plain["purposes"]),
        tuple(plain["overtaken"]),
        frozenset(plain["moved"]),
        tuple(plain["bygone"]),
        frozenset(plain["nouns"]),
        frozenset(plain["plans"]),
        frozenset(plain["terms"]),
        frozenset(plain["asides"]),
        tuple(plain["either"]),
        plain["segmented"],
        tuple(plain["counters"]),
        frozenset(plain["needs_company"]),
        plain["unaccented"],
        plain["unaccented_openers"],
        plain["said"],
        plain["closing"],
        frozenset(plain["message_words"]),
        frozenset(plain["message_lone"]),
        frozenset(plain["message_never"]),
    )
