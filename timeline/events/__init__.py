"""Events: what a timeline holds (events, claims, organisations, sources), their kinds, their names and their dates."""

from typing import TYPE_CHECKING, Any

from timeline.events.kinds import Kind, kinds
from timeline.events.names import find, fold, slug, suggest
from timeline.events.records import (
    Claim,
    Conventions,
    Dated,
    Dating,
    Event,
    Finding,
    FormerName,
    Organisation,
    Person,
    Place,
    Records,
    Source,
    Stated,
)

if TYPE_CHECKING:
    from timeline.events.dating import date_events

__all__ = [
    "Claim",
    "Conventions",
    "Dated",
    "Dating",
    "Event",
    "Finding",
    "FormerName",
    "Kind",
    "Organisation",
    "Person",
    "Place",
    "Records",
    "Source",
    "Stated",
    "date_events",
    "find",
    "fold",
    "kinds",
    "slug",
    "suggest",
]


def __getattr__(name: str) -> Any:
    # What is recalled has its dates: dating loads when it is asked for.
    if name == "date_events":
        from timeline.events.dating import date_events

        return date_events
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
