"""The date expressions of a text, each with what it means there."""

from collections.abc import Iterator
from itertools import chain

from timeline.dates import DateError, Grain, Interval, NonexistentDateError
from timeline.expressions import types as t
from timeline.expressions.closing import stands_open
from timeline.expressions.find import Match, find
from timeline.expressions.language import FILLER, Language
from timeline.expressions.messages import in_messages, is_message
from timeline.expressions.parser import Reading
from timeline.expressions.plain import Plain, plain
from timeline.resolve.arrival import arrived
from timeline.resolve.context import Context
from timeline.resolve.errors import UnresolvedError
from timeline.resolve.frame import Frame, crosses_heading, framed, is_background, is_bracketed, lent, moved
from timeline.resolve.happening import happened, has_begun_as_over
from timeline.resolve.mention import Mention
from timeline.resolve.publication import heads, published
from timeline.resolve.story import Story, Told, counted_from, going_on, shift_of_told
from timeline.resolve.tense import SENTENCE, direction, is_term, is_weekday, unsettled
from timeline.resolve.thread import lasted, told
from timeline.resolve.timexes import timexes
from timeline.resolve.trail import Trail
from timeline.resolve.week import goes_on, is_day_of_month, is_day_of_week
from timeline.resolve.worded import RULES

REACH = 48  # characters before a phrase in which the word before it lies
OVERLAP = 16  # characters in which the end of a sentence may lie across the place that was read up to
_new = tuple.__new__  # half the time of Mention(...)
_UNDATED = (t.Duration, t.Recurrence, t.Reference)


def mentions(text: str, tongue: Language, context: Context, *, telling: bool = False) -> Iterator[Mention]:
    """Every date expression of a text, resolved as far as the context reaches, in order.

    `telling`: with the steps to each. Where no day of writing is known, the text is asked for one: its stamp or
    dateline, else the latest year it tells.
    """
    made = plain(text)
    if is_message(made.text, tongue):
        tongue = in_messages(tongue)
    if context.anchor is None:
        context = published(
            list(chain.from_iterable(_found(made.text, tongue, context, telling=False))), made.text, tongue, context
        )
    moved = made.text is not text
    for found in _found(made.text, tongue, context, telling=telling):
        yield from ([_back(mention, text, made) for mention in found] if moved else found)


def _back(mention: Mention, text: str, made: Plain) -> Mention:
    """A mention of a plain text as one of the text that it was made of."""
    if not made.moves:  # signs were made plain, and all stands where it stood
        return mention._replace(text=text[mention.start : mention.end])
    start, end = made.place(mention.start), made.place(mention.end)
    drawn = tuple(x._replace(start=made.place(x.start), end=made.place(x.end)) for x in mention.timexes)
    return mention._replace(start=start, end=end, text=text[start:end], timexes=drawn)


def _found(text: str, tongue: Language, context: Context, *, telling: bool) -> Iterator[list[Mention]]:
    return find(text, tongue, _Teller(text, tongue, context, telling=telling))


