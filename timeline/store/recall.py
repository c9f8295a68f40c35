"""Recalling a timeline that was read before: a file that has not changed need not be dated anew by every command.

A recollection holds the texts of the files themselves and a stamp of the program; it counts only while both are the
same to the last byte. It lies in the user's own cache folder, and whatever is wrong with it, the files are read
instead.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from timeline.events.records import Dated, Records
    from timeline.store.problems import Problem
    from timeline.store.reading import Reading

FEWEST = 20  # events: fewer are read as fast as they are recalled
MOST = 50  # recollections in the folder
ROOMS = ("", "dates", "expressions", "expressions/languages", "resolve", "events", "store")
SUFFIXES = (".toml", ".jsonl")


class Recalled(NamedTuple):
    """What `Reading` holds, without the places of its records."""

    records: "Records"
    dated: "Mapping[str, Dated]"
    problems: "tuple[Problem, ...]"
    paths: tuple[Path, ...]
    path: Path


def recall_or_read(path: Path, folder: Path | None, read: "Callable[[Path], Reading]") -> "Reading | Recalled":
    """Return what was read of a file or a folder before, if nothing has changed since; else read it, and remember it.

    `folder` is where recollections lie; None reads the files in any case.
    """
    if folder is None:
        return read(path)
    try:
        texts, stamp = _texts(path), _stamp()
    except OSError:
        return read(path)
    place = folder / _name(path)
    found = _recalled(place, (stamp, texts))
    if found is not None:
        return found
    reading = read(path)
    if len(reading.records.events) >= FEWEST:
        held = Recalled(reading.records, dict(reading.dated), reading.problems, reading.paths, path)
        _remember(place, ((stamp, texts), held))
    return reading


def _texts(path: Path) -> list[tuple[str, bytes]]:
    """Return the names and bytes of the files that make up a timeline."""
    if not path.is_dir():
        return [(str(path), path.read_bytes())]
    files = sorted(file for file in path.iterdir() if file.suffix in SUFFIXES and file.name[0] != ".")
    return [(str(file), file.read_bytes()) for file in files]


def _stamp() -> tuple[object, ...]:
    """Return what changes whenever the program does: Python itself, and the files of the rooms that read and date."""
    root = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - pathlib costs more
    newest = count = size = 0
    for room in ROOMS:
        with os.scandir(os.path.join(root, room)) as entries:  # noqa: PTH118
            for entry in entries:
                if entry.name.endswith((".py", ".toml")):
                    status = entry.stat()
                    newest, count, size = max(newest, status.st_mtime_ns), count + 1, size + status.st_size
    return sys.version, root, newest, count, size


def _name(path: Path) -> str:
    from zlib import crc32

    # Two timelines may share a name: the paths stand inside as well, and only cost a reading.
    return f"{crc32(str(path.absolute()).encode('utf-8', 'surrogateescape')):08x}.recall"


def _recalled(place: Path, wanted: object) -> Recalled | None:
    import pickle

    try:
        with place.open("rb") as file:
            # Unpickling runs what it is told to: only what this user wrote is taken.
            if hasattr(os, "getuid") and os.fstat(file.fileno()).st_uid != os.getuid():
                return None
            held: Any = pickle.load(file)  # noqa: S301
            if held != wanted:
                return None
            found: Any = pickle.load(file)  # noqa: S301
    except Exception:  # noqa: BLE001 - there are many ways to be broken, and none of them matters
        return None
    return found if isinstance(found, Recalled) else None


def _remember(place: Path, parts: tuple[object, object]) -> None:
    import pickle
    import tempfile

    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        older = sorted(place.parent.glob("*.recall"), key=lambda file: file.stat().st_mtime)
        for file in older[: max(0, len(older) - MOST)]:
            file.unlink(missing_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as temporary:
            for part in parts:
                pickle.dump(part, temporary, protocol=5)
        Path(temporary.name).replace(place)
    except (OSError, pickle.PicklingError, RecursionError):
        return
