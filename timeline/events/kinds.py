"""The kinds of events, out of kinds.toml beside this file."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Kind(NamedTuple):
    """One kind: the family of likes, whether it recurs (congresses do, deaths do not), and its one-column sign.

    `words` are those by which prose tells of it: the code of a language → "nouns" and "verbs".
    """

    name: str
    family: str
    recurs: bool
    mark: str
    words: Mapping[str, Mapping[str, Sequence[str]]]


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind by its name, in the order of the table; read on first use."""
    import tomli

    with Path(__file__).with_name("kinds.toml").open("rb") as table:
        return {
            name: Kind(name, row.pop("family"), row.pop("recurs"), row.pop("mark"), row)
            for name, row in tomli.load(table).items()
        }
