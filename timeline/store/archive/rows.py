"""Parquet: a record a row; cut between rows. The one room of pyarrow."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from timeline.store.archive.lines import of_keys
from timeline.store.archive.records import ArchiveError, Keys, Piece, Record, Trouble

INSTALL = 'pip install "event-timeline-cli[parquet]"'
AT_ONCE = 64  # rows that are held at once


class ParquetMissingError(ArchiveError):
    """The library that reads Parquet is not installed."""

    def __init__(self) -> None:
        super().__init__(f"to read Parquet takes an extra: {INSTALL}")


def require() -> None:
    """Raise ParquetMissingError where pyarrow is not installed."""
    _library()


def cut(path: Path, size: int, keys: Keys) -> tuple[tuple[int, int], ...]:
    """Return rows between which a file may be cut, so that about `size` bytes of text lie between them.

    A file that is no Parquet has none: that is told when it is read.
    """
    library = _library()
    try:
        with library.ParquetFile(path) as table:
            groups = [table.metadata.row_group(at) for at in range(table.metadata.num_row_groups)]
            sizes = [(group.num_rows, _bytes(group, keys.text)) for group in groups]
    except (OSError, _broken()):
        return ()
    cuts, row, held = [], 0, 0
    for rows, weight in sizes:
        # A large group is cut inside: to pass over the rows before costs next to nothing beside reading their dates.
        pieces = max(1, -(-weight // size))
        for piece in range(1, pieces + 1):
            held += weight // pieces
            if held >= size - 1:
                cuts.append(row + rows * piece // pieces)
                held = 0
        row += rows
    return tuple((at, at) for at in dict.fromkeys(cuts) if 0 < at < row)


def columns(path: Path) -> list[str]:
    """Return the names of the columns of a file; none of one that cannot be read."""
    try:
        with _library().ParquetFile(path) as table:
            return [str(name) for name in table.schema_arrow.names]
    except (OSError, _broken()):
        return []


def read_rows(path: Path, piece: Piece, keys: Keys) -> Iterator[Record | Trouble]:
    """Yield the records of a piece; a row that is none is a Trouble, and so is a file that is no Parquet."""
    row = piece.start
    try:
        # Streamed: a column of a row group is not read as a whole.
        with _library().ParquetFile(path, buffer_size=1 << 20, pre_buffer=False) as table:
            there = list(table.schema_arrow.names)
            if keys.text not in there:
                yield Trouble({"file": piece.name}, f'it has no column "{keys.text}"; it has: {", ".join(there)}')
                return
            wanted = [key for key in dict.fromkeys((keys.text, *keys.published, keys.id)) if key in there]
            for row, values in _rows(table, piece, wanted):
                yield _record(dict(zip(wanted, values, strict=True)), {"file": piece.name, "row": row + 1}, keys)
    except (OSError, _broken()) as error:
        yield Trouble({"file": piece.name, "row": row + 1}, f"the file cannot be read any further: {_reason(error)}")


def _rows(table: Any, piece: Piece, wanted: list[str]) -> Iterator[tuple[int, list[Any]]]:
    """Yield the number of each row of a piece, and its values."""
    groups, starts, row = [], [], 0
    for at in range(table.metadata.num_row_groups):
        rows = table.metadata.row_group(at).num_rows
        if row + rows > piece.start and (piece.stop is None or row < piece.stop):
            groups.append(at)
            starts.append(row)
        row += rows
    if not groups:
        return
    at = starts[0]
    for batch in table.iter_batches(batch_size=AT_ONCE, row_groups=groups, columns=wanted, use_threads=False):
        held = [batch.column(name) for name in wanted]
        for inside in range(batch.num_rows):
            if at >= piece.start and (piece.stop is None or at < piece.stop):
                yield at, [column[inside] for column in held]
            at += 1
        if piece.stop is not None and at >= piece.stop:
            return


def _record(values: dict[str, Any], where: dict[str, Any], keys: Keys) -> Record | Trouble:
    try:
        return of_keys({key: _plain(value) for key, value in values.items()}, where, keys)
    except UnicodeDecodeError:
        return Trouble(where, "its text is not UTF-8")


def _plain(value: Any) -> Any:
    """The value of a cell; times as ISO texts, which need none of the libraries that hold nanoseconds."""
    if str(value.type).startswith("timestamp"):
        return str(value.cast("string")) if value.is_valid else None
    found = value.as_py()
    return found.isoformat() if hasattr(found, "isoformat") else found


def _bytes(group: Any, name: str) -> int:
    """How many bytes of text a row group has; of all columns where none is called that."""
    held = [group.column(at) for at in range(group.num_columns)]
    return int(next((one.total_uncompressed_size for one in held if one.path_in_schema == name), group.total_byte_size))


def _library() -> Any:
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise ParquetMissingError from error
    return parquet


def _broken() -> type[Exception]:
    from pyarrow import ArrowException

    found: type[Exception] = ArrowException
    return found


def _reason(error: Exception) -> str:
    return str(error).partition("\n")[0]
