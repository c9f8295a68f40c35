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
from timeline.expressions.language import FILLER, PHRASE, Language, Rule, Ways
from timeline.expressions.lexer import Token

LONGEST_RUN = 40  # tokens; no date expression is longer
WIDTH = 24  # derivations of one category at one place
KEPT = 20_000  # rows of roles whose derivations are kept
CONNECTING = "relation"  # the slot of words that join dates and belong to none of them
PASS = BY_NAME["value"]  # the builder of rules that say no more than their one slot
END = 1  # in the numbers that stand for sets of roles: a category may end there

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
Way = tuple[tuple[int, "str | Derivation"], ...]
_NO_DERIVATIONS: tuple[Derivation, ...] = ()
_NOT_ASKED: dict[str, list[Derivation]] = {}
_new = tuple.__new__  # half the time of Derivation(...)


class State(NamedTuple):
    """A place in the network, as a grammar walks it."""

    accepts: list[tuple[Rule, Slots, dict[str, Any], bool]]  # the rules that end here; True: it only passes its slot on
    onward: int  # the roles that lead on from here
    edges: dict[str, int]  # the number of the place behind each role
    glued: dict[str, int]  # the same of tokens that are written onto the one before
    ways: Ways  # the number of the place behind each category
    categories: "list[tuple[str, State]]"  # that lead on
    moves: "dict[int, list[Move]]"  # where a token of that shape leads


# By a role, by a category or by neither (past a filler); the roles of which the next token must have one; to where.
Move = tuple[str, str, int, State]


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
        "seconds",
        "shape",
        "shorter",
        "whole",
    )

    def __init__(self, token: Token, following: "Row | None", grammar: "Grammar") -> None:
        self.shape = token.shape
        self.roles, self.bits, self.seconds = grammar.roles_of(token)
        self.glued = token.glued
        self.following = following
        if following is None:
            self.next_bits, self.count = END, 1
        else:
            self.next_bits, self.count = following.bits | END, following.count + 1
        self.grammar = grammar
        self.derived: dict[str, Sequence[Derivation]] = {}
        self.whole = _NOT_ASKED  # by category; of most rows no phrase is asked for
        self.shorter: dict[str, list[list[Derivation]]] = {}

    def may_begin(self, category: str) -> bool:
        """Whether a category can begin here, as far as two tokens tell: most cannot."""
        known = self.seconds.get(category)
        if known is None:
            known = self.grammar.second(category, self)
        return known & self.next_bits != 0

    def phrases(self, category: str = PHRASE) -> Iterator[list[Derivation]]:
        """The derivations of a phrase that begins here: the longest together, then the next shorter ones.

        Where one kind of phrase reaches to the end of the row, the kinds behind it are looked at only if it is not
        taken.
        """
        whole = self.whole.get(category)
        if whole is None:
            if not self.may_begin(category):
                return
            if self.whole is _NOT_ASKED:
                self.whole = {}
            whole = self.whole[category] = self._whole(category)
        if whole:
            yield whole
        shorter = self.shorter.get(category)
        if shorter is None:
            shorter = self.shorter[category] = self._shorter(category, whole)
        yield from shorter

    def _whole(self, category: str) -> list[Derivation]:
        count = self.count
        all_: list[Derivation] = []
        for kind in self.grammar.kinds(category):
            found = self.derivations(kind)
            if found:
                if found[0][0] == count:  # the longest is the first
                    return [d for d in found if d[0] == count]
                all_ += found
        self.shorter[category] = _by_length(all_)
        return []

    def _shorter(self, category: str, whole: list[Derivation]) -> list[list[Derivation]]:
        taken = set(map(id, whole))
        kinds = self.grammar.kinds(category)
        return _by_length([d for kind in kinds for d in self.derivations(kind) if id(d) not in taken])

    def derivations(self, category: str) -> Sequence[Derivation]:
        """The derivations of a kind of phrase that can begin here, the longest first."""
        known = self.derived.get(category)
        if known is not None:
            return known
        # What can come second in it is known: it is a kind of the phrase that may begin here.
        return _derive(category, self) if self.seconds[category] & self.next_bits else _NO_DERIVATIONS


