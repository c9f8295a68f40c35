"""What a shell offers for the word at its cursor, by Typer's protocol: environment variables in, candidates out.

Whatever is wrong, with the file or the command line, nothing is said and nothing is offered: somebody is typing.
"""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import redirect_stderr
from io import StringIO
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.cli.group import commands
from timeline.cli.settings import Settings
from timeline.query.filters import FILTERS, STATUSES

if TYPE_CHECKING:
    from timeline.api import Timeline
    from timeline.events.names import Named

VARIABLE = "_TIMELINE_COMPLETE"  # complete_bash and the like, as the scripts of `timeline completion` set it
PLAIN = re.compile(r"[\w.+@%-]+")  # what no shell reads anything into
SPECIAL = re.compile(r"[^\w .,;’–-]+")  # in the words beside a candidate, which zsh reads once more
LONGEST = 60  # of these words
WRITING = "add"  # whose options take names as they are to be written


class Candidate(NamedTuple):
    """A value, the words beside it, and what else it may be found by."""

    value: str
    meaning: str = ""
    names: tuple[str, ...] = ()


def asked() -> str:
    """Return what a shell asks for, or nothing where this is a run like any other."""
    return os.environ.get(VARIABLE, "")


def answer(settings: Settings) -> int:
    """Print the candidates, and return the exit code that the shell's script looks at."""
    try:
        with redirect_stderr(StringIO()):
            found = _shell(asked().partition("_")[2], settings).complete()
    except SystemExit as end:  # fish asks whether there are any
        return end.code if isinstance(end.code, int) else 0
    except Exception:  # noqa: BLE001 - whatever it is, this is not the moment to tell of it
        return 0
    if found:
        sys.stdout.write(f"{found}\n")
    return 0


def _shell(name: str, settings: Settings) -> Any:
    from typer import _completion_classes as shells
    from typer._click.shell_completion import CompletionItem, get_completion_class

    shells.completion_init()
    # Typer reads the words beside a candidate as Rich's markup, and loads Rich for it; ours have none.
    shells._sanitize_help_text = lambda text: text  # noqa: SLF001
    made = get_completion_class(name)
    if made is None:
        raise LookupError(name)

    class Shell(made):  # type: ignore[misc, valid-type]
        def get_completions(self, args: list[str], incomplete: str) -> list[Any]:
            return [CompletionItem(one.value, help=_words(one.meaning)) for one in offers(self, args, incomplete)]

    return Shell(commands(), {"obj": settings}, "timeline", VARIABLE)


def _words(text: str) -> str:
    plain = " ".join(SPECIAL.sub(" ", text.replace("'", "’")).split())
    return plain if len(plain) <= LONGEST else plain[:LONGEST].rpartition(" ")[0] + " …"


def offers(shell: Any, args: list[str], incomplete: str) -> list[Candidate]:
    """Return what fits the beginning of the last word, after the words before it."""
    from typer._click.core import Parameter
    from typer._click.shell_completion import _resolve_context, _resolve_incomplete

    context = _resolve_context(shell.cli, shell.ctx_args, shell.prog_name, args)
    asking, incomplete = _resolve_incomplete(context, args, incomplete)
    if not isinstance(asking, Parameter):
        found = [Candidate(item.value, item.help or "") for item in asking.shell_complete(context, incomplete)]
        return sorted(found, key=lambda one: one.value.startswith("-"))
    return list(_fitting(_candidates(asking, context, incomplete), incomplete))


def _fitting(candidates: Iterable[Candidate], incomplete: str) -> Iterator[Candidate]:
    from timeline.events.names import fold

    key = fold(incomplete)
    for one in candidates:
        names = (one.value, *one.names)
        if not incomplete or one.value.startswith(incomplete) or (key and any(fold(n).startswith(key) for n in names)):
            yield one


def _candidates(parameter: Any, context: Any, incomplete: str) -> Iterable[Candidate]:
    """Return the values that a parameter takes: those its metavar lists, names of the file, formats and the like."""
    metavar = parameter.metavar or ""
    option = next((name.removeprefix("--") for name in parameter.opts if name.startswith("--")), "")
    if "|" in metavar:
        return map(Candidate, metavar.split("|"))
    if option in FIXED:
        return map(Candidate, FIXED[option](context, incomplete))
    if option in FILTERS:
        return _names(option, context)
    return _events(context) if metavar == "ID" and not option else ()


def _timeline(context: Any) -> "Timeline":
    from timeline.cli.reading import read_timeline

    return read_timeline(context.obj)


def _events(context: Any) -> Iterator[Candidate]:
    for id_, one in _timeline(context).dated.items():
        if PLAIN.fullmatch(id_):
            yield Candidate(id_, one.event.title)


def _names(name: str, context: Any) -> Iterator[Candidate]:
    """Yield the names that a filter knows; the words of one that is no id are joined by hyphens, and found so."""
    from timeline.events.names import spellings, words

    if name == "status":
        yield from map(Candidate, STATUSES)
        return
    records = _timeline(context).records
    registry = FILTERS[name].registry(records)
    defined: Mapping[str, Mapping[str, Named]] = {"person": records.people, "place": records.places}
    writing = context.info_name == WRITING
    for id_, record in (defined.get(name, registry) if writing else registry).items():
        value = id_ if PLAIN.fullmatch(id_) else "" if writing else "-".join(words(id_))
        if value:
            yield Candidate(value, record.name if record.name != id_ else "", spellings(record))


def _views(_: Any, __: str) -> list[str]:
    from timeline.render.format import views

    return views()


def _formats(context: Any, _: str) -> list[str]:
    match context.info_name:
        case "export":
            from timeline.render.format import exports as formats
        case "dates":
            from timeline.render.mentions import names as formats
        case _:
            from timeline.store.imports.format import imports as formats
    return list(formats())


def _groupings(_: Any, __: str) -> list[str]:
    from timeline.query.groups import GROUPINGS

    return list(GROUPINGS)


def _languages(_: Any, __: str) -> list[str]:
    from timeline.expressions.language_files import codes

    return codes()


def _locales(_: Any, incomplete: str) -> list[str]:
    """Return the languages that have words of their own here; of the many others those that begin so."""
    from timeline.render.wording import worded

    if not incomplete:
        return sorted(worded())
    from timeline.render.cldr import codes

    return sorted({*worded(), *codes()})


FIXED: Mapping[str, Callable[[Any, str], list[str]]] = {
    "view": _views,
    "format": _formats,
    "group-by": _groupings,
    "by": _groupings,
    "language": _languages,
    "locale": _locales,
}
