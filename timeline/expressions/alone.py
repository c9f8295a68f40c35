"""Whether what looks like a date is one where it stands, or part of a price, a score, a number, a name."""

import re
from collections.abc import Sequence

from timeline.expressions.language import FILLER, Language
from timeline.expressions.lexer import Token

_QUOTES = "`'\"“‘"
_UNQUOTES = frozenset("`'\"”’")
REACH = 48  # characters before a phrase in which the word before it is looked for
_FREE_BEFORE = re.compile(  # no sign of money or number, no number's first half, no letter, no "No." and no "version"
    r"(?<![$€£¥#№])(?<![$€£¥#№]\s)(?<!\d[.,-])(?<![\w/])"
    r"(?<!\b[Nn]o)(?<!\b[Nn]o\s)(?<!\b[Nn]o\.)(?<!\b[Nn]o\.\s)"
    r"(?<![Vv]ersion)(?<![Vv]ersion\s)(?<![Vv]ersion:)(?<![Vv]ersion:\s)"
)
_HEADING = re.compile(r"^#{1,6} \Z", re.MULTILINE)
# "1979 3 years", "Covid-19 March": the number is that of what stands before it.
_NUMBERED = re.compile(r"(?<=\d)|(?<=\d[^\S\n])|(?<=[^\W\d_]-)")
_BEHIND = re.compile(r" ([a-z]+)\b")
_CLOSED = re.compile(r"[,.]?[\"'”’](?!\w)| [A-Z][a-z]")  # what is quoted ends here, or goes on as a name does
_NAME = re.compile(r" [A-Z][a-z]")
# The source in brackets behind a report: (USA Today), (Daily Mirror), (AP via China Daily).
_IN_SOURCE = re.compile(r"\((?:(?:[A-Z][\w'’]*|via|and|of) )*\Z")
_SOURCE_GOES_ON = re.compile(r"(?: [A-Z][\w'’]*)*\)")
_SURNAME = re.compile(r" ([A-Z][a-z]+)(?:,? ([a-z]+|\d\d(?=,))|'s )")
_NAME_WORD = re.compile(r" ([A-Z][a-z]+)")
_RUN = re.compile(r"(?<![\w'’])([A-Z]\w{3,}|[A-Z]{2,}|The) \Z")
_SHIFTS = frozenset(("day-shift", "this-night"))
_LOWER = re.compile(r"(?<![\w'])[a-z]{4,}")
LINE = 200  # characters of a line on either side in which words without capitals are looked for
_NOUN = re.compile(r" ([a-z]{4,})\b")
_AFTER = re.compile(r"[.,]\d|\s?%|[\w/]|-\d|[\s-]olds?\b", re.ASCII)

# 2010. 5. is a month; 2010.5 is one at the head of a line or of brackets, and elsewhere a number of something.
_POINTED = re.compile(r"\d{4}\s?\.(\s?)\d{1,2}(\.?)")
_LISTED = re.compile(r"(?:^|[(\[~-])[^\w\n]*\Z", re.MULTILINE)
# 2010. 5. 3개 is a month, and three of something.
_POINTED_DAY = re.compile(r"\d{4}\.\s\d{1,2}\.\s\d{1,2}")


def stands_alone(text: str, tokens: Sequence[Token], tongue: Language) -> bool:
    """Whether nothing around the tokens of a date expression makes a price, score or number of them."""
    last = tokens[-1]
    start, end = tokens[0].start, last.end
    if not _stands_free(text, start) or _AFTER.match(text, end) or _is_named(text, start, last):
        return False
    if text[last.start].isupper() and _is_programme(text, start, tokens, tongue):
        return False
    phrase = text[start:end].lower()
    if (
        phrase.rstrip(".") in tongue.never
        or _is_verb(text, tokens, tongue)
        or (phrase[0].isdigit() and _NUMBERED.match(text, start))
    ):
        return False
    if _is_barred(text, start, phrase, tokens, tongue):
        return False
    if (len(tokens) == 1 or "approximately" in tokens[-2].roles) and _is_quantity(text, last, tongue):
        return False
    if tongue.segmented and (_is_decimal(text, start, end) or _is_month_and_count(text, start, end, tongue)):
        return False
    if len(tokens) == 1:
        return _stands_single(text, last, phrase, tongue)
    if text[last.start : end].lower().rstrip(".") in tongue.lone and not _is_of_a_noun(text, tokens, tongue):
        return not all(text[token.start : token.end].lower() in tongue.weak for token in tokens[:-1])
    return True


