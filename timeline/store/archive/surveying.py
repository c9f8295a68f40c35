"""Looking an archive over: what tells whether a file has changed, where it may be cut, and the parts of it."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import file_digest
from pathlib import Path

from timeline.store.archive import lines, rows
from timeline.store.archive.records import (
    LARGEST,
    LINES,
    PACKED,
    ROWS,
    TEXT,
    ArchiveError,
    Input,
    Keys,
    Part,
    Piece,
    Record,
    Trouble,
)
from timeline.store.problems import visible
from timeline.store.texts import UnreadableTextError, read_text

PARTS = 1000  # about as many as an archive is cut into, within the limits of their sizes
SMALLEST, LARGEST_PART = 256 << 10, 32 << 20  # bytes: a few seconds of work, and a minute or two
MOST_PIECES = 1000  # files in a part


def part_size(inputs: Iterable[Input]) -> int:
    """Return how many bytes a part has: the same for the same archive, whoever works on it."""
    return min(max(sum(one.size for one in inputs) // PARTS, SMALLEST), LARGEST_PART)


def survey(one: Input, base: Path, size: int, keys: Keys, before: Input | None = None) -> Input:
    """Return an input with its digest and its cuts.

    `before` is what an earlier run saw; it counts where the size and the time of the last change are the same.
    """
    if before is not None and before.digest and (before.size, before.modified) == (one.size, one.modified):
        return before
    path = base / one.name
    try:
        if one.sort == LINES:
            digest, cuts = lines.cut(path, size)
            return one._replace(digest=digest, cuts=cuts)
        with path.open("rb") as stream:
            digest = file_digest(stream, "sha256").hexdigest()
    except OSError:
        return one  # is told when it is read
    return one._replace(digest=digest, cuts=rows.cut(path, size, keys) if one.sort == ROWS else ())


def check(inputs: Sequence[Input], base: Path, keys: Keys) -> None:
    """Raise ArchiveError where it can be seen beforehand that nothing will be read.

    What is missing may be a library, or the key of the text in the first of the tables and of the JSON Lines.
    """
    from timeline.store.html import SUFFIXES, require_pages

    if any(one.sort == ROWS for one in inputs):
        rows.require()
    if any(one.sort == TEXT and one.name.lower().endswith(SUFFIXES) for one in inputs):
        require_pages()
    for sorts in ((LINES, PACKED), (ROWS,)):
        first = next((one for one in inputs if one.sort in sorts), None)
        if first is None:
            continue
        piece = Piece(first.name, first.sort)
        found = rows.columns(base / first.name) if first.sort == ROWS else lines.first_keys(base / first.name, piece)
        if found and keys.text not in found:
            raise ArchiveError(
                f'{visible(first.name)}: no record has the key "{visible(keys.text)}"; '
                f"the keys are {', '.join(map(visible, found))}: name that of the text with --text-key"
            )


def parts(inputs: Iterable[Input], size: int) -> Iterator[Part]:
    """Yield the parts of an archive: pieces in their order, put together until there are about `size` bytes."""
    number, held, weight = 1, [], 0
    for piece, bytes_ in (found for one in inputs for found in _pieces(one, size)):
        held.append(piece)
        weight += bytes_
        if weight >= size or len(held) >= MOST_PIECES:
            yield Part(number, tuple(held))
            number, held, weight = number + 1, [], 0
    if held:
        yield Part(number, tuple(held))


def records(piece: Piece, base: Path, keys: Keys) -> Iterator[Record | Trouble]:
    """Yield the records of a piece one by one, and what is wrong with those that cannot be read."""
    path = base / piece.name
    if piece.sort == ROWS:
        yield from rows.read_rows(path, piece, keys)
    elif piece.sort in (LINES, PACKED):
        yield from lines.read_lines(path, piece, keys)
    else:
        yield _text(path, piece.name)


def _pieces(one: Input, size: int) -> Iterator[tuple[Piece, int]]:
    """Yield the pieces of an input, each with about how many bytes it has."""
    starts = ((0, 1), *one.cuts)
    for (start, first), stop in zip(starts, (*(at for at, _ in one.cuts), None), strict=True):
        rows = size if stop is not None else min(one.size, size)
        weight = rows if one.sort == ROWS else (one.size if stop is None else stop) - start
        yield Piece(one.name, one.sort, start, stop, first), weight


def _text(path: Path, name: str) -> Record | Trouble:
    where = {"file": name}
    try:
        if path.is_dir():
            return Trouble(where, "it is a folder that may not be read")
        if path.stat().st_size > LARGEST:
            return Trouble(where, f"it has more than {LARGEST >> 20} MB")
        read = read_text(path)
    except UnreadableTextError as error:
        return Trouble(where, str(error).removeprefix(f"{visible(str(path))}: "))
    except OSError as error:
        return Trouble(where, f"it cannot be read: {error.strerror}")
    return Record(where, read.text, read.published, read.encoding)
