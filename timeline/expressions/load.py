"""From a language's code to the language, once.

What compile.py makes of a language's files stands beside them in a package that was built; without it, or where a file
has changed since, it is made on the spot.
"""

from collections.abc import Callable
from typing import Any, get_origin

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
    first = {category: frozenset(roles) for category, roles in plain["first"].items()}
    letters = tuple((span[0], span[-1]) for span in plain["letters"])
    made = {name: _SETS.get(get_origin(kind), _same)(plain[name]) for name, kind in _FIELDS.items() if name in plain}
    return Language(**(made | {"rules": rules, "first": first, "letters": letters}))


def _same(value: Any) -> Any:
    return value


_FIELDS = Language.__annotations__
_SETS: dict[Any, Callable[[Any], Any]] = {frozenset: frozenset, tuple: tuple}  # a compiled module has lists
