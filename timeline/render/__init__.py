"""From selected events to text, one file a format."""

from timeline.render.format import (
    Format,
    OptionError,
    UnknownFormatError,
    check_options,
    find_export,
    find_format,
    find_view,
    format_of_file,
    losses,
    name_of,
)
from timeline.render.page import Option, Page

__all__ = [
    "Format",
    "Option",
    "OptionError",
    "Page",
    "UnknownFormatError",
    "check_options",
    "find_export",
    "find_format",
    "find_view",
    "format_of_file",
    "losses",
    "name_of",
]
