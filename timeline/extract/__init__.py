"""From prose to drafts of dated event records: sentences, names, happenings, and the date that each is of."""

from timeline.extract.draft import Draft, Extraction, Undated
from timeline.extract.drafting import draft
from timeline.extract.lexicon import codes, lexicon

__all__ = ["Draft", "Extraction", "Undated", "codes", "draft", "lexicon"]
