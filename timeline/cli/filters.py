"""The filters of show and export, made from the table of filters in query."""

from collections.abc import Mapping
from typing import Any

import typer
from typer.core import TyperOption

from timeline.query.filters import FILTERS, TEXT

KEY = "timeline.filters"
FLAGS = {
    "with_children": ("--with-children", "Take the organisations below those of --org along."),
    "certain": ("--certain", "Leave out what is only possibly in the period."),
    "starting": ("--starting", "Keep what begins in the period."),
}


def filter_options() -> list[TyperOption]:
    """Return one option a filter, which may be given several times, and the flags of a query."""
    named = [_option(f"--{name}", wanted.help, name) for name, wanted in FILTERS.items()]
    text = _option(f"--{TEXT}", "Only events with these words in their title, quote, phrase or notes.", TEXT)
    flags = [_flag(name, *said) for name, said in FLAGS.items()]
    return [*named, text, *flags]


def chosen(context: typer.Context) -> Mapping[str, Any]:
    """Return the filters and flags that were given, as keywords of Timeline.select."""
    found: Mapping[str, Any] = context.meta.get(KEY, {})
    return found


def _option(name: str, text: str, key: str) -> TyperOption:
    metavar = "WORDS" if key == TEXT else "STATUS" if key == "status" else "NAME"
    return TyperOption(
        param_decls=[name],
        type=str,
        metavar=metavar,
        help=text,
        multiple=True,
        callback=_keep,
        expose_value=False,
        show_default=False,
    )


def _flag(name: str, option: str, text: str) -> TyperOption:
    return TyperOption(
        param_decls=[name, option], is_flag=True, help=text, callback=_keep, expose_value=False, show_default=False
    )


def _keep(context: typer.Context, option: TyperOption, value: Any) -> None:
    if value:
        context.meta.setdefault(KEY, {})[option.name] = value if value is True else tuple(value)
