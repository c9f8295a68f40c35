"""What an archive costs beside its texts alone, how much a second process gives, and the memory of the largest process.

`python benchmarks/archive.py [--megabytes 4] [--workers 2] [--verb dates]`: JSON Lines of the documents of the project,
over and over. The unit is the CPU time of `find_dates` or `extract` on the same texts in one process. Exit code 1
where an archive costs more than the budget beside that: it reads, writes, and starts processes.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import timeline

ROOT = Path(__file__).resolve().parent.parent
BUDGET = 1.3  # CPU time of an archive, as a multiple of its texts alone
UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes


def texts(megabytes: float) -> list[str]:
    """Texts of some paragraphs, so many megabytes in all."""
    found: list[str] = []
    size = 0
    while size < megabytes * 1e6:
        for path in sorted((ROOT / "docs").rglob("*.md")):
            paragraphs = path.read_text(encoding="utf-8").split("\n\n")
            found += ["\n\n".join(paragraphs[at : at + 8]) for at in range(0, len(paragraphs), 8)]
        size = sum(len(text.encode()) for text in found)
    return found


def alone(verb: str, written: list[str]) -> float:
    """CPU time of the texts alone."""
    do = timeline.find_dates if verb == "dates" else timeline.extract
    before = time.process_time()
    for text in written:
        do(text, "2024-03-25")
    return time.process_time() - before


def archived(verb: str, folder: Path, workers: int) -> tuple[float, float]:
    """CPU and wall time of the command, its processes included."""
    was, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "timeline", "corpus", verb, "a.jsonl", "--out", f"out-{workers}"]
    subprocess.run(
        [*command, "--workers", str(workers), "--published", "2024-03-25"],
        cwd=folder,
        env={**os.environ, "TIMELINE_CACHE": ""},
        check=True,
    )
    now, took = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - began
    return now.ru_utime + now.ru_stime - was.ru_utime - was.ru_stime, took


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=4)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--verb", choices=["dates", "extract"], default="dates")
    asked = parser.parse_args()
    written = texts(asked.megabytes)
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "a.jsonl"
        file.write_text("".join(json.dumps({"text": text}) + "\n" for text in written), encoding="utf-8")
        size = file.stat().st_size / 1e6
        costs = {workers: archived(asked.verb, Path(name), workers) for workers in (1, asked.workers)}
    unit = alone(asked.verb, written)
    print(f"{size:.1f} MB, {len(written)} texts; alone: {unit:.1f} s of CPU")
    for workers, (cpu, wall) in costs.items():
        print(f"{workers} workers: {cpu / unit:.2f} times its CPU, {size / wall:.2f} MB/s by the clock")
    print(f"the largest process took {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * UNIT / 1e6:.0f} MB")
    return int(costs[1][0] > BUDGET * unit)


if __name__ == "__main__":
    sys.exit(main())
