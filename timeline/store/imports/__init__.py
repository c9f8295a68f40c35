"""Events out of other files: a format reads them as rows, and rows are fitted into a timeline."""

from timeline.store.imports.fitting import bring_in
from timeline.store.imports.format import UnknownImportError, find_import, imports
from timeline.store.imports.rows import Remark, Row, Rows, UnreadableImportError

__all__ = [
    "Remark",
    "Row",
    "Rows",
    "UnknownImportError",
    "UnreadableImportError",
    "bring_in",
    "find_import",
    "imports",
]
