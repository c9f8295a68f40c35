"""The tree of errors: every error that timeline raises on purpose descends from TimelineError."""


class TimelineError(Exception):
    """The root of every error that timeline raises."""
