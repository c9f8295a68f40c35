"""What a sentence says has happened, or will: verbs that tell it, and nouns that name it and the verbs they lean on."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.extract.clauses import clauses
from timeline.extract.lexicon import Lexicon, Trigger
from timeline.extract.names.name import EVENT, Name, Sort
from timeline.extract.words import Word

REACH = 30  # words between a verb such as "held" and the noun that says what


class Happening(NamedTuple):
    """An event that a sentence tells of: the kind, and the words from at to end that say so.

    `verb` is the place of the verb that tells it; None of a noun that stands for itself.
    """

    kind: str
    at: int
    end: int
    noun: bool
    verb: int | None = None


class Found(NamedTuple):
    """A trigger in its place among the words of a sentence."""

    at: int
    end: int
    trigger: Trigger


class Scene(NamedTuple):
    """A sentence taken apart: its words, the clause of each, the names, and what happens, in order.

    `ends` are where the words end, `plain` is the sentence in small letters with one space between two words and
    signs, and `told` are the happenings that a verb tells.
    """

    words: Sequence[Word]
    clause: Sequence[int]
    names: Sequence[Name]
    happenings: Sequence[Happening]
    lexicon: Lexicon
    ends: Sequence[int]
    plain: str
    told: Sequence[Happening]
    says: frozenset[str]  # of the lists that are asked most, those of which the sentence may have a word

    def place(self, offset: int) -> int:
        """The place of the first word that ends behind an offset of the article."""
        return bisect_left(self.ends, offset + 1)


def scene(
    words: Sequence[Word],
    low: str,
    names: Sequence[Name],
    lexicon: Lexicon,
    about: Sequence[tuple[int, int]] = (),
) -> Scene:
    """Take a sentence apart; `low` is its text in small letters; `about`: where it says what an anniversary is of."""
    clause = clauses(words, lexicon)
    inside = [(name.start, name.end) for name in names if name.sort is not Sort.PLACE and name.role != EVENT]
    ends = [word.end for word in words]
    found = _triggers(words, low, (inside, about), ends, lexicon)
    if lexicon.verb_last:
        happenings = _verb_last(words, clause, found, tuple(lexicon.entries["clause"]["adnominal"]))
    else:
        happenings = _verb_first(words, clause, found, lexicon)
    ordered = sorted(dict.fromkeys(happenings), key=lambda h: (h.at, h.verb or 0)) if happenings else happenings
    lows = [word.low for word in words]
    told = [happening for happening in ordered if happening.verb is not None]
    return Scene(words, clause, names, ordered, lexicon, ends, " ".join(lows), told, lexicon.says(lows))


def _triggers(
    words: Sequence[Word],
    low: str,
    spans: tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]],
    ends: Sequence[int],
    lexicon: Lexicon,
) -> list[Found]:
    """The triggers of a sentence, those inside a name left out: a friendship association is no friendship.

    So is what an anniversary is of: "the 90th founding anniversary" founds nothing. `spans` are those of names and
    those that say what anniversaries are of, `ends` where the words end.
    """
    start = words[0].start
    inside, about = spans
    endings = tuple(lexicon.entries["clause"]["verb_endings"]) if lexicon.verb_last else ()
    found = []
    for hit in _hits(words, low, lexicon):
        at, end = hit.start() + start, hit.end() + start
        if _within(at, end, inside):
            continue
        trigger = lexicon.triggers[hit.group()]
        if lexicon.verb_last:
            trigger = _conjugated(trigger, low[hit.end() : hit.end() + 3], endings)
        if trigger != _NONE and (trigger.noun == "anniversary" or not _within(at, end, about)):
            first = bisect_left(ends, at + 1)
            found.append(Found(first, bisect_left(ends, end) + 1, trigger))
    return found


def _hits(words: Sequence[Word], low: str, lexicon: Lexicon) -> Iterator[re.Match[str]]:
    """The words that may be triggers: asked for at words that one begins with, where words stand apart."""
    if lexicon.verb_last:
        yield from lexicon.trigger_pattern.finditer(low)
        return
    start, reached = words[0].start, 0
    openings, match = lexicon.openings, lexicon.trigger_pattern.match
    for word in words:
        if word.low in openings and word.start - start >= reached:
            hit = match(low, word.start - start)
            if hit is not None:
                reached = hit.end()
                yield hit


_NONE = Trigger()


def _within(at: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return bool(spans) and any(begin <= at and end <= stop for begin, stop in spans)


def _conjugated(trigger: Trigger, behind: str, endings: tuple[str, ...]) -> Trigger:
    """A noun with a verb's ending is the verb: 방문하였다; a stem without one is nothing."""
    if trigger.stem is None:
        return trigger
    if behind.startswith(endings):
        return Trigger(verb=trigger.stem)
    return trigger._replace(stem=None)


# Verb first: English, Vietnamese


def _verb_first(
    words: Sequence[Word], clause: Sequence[int], found: Sequence[Found], lexicon: Lexicon
) -> list[Happening]:
    verbs = [hit for hit in found if (hit.trigger.verb or hit.trigger.support) and _is_verb(hit, words, lexicon)]
    nouns = [hit for hit in found if hit.trigger.noun and (hit not in verbs or not hit.trigger.verb)]
    made: list[Happening] = []
    carried: set[Found] = set()
    for hit in verbs:
        noun = _carried(hit, nouns, verbs, words, clause, lexicon) if hit.trigger.support else None
        if noun is not None:
            carried.add(noun)
            made.append(Happening(noun.trigger.noun or "event", noun.at, noun.end, True, hit.at))
        elif hit.trigger.verb:
            made.append(Happening(hit.trigger.verb, hit.at, hit.end, False, hit.at))
    heads = {noun.at for noun in nouns}
    alone = [hit for hit in nouns if hit not in carried and hit.end not in heads]  # awards ceremony: a ceremony
    return made + [Happening(hit.trigger.noun or "event", hit.at, hit.end, True) for hit in alone]


