"""A selection of events made for one test, dated and in order."""

from timeline.dates import edtf
from timeline.events.dating import date_events
from timeline.events.records import Event, Records
from timeline.query import Selection, select
from timeline.render import Page, find_format, losses


def picked(*events: Event, of: Records | None = None, period: str | None = None) -> Selection:
    records = (of or Records(title="Test"))._replace(
        events=tuple(event._replace(order=at) for at, event in enumerate(events))
    )
    return select(date_events(records).dated.values(), records, edtf.parse(period) if period else None)


def text(name: str, selection: Selection, **options: str | bool) -> str:
    return "".join(find_format(name).render(selection, Page(options=options)))


def told(name: str, selection: Selection, **options: str | bool) -> list[str]:
    return losses(find_format(name), selection, Page(options=options))