def _by_length(found: list[Derivation]) -> list[list[Derivation]]:
    if len(found) < 2:
        return [found] if found else []
    lengths = sorted({d[0] for d in found}, reverse=True)
    return [[d for d in found if d[0] == length] for length in lengths]


def _derive(category: str, at: Row) -> Sequence[Derivation]:
    """Walk a category that may begin at a row, and keep what was found there."""
    found: list[Derivation] = []
    _walk(at.grammar.starts[category], at, 0, (), found)
    if len(found) > 1:
        found.sort(key=_rank)
        del found[WIDTH:]
    known = at.derived[category] = found or _NO_DERIVATIONS
    return known


def _walk(state: State, at: Row, length: int, way: Way, found: list[Derivation]) -> None:
    """Go on from a place in the network at a token that may lead on from it; what ends on the way is found."""
    grammar, following, next_bits = at.grammar, at.following, at.next_bits
    moves = state.moves.get(at.shape)
    for role, category, wanted, onto in grammar.moves(state, at) if moves is None else moves:
        if role:
            after, longer = length + 1, (*way, (length, role))
            if onto.accepts:
                _accept(onto, after, longer, found)
            if following is not None and wanted & next_bits:
                _walk(onto, following, after, longer, found)
        elif not wanted & next_bits:
            continue
        elif category:
            known = at.derived.get(category)
            for derived in _derive(category, at) if known is None else known:  # it may begin here, as `wanted` says
                after, longer = length + derived[0], (*way, (length, derived[5] or derived))
                if onto.accepts:
                    _accept(onto, after, longer, found)
                behind = following if derived[0] == 1 else _further(at, derived[0])
                if behind is not None and onto.onward & behind.bits:
                    _walk(onto, behind, after, longer, found)
        else:
            assert following is not None, "no filler ends a phrase"  # noqa: S101
            _walk(onto, following, length + 1, way, found)


def _accept(state: State, length: int, way: Way, found: list[Derivation]) -> None:
    for rule, slots, constants, passes in state.accepts:
        same = _same(length, slots, way) if passes else None
        found.append(_new(Derivation, (length, rule, slots, way, constants, same)))


def _further(row: Row, length: int) -> Row | None:
    """The row so many tokens further on."""
    behind: Row | None = row
    while length and behind is not None:
        behind = behind.following
        length -= 1
    return behind


def _same(length: int, slots: Slots, way: Way) -> Derivation | None:
    """The derivation that fills the one slot of a rule, if it takes all the tokens of the rule."""
    inner = way[slots[0][0]][1]
    if isinstance(inner, Derivation) and inner[0] == length:
        return inner[5] or inner
    return None


def _rank(derivation: Derivation) -> tuple[int, int]:
    return -derivation[0], derivation[1].order


