"""Titles of drafts, in the article's words: short, and without the date."""

from collections.abc import Sequence
from functools import cache

from timeline.extract.happenings import Happening, Scene
from timeline.extract.lexicon import lexicon
from timeline.extract.linking import Place
from timeline.extract.names import Name, Sort
from timeline.extract.words import POSSESSIVE

LONGEST = 100  # characters
LEADS = 4  # words that lead a date
JOINED = 4  # words between an "and" and the verb that it joins
_SPACED_NOT = frozenset(",.;:)]’”%")
_OPENING = frozenset("([“‘")


def title(
    scene: Scene, happening: Happening, date: Place, dates: Sequence[Place] = (), owner: str | None = None
) -> str:
    """The title of a happening: the noun with what belongs to it, or the clause of the verb without its date.

    `dates` are all of the sentence, `owner` the organisation that "its" means in front of a noun.
    """
    phrase = _noun_phrase(scene, happening, [date, *dates]) if happening.noun else []
    if phrase and _names_itself(scene, happening, phrase):
        whose = _whose(scene, phrase)
        made = whose + _written(scene, phrase, begins=not whose)
        return _shortened(scene.lexicon.entries["clause"]["owned"].format(noun=made, owner=owner) if owner else made)
    chosen = _clause(scene, happening, date, dates)
    subject = _subject(scene, chosen)
    return _shortened(subject + _written(scene, _without_offices(scene, chosen), begins=not subject))


def told_again(scene: Scene, happening: Happening, who: str) -> str:
    """The title of what somebody else did too, the verb not said again: "A was founded in 1960, and B in 1969"."""
    verb = happening.verb if happening.verb is not None else happening.at
    while verb and scene.words[verb - 1].low in scene.lexicon.words("clause", "passive"):
        verb -= 1
    return _shortened(f"{who} {_written(scene, range(verb, happening.end), begins=False)}")


def _without_offices(scene: Scene, chosen: list[int]) -> list[int]:
    """People without the offices in front of their names: "Secretary of the Party Lê Hoài Trung" is Lê Hoài Trung."""
    if not any(name.sort is Sort.PERSON for name in scene.names):
        return chosen
    small, roles = _of_offices(scene.lexicon.code)
    kept = [*chosen]
    for name in scene.names:
        if name.sort is not Sort.PERSON:
            continue
        first = scene.place(name.start)
        before = [at for at in kept if at < first]
        end = len(before)
        while end and (
            scene.words[before[end - 1]].low in small
            or scene.words[before[end - 1]].text in roles
            or _in_organisation(scene, before[end - 1])
            or (end > 1 and scene.words[before[end - 1]].capital and scene.words[before[end - 2]].low in small)
        ):
            end -= 1
        office = before[end:]
        if any(scene.words[at].text in roles for at in office):
            while office and scene.words[office[0]].low in scene.lexicon.words("words", "dangling"):
                office.pop(0)
            kept = [at for at in kept if at not in office]
    return kept


