"""Tokens to Expressions: the rules of a language, walked as one network.

What a run of words can mean depends on their roles alone, and the same rows of roles come again and again ("in",
month, year). So the network is walked once for each such row, and what was found is kept as derivations; from them
the Expressions of a run are built, the longest first. Where several readings are possible all are there, equally long
ones in the order of the language file. Work is bounded: each category is derived at most once at each place, and
a run has LONGEST_RUN tokens at most.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from timeline.expressions.builders import BY_NAME
from timeline.expressions.language import FILLER, Language, Node, Rule
from timeline.expressions.lexer import Token

LONGEST_RUN = 40  # tokens; no date expression is longer
WIDTH = 24  # derivations of one category at one place
KEPT = 20_000  # rows of roles whose derivations are kept
CONNECTING = "relation"  # the slot of words that join dates and belong to none of them
PASS = BY_NAME["value"]  # the builder of rules that say no more than their one slot
END = 1  # in the numbers that stand for sets of roles: a category may end there
PHRASE = "phrase"  # the category that a whole phrase has; its kinds stand in the order in which they are tried

Build = Callable[..., Any]


class Derivation(NamedTuple):
    """A rule that holds for some tokens, with the way through its pattern, which fills its slots.

    A step of the way is the place of its first token, counted from the rule's first, and the role of that token by
    which it was taken, or the derivation of a category.
    """

    length: int  # tokens
    rule: Rule
    slots: "Slots"
    way: "Way"
    constants: dict[str, Any]
    same: "Derivation | None" = None  # the one inside it that says all that it says: "June 2021" as a moment, a date


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
Slots = tuple[tuple[int, str], ...]  # the step of the way that fills it, and its name
_NONE: "tuple[Derivation, ...]" = ()
Way = tuple[tuple[int, "str | Derivation"], ...]
# By a role, by a category or by neither (past a filler); to where; the roles that lead on there.
Move = tuple[str, str, Node, int]
Ways = tuple[dict[str, Move], dict[str, Move], list[tuple[int, Move]]]


class Row:
    """A row of roles from one token to the end of its run, and what can be derived at its head."""

    __slots__ = (
        "bits",
        "count",
        "derived",
        "following",
        "glued",
        "grammar",
        "next_bits",
        "roles",
        "shape",
        "shorter",
        "whole",
    )

    def __init__(self, token: Token, following: "Row | None", grammar: "Grammar") -> None:
        self.shape = token.shape
        self.roles, self.bits = grammar.roles_of(token)
        self.glued = token.glued
        self.following = following
        self.next_bits: int = following.bits | END if following else END
        self.count: int = 1 + (following.count if following else 0)
        self.grammar = grammar
        self.derived: dict[str, Sequence[Derivation]] = {}
        self.whole: list[Derivation] | None = None
        self.shorter: list[list[Derivation]] | None = None

    def phrases(self) -> Iterator[list[Derivation]]:
        """The derivations of a phrase that begins here: the longest together, then the next shorter ones.

        Where one kind of phrase reaches to the end of the row, the kinds behind it are looked at only if it is not
        taken.
        """
        if self.whole is None:
            if not self.grammar.may_begin(PHRASE, self):
                self.shorter = []
            self.whole = [] if self.shorter is not None else self._whole()
        if self.whole:
            yield self.whole
        if self.shorter is None:
            taken = set(map(id, self.whole))
            found = [d for kind in self.grammar.kinds for d in self._derivations(kind) if id(d) not in taken]
            lengths = sorted({d.length for d in found}, reverse=True)
            self.shorter = [[d for d in found if d.length == length] for length in lengths]
        yield from self.shorter

    def _whole(self) -> list[Derivation]:
        for kind in self.grammar.kinds:
            if found := [d for d in self._derivations(kind) if d.length == self.count]:
                return found
        return []

    def _derivations(self, category: str) -> Sequence[Derivation]:
        known = self.derived.get(category)
        if known is None:
            known = _NONE
            if self.grammar.may_begin(category, self):
                found: list[Derivation] = []
                self._walk(self.grammar.networks[category], self, 0, (), found)
                if len(found) > 1:
                    found.sort(key=_rank)
                    del found[WIDTH:]
                known = found or _NONE
            self.derived[category] = known
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
        """Go on from a node of the network at a token that may lead on from it.

        `filled`: the word before is a filler, and nothing ends behind it.
        """
        grammar = self.grammar
        for order, slots, constants in () if filled else node[0]:
            rule = grammar.rules[order]
            if rule.prose or not grammar.prose:
                same = _same(length, slots, way) if rule.build is PASS else None
                found.append(Derivation(length, rule, slots, way, constants, same))
        if at is None:
            return
        for role, category, following, onward in grammar.moves(node, at):
            if category:
                for derived in at._derivations(category):  # noqa: SLF001  of another row
                    behind = at.leading_on(derived.length, onward)
                    if behind is not None or following[0]:
                        step = (length, derived.same or derived)
                        self._walk(following, behind, length + derived.length, (*way, step), found)
                continue
            behind = at.leading_on(1, onward)
            if not role:
                self._walk(node, behind, length + 1, way, found, filled=True)
            elif behind is not None or following[0]:
                self._walk(following, behind, length + 1, (*way, (length, role)), found)

    def leading_on(self, length: int, roles: int) -> "Row | None":
        """The row so many tokens further on, if its first token has one of some roles."""
        behind: Row | None = self
        while length and behind is not None:
            behind = behind.following
            length -= 1
        return behind if behind is not None and roles & behind.bits else None


def _same(length: int, slots: Slots, way: Way) -> Derivation | None:
    """The derivation that fills the one slot of a rule, if it takes all the tokens of the rule."""
    if len(slots) == 1:
        inner = way[slots[0][0]][1]
        if isinstance(inner, Derivation) and inner.length == length:
            return inner.same or inner
    return None


def _rank(derivation: Derivation) -> tuple[int, int]:
    return -derivation.length, derivation.rule.order


class Grammar:
    """The rules of a language with what was derived from them so far.

    In prose without the rules that are too bold for it. Sets of roles are numbers here, a bit for each role.
    """

    def __init__(self, language: Language, *, prose: bool) -> None:
        self.networks = language.networks
        self.rules = language.rules
        self.prose = prose
        self.kinds = tuple(language.networks[PHRASE][3])
        self._bits: dict[str, int] = {"": END}
        self._first = {category: self.bits_of(roles) for category, roles in language.first.items()}
        self._filler = self.bits_of((FILLER,))
        self._roles: dict[int, tuple[tuple[str, ...], int]] = {}
        self._onward: dict[int, int] = {}
        self._second: dict[tuple[str, int], int] = {}
        self._ways: dict[int, Ways] = {}
        self._moves: dict[tuple[int, int], list[Move]] = {}
        self._rows: dict[tuple[int, Row | None], Row] = {}

    def bits_of(self, roles: Iterable[str]) -> int:
        """A set of roles as a number."""
        known, total = self._bits, 0
        for role in roles:
            bit = known.get(role)
            if bit is None:
                bit = known[role] = 1 << len(known)
            total |= bit
        return total

    def roles_of(self, token: Token) -> tuple[tuple[str, ...], int]:
        """The roles of a token, in order and as a number."""
        known = self._roles.get(token.shape)
        if known is None:
            known = self._roles[token.shape] = tuple(token.roles), self.bits_of(token.roles)
        return known

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

    def may_begin(self, category: str, at: Row) -> bool:
        """Whether a category can begin at a token, as far as it and the next one tell: most cannot."""
        second = self._second.get((category, at.shape))
        if second is None:
            second = self._behind(category, at)
        return second & at.next_bits != 0

    def _behind(self, category: str, at: Row) -> int:
        """The roles that can come second in a category after a token, with END among them if it can end there."""
        second = 0
        if self._first[category] & at.bits:
            second = self._filler
            for role, inner, following, onward in self.moves(self.networks[category], at):
                if inner:
                    inside = self._second.get((inner, at.shape))
                    inside = self._behind(inner, at) if inside is None else inside
                    second |= inside & ~END
                    if not inside & END:
                        continue
                second |= onward
                if (role or inner) and following[0]:
                    second |= END
        self._second[category, at.shape] = second
        return second

    def _leading_on(self, node: Node) -> int:
        """The roles that lead on from a node."""
        known = self._onward.get(id(node))
        if known is None:
            _, edges, glued, categories = node
            known = self._filler | self.bits_of(edges) | self.bits_of(glued)
            for category in categories:
                known |= self._first[category]
            self._onward[id(node)] = known
        return known

    def moves(self, node: Node, at: Row) -> list[Move]:
        """Where a token can lead from a node: by one of its roles, by a category it can begin, or past it."""
        key = (id(node), at.shape)
        known = self._moves.get(key)
        if known is None:
            edges, glued, categories = self._ways.get(id(node)) or self._ways_from(node)
            known = self._moves[key] = [edges[role] for role in at.roles if role in edges]
            if at.glued and glued:
                known += [glued[role] for role in at.roles if role in glued]
            known += [move for first, move in categories if first & at.bits]
            if self._filler & at.bits:
                known.append(("", "", node, self._leading_on(node)))
        return known

    def _ways_from(self, node: Node) -> "Ways":
        """The moves from a node, by roles, by roles of what is glued, and by categories with what these begin with."""
        _, edges, glued, categories = node
        by_role, by_glued = (
            {role: (role, "", following, self._leading_on(following)) for role, following in ways.items()}
            for ways in (edges, glued)
        )
        by_category = [
            (self._first[category], ("", category, following, self._leading_on(following)))
            for category, following in categories.items()
        ]
        known = self._ways[id(node)] = by_role, by_glued, by_category
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
        if (reading := _read(run, at, derivation.same or derivation)) is not None:
            yield reading


def _read(run: Sequence[Token], start: int, derivation: Derivation) -> Reading | None:
    length, rule, slots, way, constants, _ = derivation
    values, places = constants.copy(), {}
    inner: Reading | None = None
    for step, name in slots:
        offset, filling = way[step]
        at = start + offset
        if filling.__class__ is str:
            value = values[name] = run[at].roles[filling]
            if rule.timex:
                places[name] = at, at + 1, value
            continue
        inner = _read(run, at, filling)  # type: ignore[arg-type]
        if inner is None:
            return None
        values[name] = inner.value
        if rule.timex:
            places[name] = at, inner.end, inner
    end = start + length
    if inner is not None and rule.build is PASS:
        return _passed(inner, start, end)
    value = rule.build(**values)
    return None if value is None else Reading(start, end, value, rule, _parts(rule.timex, places) if places else ())


def _passed(inner: Reading, start: int, end: int) -> Reading:
    """A reading that says no more than the one inside it: "in June" and "June"."""
    if inner.parts or (inner.start, inner.end) == (start, end):
        return Reading(start, end, inner.value, inner.rule, inner.parts)
    return Reading(start, end, inner.value, inner.rule, ((inner.start, inner.end, inner),))


def _parts(wanted: tuple[str, ...], places: dict[str, Part]) -> tuple[Part, ...]:
    """The wanted slots with their places.

    What else stands before the first or behind the last of them belongs to it.
    """
    parts = [places[name] for name in wanted if name in places]  # compile.py sees to it that there are some
    first, last = parts[0], parts[-1]
    others = [place for name, place in places.items() if name != CONNECTING]
    parts[0] = min(start for start, _, _ in others), *first[1:]
    parts[-1] = parts[-1][0], max(end for _, end, _ in others), last[2]
    return tuple(parts)
