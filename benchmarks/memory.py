"""How much memory `timeline dates` takes for a text, beside the text's size and beside Python that has only read it.

`python benchmarks/memory.py FILE [--format lines]`: peaks of whole processes, and their ratio to the size of the text.
"""

import argparse
import multiprocessing
import resource
import subprocess
import sys
from pathlib import Path

READ = "import sys; open(sys.argv[1], encoding='utf-8').read()"
UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes


def peak(argv: list[str]) -> int:
    """Bytes that a command took at most; in a process of its own, for the system keeps one figure for all children."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_peak, (argv,))


def _peak(argv: list[str]) -> int:
    subprocess.run(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * UNIT


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--format", default="lines")
    given = options.parse_args()
    size, file = given.file.stat().st_size, str(given.file)
    print(f"{'the text':20} {size / 1e6:7.1f} MB")
    dates = [sys.executable, "-m", "timeline", "dates", file, "--format", given.format]
    for name, argv in (("Python, text read", [sys.executable, "-c", READ, file]), ("timeline dates", dates)):
        taken = peak(argv)
        print(f"{name:20} {taken / 1e6:7.1f} MB, {taken / size:.1f} times the text")


if __name__ == "__main__":
    main()