@cache
def _of_offices(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """The small words between an office and who holds it, and the words of offices."""
    words = lexicon(code)
    assert words is not None, "a language that was loaded"  # noqa: S101
    small = words.words("person", "role_links") | words.words("organisation", "inside")
    small |= words.words("words", "owners") | {"(", ")", "."}
    return small, frozenset(word for role in words.words("person", "roles") for word in role.split())


def _in_organisation(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    return any(n.start <= word.start and word.end <= n.end for n in scene.names if n.sort is Sort.ORGANISATION)


def _subject(scene: Scene, chosen: list[int]) -> str:
    """Who "who" is, in front of a clause that begins with it; the pronoun is taken away."""
    if not chosen or scene.words[chosen[0]].low not in scene.lexicon.words("clause", "relative"):
        return ""
    at = scene.words[chosen.pop(0)].start
    if chosen and not (
        _tells(scene, chosen[0]) or scene.words[chosen[0]].low in scene.lexicon.words("clause", "finite")
    ):
        return ""  # "that it would open an office": the clause has its own subject
    before = [name.name for name in scene.names if name.end <= at and name.sort in {Sort.PERSON, Sort.ORGANISATION}]
    return f"{before[-1]} " if before else ""


def _whose(scene: Scene, phrase: list[int]) -> str:
    """Whose "the latter's" is, in front of a phrase; the words are taken away."""
    marks = dict.fromkeys(scene.lexicon.words("clause", "latter"), -1)
    marks |= dict.fromkeys(scene.lexicon.words("clause", "former"), -2)
    if not phrase or scene.words[phrase[0]].low not in marks:
        return ""
    which = marks[scene.words[phrase[0]].low]
    start = scene.words[phrase[0]].start
    people = [name.name for name in scene.names if name.end <= start and name.sort is Sort.PERSON]
    if len(people) < -which:
        return ""
    del phrase[0]
    return people[which] + ("" if phrase and scene.words[phrase[0]].low in POSSESSIVE else " ")


def _names_itself(scene: Scene, happening: Happening, phrase: list[int]) -> bool:
    """Whether a noun with what stands before it is a name: a capital, an ordinal, or no verb to tell it."""
    if happening.verb is None:
        return True
    return any(scene.words[at].capital or scene.words[at].text[0].isdigit() for at in phrase if at <= happening.at)


def _noun_phrase(scene: Scene, happening: Happening, dates: Sequence[Place]) -> list[int]:
    dated = {at for place in dates for at in range(place.first, place.last)}
    stops, goes, ends = _around_nouns(scene.lexicon.code)
    joints = scene.lexicon.words("words", "and")
    start = happening.at
    small = 0
    while start > 0:
        word = scene.words[start - 1]
        if (word.sign and word.text != "-") or word.low in stops or start - 1 == happening.verb or start - 1 in dated:
            break
        small += not (word.capital or word.text[0].isdigit() or word.low in goes)
        if small > 3:
            break
        start -= 1
    end = happening.end
    while end < len(scene.words) and end - happening.end < 14:
        word = scene.words[end]
        if end in dated or word.text in {",", ";", ".", ":", "(", ")", "—", "–"}:
            break
        if word.low in ends or _tells(scene, end):
            break
        if word.low in joints and _names_another(scene, happening, end):
            break
        end += 1
    return _without_leads(scene, list(range(start, end)))


@cache
def _around_nouns(code: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words that no phrase of a noun begins behind, the small ones that belong to one, and those that end it."""
    words = lexicon(code)
    assert words is not None, "a language that was loaded"  # noqa: S101
    modifiers = words.words("words", "modifiers")
    ends = words.words("clause", "finite") | words.words("clause", "relative")
    stops = (words.words("clause", "nominal") - modifiers) | words.words("clause", "verbal") | ends
    return stops, POSSESSIVE | modifiers, ends


def _names_another(scene: Scene, happening: Happening, at: int) -> bool:
    """Whether another happening is named soon behind an "and"."""
    return any(other.noun and at < other.at < at + 6 for other in scene.happenings if other is not happening)


def _tells(scene: Scene, at: int) -> bool:
    return any(happening.verb == at for happening in scene.told)


def _clause(scene: Scene, happening: Happening, date: Place, dates: Sequence[Place]) -> list[int]:
    """The words of the clause of a happening: no date, no brackets, no appositions."""
    verb = happening.verb if happening.verb is not None else happening.at
    number = scene.clause[verb]
    chosen = [at for at, clause in enumerate(scene.clause) if clause == number and not date.first <= at < date.last]
    chosen = _without_lead_in(scene, chosen, date, happening)
    if subordinate := scene.lexicon.words("clause", "subordinate"):
        joints = [at for at in chosen if at < verb and scene.words[at].low in subordinate]
        if joints and joints[-1] > chosen[0]:
            chosen = [at for at in chosen if at > joints[-1]]
    chosen = _own_part(scene, chosen, happening)
    for other in dates:
        first = _lead(scene, other)
        chosen = [at for at in chosen if not first <= at < other.last]
    chosen = _without_appositions(scene, chosen, happening)
    return _without_leads(scene, chosen)


def _own_part(scene: Scene, chosen: list[int], happening: Happening) -> list[int]:
    """What is told of one happening, where "and" joins it to another: "signed an agreement and held a seminar"."""
    if happening.verb is None:
        return chosen
    if not scene.told:
        return chosen
    joints = scene.lexicon.words("words", "and")
    for other in scene.told:
        verb = other.verb if other.verb is not None else other.at
        between = range(min(verb, happening.verb) + 1, max(verb, happening.verb))
        conjunction = next((at for at in reversed(between) if scene.words[at].low in joints), None)
        if conjunction is None or max(verb, happening.verb) - conjunction > JOINED:
            continue
        if verb > happening.verb:
            chosen = [at for at in chosen if at < conjunction]
        else:
            chosen = [at for at in chosen if at < verb or at > conjunction]
    return chosen


def _without_lead_in(scene: Scene, chosen: list[int], date: Place, happening: Happening) -> list[int]:
    """Without what stands before the date and right behind it: "On the morning of …, in Hanoi, the Union …"."""
    if (
        scene.lexicon.verb_last
        or not chosen
        or date.first > chosen[0] + 6
        or date.first > (happening.verb or happening.at)
    ):
        first = _lead(scene, date)
        return [at for at in chosen if not first <= at < date.first]
    rest = [at for at in chosen if at >= date.last]
    while rest and scene.words[rest[0]].text == ",":
        rest.pop(0)
    commas = [i for i, at in enumerate(rest) if scene.words[at].text == ","]
    if (
        rest
        and commas
        and scene.words[rest[0]].low in scene.lexicon.words("words", "at")
        and rest[commas[0]] < (happening.verb or happening.at)
    ):
        rest = rest[commas[0] + 1 :]
    return rest


def _lead(scene: Scene, date: Place) -> int:
    """Where the small words begin that lead a date: "late in the year 2020"."""
    leads = scene.lexicon.words("words", "date_leads")
    first, least = date.first, max(0, date.first - LEADS)
    while first > least and scene.words[first - 1].low in leads:
        first -= 1
    return first


def _without_appositions(scene: Scene, chosen: list[int], happening: Happening) -> list[int]:
    """Without what commas set off, unless the happening stands in it: ", Vice President of the Union,"."""
    if "," not in scene.plain and "،" not in scene.plain:
        return chosen
    pieces: list[list[int]] = [[]]
    for at in chosen:
        if scene.words[at].text in {",", "،"}:
            pieces.append([])
        else:
            pieces[-1].append(at)
    marks = {happening.at, happening.verb if happening.verb is not None else happening.at}
    telling = [number for number, piece in enumerate(pieces) if marks & set(piece)]
    if not telling:
        return chosen
    first, last = telling[0], telling[-1]
    told = [at for piece in pieces[first : last + 1] for at in piece]
    return [*_subject_before(scene, pieces[:first], told, min(marks)), *told]


@cache
def _first_of_roles(code: str) -> frozenset[str]:
    words = lexicon(code)
    assert words is not None, "a language that was loaded"  # noqa: S101
    return frozenset(role.split()[0] for role in words.words("person", "roles"))


def _subject_before(scene: Scene, pieces: list[list[int]], told: list[int], verb: int) -> list[int]:
    """Who does something, where commas part the verb from it: "Anna Berg, Vice President of the Union, met …".

    The piece with the verb has its own subject, unless it begins with the verb or with an office.
    """
    subject = [at for at in told if at < verb]
    roles = _first_of_roles(scene.lexicon.code)
    heads = [
        piece for piece in pieces if piece and scene.words[piece[0]].low not in scene.lexicon.words("words", "lead_ins")
    ]
    if not heads:
        return []
    if len(subject) > 1 and scene.words[subject[0]].text in roles:
        if not any(name.sort is Sort.PERSON and _stands_in(scene, name, subject) for name in scene.names):
            del told[: len(subject)]
            return heads[0]
        return []
    return heads[0] if len(subject) < 2 else []


def _stands_in(scene: Scene, name: Name, places: list[int]) -> bool:
    return bool(places) and scene.words[places[0]].start <= name.start and name.end <= scene.words[places[-1]].end


def _without_leads(scene: Scene, chosen: list[int]) -> list[int]:
    before, behind = _at_ends(scene.lexicon.code)
    honorifics = scene.lexicon.words("person", "honorifics")
    while len(chosen) > 2 and scene.words[chosen[0]].text in honorifics:
        chosen = chosen[1 + (scene.words[chosen[1]].text == ".") :]
    while chosen and (scene.words[chosen[0]].low in before or scene.words[chosen[0]].sign):
        chosen = chosen[1:]
    while chosen and scene.words[chosen[-1]].low in behind:
        chosen = chosen[:-1]
    return chosen


@cache
def _at_ends(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """What no title begins with, and what none ends with."""
    words = lexicon(code)
    assert words is not None, "a language that was loaded"  # noqa: S101
    small = words.words("words", "date_leads") | words.words("words", "dangling")
    return small - words.words("words", "articles"), small | {",", "(", "-", ".", ";", ":"}


def _written(scene: Scene, chosen: Sequence[int], *, begins: bool = True) -> str:
    made = ""
    for number, at in enumerate(chosen):
        word = scene.words[at]
        gap = number and (chosen[number - 1] != at - 1 or word.start > scene.words[at - 1].end)
        made += " " * bool(gap and made and word.text not in _SPACED_NOT and made[-1] not in _OPENING) + word.text
    first, _, rest = made.partition(" ")
    made = rest if first.lower() in scene.lexicon.words("words", "articles") else made
    return made[:1].upper() + made[1:] if begins else made


def _shortened(made: str) -> str:
    """Cut at a word where it is too long."""
    made = " ".join(made.split())
    if len(made) <= LONGEST:
        return made
    return (made[:LONGEST].rpartition(" ")[0] or made[:LONGEST]).rstrip(",;:- ") + "…"
