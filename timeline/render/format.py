"""Formats are found by their files."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Protocol, cast

from timeline.errors import TimelineError
from timeline.query import Selection
from timeline.render.page import Option, Page

PREFIX = "to_"


class Format(Protocol):
    """What the file of a format holds. It may have OPTIONS and `losses` as well: see `options` and `losses` below."""

    SUFFIXES: tuple[str, ...]
    VIEW: bool
    LEAVES_OUT: tuple[str, ...]

    def render(self, selection: Selection, page: Page) -> Iterator[str]:
        """Yield the text piece by piece."""


class UnknownFormatError(TimelineError):
    """A format that no file defines."""

    def __init__(self, text: str, known: list[str]) -> None:
        """Take what was asked for, and the names that exist."""
        from timeline.events.names import did_you_mean, suggest

        hint = did_you_mean(suggest(text, known)) or f"; there are: {', '.join(known)}"
        super().__init__(f'there is no format "{text}"{hint}')


class OptionError(TimelineError):
    """An option that a format does not have, or a choice that the option does not have."""


def find_format(name: str) -> Format:
    """Return the format of that name; raises UnknownFormatError."""
    if not name.isidentifier() or name.lower() not in names():
        raise UnknownFormatError(name, names())
    return _load(name.lower())


def find_view(name: str) -> Format:
    """Return the format of that name if `show` offers it; raises UnknownFormatError, which names the others."""
    found = _load(name) if name.isidentifier() and name in names() else None
    if found is None or not found.VIEW:
        raise UnknownFormatError(name, views())
    return found


def find_export(name: str) -> Format:
    """Return the format of that name if files can have it; raises UnknownFormatError, which names the others."""
    if name.lower() not in exports():
        raise UnknownFormatError(name, exports())
    return _load(name.lower())


def format_of_file(filename: str) -> Format:
    """Return the format for the suffix of a file name, the longest that fits; raises UnknownFormatError."""
    by_suffix = {known: name for name in names() for known in _load(name).SUFFIXES}
    fitting = [suffix for suffix in by_suffix if filename.lower().endswith(suffix)]
    if not fitting:
        raise UnknownFormatError("." + filename.rpartition(".")[2].lower(), list(by_suffix))
    return _load(by_suffix[max(fitting, key=len)])


def name_of(form: Format) -> str:
    """Return the name of a format."""
    module: str = form.__name__  # type: ignore[attr-defined]  # a format is a module
    return module.rpartition(".")[2].removeprefix(PREFIX)


def options(form: Format) -> tuple[Option, ...]:
    """Return what the users of a format may ask for: its OPTIONS, where it has any."""
    found: tuple[Option, ...] = getattr(form, "OPTIONS", ())
    return found


def check_options(form: Format, given: Mapping[str, str | bool]) -> None:
    """Raise OptionError where a format does not have an option, or an option not the choice."""
    known = {option.name: option for option in options(form)}
    for name, value in given.items():
        if name not in known:
            having = ", ".join(other for other in names() if name in [one.name for one in options(_load(other))])
            belongs = f": it belongs to {having}" if having else ""
            raise OptionError(f"the format {name_of(form)} has no option --{name}{belongs}")
        choices = known[name].choices
        if choices and value not in choices:
            from timeline.events.names import did_you_mean, suggest

            hint = did_you_mean(suggest(str(value), choices))
            raise OptionError(f'--{name} is one of {", ".join(choices)}, and not "{value}"{hint}')


def losses(form: Format, selection: Selection, page: Page) -> list[str]:
    """Return in sentences what a format has no place for or says more coarsely, of what these events have.

    LEAVES_OUT names the keys of a record that it drops; what else there is to tell its own `losses` yields.
    """
    from timeline.render.record import left_out

    carried = {key for option in options(form) if page.option(option) for key in option.carries}
    missing = left_out(selection, tuple(key for key in form.LEAVES_OUT if key not in carried))
    parts = [f"{key} of {count} event{'s' if count > 1 else ''}" for key, count in missing.items()]
    helpful = [f"--{option.name}" for option in options(form) if set(option.carries) & missing.keys()]
    hint = f"; {' and '.join(helpful)} would tell" if helpful else ""
    told = [f"this format has no place for: {', '.join(parts)}{hint}"] if parts else []
    own = getattr(form, "losses", None)
    return [*told, *own(selection, page)] if own else told


def views() -> list[str]:
    """Return the names of the formats that `show` offers."""
    return [name for name in names() if _load(name).VIEW]


def exports() -> list[str]:
    """Return the names of the formats that a file can have."""
    return [name for name in names() if _load(name).SUFFIXES]


def export_options() -> dict[Option, list[str]]:
    """Return every option that a format of a file has, with the formats that have it."""
    found: dict[Option, list[str]] = {}
    for name in exports():
        for option in options(_load(name)):
            found.setdefault(option, []).append(name)
    return found


def names() -> list[str]:
    """Return the names of all formats."""
    from pkgutil import iter_modules

    from timeline.render import formats

    return sorted(
        module.name.removeprefix(PREFIX) for module in iter_modules(formats.__path__) if module.name.startswith(PREFIX)
    )


def _load(name: str) -> Format:
    return cast("Format", import_module(f"timeline.render.formats.{PREFIX}{name}"))
