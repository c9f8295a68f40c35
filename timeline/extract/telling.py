"""Which dates in prose are of an event: not the horizon of a plan, not the year of a statistic, not one in a title."""

from timeline.dates import Grain, Interval
from timeline.extract.happenings import Happening, Scene
from timeline.extract.linking import Place
from timeline.extract.words import POSSESSIVE
from timeline.resolve.mention import Mention

# What goes on for years, and what may begin with "since": everything else with an open end is told of many times.
LASTING = frozenset({"tenure", "membership", "war", "construction", "exhibition", "festival"})
BEGINNING = LASTING | {"agreement", "founding", "appointment"}
_QUOTES = {"“": "”", "«": "»", "《": "》", "『": "』", "「": "」"}


def may_be_event(mention: Mention) -> bool:
    """Whether a date can be of an event by itself, whatever stands around it."""
    interval = mention.interval
    if interval is None or not _is_fine(interval):
        return False
    return any(timex.type not in {"SET", "DURATION"} for timex in mention.timexes)


def is_event_date(mention: Mention, place: Place, scene: Scene) -> bool:
    """Whether something may have happened on a date at all."""
    return may_be_event(mention) and not (
        _is_horizon(mention, place, scene)
        or _is_attribute(mention, place, scene)
        or _is_in_title(mention, place, scene)
        or _is_count(mention, place, scene)
    )


def _is_fine(interval: Interval) -> bool:
    """A year or finer; what has no end on either side is nothing that happened."""
    return interval.grain.rank <= Grain.YEAR.rank and (interval.earliest is not None or interval.latest is not None)


def _is_horizon(mention: Mention, place: Place, scene: Scene) -> bool:
    """Whether a date bounds or compares: "until 2030", "in the 2021-2025 period", "compared to 2019"."""
    interval = mention.interval
    assert interval is not None  # noqa: S101 - asked before
    if interval.earliest is None:
        verbs = [h for h in scene.told if scene.clause[h.verb or 0] == scene.clause[place.first]]
        held = verbs[-1:] if scene.lexicon.verb_last else [h for h in verbs if (h.verb or 0) < place.first][-1:]
        return not any(happening.kind == "tenure" for happening in held)  # "served as treasurer until 1991"
    lasting = interval.stretch and interval.grain is Grain.YEAR and interval.latest is not None
    if lasting and not any(happening.kind in LASTING for happening in scene.happenings):
        return True
    if "horizon.before" in scene.says and _is_led(scene, place):
        return True
    if "horizon.behind" not in scene.says:
        return False
    behind = " ".join([word.low for word in scene.words[place.last : place.last + 2]])
    return scene.lexicon.pattern("horizon.behind").match(behind) is not None


def _is_led(scene: Scene, place: Place) -> bool:
    """Whether what bounds a time stands before a date: "until", "in the period"."""
    before = " ".join([word.low for word in scene.words[max(0, place.first - 4) : place.first]])
    hits = list(scene.lexicon.pattern("horizon.before").finditer(before))
    return bool(hits) and before[hits[-1].end() :].strip() in {"", *scene.lexicon.words("words", "dates")}


def _is_attribute(mention: Mention, place: Place, scene: Scene) -> bool:
    """A year before a capital is part of a name: "the 2023 Migration Profile"; unless that names an event."""
    interval = mention.interval
    if interval is None or interval.grain is not Grain.YEAR or place.last >= len(scene.words):
        return False
    behind = scene.words[place.last]
    if behind.low in POSSESSIVE:
        return not any(place.last <= h.at <= place.last + 4 for h in scene.happenings if h.noun)
    if scene.lexicon.verb_last or behind.sign or behind.start - scene.words[place.last - 1].end > 1:
        return False
    owned = place.first > 0 and scene.words[place.first - 1].low in scene.lexicon.words("words", "adjectival")
    if not behind.capital and not owned:  # the 2023 Migration Profile, its 2023 report
        return False
    return not any(place.last <= happening.at <= place.last + 4 for happening in scene.happenings if happening.noun)


def _is_in_title(mention: Mention, place: Place, scene: Scene) -> bool:
    """A range of years in quotation marks: "Weaving Two Banks, 1977-2017"."""
    interval = mention.interval
    if interval is None or interval.grain is not Grain.YEAR or not interval.stretch:
        return False
    before = [word.text for word in scene.words[: place.first]]
    return any(before.count(opening) > before.count(closing) for opening, closing in _QUOTES.items()) or (
        before.count('"') % 2 == 1
    )


def _is_count(mention: Mention, place: Place, scene: Scene) -> bool:
    """The year of a figure: "up from 24.4 per cent in 2011"; a day that comes again every year."""
    interval = mention.interval
    if _is_near(scene, place, "horizon.recurring"):
        return True
    lead = 1 if mention.text[:1].isalpha() else 2  # "in 2020" is the date, or 2020 alone
    if interval is not None and interval.grain is Grain.YEAR and _is_figure(scene, place.first - lead):
        return True  # "7,450 in 2020"
    return interval is not None and interval.grain.rank >= Grain.YEAR.rank and _is_near(scene, place, "horizon.counts")


def _is_near(scene: Scene, place: Place, name: str) -> bool:
    """Whether one of some words stands near a date, in its clause."""
    if name not in scene.says:
        return False
    pattern = scene.lexicon.pattern(name)
    clause = scene.clause[place.first]
    near = range(max(0, place.first - 12), min(len(scene.words), place.last + 12))
    return pattern.search(" ".join([scene.words[at].low for at in near if scene.clause[at] == clause])) is not None


def _is_figure(scene: Scene, at: int) -> bool:
    """Whether a word is a number that is neither a day nor a year."""
    text = scene.words[at].text if 0 <= at < len(scene.words) else ""
    plain = text.replace(",", "").replace(".", "")
    return plain.isdecimal() and int(plain) > 31 and (len(plain) != 4 or plain != text)


def is_generic(scene: Scene, happening: Happening, mention: Mention) -> bool:
    """Whether a happening stands for many: "various workshops since 2000", "107 delegations in 2000"."""
    interval = mention.interval
    assert interval is not None  # noqa: S101 - asked before
    if interval.latest is None and happening.kind not in BEGINNING:
        return True
    if not happening.noun or interval.grain.rank < Grain.MONTH.rank or scene.lexicon.verb_last:
        return False
    plural = scene.words[happening.end - 1].low.endswith("s") and not scene.words[happening.end - 1].low.endswith("ss")
    before = [word.low for word in scene.words[max(0, happening.at - 4) : happening.at]]
    many = any((word.isdigit() and int(word) > 1) or word in scene.lexicon.words("words", "many") for word in before)
    return plural and many
