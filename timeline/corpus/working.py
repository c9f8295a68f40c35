"""Work on one part of an archive, in whatever process: records in, two files out, and what was counted."""

from collections import Counter
from collections.abc import Iterator
from threading import Lock
from traceback import format_exception
from typing import Any, NamedTuple, TextIO

from timeline.corpus.job import Job, version
from timeline.corpus.publication import UnreadableDayError, published_day
from timeline.corpus.verbs import VERBS
from timeline.errors import TimelineError
from timeline.render.json_text import json_text
from timeline.store.archive.records import Part, Record, Trouble
from timeline.store.archive.run_folder import Counts, RunFolder
from timeline.store.archive.surveying import records
from timeline.store.replace import UnwritableError, anew

# How grave a problem is: the record was left out; it was read, but not as it should be; it is only to be known; a bug.
LEFT_OUT, ERROR, WARNING, BUG = "left out", "error", "warning", "bug"
COUNTED = ("texts", "found", LEFT_OUT, ERROR, WARNING, BUG)
# The threads of a worker on a cluster take turns: they would share one interpreter, and what it keeps of a language.
_turn = Lock()


class Stopped(NamedTuple):
    """Why no part can be done: the message, and whether it is one of writing."""

    message: str
    unwritable: bool = False


def work(job: Job, part: Part) -> Counts | Stopped:
    """Do a part: write what comes of it, and return what was counted. What is there of it already is written anew.

    Errors come back as values: what other processes raise does not always find its way.
    """
    if version() != job.version:
        return Stopped(f"a worker has version {version()} of timeline, and this is {job.version}: install the same")
    folder = RunFolder(job.base / job.out)
    with _turn:
        try:
            with anew(folder.records(part.number)) as found, anew(folder.problems(part.number)) as problems:
                counts = _written(job, part, found, problems)
            if not any(counts[grave] for grave in COUNTED[2:]):
                folder.problems(part.number).unlink(missing_ok=True)
        except UnwritableError as error:
            return Stopped(str(error), unwritable=True)
        except TimelineError as error:
            return Stopped(str(error))
    return {"part": part.number} | {name: counts[name] for name in COUNTED}


def _written(job: Job, part: Part, found: TextIO, problems: TextIO) -> Counter[str]:
    counts: Counter[str] = Counter()

    def tell(where: Any, grave: str, message: str, **more: str) -> None:
        counts[grave] += 1
        problems.write(json_text({**where, "problem": message, "severity": grave, **more}) + "\n")

    for piece in part.pieces:
        for record in records(piece, job.base, job.keys):
            if isinstance(record, Trouble):
                tell(record.where, LEFT_OUT, record.message)
                continue
            try:
                for grave, message in _remarks(job, record):
                    tell(record.where, grave, message)
                lines = list(_lines(job, record))
            except MemoryError:
                tell(record.where, LEFT_OUT, "there is not enough memory for it")
            except Exception as error:  # noqa: BLE001 - a text on which we fail must not end the work on all others
                said = f"a bug: {type(error).__name__}: {error}"
                tell(record.where, BUG, said, traceback="".join(format_exception(error)))
            else:
                counts["texts"] += 1
                counts["found"] += len(lines)
                found.writelines(lines)
    return counts


def _remarks(job: Job, record: Record) -> Iterator[tuple[str, str]]:
    """Yield what is to be known of a record that is read."""
    if record.encoding:
        yield WARNING, f"it is not UTF-8, and was read as {record.encoding}"
    if job.published:
        return  # which holds for every record, whatever it says itself
    try:
        published_day(record.published)
    except UnreadableDayError as error:
        yield ERROR, str(error)


def _lines(job: Job, record: Record) -> Iterator[str]:
    """Yield what the command prints of a text, each line beginning with where the text stands."""
    try:
        day = published_day(job.published or record.published)
    except UnreadableDayError:
        day = None
    for one in VERBS[job.verb](record.text, day, job):
        yield json_text({**record.where, **one}) + "\n"
