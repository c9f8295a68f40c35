"""A run over an archive: begun, or gone on with where the folder holds one; its sums."""

from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import closing, contextmanager
from typing import Any, NamedTuple, Self

from timeline.corpus.job import SCHEMA, Job, differences
from timeline.corpus.pool import Here, Pool, Processes
from timeline.corpus.running import Result, run
from timeline.corpus.working import COUNTED, Stopped
from timeline.errors import TimelineError
from timeline.store.archive.finding import find
from timeline.store.archive.records import ArchiveError, Input, Part
from timeline.store.archive.run_folder import Counts, RunFolder, StrangeFolderError
from timeline.store.archive.surveying import check, part_size, parts, survey
from timeline.store.problems import visible

SHOWN = 3  # differences, or files, that are told of one by one


class OtherRunError(ArchiveError):
    """A folder that holds a run with other options or over other files."""

    def __init__(self, job: Job, differing: Sequence[str]) -> None:
        more = f"; and {len(differing) - SHOWN} more" if len(differing) > SHOWN else ""
        super().__init__(
            f"{visible(str(job.out))} holds another run: {'; '.join(differing[:SHOWN])}{more}. "
            "What is there was left as it is: name another folder with --out, or remove that one"
        )


class StoppedError(TimelineError):
    """A run that cannot go on, and why."""


class ChangedMeanwhileError(ArchiveError):
    """A file of the archive that has changed while it was read."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{visible(name)} has changed while it was read: the same command says whether its text has")


class UnwritableRunError(StoppedError):
    """A run whose folder takes nothing more."""


class Totals(NamedTuple):
    """What a run came to: sums over the parts that are done, and how many parts are not."""

    files: int
    parts: int
    undone: int
    counts: Counts


class Archive:
    """A run over an archive, and how far it is."""

    def __init__(self, job: Job, folder: RunFolder, inputs: Sequence[Input], size: int, others: Counts) -> None:
        """Take what is to be done, where, on what, how many bytes a part has, and what else the folders hold."""
        self.job = job
        self.folder = folder
        self.inputs = inputs
        self.others = others
        self.parts = tuple(parts(inputs, size))
        self.counts = {part: counts for part, counts in folder.done().items() if part <= len(self.parts)}
        self.there = len(self.counts)

    @classmethod
    @contextmanager
    def opened(cls, job: Job, names: Sequence[str]) -> Generator[Self, None, None]:
        """Look an archive over, and begin a run or go on with the one that the folder holds, which nobody else may.

        Raises OtherRunError, ArchiveError, WriteConflictError and UnwritableError.
        """
        job.check()
        found, others = find(names, job.base, job.base / job.out)
        check(found, job.base, job.keys)
        with RunFolder.opened(job.base / job.out, str(job.out)) as folder:
            before = folder.asked()
            if before is not None and before.get("schema") != SCHEMA:
                raise StrangeFolderError(f"{folder.name}: it holds a run of another sort: name a new folder")
            known = {one.name: one for one in folder.inputs()} if before is not None else {}
            size = part_size(found)
            inputs = [survey(one, job.base, size, job.keys, known.get(one.name)) for one in found]
            if before is None:
                folder.begin(job.asked(), inputs)
            elif differing := differences(before, job.asked()) or _changes(known, inputs):
                raise OtherRunError(job, differing)
            yield cls(job, folder, inputs, size, others)

    def left(self) -> list[Part]:
        """Return the parts that are not done."""
        return [part for part in self.parts if part.number not in self.counts]

    def run(self, pool: Pool) -> Generator[Part, None, None]:
        """Do what is left, and yield each part that is done or was lost with its worker.

        Raises StoppedError where it cannot go on, ChangedMeanwhileError where a file has changed.
        """
        if len(self.parts) == 1 and isinstance(pool, Processes):
            pool = Here()  # another process would take longer to start than the part takes
        with closing(run(self.job, self.left(), pool)) as results:
            for part, result in results:
                self._note(part, result)
                yield part
        self._still_the_same()

    def totals(self) -> Totals:
        """Return the sums."""
        sums: Counter[str] = Counter()
        for counts in self.counts.values():
            sums.update({name: counts.get(name, 0) for name in COUNTED})
        return Totals(len(self.inputs), len(self.parts), len(self.parts) - len(self.counts), sums)

    def first_problems(self, most: int) -> list[dict[str, Any]]:
        """Return the first of the problems."""
        return self.folder.first_problems(most)

    def _note(self, part: Part, result: Result | None) -> None:
        """Write down that a part is done, if it is."""
        if result is None:
            return
        if isinstance(result, Stopped):
            raise (UnwritableRunError if result.unwritable else StoppedError)(result.message)
        if not self.folder.records(part.number).is_file():
            raise StoppedError(
                f"a worker has done a part, and {visible(str(self.folder.records(part.number)))} is not there: "
                "the workers of a cluster must see the files and the folder at the same paths as this machine"
            )
        self.folder.note(result)
        self.counts[part.number] = result

    def _still_the_same(self) -> None:
        for one in self.inputs:
            try:
                status = (self.job.base / one.name).stat()
            except OSError:
                continue  # what cannot be read was told
            if (status.st_size, status.st_mtime_ns) != (one.size, one.modified):
                raise ChangedMeanwhileError(one.name)


def _changes(known: dict[str, Input], inputs: Sequence[Input]) -> list[str]:
    """Return what has changed in the files, each as a clause of a sentence."""
    now = {one.name: one for one in inputs}
    pairs = [(one, known.get(one.name)) for one in inputs]
    found = [f"{visible(one.name)} has changed" for one, was in pairs if was is not None and one.digest != was.digest]
    found += [f"{visible(one.name)} is new" for one, was in pairs if was is None]
    found += [f"{visible(name)} is not among the files" for name in known if name not in now]
    if not found and list(known) != list(now):
        found.append("the files are named in another order")
    return found
