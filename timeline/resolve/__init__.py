"""Expression and Context to Interval, with the steps between."""

from timeline.resolve.context import Context, Resolution
from timeline.resolve.errors import NoAnchorError, UnresolvedError
from timeline.resolve.phrase import resolve

__all__ = ["Context", "NoAnchorError", "Resolution", "UnresolvedError", "resolve"]
