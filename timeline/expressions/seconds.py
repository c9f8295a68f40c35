"""Which roles can come second in each category, behind each word of a language: worked out when the package is built.

The parser asks it of every word that it meets, and a short text is read in the time that it takes to find out.
"""

from timeline.expressions.language import Language, Seconds
from timeline.expressions.lexer import Roles, Token, number_roles, shape_of
from timeline.expressions.parser import Grammar, Row

# Numbers of every sort that the lexer tells apart: by their length, and by what they can be the number of.
NUMBERS = ("0", "5", "05", "13", "25", "31", "32", "00", "099", "999", "0999", "1999", "12345", "20200101")
OTHERS: tuple[Roles, ...] = {"nth-digits": 1}, {"event": ""}  # 21st, @id


def seconds_of(language: Language) -> Seconds:
    """The table of a language. Words that mean another thing where they are written onto others are not in it."""
    grammar = Grammar(language, prose=False)
    read = [*language.lexicon.values(), *language.unaccented.values(), *map(number_roles, NUMBERS), *OTHERS]
    table = {}
    for roles in read:
        free, glued = (
            Row(Token(0, 1, roles, glued, shape_of(roles) + glued), None, grammar) for glued in (False, True)
        )
        can = [(category, grammar.second(category, free)) for category in language.networks]
        if can == [(category, grammar.second(category, glued)) for category in language.networks]:
            table[tuple(roles)] = tuple((category, second) for category, second in can if second)
    return grammar.roles, table
