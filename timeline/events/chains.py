"""Which event hangs on which by `@id`, and in what order they can be dated."""

from collections.abc import Iterable, Mapping

from timeline.events.records import Event


def references(event: Event) -> tuple[str, ...]:
    """Return the ids that an event's dates name, without their sign: those of `when`, `anchor` and the claims."""
    texts = [event.when or "", event.anchor or "", *(claim.when for claim in event.claims)]
    if not any("@" in text for text in texts):
        return ()
    import re  # noqa: PLC0415 - loaded by now; the pattern is compiled for files that use it

    return tuple(id_.rstrip("-") for text in texts for id_ in re.findall(r"@([\w-]+)", text))


def in_order(hanging: Mapping[str, tuple[str, ...]]) -> tuple[list[str], list[list[str]]]:
    """Return the ids, each after those it hangs on, and the cycles, each as the ids of its chain.

    Walks with a list of its own: a chain of ten thousand events is no deeper than one of two.
    """
    ordered: dict[str, None] = {}
    cycles: list[list[str]] = []
    for root in hanging:
        path = {} if root in ordered else {root: iter(hanging[root])}
        while path:
            id_ = next(reversed(path))
            step = next((other for other in path[id_] if other in hanging and other not in ordered), None)
            if step is None:
                path.popitem()
                ordered[id_] = None
            elif step in path:
                cycles.append(_tail(path, step))
            else:
                path[step] = iter(hanging[step])
    return list(ordered), cycles


def _tail(path: Iterable[str], start: str) -> list[str]:
    ids = list(path)
    return ids[ids.index(start) :]
