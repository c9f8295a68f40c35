"""A language ready for use: its words with their roles and its rules as one network of plain tuples."""

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

PHRASE = "phrase"  # the category that a whole phrase has; its kinds stand in the order in which they are tried
FILLER = "filler"  # the role of words that may stand anywhere inside a phrase and say nothing: the

# A place in the network: the rules that end here, the words that lead on, those that must be glued to what
# stands before them, and the categories that lead on. A rule ends with the slots of the way to it (which value has
# which name) and with the constants that no slot replaces. Places are numbers, and all is in tuples: Python's collector
# of garbage leaves such alone, where it would go through ten thousand lists and dicts again and again.
Accepts = tuple[tuple[int, tuple[tuple[int, str], ...], tuple[tuple[str, Any], ...]], ...]
Ways = tuple[tuple[str, int], ...]  # the place behind each role or category
Node = tuple[Accepts, Ways, Ways, Ways]
# Roles in the order of their bits, and by the roles of a word the categories that can begin with it, with those roles
# as bits that can come second in each (see seconds.py).
Seconds = tuple[tuple[str, ...], Mapping[tuple[str, ...], tuple[tuple[str, int], ...]]]
Plain = dict[str, Any]  # what compile.py makes: nothing in it but strings, numbers, tuples, lists and dicts


class Rule(NamedTuple):
    """A rule of a language file: what its patterns build. In prose only those are looked for that are not too bold."""

    order: int
    name: str
    build: Callable[..., Any]
    prose: bool
    timex: tuple[str, ...]  # the slots that TIMEX3 draws one by one; empty: the whole phrase is one


class Language(NamedTuple):
    """What a language file says."""

    code: str
    date_order: str
    lexicon: Mapping[str, Mapping[str, object]]
    abbreviations: frozenset[str]
    ordinal_suffixes: frozenset[str]
    openers: Mapping[
        str, tuple[tuple[str, ...], ...]
    ]  # first word of an entry of several -> the rest of each, longest first
    networks: Mapping[str, int]  # category -> the place at which its patterns begin
    nodes: tuple[Node, ...]  # by the number of the place
    first: Mapping[str, frozenset[str]]  # category -> the roles of which its first word has one
    last: frozenset[str]  # the roles of which the last word of a phrase has one
    words: frozenset[str]  # every word of the lexicon, those of entries of several one by one
    rules: tuple[Rule, ...]
    triggers: frozenset[str]  # words of which a date expression in prose has one, if it has no digit
    function_words: frozenset[str]  # by which a text in the language is told
    letters: tuple[tuple[str, str], ...]  # its own letters, from .. to
    stamps: tuple[str, ...]  # words behind which a text tells when it was published
    dispatched: tuple[str, ...]  # words written onto the day on which an agency sent a report
    in_names: frozenset[str]  # roles of words that are part of a newspaper's name in brackets: (USA Today)
    lone: frozenset[str]  # words that are dates by themselves only behind a preposition or the like
    weak: frozenset[str]  # words in front of those that are not enough to make a date of them
    never: frozenset[str]  # phrases that only look like dates
    story_only: frozenset[str]  # words that are a time in a story alone
    unless_behind: Mapping[str, list[str]]  # phrases that are no dates behind certain words: as soon
    only_behind: Mapping[str, list[str]]  # and phrases that are dates behind certain words alone: for the year
    news_only: frozenset[str]  # words that refer to the time of writing, and so to nothing in a story
    outside: frozenset[str]  # roles of words at the head of a phrase that TIMEX3 leaves outside: in, on, from
    past: frozenset[str]  # verb forms that tell of the past, and of what is to come
    future: frozenset[str]
    past_endings: tuple[str, ...]
    no_verbs: tuple[str, ...]  # words that look like verb forms and are none
    near_months: bool  # whether participles look like the past, so that a month soon to come is meant whatever the verb
    no_past_behind: tuple[str, ...]  # words behind which a past form is none: will be held
    arrivals: frozenset[str]  # words right behind "by 1995" with which it tells when something happened: then
    turns: frozenset[str]  # the same anywhere in the clause: not until then
    standing: frozenset[str]  # verbs of what is so by then, whenever it happened: had
    intents: frozenset[str]  # words of saying, agreeing and planning: what they speak of may be still to come
    purposes: frozenset[str]  # the same in front of a verb alone: asked to testify, but went to the court, to Rome
    overtaken: tuple[str, ...]  # what follows a planned day where something became of the plan: was, had
    moved: frozenset[str]  # what tells that a plan for a date came to nothing: it may lie on either side
    bygone: tuple[str, ...]  # with which a date begins that is over, however near the coming one: hôm 5/5
    nouns: frozenset[str]  # the words that tell that no verb follows: the
    plans: frozenset[str]  # words beside what is planned for, and beside a term of office
    terms: frozenset[str]
    asides: frozenset[str]  # words in front of a date that a text does not go on from: born on
    either: tuple[str, ...]  # phrases that count from what was told last, and from the day of writing as often
    segmented: bool  # particles are written onto words: a word is read as pieces of the lexicon
    counters: tuple[str, ...]  # what is written onto a number that counts, and is no day of a month
    needs_company: frozenset[str]  # roles of words that are no date by themselves in prose: "may", "second"
    unaccented: Mapping[
        str, Mapping[str, object]
    ]  # the lexicon of texts without a single accent, where "sau" is also "sáu"
    unaccented_openers: Mapping[str, tuple[tuple[str, ...], ...]]
    said: Mapping[str, str]  # how anniversaries and the like are told
    counted: frozenset[str]  # nouns that are counted, with no ending of a plural: people
    plural_endings: tuple[str, ...]
    owners: frozenset[str]  # words in front of a year that tells which thing is meant: its 2023 report
    about_a_noun: frozenset[str]  # rules whose phrases end before "'s": about Friday's vote, and not about Friday
    beside_a_year: frozenset[str]  # rules that count from no year with its noun: after the 2004 vote may be in 2004
    closing: Mapping[str, list[str]]  # rules whose phrases end their clause, with the words they may yet stand before
    message_words: frozenset[str]  # words by which a short text is told to be a message
    message_lone: frozenset[str]  # words that are dates by themselves in a message
    message_never: frozenset[str]  # and those that are none there
    silent_side: Literal["past"] | None = "past"  # where a yearless date lies in prose if no verb tells
    seconds: Seconds = ((), {})  # empty: the parser works it out
    phrase: str = PHRASE  # the category of what a whole phrase can be

    def has_letter(self, letter: str) -> bool:
        """Whether a letter is one of the language's own."""
        return any(first <= letter <= last for first, last in self.letters)
