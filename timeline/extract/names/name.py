"""A name in its place."""

from enum import Enum
from typing import NamedTuple

EVENT = "event"  # the role of an organisation of which a number makes a meeting: the 5th Lake Forum


class Sort(Enum):
    """What a name is of."""

    ORGANISATION = "organisation"
    PERSON = "person"
    PLACE = "place"
    REFERENCE = "reference"  # "the Union": an organisation told before, by the last word of its name
    FORMER = "former"  # "the former", "the latter": of the two told last
    LATTER = "latter"
    DELEGATION = "delegation"  # "the delegation": the organisation whose it is
    PAIR = "pair"  # "the two organisations": the two that the article is about

    __hash__ = object.__hash__  # that of Enum is written in Python, and a sort is looked up for every name


class Name(NamedTuple):
    """A name from start to end, code points of the article; `name` is as records have it.

    `parent` is the organisation that an organisation belongs to, as far as its name tells; `role` what a person is.
    """

    start: int
    end: int
    name: str
    sort: Sort
    parent: str | None = None
    role: str = ""
