"""Tokens to Expressions: the rules of a language, walked as one network.

What a run of words can mean depends on their roles alone, and the same rows of roles come again and again ("in",
month, year). So the network is walked once for each such row, and what was found is kept as derivations; from them
the Expressions of a run are built, the longest first. Where several readings are possible all are there, equally long
ones in the order of the language file. Work is bounded: each category is derived at most once at each place, and
a run has LONGEST_RUN tokens at most.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from timeline.expressions.builders import BY_NAME
from timeline.expressions.language import FILLER, Language, Node, Rule
from timeline.expressions.lexer import Token

LONGEST_RUN = 40  # tokens; no date expression is longer
WIDTH = 24  # derivations of one category at one place
KEPT = 20_000  # rows of roles whose derivations are kept
CONNECTING = "relation"  # the slot of words that join dates and belong to none of them
PASS = BY_NAME["value"]  # the builder of rules that say no more than their one slot
PHRASE = "phrase"  # the category that a whole phrase has; its kinds stand in the order in which they are tried

Build = Callable[..., Any]


class Derivation(NamedTuple):
    """A rule that holds for some tokens, with what fills its slots: a role of a token, or a derivation."""

    length: int  # tokens
    rule: Rule
    slots: "tuple[tuple[str, int, str | Derivation], ...]"  # name, token counted from the first, role or derivation
    constants: dict[str, Any]


class Reading(NamedTuple):
    """What a derivation means, and the rule that says so.

    `parts` are the slots that are dates of their own in TIMEX3, where the rule has such: from token, to token, the
    value.
    """

    start: int
    end: int
    value: Any
    rule: Rule
    parts: "tuple[Part, ...]" = ()


Part = tuple[int, int, Any]
Way = tuple[tuple[int, "str | Derivation"], ...]


class Row:
    """A row of roles from one token to the end of its run, and what can be derived at its head."""

    __slots__ = ("count", "derived", "following", "glued", "grammar", "roles", "shape", "shorter", "whole")

    def __init__(self, token: Token, following: "Row | None", grammar: "Grammar") -> None:
        self.roles = tuple(token.roles)
        self.shape = token.shape
        self.glued = token.glued
        self.following = following
        self.count: int = 1 + (following.count if following else 0)
        self.grammar = grammar
        self.derived: dict[str, list[Derivation]] = {}
        self.whole: list[Derivation] | None = None
        self.shorter: list[list[Derivation]] | None = None

    def phrases(self) -> Iterator[list[Derivation]]:
        """The derivations of a phrase that begins here: the longest together, then the next shorter ones.

        Where one kind of phrase reaches to the end of the row, the kinds behind it are looked at only if it is not
        taken.
        """
        if self.whole is None:
            self.whole = self._whole()
        if self.whole:
            yield self.whole
        if self.shorter is None:
            found = [d for kind in self.grammar.kinds for d in self._derivations(kind) if d not in self.whole]
            lengths = sorted({d.length for d in found}, reverse=True)
            self.shorter = [[d for d in found if d.length == length] for length in lengths]
        yield from self.shorter

    def _whole(self) -> list[Derivation]:
        for kind in self.grammar.kinds:
            if found := [d for d in self._derivations(kind) if d.length == self.count]:
                return found
        return []

    def _derivations(self, category: str) -> list[Derivation]:
        known = self.derived.get(category)
        if known is None:
            if self.grammar.first[category].isdisjoint(self.roles):
                return []
            known = self.derived[category] = []
            self._walk(self.grammar.networks[category], self, 0, (), known)
            if len(known) > 1:
                known.sort(key=_rank)
                del known[WIDTH:]
        return known

    def _walk(  # noqa: PLR0913, PLR0917  one step of the walk
        self,
        node: Node,
        at: "Row | None",
        length: int,
        way: Way,
        found: list[Derivation],
        *,
        filled: bool = False,
    ) -> None:
        """Go on from a node of the network at a token.

        `filled`: the word before is a filler, and nothing ends behind it.
        """
        grammar = self.grammar
        for order, slots, constants in () if filled else node[0]:
            rule = grammar.rules[order]
            if rule.prose or not grammar.prose:
                found.append(Derivation(length, rule, tuple([(name, *way[place]) for place, name in slots]), constants))
        if at is None:
            return
        for role, category, following in grammar.moves(node, at):
            if role:
                self._walk(following, at.following, length + 1, (*way, (length, role)), found)
            elif category:
                for derived in at._derivations(category):  # noqa: SLF001  of another row
                    behind: Row | None = at
                    for _ in range(derived.length):
                        behind = behind.following if behind else None
                    self._walk(following, behind, length + derived.length, (*way, (length, derived)), found)
            else:
                self._walk(node, at.following, length + 1, way, found, filled=True)


def _rank(derivation: Derivation) -> tuple[int, int]:
    return -derivation.length, derivation.rule.order


class Grammar:
    """The rules of a language with what was derived from them so far.

    In prose without the rules that are too bold for it.
    """

    def __init__(self, language: Language, *, prose: bool) -> None:
        self.networks = language.networks
        self.first = language.first
        self.rules = language.rules
        self.prose = prose
        self.kinds = tuple(language.networks[PHRASE][3])
        self._moves: dict[tuple[int, int], list[tuple[str, str, Node]]] = {}
        self._rows: dict[tuple[int, Row | None], Row] = {}

    def row(self, run: Sequence[Token]) -> list[Row]:
        """The rows that begin at each token of a run, from those of earlier runs that end alike."""
        if len(self._rows) > KEPT:
            self._rows.clear()
        rows: list[Row] = []
        following: Row | None = None
        for token in reversed(run):
            key = (token.shape, following)
            row = self._rows.get(key)
            if row is None:
                row = self._rows[key] = Row(token, following, self)
            rows.append(row)
            following = row
        rows.reverse()
        return rows

    def moves(self, node: Node, at: Row) -> list[tuple[str, str, Node]]:
        """Where a token can lead from a node: by one of its roles, by a category it can begin, or past it."""
        key = (id(node), at.shape)
        known = self._moves.get(key)
        if known is None:
            _, edges, glued, categories = node
            known = [(role, "", edges[role]) for role in at.roles if role in edges]
            if at.glued:
                known += [(role, "", glued[role]) for role in at.roles if role in glued]
            known += [
                ("", c, following) for c, following in categories.items() if not self.first[c].isdisjoint(at.roles)
            ]
            if FILLER in at.roles:
                known.append(("", "", node))
            self._moves[key] = known
        return known


_grammars: dict[tuple[int, bool], Grammar] = {}


def grammar(language: Language, *, prose: bool = False) -> Grammar:
    """The grammar of a language, with all that it has derived."""
    key = (id(language.networks), prose)
    known = _grammars.get(key)
    if known is None:
        known = _grammars[key] = Grammar(language, prose=prose)
    return known


def readings(run: Sequence[Token], at: int, derivations: Sequence[Derivation]) -> Iterator[Reading]:
    """What derivations mean in a run, from a token on; those whose builder refuses the values are left out."""
    for derivation in derivations:
        if (reading := _read(run, at, derivation)) is not None:
            yield reading


def _read(run: Sequence[Token], start: int, derivation: Derivation) -> Reading | None:
    length, rule, slots, constants = derivation
    end = start + length
    named: dict[str, Any] = {}
    inner: Reading | None = None
    for name, offset, filling in slots:
        if filling.__class__ is str:
            named[name] = run[start + offset].roles[filling]
        else:
            inner = _read(run, start + offset, filling)  # type: ignore[arg-type]
            if inner is None:
                return None
            named[name] = inner
    if inner is not None and rule.build is PASS:
        return _passed(inner, start, end)
    parts: tuple[Part, ...] = ()
    if rule.timex:
        spans = {
            name: (start + offset, named[name].end if named[name].__class__ is Reading else start + offset + 1)
            for name, offset, _ in slots
        }
        parts = _parts(rule.timex, named, spans)
    value = rule.build(**constants, **{n: v.value if v.__class__ is Reading else v for n, v in named.items()})
    return None if value is None else Reading(start, end, value, rule, parts)


def _passed(inner: Reading, start: int, end: int) -> Reading:
    """A reading that says no more than the one inside it: "in June" and "June"."""
    if inner.parts or (inner.start, inner.end) == (start, end):
        return Reading(start, end, inner.value, inner.rule, inner.parts)
    return Reading(start, end, inner.value, inner.rule, ((inner.start, inner.end, inner),))


def _parts(wanted: tuple[str, ...], named: dict[str, Any], spans: dict[str, tuple[int, int]]) -> tuple[Part, ...]:
    """The wanted slots with their places.

    What else stands before the first or behind the last of them belongs to it.
    """
    parts = [
        [*spans[name], named[name]] for name in wanted if name in named
    ]  # compile.py sees to it that there are some
    others = [span for name, span in spans.items() if name != CONNECTING]
    parts[0][0] = min(start for start, _ in others)
    parts[-1][1] = max(end for _, end in others)
    return tuple((start, end, value) for start, end, value in parts)
