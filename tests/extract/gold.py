"""The annotated articles beside this file: texts, and what an archivist would draft from them."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ARTICLES = Path(__file__).parent / "articles"
UNRESOLVABLE = "unresolvable"


class Document(NamedTuple):
    """One article; `published` is None where the text has no publication date to count from."""

    name: str
    text: str
    published: str | None
    lang: str
    events: tuple[dict[str, Any], ...]
    expressions: tuple[dict[str, Any], ...]


def documents() -> Iterator[Document]:
    """Every article with its gold, in the order of gold.toml."""
    gold = tomllib.loads((ARTICLES / "gold.toml").read_text(encoding="utf-8"))
    for row in gold["document"]:
        name = row["file"]
        yield Document(
            name,
            (ARTICLES / name).read_text(encoding="utf-8"),
            None if row["published"] == UNRESOLVABLE else row["published"],
            row["lang"],
            tuple(event for event in gold["event"] if event["file"] == name),
            tuple(expression for expression in gold["expression"] if expression["file"] == name),
        )
