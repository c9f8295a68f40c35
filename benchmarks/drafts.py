"""How well events are drafted from the articles of tests/extract: the figures of docs/accuracy.md.

F1 of drafts with the date of a gold event in its sentence, kind and organisations of those, and the gold expressions
that are asked of `find_dates` and have the gold's date; per cent, for the first twelve articles and for the ten that
came later.
`python benchmarks/drafts.py`
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import timeline

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "extract"))
from gold import Document, documents
from test_scores import name_f1, same_kind, score

FIRST = 12  # articles, of which the figures before any rule was written for them are in docs/accuracy.md too


def dates(document: Document) -> tuple[int, int]:
    """How many gold expressions are found with their date, and how many there are."""
    found = timeline.find_dates(document.text, document.published, document.lang)
    every = (*document.events, *document.expressions)
    rows = [row for row in every if row.get("scored", True) and row.get("edtf") not in {None, "unresolvable"}]
    right = sum(
        any(
            one.interval is not None
            and one.interval.edtf in {row["edtf"], *row.get("alternatives", ())}
            and one.start < row["offset"] + len(row["expression"])
            and one.end > row["offset"]
            for one in found
        )
        for row in rows
    )
    return right, len(rows)


def measured(label: str, articles: Sequence[Document]) -> None:
    """Print the figures of some articles."""
    scores = [score(article) for article in articles]
    pairs = [pair for one in scores for pair in one.pairs]
    f1 = 200 * len(pairs) / sum(one.gold + one.drafts for one in scores)
    kind = 100 * sum(same_kind(event["kind"], one.kind) for event, one in pairs) / len(pairs)
    named = [name_f1(event["orgs"], one.organisations) for event, one in pairs if event["orgs"]]
    right, asked = map(sum, zip(*map(dates, articles), strict=True))
    print(f"{label}: dated F1 {f1:.1f}, kind {kind:.1f}, organisations {100 * sum(named) / len(named):.1f}", end="")
    print(f", dates {100 * right / asked:.1f}")


if __name__ == "__main__":
    every = sorted(documents(), key=lambda article: article.name)
    measured(f"the first {FIRST}", every[:FIRST])
    measured(f"the {len(every) - FIRST} after them", every[FIRST:])
