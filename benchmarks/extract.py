"""What drafting events costs beside finding the dates of the same texts.

The articles of tests/extract, and all of them over and over as one text of a megabyte; CPU seconds, the best of some
rounds, and their ratio. Exit code 1 where drafting takes more than three times as long as finding.
`python benchmarks/extract.py [TEXT…] [--language en] [--rounds N] [--megabytes N]`; texts given are measured as well.
"""

import argparse
import time
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import timeline

BUDGET = 3.0  # times the cost of finding the dates
ARTICLES = Path(__file__).parent.parent / "tests" / "extract" / "articles"
PUBLISHED = "2020-01-01"  # of a text that does not tell


class Text(NamedTuple):
    """A text with its day of publication and its language, None where it is to be told from the text."""

    content: str
    published: str | None
    language: str | None


def articles() -> dict[str, list[Text]]:
    """The annotated articles by their language."""
    gold = tomllib.loads((ARTICLES / "gold.toml").read_text(encoding="utf-8"))
    found: dict[str, list[Text]] = {}
    for row in gold["document"]:
        published = None if row["published"] == "unresolvable" else row["published"]
        content = (ARTICLES / row["file"]).read_text(encoding="utf-8")
        found.setdefault(row["lang"], []).append(Text(content, published, row["lang"]))
    return found


def long(texts: Sequence[Text], size: int) -> Text:
    """Texts over and over as one, of a size in code points."""
    whole = "\n\n".join(text.content for text in texts)
    return Text((whole + "\n\n") * (size // len(whole) + 1), PUBLISHED, texts[0].language)


def seconds(verb: Callable[..., object], texts: Sequence[Text], rounds: int) -> float:
    """CPU seconds of the best round."""

    def once() -> float:
        began = time.process_time()
        for text in texts:
            verb(text.content, published=text.published, language=text.language)
        return time.process_time() - began

    return min(once() for _ in range(rounds))


def measured(name: str, texts: Sequence[Text], rounds: int) -> bool:
    """Print what some texts cost; whether it is within the budget."""
    seconds(timeline.extract, texts, 1)  # what is loaded and derived once
    finding, drafting = seconds(timeline.find_dates, texts, rounds), seconds(timeline.extract, texts, rounds)
    size = sum(len(text.content) for text in texts)
    print(f"{name}: {size / 1e6:.2f} M code points, find {finding:.3f} s, extract {drafting:.3f} s, ratio ", end="")
    print(f"{drafting / finding:.2f}")
    return drafting <= BUDGET * finding


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("texts", nargs="*", type=Path)
    asked.add_argument("--language")
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--megabytes", type=float, default=1.0)
    options = asked.parse_args()
    held = []
    for code, texts in articles().items():
        held.append(measured(f"articles, {code}", texts, options.rounds))
        held.append(measured(f"one long text, {code}", [long(texts, int(options.megabytes * 1e6))], 1))
    held += [
        measured(path.name, [Text(path.read_text("utf-8"), PUBLISHED, options.language)], options.rounds)
        for path in options.texts
    ]
    return 0 if all(held) else 1


if __name__ == "__main__":
    raise SystemExit(main())
