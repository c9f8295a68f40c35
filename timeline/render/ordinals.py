"""Ordinals of anniversaries and of series in the language of the timeline, out of ordinals.toml beside this file."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from timeline.resolve.wording import nth

DEFAULT = "en"


def said(what: str, number: int | None, language: str | None) -> str:
    """Return "96th anniversary", "kỷ niệm 96 năm", "96돐"; `what` is a key of the table, English failing that."""
    tables = _tables()
    words = tables.get((language or DEFAULT).partition("-")[0], tables[DEFAULT])[what]
    return words if number is None else words.format(n=number, nth=nth(number))


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    import tomli

    with Path(__file__).with_suffix(".toml").open("rb") as table:
        return tomli.load(table)
