"""The page of the library: its public names with their signatures and what their docstrings say."""

import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import timeline
from reference_pages.markdown import code, fence, heading, put_together, table
from timeline.errors import TimelineError
from timeline.render import Page
from timeline.resolve.mention import Mention

INTRODUCTION = """\
Import `timeline`; the names below are public, and what they return keeps its shape. Values do not change once they are
made. A date that is asked for may be a `Day`, an `Interval`, a `datetime.date`, or a date expression such as
"2024-03-25"."""
ERRORS = """\
Every error that is raised on purpose is a `timeline.TimelineError`. Its text is one message for a person. What is wrong
in a file is not raised: it is in `Timeline.problems` and what `check` returns."""
EXAMPLE = """\
import timeline

visit = timeline.resolve("from Monday to Thursday", anchor="2024-03-25")
assert visit.interval.edtf == "2024-03-25/2024-03-28"
assert str(visit.interval.latest) == "2024-03-28"

records = timeline.load("events.toml")
congress = records.event("kswu-congress-7")
assert congress.interval.edtf == "2021-06-20/2021-06-21"
assert records.select("2021", org="vwu", kind="meeting").counts.certain == 1
assert all(problem.severity == "warning" for problem in records.check())"""
WIDTH = 100
VERBS = ("resolve", "find_dates", "extract", "load")
SHAPES = (
    timeline.Timeline,
    timeline.View,
    timeline.Resolution,
    Mention,
    timeline.Draft,
    timeline.Interval,
    timeline.Day,
    Page,
)


def page() -> str:
    """Return the page."""
    missing = set(timeline.__all__) - {*VERBS, *(shape.__name__ for shape in SHAPES), "TimelineError"}
    if missing:
        raise LookupError(f"public names that {__file__} leaves out: {', '.join(sorted(missing))}")
    verbs = [block for name in VERBS for block in _callable(f"timeline.{name}", getattr(timeline, name), 3)]
    shapes = [block for shape in SHAPES for block in _shape(shape)]
    return put_together(
        heading("The library"),
        INTRODUCTION,
        fence(EXAMPLE, "python"),
        heading("Verbs", 2),
        *verbs,
        heading("Values", 2),
        *shapes,
        heading("Errors", 2),
        ERRORS,
        table(("error", "is a", "raised for"), _errors()),
    )


def _callable(name: str, function: Any, level: int) -> Iterator[str]:
    yield heading(code(name), level)
    yield fence(_signature(name, function))
    yield _said(function)


def _signature(name: str, function: Any) -> str:
    told = inspect.signature(function)
    taken, starred = [], False
    for parameter in told.parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and not starred:
            taken.append("*")
            starred = True
        if parameter.name not in {"self", "cls"}:
            taken.append(_parameter(parameter))
    returned = f" -> {_type(told.return_annotation)}"
    line = f"{name}({', '.join(taken)}){returned}"
    return line if len(line) <= WIDTH else "\n".join([f"{name}(", *(f"    {one}," for one in taken), f"){returned}"])


def _parameter(parameter: inspect.Parameter) -> str:
    stars = "**" if parameter.kind is parameter.VAR_KEYWORD else ""
    default = "" if parameter.default is parameter.empty else f" = {parameter.default!r}"
    return f"{stars}{parameter.name}: {_type(parameter.annotation)}{default}"


def _type(annotation: Any) -> str:
    told = annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
    return re.sub(r"(?:timeline|collections)(?:\.\w+)*\.(?=[A-Z])", "", told)


def _shape(shape: type) -> Iterator[str]:
    yield heading(code(shape.__name__), 3)
    yield _said(shape)
    if fields := list(_fields(shape)):
        yield table(("field", "type"), fields)
    for name, member in sorted(vars(shape).items()):
        function = member.__func__ if isinstance(member, classmethod) else member
        if name.startswith("_"):
            continue
        if isinstance(member, property):
            yield heading(code(f"{shape.__name__}.{name}"), 4)
            yield _said(member)
        elif inspect.isfunction(function):
            yield from _callable(f"{shape.__name__}.{name}", function, 4)


def _fields(shape: Any) -> Iterator[tuple[str, str]]:
    names = getattr(shape, "_fields", None) or tuple(getattr(shape, "__dataclass_fields__", ()))
    annotations = inspect.get_annotations(shape)
    for name in names:
        yield code(name), code(_type(annotations[name]))


def _said(thing: Any) -> str:
    if not thing.__doc__:
        raise LookupError(f"{thing!r} has no docstring")
    return inspect.getdoc(thing) or ""


def _errors() -> Iterator[tuple[str, ...]]:
    for module in walk_packages(timeline.__path__, "timeline."):
        if not module.name.startswith("timeline.cli"):
            import_module(module.name)
    found = {
        error
        for error in _below(TimelineError)
        if error.__module__.startswith("timeline.") and ".cli." not in error.__module__
    }
    for error in sorted(found, key=lambda one: one.__name__):
        parent = next(base for base in error.__mro__[1:] if issubclass(base, TimelineError))
        yield code(error.__name__), code(parent.__name__), " ".join((inspect.getdoc(error) or "").split())


def _below(error: type[TimelineError]) -> Iterator[type[TimelineError]]:
    for below in error.__subclasses__():
        yield below
        yield from _below(below)
