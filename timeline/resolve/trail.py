"""The way of one expression to its date, while it is being walked."""

from collections.abc import Callable
from typing import Any

from timeline.dates import Day, Interval
from timeline.expressions.types import Expression
from timeline.resolve.context import Context
from timeline.resolve.errors import NoAnchorError, UnresolvedError

Rule = Callable[[Any, "Trail"], Interval]


class Trail:
    """Collects the steps, alternatives and marks of one resolution; the only thing that changes while one resolves."""

    __slots__ = (
        "_kept",
        "_resolved",
        "alternatives",
        "clock",
        "context",
        "from_told",
        "inferred",
        "relative",
        "rules",
        "slash_order",
        "steps",
        "telling",
        "text",
    )

    def __init__(
        self, text: str, context: Context, rules: dict[type, Rule], slash_order: str = "dmy", *, telling: bool = True
    ) -> None:
        self.text = text
        self.context = context
        self.rules = rules
        self.slash_order = slash_order  # how the language reads 9/7 where nobody says
        self.clock = ""
        self._resolved: dict[int, Interval] = {}
        self._kept: list[Expression] = []
        self.telling = telling
        self.steps: list[str] = []
        self.alternatives: list[Interval] = []
        self.inferred = False
        self.relative = False
        self.from_told = False  # whether it counts from the date last told

    @property
    def tells(self) -> bool:
        """Whether dates count from the one told last: in a story that has told one."""
        told = self.context.told
        return self.context.genre == "narrative" and told is not None and told.dated

    def window(self, counted: str) -> tuple[Day, Day]:
        """The anchor of a date that is only inferred where the anchor is a window."""
        first, last = self.anchor(counted)
        self.inferred = self.inferred or first != last
        return first, last

    def resolve(self, expression: Expression) -> Interval:
        """The interval of an expression, or of a part of one; raises a TimelineError where there is none."""
        known = self._resolved.get(id(expression))
        if known is not None:
            return known
        rule = self.rules.get(type(expression))
        if rule is None:
            raise self.refused("is a time without bounds of its own")
        result = self._resolved[id(expression)] = rule(expression, self)
        self._kept.append(expression)  # as long as it is kept, nothing else has its id
        return result

    def refused(self, reason: str) -> UnresolvedError:
        """The error that says why there is no date."""
        return UnresolvedError(self.text, reason)

    def step(self, sentence: Callable[[], str]) -> None:
        """Record what was just done, in words for the user; they are made only where somebody will read them."""
        if self.telling:
            self.steps.append(sentence())

    def also(self, *intervals: Interval) -> None:
        """Record other readings."""
        self.alternatives += intervals

    def anchor(self, counted: str | Callable[[], str]) -> tuple[Day, Day]:
        """The first and last day of the anchor; raises NoAnchorError, which says what needs one."""
        self.relative = True
        self.from_told = self.tells
        anchor = self.context.told if self.from_told else self.context.anchor
        if anchor is None or not anchor.dated:
            raise NoAnchorError(self.text, counted if isinstance(counted, str) else counted())
        # A window that is open on one side is known on the other alone: it stands there, and the date is inferred.
        guessed = self.context.guessed and anchor is self.context.anchor
        self.inferred = self.inferred or guessed or None in (anchor.earliest, anchor.latest)
        first = anchor.latest if anchor.earliest is None else anchor.earliest
        last = anchor.earliest if anchor.latest is None else anchor.latest
        assert first is not None, "it is dated"  # noqa: S101
        assert last is not None, "it is dated"  # noqa: S101
        return first, last
