"""The files that make up an archive: those that are named, and those of the folders that are named."""

import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from timeline.store.archive.records import LINES, PACKED, ROWS, TEXT, ArchiveError, Input
from timeline.store.archive.run_folder import is_run
from timeline.store.html import SUFFIXES as PAGES
from timeline.store.problems import visible

# By the end of a file's name. What a folder holds beside these is left alone; what is named is a text.
SORTS = {
    ".txt": TEXT,
    **dict.fromkeys(PAGES, TEXT),
    ".jsonl": LINES,
    ".ndjson": LINES,
    ".jsonl.gz": PACKED,
    ".ndjson.gz": PACKED,
    ".parquet": ROWS,
    ".pq": ROWS,
}


# What is named and would be read as a text that nobody wrote.
NO_TEXTS = {
    ".json": "one JSON document: an archive takes JSON Lines, a record a line, as jq -c '.[]' makes of a list",
    ".csv": "a table: an archive takes JSON Lines or Parquet",
    ".tsv": "a table: an archive takes JSON Lines or Parquet",
}


class Found(NamedTuple):
    """The files of an archive, and how many others its folders hold, by how their names end."""

    inputs: list[Input]
    others: Mapping[str, int]


def find(names: Iterable[str], base: Path, beside: Path) -> Found:
    """Return the files by their names, each once: in the order in which they are named, those of a folder sorted.

    Names are relative to `base`; what is in the folder `beside` is no input, nor what is in that of another run. Raises
    ArchiveError where a name is of nothing, or no file is left.
    """
    found: dict[Path, Input] = {}
    others: Counter[str] = Counter()
    named = list(names)
    for name in named:
        for path in _files(Path(name), base, beside.resolve(), others):
            found.setdefault((base / path).resolve(), _looked_at(path, base))
    if not found:
        raise ArchiveError(f"there is nothing to read in {', '.join(map(visible, named))}: read are {', '.join(SORTS)}")
    return Found(list(found.values()), others)


def sort_of(path: Path) -> str | None:
    """Return what a file is by its name; None where that tells nothing."""
    name = path.name.lower()
    return next((sort for end, sort in SORTS.items() if name.endswith(end)), None)


def _files(path: Path, base: Path, beside: Path, others: Counter[str]) -> Iterator[Path]:
    try:
        mode = (base / path).stat().st_mode
    except (OSError, ValueError) as error:
        reason = "there is no such file or folder" if isinstance(error, FileNotFoundError) else str(error)
        raise ArchiveError(f"{visible(str(path))}: {reason}") from error
    if stat.S_ISDIR(mode):
        yield from _below(path, base, beside, others)
    elif path.suffix.lower() in NO_TEXTS:
        raise ArchiveError(f"{visible(str(path))}: it is {NO_TEXTS[path.suffix.lower()]}")
    elif stat.S_ISREG(mode):
        yield path
    else:
        raise ArchiveError(f"{visible(str(path))}: it is no file; an archive is read more than once, so save it as one")


def _below(folder: Path, base: Path, beside: Path, others: Counter[str]) -> Iterator[Path]:
    """Yield the files of a folder and of those in it, sorted; hidden ones are none, nor are links to folders.

    What may not be looked at, a folder too, is yielded: it is told when it is read.
    """
    try:
        inside = sorted((base / folder).iterdir())
    except OSError:
        yield folder
        return
    for path in inside:
        name = folder / path.name
        mode = _mode(path)
        if path.name.startswith("."):
            continue
        if mode is not None and stat.S_ISDIR(mode):
            if not path.is_symlink() and path.resolve() != beside and not is_run(path):
                yield from _below(name, base, beside, others)
        elif sort_of(path) and (mode is None or stat.S_ISREG(mode)):
            yield name
        else:
            others[path.suffix.lower() or path.name] += 1


def _mode(path: Path) -> int | None:
    """What a path is; None where that cannot be known."""
    try:
        return path.stat().st_mode
    except OSError:
        return None


def _looked_at(path: Path, base: Path) -> Input:
    """A file as it is before it is read."""
    size = modified = 0
    with suppress(OSError):
        status = (base / path).stat()
        size, modified = status.st_size, status.st_mtime_ns
    return Input(str(path), sort_of(path) or TEXT, size, modified)
