"""Opening the timeline of a run: what is readable is used, what is wrong is told on standard error."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from timeline.api import Timeline, View
from timeline.cli.errors import DATA, DONE, NOTHING, UsageError
from timeline.cli.settings import Settings
from timeline.cli.streams import tell
from timeline.errors import TimelineError

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.dates import Interval
    from timeline.query import Counts
    from timeline.store import Reading


def open_timeline(settings: Settings) -> tuple[Timeline, int]:
    """Return the timeline and the exit code its problems ask for. Errors are printed; warnings are for `check`."""
    read = read_timeline(settings)
    errors = [problem for problem in read.problems if problem.severity == "error"]
    for problem in errors:
        tell(problem.render())
    return read, DATA if errors else DONE


def read_timeline(settings: Settings) -> Timeline:
    """Return the timeline, and say nothing of its problems; raises FileMissingError."""
    from timeline.store.recall import recall_or_read

    return Timeline(recall_or_read(settings.path, settings.recollections, _read))


def _read(path: "Path") -> "Reading":
    from timeline.cli.progress import waiting
    from timeline.store import read

    with waiting(f"reading {path.name}"):
        return read(path)


def select(read: Timeline, words: list[str], settings: Settings, chosen: Mapping[str, Any]) -> View:
    """Return the events of the period that the words of a command line name; raises UsageError where they name none."""
    if chosen.get("with_children") and not chosen.get("org"):
        raise UsageError("--with-children goes with --org: it takes the organisations below that one along")
    return read.select(period(read, words, settings), **chosen)


def on_day(read: Timeline, words: list[str], settings: Settings, chosen: Mapping[str, Any]) -> View:
    """Return what fell on the day that the words name, in any year; without words on today."""
    day = period(read, words, settings) if words else settings.day()
    if day is None or day.days != 1:
        raise UsageError(f'--on-this-day takes one day, as in 20 October, and not "{" ".join(words)}"')
    return select(read, [], settings, chosen).on_day(
        day, **{name: bool(chosen.get(name)) for name in ("certain", "starting")}
    )


def period(read: Timeline, words: list[str], settings: Settings) -> "Interval | None":
    """Return the period that words name, or None where there are none."""
    if not words:
        return None
    strays = [word for word in words if word.startswith("-") and not word[1:2].isdigit() and len(word) > 1]
    if strays:
        raise UsageError(f"there is no option {strays[0]}")
    try:
        return read.period(" ".join(words), settings.day())
    except UsageError:
        raise
    except TimelineError as error:
        raise UsageError(f"PERIOD: {error}") from error


def found(view: View, otherwise: int) -> int:
    """Return the exit code of a query: 1 where nothing is shown, unless something worse was found."""
    return otherwise or (DONE if view.matches or view.selection.shown_undated else NOTHING)


def tell_counts(view: View, where: str = "") -> None:
    """Print the last line: how many events are shown, how many of them are possible, how many have no date."""
    cut = f"; {view.selection.cut} more left out" if view.selection.cut else ""
    tell(where + count_line(view.counts, left_out=view.selection.period is not None) + cut)


def count_line(counts: "Counts", *, left_out: bool) -> str:
    """Return "12 events, 3 of them possible; 2 undated left out"."""
    shown = counts.certain + counts.possible
    line = "no events" if not shown else "1 event" if shown == 1 else f"{shown} events"
    if counts.possible:
        line += f", {counts.possible} of them possible"
    if counts.undated:
        line += f"; {counts.undated} undated" + (" left out" if left_out else "")
    return line