def _is_verb(hit: Found, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a word that may be a verb is one here."""
    before = words[hit.at - 1].low if hit.at else ""
    if before in lexicon.words("clause", "verbal"):
        return True
    if _is_attribute(hit, before, words, lexicon):
        return False
    if not hit.trigger.noun:
        return before not in lexicon.words("words", "adjectival")
    if before in lexicon.words("clause", "nominal") or (hit.at and words[hit.at].capital):
        return False
    behind = words[hit.end] if hit.end < len(words) else None
    return behind is not None and (behind.capital or behind.low in lexicon.words("words", "articles"))


def _is_attribute(hit: Found, before: str, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a participle only says by whom: "a delegation headed by …", "the fair organised by the Union opened"."""
    behind = words[hit.end].low if hit.end < len(words) else ""
    if behind not in lexicon.words("clause", "agent") or before in lexicon.words("clause", "passive") | {","}:
        return False
    return hit.trigger.support or hit.trigger.verb == "tenure"


def _carried(
    hit: Found,
    nouns: Sequence[Found],
    verbs: Sequence[Found],
    words: Sequence[Word],
    clause: Sequence[int],
    lexicon: Lexicon,
) -> Found | None:
    """The noun that a verb such as "held" leaves it to to say what: behind it, or before a passive."""
    passive = any(word.low in lexicon.words("clause", "passive") for word in words[max(0, hit.at - 3) : hit.end])
    passive = passive or not _has_object(hit, words, clause, lexicon)
    behind = _behind(hit, nouns, verbs, clause)
    before = _before(hit, nouns, verbs)
    if before is not None and hit.trigger.verb and not _is_subject(before, hit, words):
        before = None
    return (before or behind) if passive else (behind or (before if not hit.trigger.verb else None))


def _is_subject(noun: Found, verb: Found, words: Sequence[Word]) -> bool:
    """Whether a noun stands close before a verb, with no comma between: "its 1st Congress met"."""
    between = [word.low for word in words[noun.end : verb.at]]
    if between[-2:] == [",", "which"]:
        between = between[:-2]
    return len(between) <= 16 and not {",", ";"} & set(between)


def _has_object(hit: Found, words: Sequence[Word], clause: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether something follows the verb but a preposition: "took place in Hanoi" has no object."""
    if hit.end >= len(words) or clause[hit.end] != clause[hit.at]:
        return False
    behind = words[hit.end]
    return not behind.sign and behind.low not in lexicon.words("words", "objectless")


def _behind(hit: Found, nouns: Sequence[Found], verbs: Sequence[Found], clause: Sequence[int]) -> Found | None:
    stop = min((verb.at for verb in verbs if verb.at > hit.at), default=len(clause))
    for noun in nouns:
        if hit.end <= noun.at < min(stop, hit.end + REACH) and clause[noun.at] == clause[hit.at]:
            return _last_of_compound(noun, nouns)
    return None


def _last_of_compound(noun: Found, nouns: Sequence[Found]) -> Found:
    """The last of some nouns in a row: "a consultation workshop" is a workshop."""
    for other in nouns:
        if other.at == noun.end:
            noun = other
    return noun


def _before(hit: Found, nouns: Sequence[Found], verbs: Sequence[Found]) -> Found | None:
    start = max((verb.end for verb in verbs if verb.at < hit.at), default=0)
    near = [noun for noun in nouns if max(start, hit.at - REACH) <= noun.at and noun.end <= hit.at]
    other = [noun for noun in near if noun.trigger.noun != "anniversary"]  # the meeting marking an anniversary is held
    return (other or near)[-1] if near else None


# Verb last: Korean


def _verb_last(
    words: Sequence[Word], clause: Sequence[int], found: Sequence[Found], adnominal: tuple[str, ...]
) -> list[Happening]:
    """A clause's last verb tells; one that only carries leaves it to the noun before it, or behind an adnominal one."""
    made: list[Happening] = []
    nouns = [hit for hit in found if hit.trigger.noun]
    verbs = [hit for hit in found if hit.trigger.verb and not hit.trigger.noun]
    carried: set[Found] = set()
    for hit in found:
        if hit.trigger.verb and not hit.trigger.support:
            made.append(Happening(hit.trigger.verb, hit.at, hit.end, False, hit.at))
        elif hit.trigger.support:
            noun = _near(hit, nouns, verbs, words, clause, adnominal)
            if noun is not None:
                carried.add(noun)
                made.append(Happening(noun.trigger.noun or "event", noun.at, noun.end, True, hit.at))
            elif hit.trigger.verb:
                made.append(Happening(hit.trigger.verb, hit.at, hit.end, False, hit.at))
    return made + [Happening(hit.trigger.noun or "event", hit.at, hit.end, True) for hit in nouns if hit not in carried]


def _near(
    hit: Found,
    nouns: Sequence[Found],
    verbs: Sequence[Found],
    words: Sequence[Word],
    clause: Sequence[int],
    adnominal: tuple[str, ...],
) -> Found | None:
    if words[hit.at].text.endswith(adnominal):  # "7월에 열린 대회"
        behind = [noun for noun in nouns if hit.end <= noun.at < hit.end + 8]
        if behind:
            return behind[0]
    floor = max((verb.at for verb in verbs if verb.at < hit.at), default=-1)
    before = [noun for noun in nouns if floor < noun.at <= hit.at and clause[noun.at] == clause[hit.at]]
    return before[-1] if before else None
