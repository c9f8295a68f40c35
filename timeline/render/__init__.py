"""From selected events to text, one file a format."""

from timeline.render.format import Format, UnknownFormatError, find_export, find_format, find_view, format_of_file
from timeline.render.page import Page

__all__ = ["Format", "Page", "UnknownFormatError", "find_export", "find_format", "find_view", "format_of_file"]
