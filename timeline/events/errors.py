"""What can be wrong with a date that hangs on another event."""

from collections.abc import Iterable

from timeline.errors import TimelineError
from timeline.events.names import did_you_mean, suggest


class UnknownIdError(TimelineError):
    """`@id` names no event."""

    def __init__(self, id_: str, known: Iterable[str]) -> None:
        """Take the id without its sign, and the ids there are."""
        self.id = id_
        super().__init__(f'no event has the id "{id_}"{did_you_mean("@" + near for near in suggest(id_, known))}')


class UndatedReferenceError(TimelineError):
    """`@id` names an event that has no date."""

    def __init__(self, id_: str) -> None:
        """Take the id without its sign."""
        self.id = id_
        super().__init__(f"@{id_} has no date that another one could count from")
