"""Who and what an article names: organisations, people and places, each with its place in the text."""

from timeline.extract.names.finding import Names, names_of
from timeline.extract.names.name import Name, Sort

__all__ = ["Name", "Names", "Sort", "names_of"]
