"""Abbreviations that an article defines: "Vietnam Women's Union (VWU)", "Federation -WIDF-", or by its initials."""

import re
from collections.abc import Mapping

# Behind a name, in brackets or between hyphens; two to ten letters of which the first is a capital.
_DEFINED = re.compile(r"[(\-–]\s?(?P<short>[A-ZĐ][A-Za-zĐđ&.-]{1,9})\s?[)\-–]|-\s?(?P<bare>[A-ZĐ]{2,10})(?=\s*[(,])")
_BREAK = re.compile(r"[.;:!?,](?=\s)|[)\]]")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_REACH = 160  # characters in front of an abbreviation


def abbreviations(text: str, small: frozenset[str]) -> Mapping[str, str]:
    """The abbreviations of a text → what they stand for, as written; `small` are words without an initial in them."""
    found: dict[str, str] = {}
    for hit in _DEFINED.finditer(text):
        short = hit.group("short") or hit.group("bare")
        if sum(letter.isupper() for letter in short) < 2 or short in found:
            continue
        head = text[max(0, hit.start() - _REACH) : hit.start()].rpartition("\n")[2]
        if long := _stands_for(head.rstrip(" ("), short, small):
            found[short] = long
    return found


def _stands_for(head: str, short: str, small: frozenset[str]) -> str | None:
    """The words at the end of a head whose initials make the abbreviation; None where there are none."""
    run = head[max((hit.end() for hit in _BREAK.finditer(head)), default=0) :]
    words = [(hit.start(), hit.group()) for hit in _WORD.finditer(run)]
    letters = [letter.upper() for letter in short if letter.isalpha()]
    best: str | None = None
    for number in range(len(words) - 1, -1, -1):
        at, word = words[number]
        if word[0].upper() != letters[0] or not word[0].isupper():
            continue
        rest = run[at:].strip(" -–,")
        if _covers([word for _, word in words[number:]], letters, small):
            best = rest
            break
    return best


def _covers(words: list[str], letters: list[str], small: frozenset[str]) -> bool:
    """Whether the letters are initials of the words in order, small words and some inner letters left aside."""
    at = 0
    for word in words:
        if at < len(letters) and word[0].upper() == letters[at]:
            at += 1
        elif word.lower() not in small and len(words) > len(letters) + 3:
            return False
    return at >= len(letters) - (1 if len(letters) > 3 else 0)
