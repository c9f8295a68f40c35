"""Names by their endings, in a script without capitals: 위원회 of an organisation, 위원장 behind a person."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from timeline.expressions.triggers import word_tree
from timeline.extract.lexicon import Lexicon, lexicon
from timeline.extract.names.name import Name, Sort

LONGEST_WORD = 40  # characters
WORDS_BEFORE = 3  # of an organisation's name, in front of the one with the suffix


def by_suffixes(text: str, start: int, end: int, lexicon_: Lexicon, known: Collection[str]) -> Iterator[Name]:
    """Yield the names between two places of a text; `known` are names that the article or the registry has."""
    organisations, people, places, outside = _patterns(lexicon_.code)
    never = lexicon_.words("organisation", "never")
    facilities = tuple(lexicon_.words("organisation", "facilities"))
    acting = tuple(lexicon_.words("organisation", "acting"))
    for hit in organisations.finditer(text, start, end):
        at, stop = hit.span("name")
        at = _begin(text, at, start, outside)
        name = text[at:stop]
        if name in never:
            yield Name(at, stop, name, Sort.REFERENCE)
        elif name.endswith(facilities) and not text.startswith(acting, stop):
            yield Name(at, stop, name, Sort.PLACE)
        elif len(name) > 1 or name in known:
            yield Name(at, stop, name, Sort.ORGANISATION, _parent(name, lexicon_.words("organisation", "offices")))
    part = text[start:end]
    for name in [name for name in known if name in part]:
        at = text.find(name, start, end)
        if len(name) > 1:
            yield Name(at, at + len(name), name, Sort.ORGANISATION)
    for hit in people.finditer(text, start, end):
        yield Name(*hit.span("name"), hit.group("name"), Sort.PERSON, None, hit.group("role") or "")
    for hit in places.finditer(text, start, end):
        yield Name(*hit.span("name"), hit.group("name"), Sort.PLACE)


def _begin(text: str, at: int, floor: int, outside: re.Pattern[str]) -> int:
    """Where a name begins whose last word begins at `at`: words without a particle in front belong to it."""
    for _ in range(WORDS_BEFORE):
        near = max(floor, at - LONGEST_WORD)
        hit = re.search(r"(?<![\w.])([가-힣A-Za-z·-]+(?:\([^()\s]*\))?) $", text[near:at])
        if hit is None or outside.search(hit.group(1)):
            break
        at = near + hit.start(1)
    return at


def _parent(name: str, offices: frozenset[str]) -> str | None:
    """The organisation whose committee, department or branch this is: its words but the last, where they name one."""
    head, _, last = name.rpartition(" ")
    return head if last in offices and head else None


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = lexicon(code)
    assert words is not None, "a language that was loaded"  # noqa: S101
    heads = word_tree(sorted(words.words("organisation", "last")))
    roles = word_tree(sorted(words.words("person", "roles") | words.words("person", "honorifics")))
    surnames = word_tree(sorted(words.words("person", "surnames")))
    tails = word_tree(sorted(words.words("place", "heads")))
    particles = word_tree(sorted(words.words("place", "particles")))
    never = word_tree(sorted(words.words("place", "never")))
    forms = words.entries["organisation"]
    particle, attached = forms["particle"], forms["attached"]
    return (
        re.compile(rf"(?<![\w·])(?P<name>[가-힣A-Za-z·]{{0,24}}?{heads})(?=\(|{attached}?{particle}?(?!\w))"),
        re.compile(
            rf"(?<![\w·])(?P<name>{surnames}[가-힣]{{1,3}}(?: [가-힣]{{2}})?)\s?(?P<role>{roles})(?={particle}?(?!\w))"
        ),
        re.compile(
            rf"(?<![\w·])(?!{never})(?P<name>(?:[가-힣A-Za-z]{{1,12}} )?[가-힣A-Za-z]{{1,10}}?(?:{tails})?)"
            rf"(?={particles}(?!\w))"
        ),
        re.compile(forms["outside"]),
    )
