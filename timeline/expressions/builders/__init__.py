"""What a rule of a language file builds: slots of a pattern in, an Expression out, None where the slots make no sense.

One module a concept; BY_NAME holds all builders under the names that the language files use.
"""

from timeline.expressions.builders import clocks, counted, fields, joined, named, numbers, parts
from timeline.expressions.builders.registry import BY_NAME

__all__ = ["BY_NAME", "clocks", "counted", "fields", "joined", "named", "numbers", "parts"]
