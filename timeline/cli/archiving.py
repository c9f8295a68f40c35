"""A run over an archive as it is shown: how far it is, what could not be read, what it came to."""

from contextlib import ExitStack, closing
from typing import TYPE_CHECKING, Any

from timeline.cli.errors import BUG, DATA, DONE, NOTHING
from timeline.cli.progress import waiting
from timeline.cli.streams import tell

if TYPE_CHECKING:
    from timeline.corpus.archive import Archive, Totals
    from timeline.corpus.job import Job
    from timeline.corpus.pool import Pool
    from timeline.store.archive.run_folder import Counts

SHOWN = 5  # problems that are told of one by one
FOUND = {"dates": "date expression", "extract": "draft"}
GOES_ON = "the same command goes on from there"


def run_archive(job: "Job", names: list[str], pool: "Pool") -> int:
    """Do what is left of a run, tell what it came to, and return the exit code."""
    from timeline.corpus.archive import Archive

    with ExitStack() as stack:
        with waiting("looking at the files"):
            archive = stack.enter_context(Archive.opened(job, names))
        if archive.others:
            tell(_others(archive.others))
        if archive.there:
            tell(f"{_done(archive)} before; going on" if archive.left() else "all of it was done before")
        _work(archive, pool)
        return _told(archive)


def _work(archive: "Archive", pool: "Pool") -> None:
    from timeline.corpus.archive import StoppedError

    bar = waiting("parts", len(archive.parts), archive.there)
    try:
        with bar as advance, closing(archive.run(pool)) as parts:
            for number, _ in enumerate(parts, archive.there + 1):
                advance(number)
    except KeyboardInterrupt:
        tell(f"interrupted: {_done(archive)}; {GOES_ON}")
        raise
    except StoppedError:
        tell(f"stopped: {_done(archive)}; {GOES_ON}")
        raise


def _told(archive: "Archive") -> int:
    totals = archive.totals()
    for problem in archive.first_problems(SHOWN):
        tell(_problem(problem))
    graves = ("left out", "error", "warning", "bug")
    problems = sum(totals.counts[grave] for grave in graves)
    if problems:
        tell(f"{_several(problems, 'problem')}: {archive.folder.name}/problems/*.jsonl")
    if totals.undone:
        tell(
            f"{_several(totals.undone, 'part')} not done: the system ended the worker, as where memory is short; "
            "the same command tries again, and with fewer --workers there is more memory for each"
        )
    tell(_summary(archive, totals))
    if totals.counts["bug"]:
        return BUG
    if totals.undone or totals.counts["left out"] or totals.counts["error"]:
        return DATA
    return DONE if totals.counts["found"] else NOTHING


def _summary(archive: "Archive", totals: "Totals") -> str:
    found = _several(totals.counts["found"], FOUND[archive.job.verb])
    of = f"{_several(totals.counts['texts'], 'text')} of {_several(totals.files, 'file')}"
    left = totals.counts["left out"] + totals.counts["bug"]
    out = f"; {_several(left, 'record')} left out" if left else ""
    return f"{found} in {of}{out}: {archive.folder.name}/records/*.jsonl"


def _others(others: "Counts") -> str:
    """Return what the folders hold beside texts: nothing is passed over without a word."""
    most = sorted(others, key=lambda end: (-others[end], end))
    more = ", …" if len(most) > SHOWN else ""
    shown = ", ".join(f"{others[end]} {end}" for end in most[:SHOWN])
    return f"{_several(sum(others.values()), 'other file')} in the folders left alone: {shown}{more}"


def _problem(problem: dict[str, Any]) -> str:
    at = next((f" {key} {problem[key]}:" for key in ("line", "row") if key in problem), "")
    return f"timeline: {problem['file']}:{at} {problem['problem']}"


def _done(archive: "Archive") -> str:
    done, every = len(archive.counts), len(archive.parts)
    return f"{done or 'none'} of {_several(every, 'part')} {'were' if done > 1 else 'was'} done"


def _several(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