def _stands_single(text: str, word: Token, phrase: str, tongue: Language) -> bool:
    """Whether one word or number is a date by itself."""
    if not tongue.needs_company.isdisjoint(word.roles):
        return _is_all(text, word.start, word.end) or _is_bracketed(text, word.start, word.end)
    if phrase.rstrip(".") in tongue.lone:
        return "month" in word.roles and text[word.start].isupper() and _is_planned(text, word.start, tongue)
    return not _is_name(text, word.start, word, tongue)


def _is_barred(text: str, start: int, phrase: str, tokens: Sequence[Token], tongue: Language) -> bool:
    """Whether a phrase follows a word behind which it is no date: her twenties, in the 1990s."""
    banned = tongue.unless_behind.get(phrase)
    if banned is None and "decade-word" in tokens[0].roles:
        banned = tongue.unless_behind.get(text[tokens[0].start : tokens[0].end].lower())
    if not banned:
        return False
    before = text[max(0, start - REACH) : start].lower().split()
    return bool(before) and before[-1].lstrip(_QUOTES) in banned


def _is_planned(text: str, start: int, tongue: Language) -> bool:
    """Whether the words in front of a month with its capital plan something for it: scheduled for May."""
    verb, _, preposition = " ".join(text[max(0, start - REACH) : start].lower().split()[-2:]).partition(" ")
    if f"{verb} {preposition}" in tongue.future or f"{verb} {preposition}" in tongue.moved:
        return True
    planned = verb in tongue.future and verb.endswith(tongue.past_endings)
    return planned and preposition in tongue.function_words


def _stands_free(text: str, start: int) -> bool:
    """Whether no sign before a place makes a price or number of what follows; that of a heading does not."""
    return _FREE_BEFORE.match(text, start) is not None or _HEADING.search(text, max(0, start - 8), start) is not None


def _is_verb(text: str, tokens: Sequence[Token], tongue: Language) -> bool:
    """Whether a month or weekday without its capital is a verb before a number: may first, march 20 miles."""
    name = tokens[0]
    if len(tokens) == 1 or text[name.start].isupper() or text[name.start : name.end] not in tongue.lone:
        return False
    if "month" not in name.roles and "weekday" not in name.roles:
        return False
    if not tongue.needs_company.isdisjoint(tokens[1].roles):
        return True
    return len(tokens) == 2 and _is_counted(text, tokens[1].end, tongue)


def _is_decimal(text: str, start: int, end: int) -> bool:
    """Whether a year and a month with a full stop between them are a number with a point."""
    pointed = _POINTED.fullmatch(text, start, end)
    if pointed is None:
        return False
    blank, stopped = pointed.groups()
    if _LISTED.search(text, max(0, start - REACH), start):
        return not stopped and text[end : end + 1].isalpha()
    return not (blank and stopped)


def _is_month_and_count(text: str, start: int, end: int, tongue: Language) -> bool:
    """Whether the last number of a day with full stops counts what is written onto it."""
    return text.startswith(tongue.counters, end) and _POINTED_DAY.fullmatch(text, start, end) is not None


def _is_all(text: str, start: int, end: int) -> bool:
    """Whether a text holds nothing else, like the cell of a table: then even "thứ ba" is a date by itself."""
    if len(text) > end - start + 8:
        return False
    return not (text[:start] + text[end:]).strip(" .,:;\n")


def _is_quantity(text: str, number: Token, tongue: Language) -> bool:
    """Whether a round year with nothing before it, or "about", counts what follows: 2000 guests."""
    year = number.roles.get("year")
    return isinstance(year, int) and year % 50 == 0 and _is_counted(text, number.end, tongue)


def _is_counted(text: str, end: int, tongue: Language) -> bool:
    """Whether a noun in the plural follows a number."""
    noun = _BEHIND.match(text, end)
    return noun is not None and (noun[1] in tongue.counted or noun[1].endswith(tongue.plural_endings))


def _is_named(text: str, start: int, last: Token) -> bool:
    """Whether a unit is part of a name, with a capital and right behind a quotation mark, or is compared with itself.

    The programme "This Week", a quarter-to-quarter comparison.
    """
    if text.startswith(f"-to-{text[last.start : last.end]}", last.end):
        return True
    if start == 0 or text[start - 1] not in _QUOTES or not text[last.start].isupper():
        return False
    if text[last.start : last.end].isupper() or _CLOSED.match(text, last.end) is None:
        return False
    return "unit" in last.roles or "units" in last.roles


