"""How long `timeline show 2021` takes, beside an empty application of the same Typer and beside Python itself.

CPU time of whole processes, in turn so that a busy machine troubles all alike; medians, ratios, a verdict. The budgets
are for what is typed daily, a timeline that has not changed since the last command; one that has to be read anew stands
beside it. Exit code 1 where a budget is broken. `python benchmarks/startup.py [--runs N] [--file events.toml]`
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EMPTY = """
import typer

app = typer.Typer()


@app.command()
def one() -> None:
    pass


@app.command()
def two() -> None:
    pass


app()
"""
OURS = """
import sys

from timeline.cli import main

sys.exit(main())
"""
OF_TYPER, OF_PYTHON = 1.5, 9.0  # the budgets


def cpu_milliseconds(argv: list[str], environ: dict[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environ, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime) * 1000


def measure(runs: int, file: Path) -> dict[str, float]:
    environ = {key: value for key, value in os.environ.items() if key not in ("PYTHONDONTWRITEBYTECODE", "COLUMNS")}
    with tempfile.TemporaryDirectory() as folder:
        # Both start from compiled files, as anything that is installed and has run once does.
        environ["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
        empty = Path(folder) / "empty.py"
        empty.write_text(EMPTY)
        ours = Path(folder) / "ours.py"
        ours.write_text(OURS)
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "empty Typer application": [sys.executable, str(empty), "one"],
            "timeline show 2021": [sys.executable, str(ours), "--file", str(file), "show", "2021"],
            "the same, read anew": [sys.executable, str(ours), "--file", str(file), "show", "2021"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for run in range(runs + 2):
            for name, argv in commands.items():
                environ["TIMELINE_CACHE"] = "" if "anew" in name else str(Path(folder) / "cache")
                spent = cpu_milliseconds(argv, environ)
                if run >= 2:
                    times[name].append(spent)
    return {name: statistics.median(spent) for name, spent in times.items()}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=31)
    options.add_argument("--file", type=Path, default=ROOT / "events.toml")
    given = options.parse_args()
    medians = measure(given.runs, given.file)
    for name, spent in medians.items():
        print(f"{name:25} {spent:6.1f} ms CPU")
    python, empty, ours, _ = medians.values()
    kept = True
    for name, ratio, budget in (
        ("empty Typer application", ours / empty, OF_TYPER),
        ("python -c pass", ours / python, OF_PYTHON),
    ):
        verdict = "kept" if ratio <= budget else "BROKEN"
        kept &= ratio <= budget
        print(f"{ratio:.2f} times {name}, budget {budget}: {verdict}")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
