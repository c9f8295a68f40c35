"""A run of capitals parted: at the offices in it, and at an "and" that joins two names."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.extract.names.heads import Heads
from timeline.extract.words import Word


class Part(NamedTuple):
    """A piece of a run: words from first to last, and the role in front of it, if any."""

    words: Sequence[Word]
    role: str = ""
    linked: bool = False  # behind "of": what the role is in, and not who has it


class Parts(Heads):
    """Parts a run into names, each with the role in front of it."""

    def _parts(self, run: list[Word]) -> Iterator[Part]:
        role, linked, begun = "", False, 0
        at = 0
        while at < len(run):
            text = run[at].text
            size = self._role_at(run, at) if text in self.roles or text in self.honorifics else 0
            if size and at > begun and run[begun].text in self.offices and run[at - 1].low in self.inside:
                size = 0  # Office of the President
            if size:
                if at > begun:
                    yield from self._joined(run[begun:at], role, linked=linked)
                role = " ".join(word.text for word in run[at : at + size])
                at += size
                at += at < len(run) and run[at].text == "."
                linked = at < len(run) and run[at].low in self.inside
                while at < len(run) and run[at].low in self.inside and run[at].low not in self.joints:
                    at += 1
                if at < len(run) and run[at].low in self.joints:
                    at += 1
                begun = at
            else:
                at += 1
        if begun < len(run):
            yield from self._joined(run[begun:], role, linked=linked)

    def _role_at(self, run: list[Word], at: int) -> int:
        head = self._head_at(run, at)
        for role in self.roles.get(run[at].text, ()):
            if all(at + i < len(run) and run[at + i].text == word for i, word in enumerate(role)):
                return len(role) if len(role) >= head else 0  # Đại sứ quán is no Đại sứ
        return 1 if run[at].text in self.honorifics else 0

    def _joined(self, words: list[Word], role: str, *, linked: bool) -> Iterator[Part]:
        """Two names joined by "and", unless the "and" is inside one: "Committee for Peace and Solidarity"."""
        joints = self.joints
        for at, word in enumerate(words):
            if word.low not in joints or at == 0 or at + 1 >= len(words):
                continue
            left, right = words[:at], words[at + 1 :]
            if self._parts_here(left, right):
                yield Part(left, role, linked)
                yield from self._joined(right, "", linked=False)
                return
        yield Part(words, role, linked)

    def _parts_here(self, left: list[Word], right: list[Word]) -> bool:
        if right[0].low in self.articles:
            return True
        left_is, right_is = self._has_head(left), self._has_head(right)
        if left_is and right_is:
            return True
        if left_is:  # "Ministry of Labour and Social Affairs": what follows completes it
            return not any(word.low in self.inside for word in left) and not self.compound
        return not right_is or self._is_known(left[-1])
