"""Runs of capitals in a sentence, with the small words that join them in a name."""

from collections.abc import Iterator, Sequence

from timeline.extract.names.heads import HYPHENS, Heads
from timeline.extract.words import POSSESSIVE, Word

LONGEST_SYLLABLE = 6  # letters; of a name such as Kim Jong-un


class Runs(Heads):
    """Finds the runs; `dated` are the places of words in a date: March is nobody's name there."""

    def runs(self, words: Sequence[Word]) -> Iterator[list[Word]]:
        """Maximal runs of capitals with the small words between them."""
        at = 0
        small_heads = self._small_heads if self.compound else {}
        while at < len(words):
            word = words[at]
            small = self._small_head(words, at) if word.text in small_heads else 0
            if not small and (not word.capital or not self._begins(words, at)):
                at += 1
                continue
            end = self._run_end(words, at + small)
            yield list(words[at:end])
            at = max(end, at + 1)

    def _begins(self, words: Sequence[Word], at: int) -> bool:
        word = words[at]
        if word.text in self.stop or at in self.dated:
            return False
        if self.compound and word.text in self._first_heads:
            return True
        if word.text in self.openers and (at == 0 or words[at - 1].sign or not self._goes_on(words, at)):
            return False
        return at > 0 or word.low not in self.breaks

    def _goes_on(self, words: Sequence[Word], at: int) -> bool:
        """Whether a word such as "To" is a name's first: behind an office, before another capital."""
        behind = words[at + 1] if at + 1 < len(words) else None
        return behind is not None and behind.capital and words[at - 1].capital

    def _run_end(self, words: Sequence[Word], at: int) -> int:
        end = at + max(1, self._head_at(words, at))
        while end < len(words):
            step = self._step(words, at, end)
            if step == 0:
                break
            end += step
        return end

    def _step(self, words: Sequence[Word], start: int, at: int) -> int:
        """How many words from `at` the run goes on."""
        word = words[at]
        if at in self.dated:
            return 0
        if word.capital:
            return 0 if word.text in self.stop else max(1, self._head_at(words, at))
        if word.text == "(":
            return self._bracket(words, at)
        initial = len(words[at - 1].text) == 1 and words[at - 1].capital
        if word.text == "." and (initial or words[at - 1].text in self.honorifics):
            return 2 if at + 1 < len(words) and words[at + 1].capital else 0
        if word.low in POSSESSIVE:
            behind = words[at + 1] if at + 1 < len(words) else None
            if behind is not None and (behind.capital or behind.text.title() in self.last):
                return 1 if behind.capital else 2
            return 0
        if word.text in HYPHENS and _is_glued(words, at):  # Kim Jong-un
            return 2
        if self.compound:
            return self._compound_step(words, start, at)
        if word.text in {"'", "’"} and words[at - 1].low.endswith("s") and words[at - 1].end == word.start:  # Workers'
            return 2 if at + 1 < len(words) and words[at + 1].capital else 0
        return self._link(words, start, at)

    def _link(self, words: Sequence[Word], start: int, at: int) -> int:
        """Small words that join two capitals: of, for the, and, a comma in the name of a ministry."""
        reach = at
        while reach < len(words) and reach < at + 3 and words[reach].low in self._linking:
            reach += 1
        if reach == at and words[at].text == "," and self._is_listing(words, start, at):
            return 2
        if reach == at or reach >= len(words) or not words[reach].capital or words[reach].text in self.stop:
            return 0
        if reach in self.dated:
            return 0
        if words[at].low in self.after_heads and words[at - 1].text not in self.last | self.events:
            return 0
        return reach - at + 1

    def _is_listing(self, words: Sequence[Word], start: int, at: int) -> bool:
        """Whether a comma is part of a name: "Ministry of Culture, Sports and Tourism"."""
        ministry = any(word.text in self.listing for word in words[start:at])
        follows = [word.low for word in words[at + 1 : at + 6]]
        return (
            ministry
            and at + 1 < len(words)
            and words[at + 1].capital
            and words[at + 1].text not in self.last
            and not self.joints.isdisjoint(follows)
            and words[at + 1].text not in self.listing
        )

    def _compound_step(self, words: Sequence[Word], start: int, at: int) -> int:
        """Names in which only the first syllable of a word is capital: "Hội Liên hiệp Phụ nữ"."""
        word = words[at]
        if (
            word.text == "."
            and at + 1 < len(words)
            and words[at - 1].text.isupper()
            and words[at + 1].start == word.end
        ):
            return 2 if words[at + 1].capital else 0  # TP.HCM
        if word.sign and word.text not in HYPHENS:
            return 0
        if word.low in self.levels and any(w.text in self._first_heads for w in words[start:at]):
            return 1
        if f"{words[at - 1].text} {word.text}" in self.pairs:
            return 1
        if word.low in self.breaks:
            return 0
        near = next((step for step in (1, 2) if at + step < len(words) and words[at + step].capital), 0)
        between = words[at + 1 : at + near] if near else ()
        if near and not any((w.sign and w.text not in HYPHENS) or w.low in self.breaks for w in between):
            headed = any(w.text in self._first_heads for w in words[start:at])
            return near + 1 if headed else 0
        two_capitals = at - start >= 2 and words[at - 1].capital and words[at - 2].capital
        if words[at - 1].capital and not two_capitals and not word.sign:
            return 1
        return 0

    def _bracket(self, words: Sequence[Word], at: int) -> int:
        """An abbreviation in brackets inside a name: "(CPV)" before "Central Committee"."""
        if at + 3 < len(words) and words[at + 2].text == ")" and words[at + 1].text.isupper():
            return 3 if words[at + 3].capital and words[at + 3].text not in self.stop else 0
        return 0


def _is_glued(words: Sequence[Word], at: int) -> bool:
    """Whether a hyphen joins a capital to a small word without a blank."""
    if not 0 < at < len(words) - 1:
        return False
    before, hyphen, behind = words[at - 1 : at + 2]
    joined = before.end == hyphen.start and hyphen.end == behind.start
    glued = before.capital or (at > 1 and words[at - 2].text in HYPHENS and words[at - 2].end == before.start)
    led = at + 2 < len(words) and words[at + 2].capital  # the Inter-governmental Committee
    short = len(behind.text) < LONGEST_SYLLABLE or led
    return joined and glued and behind.text.isalpha() and not behind.capital and short
