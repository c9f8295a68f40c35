"""From the event drafts of texts to what people and programs read, one file a format, found by its name."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Protocol, cast

from timeline.render.drafts.drafted import Drafted, Layout
from timeline.render.format import PREFIX, UnknownFormatError


class DraftFormat(Protocol):
    """What the file of a format holds."""

    def render(self, texts: Iterable[Drafted], layout: Layout) -> Iterator[str]:
        """Yield the text piece by piece."""


def find_draft_format(name: str) -> DraftFormat:
    """Return the format of that name; raises UnknownFormatError."""
    known = names()
    if name.lower() not in known:
        raise UnknownFormatError(name, known)
    return cast("DraftFormat", import_module(f"{__name__}.{PREFIX}{name.lower()}"))


def names() -> list[str]:
    """Return the names of all formats."""
    from pkgutil import iter_modules

    return sorted(
        module.name.removeprefix(PREFIX) for module in iter_modules(__path__) if module.name.startswith(PREFIX)
    )


__all__ = ["DraftFormat", "Drafted", "Layout", "find_draft_format", "names"]
