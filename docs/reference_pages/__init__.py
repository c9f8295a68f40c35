"""The pages of docs/reference that are written out of the program itself, one file a page."""

from collections.abc import Callable, Mapping

from reference_pages import commands, conventions, errors, file_format, python

# The name of a page and what writes it.
WRITERS: Mapping[str, Callable[[], str]] = {
    "commands": commands.page,
    "conventions": conventions.page,
    "errors": errors.page,
    "file": file_format.page,
    "python": python.page,
}
