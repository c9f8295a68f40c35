"""From the date expressions of texts to what people and programs read, one file a format, found by its name."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Protocol, cast

from timeline.render.format import PREFIX, UnknownFormatError
from timeline.render.mentions.tagged import Layout, Tagged


class MentionFormat(Protocol):
    """What the file of a format holds."""

    ONE_TEXT: bool  # whether what it writes can be of one text only
    STEPS: bool  # whether it has a place for the steps to each date

    def render(self, texts: Iterable[Tagged], layout: Layout) -> Iterator[str]:
        """Yield the text piece by piece."""


def find_mention_format(name: str) -> MentionFormat:
    """Return the format of that name; raises UnknownFormatError."""
    known = names()
    if name.lower() not in known:
        raise UnknownFormatError(name, known)
    return cast("MentionFormat", import_module(f"{__name__}.{PREFIX}{name.lower()}"))


def names() -> list[str]:
    """Return the names of all formats."""
    from pkgutil import iter_modules

    return sorted(
        module.name.removeprefix(PREFIX) for module in iter_modules(__path__) if module.name.startswith(PREFIX)
    )


__all__ = ["Layout", "MentionFormat", "Tagged", "find_mention_format", "names"]
