"""The languages in which a date can be read: those of our own files, and those that dateparser knows."""

from functools import cache

# Nothing has to be loaded for these. Any other code is looked up.
# fmt: off
COMMON = frozenset((
    "ar", "cs", "de", "edtf", "en", "es", "fa", "fr", "id", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "vi", "zh",
))
# fmt: on


def is_known(code: str) -> bool:
    """Tell whether dates can be read in a language."""
    return code in COMMON or code in _others() or code.partition("-")[0] in _own()


def nearest(code: str) -> list[str]:
    """Return the known code that was perhaps meant: fr of fr-CA."""
    base = code.partition("-")[0]
    return [base] if base != code and is_known(base) else []


@cache
def _own() -> frozenset[str]:
    from timeline.expressions.language_files import codes  # noqa: PLC0415 - for rare languages

    return frozenset(codes())


@cache
def _others() -> frozenset[str]:
    from timeline.resolve.fallback import languages  # noqa: PLC0415 - it takes long to load

    return languages()
