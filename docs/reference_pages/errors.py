"""The page of the errors in files: each with what is printed, out of the golden files that the tests compare with."""

from collections.abc import Iterator
from pathlib import Path

from reference_pages.markdown import fence, heading, put_together

TESTS = Path(__file__).resolve().parents[2] / "tests"
BROKEN = TESTS / "store" / "broken"
USAGE = TESTS / "cli" / "transcripts" / "usage.txt"
INTRODUCTION = """\
Errors in files come first; those of the command line stand at [the end](#on-the-command-line).

What `timeline check` prints for a file that is broken in one way: the file, the line and the column, what is wrong, the
line with a caret, and what would be accepted. Every block is what a test compares with; the name above it is that of
the broken file in `tests/store/broken`. An error makes the [exit code](exit-codes.md) 3; what is readable is shown all
the same. A warning does not."""
TYPED = """\
What is said of a command line that asks for what cannot be, and the [exit code](exit-codes.md)."""
# The first word of a file's name, and what such files have in common.
SORTS = {
    "toml": "No TOML",
    "key": "Keys",
    "type": "Values of another type",
    "missing": "What is missing",
    "empty": "What is empty",
    "date": "Dates",
    "cycle": "Dates that hang on each other in a circle",
    "hangs": "Dates that hang on what has none",
    "mixed": "Dates that hang on the order of numbers",
    "unknown": "Names that nothing has",
    "ambiguous": "Names that several have",
    "parent": "Organisations that belong to each other",
    "id": "Ids",
    "number": "Numbers of a series",
    "status": "Status",
    "hemisphere": "Hemisphere",
    "language": "Languages",
    "letters": "Letters and signs",
    "long": "Long lines",
    "jsonl": "JSON Lines",
    "audit": "Warnings of a look at the whole",
}


def page() -> str:
    """Return the page."""
    cases = sorted(BROKEN.glob("*.txt"))
    strange = {case.stem for case in cases if _sort(case) not in SORTS}
    if strange:
        raise LookupError(f"SORTS of {__file__} has no heading for {', '.join(sorted(strange))}")
    blocks = [block for sort, title in SORTS.items() for block in _section(title, sort, cases)]
    return put_together(
        heading("Errors"), INTRODUCTION, *blocks, heading("On the command line", 2), TYPED, fence(_typed())
    )


def _sort(case: Path) -> str:
    return case.stem.partition("_")[0]


def _section(title: str, sort: str, cases: list[Path]) -> Iterator[str]:
    chosen = [case for case in cases if _sort(case) == sort]
    if chosen:
        yield heading(title, 2)
    for case in chosen:
        said = case.read_text(encoding="utf-8").strip()
        yield f"**{case.stem.replace('_', ' ')}**"
        yield fence(said) if said else "Nothing: this is no mistake."


def _typed() -> str:
    """The command lines of the transcript that print an error and nothing else."""
    told = (entry.splitlines() for entry in USAGE.read_text(encoding="utf-8").split("\n\n"))
    wrong = [lines for lines in told if len(lines) > 2 and all(line.startswith("! ") for line in lines[1:-1])]
    shown = [
        [typed, *said, f"exit code {end.removeprefix('? ')}"] for typed, *said, end in wrong if end.startswith("? ")
    ]
    return "\n\n".join("\n".join(line.removeprefix("! ") for line in lines) for lines in shown)
