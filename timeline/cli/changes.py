"""What the commands that write say: what a date will mean, what is remarkable about it, why something is refused."""

from typing import TYPE_CHECKING

from timeline.cli.streams import tell

if TYPE_CHECKING:
    from timeline.dates import Interval
    from timeline.events.records import Dated
    from timeline.store.writing import Change, RefusedError


def tell_dates(change: "Change") -> None:
    """Say what the dates of the new or changed events mean, and the warnings that they bring."""
    for id_ in change.ids:
        tell(meaning(change.reading.dated[id_]))
    for problem in change.warnings:
        tell(f"{problem.severity}: {problem.message}")


def meaning(one: "Dated") -> str:
    """Return "June 2021: June 2021 (EDTF 2021-06)", with the day that it counts from and whether it was inferred."""
    when, interval = one.event.when, one.interval
    if when is None or interval is None:
        return "no date: it will stand among the undated"
    anchor = one.resolution.anchor if one.resolution else None
    counted = f", counted from {_words(anchor)}" if anchor is not None else ""
    inferred = ", inferred" if one.inferred else ""
    return f'"{when}" is {_words(interval)} (EDTF {interval.edtf}){counted}{inferred}'


def refusal(error: "RefusedError") -> str:
    """Return what is wrong with what a command line asks for, and what would be accepted."""
    told = [
        problem.message + (f"\n  accepted: {problem.expected}" if problem.expected else "")
        for problem in error.problems
    ]
    return "\n".join(told)


def is_of_the_request(error: "RefusedError") -> bool:
    """Tell whether every problem lies in what was asked for, and none in the files."""
    return all(problem.line == 0 and problem.code not in ("not-written", "file") for problem in error.problems)


def _words(interval: "Interval") -> str:
    from timeline.render.reader_dates import reader_date

    return reader_date(interval)
