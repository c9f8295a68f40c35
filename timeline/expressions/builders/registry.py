"""How a function becomes a builder, which the language files name: slots of a pattern in, an Expression out.

A builder answers None where its slots make no sense.
"""

from collections.abc import Callable
from typing import Any

Builder = Callable[..., Any]

BY_NAME: dict[str, Builder] = {}


def builder(function: Builder) -> Builder:
    """Make a function known to the language files by its name."""
    BY_NAME[function.__name__] = function
    return function


@builder
def value(**slot: Any) -> Any:
    """The one slot as it is."""
    (only,) = slot.values()
    return only
