"""What finding dates costs on large texts: CPU time a megabyte, and memory as a multiple of the text.

`python benchmarks/memory.py [FILE] [--megabytes 64] [--only spaces]`: prose (of FILE, else of the project's own
documents) over and over, and texts that are made to hurt: spaces, digits, "2021-", "from Monday to ", random bytes.
Each is measured in a process of its own. Memory is the peak while the mentions are looked at one by one and dropped,
less what Python takes with the language loaded and before it has the text; what the mentions take that find_dates
returns stands beside it, per mention. With FILE the whole command `timeline dates` is measured on it too. Exit code 1
where a budget is broken.
"""

import argparse
import json
import multiprocessing
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes
MEGABYTE = 1_000_000
OF_TEXT = 6.0  # budget: bytes for each byte of prose, spaces and digits
OF_PROSE = 10.0  # budget: CPU time a megabyte of any text, as a multiple of prose
SAMPLE = MEGABYTE // 4  # of the texts whose mentions are kept: in 64 MB there may be millions
BUDGETED = ("prose", "spaces", "digits")


class Cost(NamedTuple):
    """What one text cost."""

    seconds: float  # CPU, a megabyte
    memory: float  # bytes, for each byte of text
    mentions: int  # a megabyte
    mention: float  # bytes, each


def prose(file: Path | None) -> str:
    """The prose that is measured: a file's, else the project's own."""
    files = [file] if file else [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    return "\n\n".join(path.read_text(encoding="utf-8") for path in files)


def made(name: str, size: int, file: Path | None) -> tuple[str, int]:
    """A text of about so many bytes, counted as UTF-8, and their number."""
    if name == "random":
        drawn = random.Random(1).randbytes(size * 2 // 3)  # noqa: S311  no secret
        return drawn.decode("latin-1"), len(drawn) + len(drawn.translate(None, bytes(range(128))))
    unit = {"spaces": " ", "digits": "1234567890", "2021-": "2021-", "ranges": "from Monday to "}.get(name)
    unit = prose(file) if unit is None else unit
    length = len(unit.encode())
    times = size // length + 1
    return unit * times, times * length


def peak() -> int:
    """Bytes that this process took at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT


def dropped(name: str, size: int, file: Path | None) -> tuple[float, float, int]:
    """Seconds a megabyte, bytes for each byte and mentions a megabyte, where no mention is kept."""
    from timeline.dates import edtf
    from timeline.expressions.load import language
    from timeline.resolve import Context
    from timeline.resolve.mentions import mentions

    english = language("en")
    if english is None:
        sys.exit("timeline is not installed whole: it has no English")
    context = Context(edtf.parse("2021-07-09"), "en")
    list(mentions(prose(file)[: MEGABYTE // 10], english, context))  # what is loaded and kept once and for all
    before = peak()
    text, length = made(name, size, file)
    began = time.process_time()
    count = sum(1 for _ in mentions(text, english, context))
    spent = time.process_time() - began
    return spent / length * MEGABYTE, (peak() - before) / length, round(count / length * MEGABYTE)


def kept(name: str, size: int, file: Path | None) -> float:
    """Bytes that a mention takes which is kept, beyond what the text and the search take."""
    import timeline

    text, _ = made(name, min(size, SAMPLE), file)
    timeline.find_dates(text, published="2021-07-09", language="en")[:] = []
    import tracemalloc

    tracemalloc.start()
    found = timeline.find_dates(text, published="2021-07-09", language="en")
    taken, _ = tracemalloc.get_traced_memory()
    return taken / len(found) if found else 0.0


def alone(function: Callable[..., object], *arguments: object) -> object:
    """The result of a function in a process of its own, whose peak is its own as well."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(function, arguments)


def of_command(argv: list[str]) -> int:
    """Bytes that a command took at most."""
    subprocess.run(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * UNIT


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("file", type=Path, nargs="?")
    options.add_argument("--megabytes", type=float, default=64.0)
    options.add_argument("--only", action="append", help="prose, spaces, digits, 2021-, ranges or random")
    options.add_argument("--json", action="store_true")
    given = options.parse_args()
    size = int(given.megabytes * MEGABYTE)
    names = ["prose", "spaces", "digits", "2021-", "ranges", "random"]
    wanted = [name for name in names if not given.only or name in ("prose", *given.only)]
    costs: dict[str, Cost] = {}
    for name in wanted:
        seconds, memory, count = alone(dropped, name, size, given.file)
        costs[name] = Cost(seconds, memory, count, alone(kept, name, size, given.file))
        if not given.json:
            print(line(name, costs[name], costs["prose"]), flush=True)
    if given.json:
        print(json.dumps({name: cost._asdict() for name, cost in costs.items()}))
    elif given.file:
        taken = alone(of_command, [sys.executable, "-m", "timeline", "dates", str(given.file), "--format", "lines"])
        print(f"timeline dates {given.file.name}: {taken / given.file.stat().st_size:.1f} times the text")
    return 1 if any(broken(name, cost, costs["prose"]) for name, cost in costs.items()) else 0


def broken(name: str, cost: Cost, of_prose: Cost) -> bool:
    """Whether a text costs more than the budget."""
    return cost.seconds > OF_PROSE * of_prose.seconds or (name in BUDGETED and cost.memory > OF_TEXT)


def line(name: str, cost: Cost, of_prose: Cost) -> str:
    """One line of the report."""
    return (
        f"{name:8} {cost.seconds:7.3f} s/MB, {cost.seconds / of_prose.seconds:4.1f} times prose; "
        f"{cost.memory:5.1f} times the text in memory; {cost.mentions:6} mentions a MB, {cost.mention:5.0f} bytes each"
        + (" BROKEN" if broken(name, cost, of_prose) else "")
    )


if __name__ == "__main__":
    sys.exit(main())
