"""Short messages, as people post and send them, and the language as it is used there.

In an article "the day" or "night" is a word of the story; in a message of two lines it is the day and the night of
its writing. Which of the two a text is, is told by the text alone: by its length, and by marks and words that nobody
prints in an article.
"""

import re
from functools import cache

from timeline.expressions.language import Language
from timeline.expressions.load import language

LONGEST = 300  # characters; what is longer is an article, a letter, a page
MESSAGE = "message"  # the category of what a phrase can be in a message

_LINKS = "http://", "https://"
# It begins with a set of characters and looks back from there: so it is searched for at the speed of that set.
_MARKS = re.compile(
    r"[@#:;=<^!?~.\U0001F300-\U0001FAFF\u2600-\u27BF](?:"
    r"(?<=[@#])(?<![\w/].)(?=[^\W\d])"  # names and tags
    r"|(?<!\w.)(?:(?<=[:;=])[-'o]?[()DPp/|*\]\[]|(?<=<)3|(?<=\^)_*\^)"  # faces
    r"|(?<=[\U0001F300-\U0001FAFF\u2600-\u27BF])"
    r"|(?<=[!?])[!?]|(?<=~)(?:\s|\Z)|(?<=\.)(?<![A-Z].)\.(?:\s|\Z))"  # what is said aloud or left open
)
_CALL = re.compile(r"(?<![^\W_])[a-z][\w']*\s?!")
_DRAWN_OUT = re.compile(r"([a-hj-vyz])\1\1")
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?:'[^\W\d_]+)?(?![\w-]|\.\w)")


def is_message(text: str, tongue: Language) -> bool:
    """Whether a plain text is a message: short, and with a mark or a word of messages in it."""
    text = text.strip()
    if len(text) > LONGEST or not tongue.message_words:
        return False
    return _has_mark(text) or _has_word(_QUOTED.sub("", text), tongue.message_words)


def _has_mark(text: str) -> bool:
    if any(link in text for link in _LINKS) or _MARKS.search(text):
        return True
    return ("!" in text and _CALL.search(text) is not None) or _DRAWN_OUT.search(text) is not None


def _has_word(text: str, words: frozenset[str]) -> bool:
    """Whether a text has one of the words; those of one or two letters not in capitals, for "UR" is no "ur".

    Nor is the I of "World War I" one, that stands behind another capital.
    """
    before = ""
    for word in _WORD.findall(text):
        if word in words and (word.islower() or not before[:1].isupper()):
            return True
        if (len(word) > 2 or word[1:].islower()) and word.lower() in words:
            return True
        before = word
    return False


def in_messages(tongue: Language) -> Language:
    """The language as messages use it; the same where its file says nothing of them."""
    return _in_messages(tongue.code)


@cache
def _in_messages(code: str) -> Language:
    tongue = language(code)
    assert tongue is not None, "a language that was loaded"  # noqa: S101
    return tongue._replace(
        phrase=MESSAGE,
        lone=tongue.lone - tongue.message_lone,
        story_only=tongue.story_only - tongue.message_lone,
        unless_behind={x: words for x, words in tongue.unless_behind.items() if x not in tongue.message_lone},
        only_behind={},
        never=tongue.never | tongue.message_never,
        silent_side=None,
    )
