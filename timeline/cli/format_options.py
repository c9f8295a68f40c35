"""The options of export that belong to single formats, made from what the files of the formats say."""

from collections.abc import Mapping
from typing import Any

import typer
from typer.core import TyperOption

from timeline.render.format import export_options

KEY = "timeline.format_options"


def format_options() -> list[TyperOption]:
    """Return one option for each that a format has; its help begins with the formats that take it."""
    return [
        TyperOption(
            param_decls=[f"--{option.name}"],
            type=str if option.choices else None,
            is_flag=not option.choices,
            metavar="|".join(option.choices) or None,
            help=f"{', '.join(formats)}: {option.help}",
            callback=_keep,
            expose_value=False,
            show_default=False,
        )
        for option, formats in export_options().items()
    ]


def asked(context: typer.Context) -> Mapping[str, str | bool]:
    """Return the options that were given, by name."""
    found: Mapping[str, str | bool] = context.meta.get(KEY, {})
    return found


def _keep(context: typer.Context, option: TyperOption, value: Any) -> None:
    if value:
        name = option.opts[0].removeprefix("--")
        context.meta.setdefault(KEY, {})[name] = value