def _is_programme(text: str, start: int, tokens: Sequence[Token], tongue: Language) -> bool:
    """Whether a weekday and its night stand in a run of words with capitals, as in the name of a programme or a film.

    Saturday Night Live, Friday Night Lights.
    """
    last, end = tokens[-1], tokens[-1].end
    if "weekday" in last.roles and (night := _NAME_WORD.match(text, end)) is not None:
        if "day-time" not in tongue.lexicon.get(night[1].lower(), ()):
            return False
        end = night.end()
    elif len(tokens) == 1 or "day-time" not in last.roles or "weekday" not in tokens[-2].roles:
        return False
    return _NAME.match(text, end) is not None and _is_in_sentence(text, start, tongue)


def _is_in_run(text: str, start: int, word: Token, tongue: Language) -> bool:
    """Whether a word with its capital stands behind another, or between two: USA Today, The Tonight Show."""
    before = _RUN.search(text, max(0, start - REACH), start)
    if before is None or _SHIFTS.isdisjoint(word.roles) or text[start : word.end].isupper():
        return False
    if text.startswith("'", word.end):  # today's
        return False
    if before[1].lower() in tongue.function_words or before[1].lower() in tongue.lexicon:
        return before[1] == "The" and _NAME.match(text, word.end) is not None
    return _is_in_sentence(text, start, tongue)


def _is_in_sentence(text: str, start: int, tongue: Language) -> bool:
    """Whether a place is in a line where words begin without capitals, and no headline in which all have them."""
    begin = max(text.rfind("\n", max(0, start - LINE), start) + 1, start - LINE)
    line = text[begin : start + LINE].split("\n", maxsplit=1)[0]
    return any(word not in tongue.lexicon and word not in tongue.function_words for word in _LOWER.findall(line))


def _is_name(text: str, start: int, last: Token, tongue: Language) -> bool:
    """Whether a month is somebody's name, a year that of a work, or a word with a capital part of a name."""
    if text[start].isupper() and not tongue.in_names.isdisjoint(last.roles):
        in_source = _IN_SOURCE.search(text, max(0, start - REACH), start) is not None
        if in_source and _SOURCE_GOES_ON.match(text, last.end) is not None:
            return True
        return _is_in_run(text, start, last, tongue)
    return _is_title(text, start, last) or _is_first_name(text, last, tongue)


def _is_title(text: str, start: int, last: Token) -> bool:
    """Whether a year stands alone in quotation marks, as a film or a novel does."""
    return (
        "year" in last.roles and start > 0 and text[start - 1] in _QUOTES and text[last.end : last.end + 1] in _UNQUOTES
    )


def _is_of_a_noun(text: str, tokens: Sequence[Token], tongue: Language) -> bool:
    """Whether a month with its capital and its article tells of when something is: the May elections."""
    article, month = tokens[-2], tokens[-1]
    if len(tokens) != 2 or FILLER not in article.roles or "month" not in month.roles or text[month.start].islower():
        return False
    noun = _NOUN.match(text, month.end)
    if noun is None or noun[1].endswith(tongue.past_endings):
        return False
    return not any(noun[1] in words for words in (tongue.words, tongue.function_words, tongue.past, tongue.future))


def _is_first_name(text: str, month: Token, tongue: Language) -> bool:
    """Whether a month is the name of somebody: Mr. April Jones, her sister June Carter; June Carter sang."""
    if "month" not in month.roles or _NAME.match(text, month.end) is None:
        return False
    before = text[max(0, month.start - REACH) : month.start].split()
    if not before or before[-1][-1] in ".!?":
        return _is_subject(text, month.end, tongue)
    roles = tongue.lexicon.get(before[-1].rstrip(".").lower(), ())
    return "person" in roles or ("title" in roles and before[-1][0].isupper())


def _is_subject(text: str, end: int, tongue: Language) -> bool:
    """Whether a sentence goes on behind its first word with a surname and its verb: no April Fed meeting was held."""
    goes_on = _SURNAME.match(text, end)
    if goes_on is None or goes_on[1].lower() in tongue.lexicon:
        return False
    following = goes_on[2]
    if following is None or following[0].isdecimal():  # her age
        return True
    known = following in tongue.past or following in tongue.future or following in tongue.function_words
    return known or following.endswith(tongue.past_endings)


def _is_bracketed(text: str, start: int, end: int) -> bool:
    """Whether a number stands in brackets of its own, as the year of a book or film does."""
    return text[start].isdecimal() and start > 0 and text[start - 1] == "(" and text[end : end + 1] == ")"
