"""The folder of a run over an archive: what was asked, of which files, which parts are done, and what came of them.

run.json              the command, its options, the version; written last: where it is, the folder is a run's
inputs.jsonl          the files with their sizes and digests, and where they are cut
done.jsonl            a line for each part that is done, with what was counted in it
records/000001.jsonl  what came of a part
problems/000001.jsonl what could not be read in it; there only where something could not
"""

import json
import os
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any, Self

from timeline.store.archive.records import ArchiveError, Input
from timeline.store.locking import WriteConflictError, held
from timeline.store.problems import visible
from timeline.store.replace import UnwritableError, anew, reason

RUN, INPUTS, DONE, RECORDS, PROBLEMS = "run.json", "inputs.jsonl", "done.jsonl", "records", "problems"
Counts = Mapping[str, int]


class StrangeFolderError(ArchiveError):
    """A folder that holds something else than a run."""


class RunFolder:
    """The folder of one run; whoever opens it is the only one that writes there."""

    def __init__(self, path: Path, name: str = "") -> None:
        """Take the folder, which need not be there, and how it is called where it is told of."""
        self.path = path
        self.name = visible(name or str(path))

    @classmethod
    @contextmanager
    def opened(cls, path: Path, name: str = "") -> Generator[Self, None, None]:
        """Make the folder where there is none, and keep others from writing there.

        Raises StrangeFolderError where it holds what is no run's, WriteConflictError where another run writes there,
        UnwritableError where the system refuses.
        """
        folder = cls(path, name)
        with ExitStack() as stack:
            try:
                path.mkdir(parents=True, exist_ok=True)
                stack.enter_context(held(path / RUN, 0))
                folder._begin()
            except WriteConflictError as error:
                raise WriteConflictError(Path(folder.name), "is being written by another run") from error
            except OSError as error:
                raise UnwritableError(Path(folder.name), "it is a file" if path.is_file() else reason(error)) from error
            try:
                yield folder
            finally:
                folder._sweep()

    def _begin(self) -> None:
        """Make the folders in it; raises StrangeFolderError."""
        strange = {one.name for one in self.path.iterdir() if one.name[0] != "."} - {INPUTS, DONE, RECORDS, PROBLEMS}
        if strange and not (self.path / RUN).exists():
            raise StrangeFolderError(f"{self.name}: it is not empty, and no folder of a run: name a new one with --out")
        for name in (RECORDS, PROBLEMS):
            (self.path / name).mkdir(exist_ok=True)
        self._sweep()

    def _sweep(self) -> None:
        """Remove what was left half written by those who were ended."""
        for folder in (self.path, self.path / RECORDS, self.path / PROBLEMS):
            for left in folder.glob(".*.json*.*"):
                with suppress(OSError):
                    left.unlink()

    def asked(self) -> dict[str, Any] | None:
        """Return what an earlier run was asked; None where there was none. Raises StrangeFolderError."""
        try:
            found = json.loads((self.path / RUN).read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise StrangeFolderError(f"{self.name}/{RUN}: it cannot be read: {error}") from error
        if not isinstance(found, dict):
            raise StrangeFolderError(f"{self.name}/{RUN}: it is not what a run writes there")
        return found

    def inputs(self) -> list[Input]:
        """Return the inputs that an earlier run saw."""
        try:
            with (self.path / INPUTS).open(encoding="utf-8") as stream:
                found = [Input(**json.loads(line)) for line in stream]
        except (OSError, ValueError, TypeError) as error:
            raise StrangeFolderError(f"{self.name}/{INPUTS}: it cannot be read: {error}") from error
        return [one._replace(cuts=tuple((at, first) for at, first in one.cuts)) for one in found]

    def begin(self, asked: Mapping[str, Any], inputs: Iterable[Input]) -> None:
        """Write down what is asked, and of which files."""
        with anew(self.path / INPUTS) as stream:
            stream.writelines(json.dumps(one._asdict()) + "\n" for one in inputs)
        with anew(self.path / RUN) as stream:
            stream.write(json.dumps(asked, indent=1, ensure_ascii=False) + "\n")

    def done(self) -> dict[int, Counts]:
        """Return what was counted in each part that is done, by their numbers; a line that is torn is of none."""
        found: dict[int, Counts] = {}
        try:
            with (self.path / DONE).open(encoding="utf-8", errors="replace") as stream:
                for line in stream:
                    counts = _counts(line)
                    if counts is not None and self.records(counts["part"]).is_file():
                        found[counts["part"]] = counts
        except FileNotFoundError:
            return found
        with anew(self.path / DONE) as stream:  # so that what is added begins a line
            stream.writelines(json.dumps(counts) + "\n" for counts in found.values())
        return found

    def note(self, counts: Counts) -> None:
        """Write down that a part is done; raises UnwritableError."""
        try:
            with (self.path / DONE).open("a", encoding="utf-8") as stream:
                stream.write(json.dumps(counts) + "\n")
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise UnwritableError(self.path / DONE, reason(error)) from error

    def records(self, part: int) -> Path:
        """Return the file of what came of a part."""
        return self.path / RECORDS / f"{part:06d}.jsonl"

    def problems(self, part: int) -> Path:
        """Return the file of what could not be read in a part."""
        return self.path / PROBLEMS / f"{part:06d}.jsonl"

    def first_problems(self, most: int) -> list[dict[str, Any]]:
        """Return the first of the problems of all parts."""
        return list(islice(self._problems(), most))

    def _problems(self) -> Iterator[dict[str, Any]]:
        for path in sorted((self.path / PROBLEMS).glob("[0-9]*.jsonl")):
            with path.open(encoding="utf-8") as stream:
                yield from map(json.loads, stream)


def is_run(folder: Path) -> bool:
    """Whether a folder is that of a run: what it holds is no archive."""
    return all((folder / name).exists() for name in (RUN, INPUTS, RECORDS))


def _counts(line: str) -> Counts | None:
    try:
        found = json.loads(line)
    except ValueError:
        return None
    return found if isinstance(found, dict) and isinstance(found.get("part"), int) else None