class _Teller:
    """Resolves the matches of one text one after the other, and remembers the date last told."""

    def __init__(self, text: str, tongue: Language, context: Context, *, telling: bool) -> None:
        self.text = text
        self.tongue = tongue
        self.context = context
        self.telling = telling
        self.frame: Frame | None = None
        self.story = Story()
        self.elsewhere = tongue.news_only if context.genre == "narrative" else tongue.story_only
        self.inferred: set[str] = set()  # the EDTF of those told that are: what counts from them is inferred as well
        self.begun = False  # whether a sentence has ended before the place that was read up to
        self.read = 0
        self.day: tuple[Interval, int] | None = None  # the day that was told last, and where it ends
        self.day_of_week: tuple[Interval, int] | None = None  # the same where it was told as one of a week

    def __call__(self, match: Match) -> list[Mention] | None:
        """The mentions of a match.

        None at all where it only looks like a date, None where a shorter reading may be one.
        """
        text, start, end = self.text, match.start, match.end
        phrase = text[start:end]
        if "\n" in phrase and crosses_heading(text, start, end):
            return None
        lowered, elsewhere = phrase.lower(), self.elsewhere
        if lowered in elsewhere or not self._may_stand(lowered, match):
            return None
        for found in match.readings:
            if isinstance(found.value, t.NoDate):
                return []
            if found.rule.name in elsewhere or not self._may_be_meant(found, match):
                continue
            value = arrived(found.value, text, start, end, self.tongue)
            reading = found if value is found.value else found._replace(value=value)
            context = self._context(value, match)
            trail = Trail(phrase, context, RULES, self.tongue.date_order, telling=self.telling)
            interval: Interval | None = None
            if not isinstance(value, _UNDATED):
                try:
                    interval = trail.resolve(value)
                except NonexistentDateError:
                    return []  # 29 February 2022 is no date, and neither is a part of it
                except (UnresolvedError, DateError):
                    continue
                self._note(interval, trail)
                self.context = told(value, interval, trail, text, start, self.context)
                self.day_of_week = (interval, end) if is_day_of_week(value) else None
                self.day = (interval, end) if interval.grain is Grain.DAY and interval.days == 1 else None
            else:
                self.context = lasted(value, self.context)
            drawn = tuple(timexes(match, reading, interval, trail, self.tongue.outside))
            rule, steps = reading.rule.name, tuple(trail.steps)
            whole = _new(Mention, (start, end, phrase, interval, rule, drawn, steps, trail.inferred))
            if interval is not None and context.genre == "news":
                self._go_on(whole, value, interval, trail)
            return self._each(whole) if interval is not None and interval.every else [whole]
        return None

    def _note(self, interval: Interval, trail: Trail) -> None:
        """Remember whether a date is inferred, by itself or by the one told before it that it counts from."""
        base = trail.context.told
        if trail.from_told and base is not None and base.edtf in self.inferred:
            trail.inferred = True
        if trail.inferred or self.inferred:
            ends = {one.edtf for one in (interval, interval.end, *interval.members[-1:]) if one is not None}
            (self.inferred.update if trail.inferred else self.inferred.difference_update)(ends)

    def _may_be_meant(self, reading: Reading, match: Match) -> bool:
        """Whether a date can be meant: it counts from something, and its clause ends where it has to."""
        if self._hangs_in_the_air(reading.value, match):
            return False
        if isinstance(reading.value, _UNDATED):
            return True
        return not stands_open(reading.rule.name, self.text, match.end, self.tongue)

    def _may_stand(self, phrase: str, match: Match) -> bool:
        """Whether the words around allow a phrase that is no date by itself: profit for the year."""
        wanted = self.tongue.only_behind.get(phrase)
        if wanted is None:
            return not self._is_common_noun(match)
        start = match.start
        before = self.text[max(0, start - REACH) : start].lower().split()
        says_more = len(before) > 1 or self.text[start + len(phrase) :].strip(" .\n")
        return bool(says_more) and before[-1:] in [[word] for word in wanted]

    def _is_common_noun(self, match: Match) -> bool:
        """Whether a month or a named day is none: "the march", "on election day" without their capitals."""
        for token in match.tokens[:2]:
            if "proper" in token.roles and self.text[token.start].islower():
                return True
        last = match.tokens[-1]
        if not self.text[last.start].islower():
            return False
        if "month" not in last.roles or len(match.tokens) == 1:
            return False
        article = match.tokens[-2]
        return FILLER in article.roles or 0 in (article.roles.get("direction"), article.roles.get("told-direction"))

    def _hangs_in_the_air(self, expression: t.Expression, match: Match) -> bool:
        """Whether "three days later" counts from what no date tells: in prose of the past, the day of writing is none.

        In the first sentence of a text nothing else can be meant.
        """
        if self.context.told is not None or self.story.last is not None or not _is_later(expression):
            return False
        if not self._is_behind_sentence(match.start):
            return False
        return direction(self.text, match.start, match.end, self.tongue) != "future"

    def _is_behind_sentence(self, start: int) -> bool:
        """Whether a sentence ends before a place; each is behind the one before, so the text is read once."""
        if self.begun:
            return True
        hit = SENTENCE.search(self.text, max(0, self.read - OVERLAP), start)
        self.begun, self.read = hit is not None and hit.end() < start, start
        return hit is not None

    def _each(self, whole: Mention) -> list[Mention]:
        """A list is a mention for each of its dates."""
        members = whole.interval.members if whole.interval else ()
        if len(members) != len(whole.timexes):
            return [whole]
        return [
            whole._replace(start=x.start, end=x.end, text=self.text[x.start : x.end], interval=member, timexes=(x,))
            for x, member in zip(whole.timexes, members, strict=True)
        ]

    def _context(self, expression: t.Expression, match: Match) -> Context:
        """The context of one match: the side on which it lies, the year that is lent to it, what it counts from."""
        context = self.context
        if context.genre == "narrative":
            return context
        shift = shift_of_told(expression)
        if shift is None and not unsettled(expression):
            return context
        silent = "past" if is_weekday(expression) else self.tongue.silent_side
        side = direction(self.text, match.start, match.end, self.tongue, silent)
        side = None if side == "past" and is_term(expression) else side  # the nearest, whatever was agreed or done
        over = side != "future" and has_begun_as_over(expression, self.text, match.start, self.tongue)
        side = "past" if over else side
        done = over or (side == "past" and happened(expression, self.text, match, self.tongue))
        context = context.on(side, happened=done)
        if side == "past" and self.day_of_week is not None and is_weekday(expression):
            context = goes_on(*self.day_of_week, self.text, match.start, context)
        if self.day is not None and is_day_of_month(expression):
            context = goes_on(*self.day, self.text, match.start, context)
        if self.frame is not None and unsettled(expression):
            context = lent(self.frame, self.text, match.start, context)
        if shift is None:
            return context
        either = self.text[match.start : match.end].lower().endswith(self.tongue.either)
        return counted_from(shift, self.story, self.text, match.start, context, either=either)

    def _go_on(self, mention: Mention, expression: t.Expression, interval: Interval, trail: Trail) -> None:
        """What a report has told, and the date that lends its year from here on."""
        bracketed = is_bracketed(self.text, mention.start)
        background = is_background(self.text, mention.start, mention.end, self.tongue)
        if not heads(mention, self.text, self.tongue):
            last = Told(interval, mention.start, mention.end, bracketed=bracketed, background=background)
            self.story = going_on(self.story, last, self.text, trail.context)
        if trail.relative or trail.inferred or trail.context.frame is not None or isinstance(expression, t.Latest):
            return
        span = mention.start, mention.end
        if shift_of_told(expression) is not None:
            self.frame = moved(self.text, *span, interval, self.frame)
        else:
            self.frame = framed(self.text, *span, interval, self.frame, self.tongue, aside=bracketed or background)


def _is_later(expression: t.Expression) -> bool:
    """Whether an expression is so long after the date told last."""
    if not isinstance(expression, t.Shift) or expression.whole or expression.sign < 1:
        return False
    return isinstance(expression.base, t.Told)
