"""Whether an event was held, is planned or was cancelled, by the words around its verb."""

from timeline.dates import Interval
from timeline.extract.happenings import Happening, Scene
from timeline.extract.linking import Place

REACH = 20  # words before the verb in which stands "denied that" or "if"
NEGATION = 4  # words before the verb in which stands what negates it
BEFORE = 6  # words before the verb in which stands "will" or "was not"


def negated(scene: Scene, happening: Happening) -> bool:
    """Whether the words around its verb say that nothing happened: "did not hold", "unable to organise"."""
    if happening.verb is None or cancelled(scene, happening):
        return False
    if "clause.unreal" in scene.says:
        before = " ".join([word.low for word in scene.words[max(0, happening.verb - REACH) : happening.verb]])
        if scene.lexicon.pattern("clause.unreal").search(before):
            return True
    if happening.noun:
        noun = [word.low for word in scene.words[max(0, happening.at - 2) : happening.at]]
        if not scene.lexicon.words("clause", "none").isdisjoint(noun):
            return True
    if "clause.negated" not in scene.says:
        return False
    first, last = (0, 3) if scene.lexicon.verb_last else (NEGATION, 1)
    near = scene.words[max(0, happening.verb - first) : happening.verb + last]
    return scene.lexicon.pattern("clause.negated").search(" ".join([word.low for word in near])) is not None


def status(scene: Scene, happening: Happening, date: Place, interval: Interval, published: Interval | None) -> str:
    """Held, planned or cancelled."""
    if cancelled(scene, happening):
        return "cancelled"
    return "planned" if planned(scene, happening, date, interval, published) else "held"


def cancelled(scene: Scene, happening: Happening) -> bool:
    """Whether its clause says that it did not take place."""
    if "clause.cancelled" not in scene.says:
        return False
    return scene.lexicon.pattern("clause.cancelled").search(_around(scene, happening, 40)) is not None


def planned(scene: Scene, happening: Happening, date: Place, interval: Interval, published: Interval | None) -> bool:
    """Whether it was still to come when the text was written: by its words, or by the day of writing."""
    if published is not None and published.latest is not None and interval.earliest is not None:
        if interval.earliest > published.latest:
            return True
        if interval.latest is not None and interval.latest < (published.earliest or published.latest):
            return False
    if "clause.planned" not in scene.says:
        return False
    return scene.lexicon.pattern("clause.planned").search(_near(scene, happening, date)) is not None


def _near(scene: Scene, happening: Happening, date: Place) -> str:
    """The words right before the verb; of a noun those between it and the date."""
    words = scene.words
    if scene.lexicon.verb_last:
        return _around(scene, happening, 40)
    if happening.verb is None:
        parts = words[happening.end : date.first] if date.first >= happening.end else ()
    else:
        parts = words[max(0, happening.verb - BEFORE) : happening.verb + 1]
    return " ".join(word.low for word in parts)


def _around(scene: Scene, happening: Happening, reach: int) -> str:
    at = happening.verb if happening.verb is not None else happening.at
    clause = scene.clause[at]
    near = range(max(0, at - reach), min(len(scene.words), at + reach))
    return " ".join([scene.words[i].low for i in near if scene.clause[i] == clause])