class Grammar:
    """The rules of a language with what was derived from them so far.

    In prose without the rules that are too bold for it. Sets of roles are numbers here, a bit for each role.
    """

    def __init__(self, language: Language, *, prose: bool) -> None:
        self._starts = language.networks
        self._nodes = language.nodes
        self.rules = language.rules
        self.prose = prose
        roles, self._given = language.seconds
        self._bits: dict[str, int] = {role: 1 << bit for bit, role in enumerate(roles or ("",))}
        self._first = {category: self.bits_of(roles) for category, roles in language.first.items()}
        self._filler = self.bits_of((FILLER,))
        self._roles: dict[int, tuple[tuple[str, ...], int, dict[str, int]]] = {}
        self._no_seconds = dict.fromkeys(language.networks, 0)
        self._states: dict[int, State] = {}
        self._kinds: dict[str, tuple[str, ...]] = {}
        self._rows: dict[tuple[int, Row | None], Row] = {}
        self.starts = {category: self._state(node) for category, node in language.networks.items()}

    def bits_of(self, roles: Iterable[str]) -> int:
        """A set of roles as a number."""
        known, total = self._bits, 0
        for role in roles:
            bit = known.get(role)
            if bit is None:
                bit = known[role] = 1 << len(known)
            total |= bit
        return total

    @property
    def roles(self) -> tuple[str, ...]:
        """All roles, in the order of their bits; END is the first."""
        return tuple(self._bits)

    def roles_of(self, token: Token) -> tuple[tuple[str, ...], int, dict[str, int]]:
        """The roles of a token, in order and as a number, and those that can come second in each category behind it.

        Of these as many as are known; the others are for `second` to find out.
        """
        known = self._roles.get(token.shape)
        if known is None:
            roles = tuple(token.roles)
            given = self._given.get(roles)
            seconds = {} if given is None else self._no_seconds | dict(given)
            known = self._roles[token.shape] = roles, self.bits_of(roles), seconds
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

    def kinds(self, category: str) -> tuple[str, ...]:
        """The categories that a kind of phrase is made of."""
        known = self._kinds.get(category)
        if known is None:
            known = self._kinds[category] = tuple(kind for kind, _ in self._nodes[self._starts[category]][3])
        return known

    def second(self, category: str, at: Row) -> int:
        """The roles that can come second in a category after a token, with END among them if it can end there.

        None: it cannot begin there. So far as two tokens tell, most categories cannot.
        """
        known = at.seconds.get(category)
        if known is None:
            known = 0
            if self._first[category] & at.bits:
                known = self._filler
                for role, inner, wanted, onto in self.moves(self.starts[category], at):
                    if not inner:
                        known |= wanted
                    elif wanted & END:
                        known |= wanted & ~END | onto.onward
                    else:
                        known |= wanted
                        continue
                    if (role or inner) and onto.accepts:
                        known |= END
            at.seconds[category] = known
        return known

    def moves(self, state: State, at: Row) -> list[Move]:
        """Find out where a token can lead: by one of its roles, by a category that it can begin, or past it."""
        roles, edges, glued = at.roles, state.edges, state.glued
        known = [self._by_role(role, edges[role]) for role in roles if role in edges]
        if at.glued and glued:
            known += [self._by_role(role, glued[role]) for role in roles if role in glued]
        if state.ways and not state.categories:
            state.categories.extend((name, self._state(node)) for name, node in state.ways)
        for category, onto in state.categories:
            second = at.seconds.get(category)
            if second is None:
                second = self.second(category, at)
            if second:
                known.append(("", category, second, onto))
        if self._filler & at.bits:
            known.append(("", "", state.onward, state))
        state.moves[at.shape] = known
        return known

    def _by_role(self, role: str, node: int) -> Move:
        onto = self._state(node)
        return role, "", onto.onward, onto

    def _state(self, node: int) -> State:
        known = self._states.get(node)
        if known is None:
            ends, ways, ways_glued, categories = self._nodes[node]
            rules, edges, glued = self.rules, dict(ways), dict(ways_glued)
            accepts = [
                (rules[at], slots, dict(constants), rules[at].build is PASS and len(slots) == 1)
                for at, slots, constants in ends
            ]
            if self.prose:
                accepts = [accepted for accepted in accepts if accepted[0].prose]
            onward = self._filler | self.bits_of(edges) | self.bits_of(glued)
            for category, _ in categories:
                onward |= self._first[category]
            known = self._states[node] = State(accepts, onward, edges, glued, categories, [], {})
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
    if value is None:
        return None
    return _new(Reading, (start, end, value, rule, _parts(rule.timex, places) if places else ()))


def _passed(inner: Reading, start: int, end: int) -> Reading:
    """A reading that says no more than the one inside it: "in June" and "June"."""
    if inner.parts or (inner.start, inner.end) == (start, end):
        return _new(Reading, (start, end, inner.value, inner.rule, inner.parts))
    return _new(Reading, (start, end, inner.value, inner.rule, ((inner.start, inner.end, inner),)))


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
