"""The sources that an import names: those that the timeline has, and those that come along."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from timeline.events.names import slug, unused
from timeline.events.publication import day_of_source
from timeline.events.records import Conventions, Source
from timeline.store.checking import fits, is_id
from timeline.store.definitions import LANGUAGE, TABLES
from timeline.store.imports.rows import Row
from timeline.store.imports.values import Reader
from timeline.store.languages import is_known
from timeline.store.problems import clip

DAYS = ("published", "accessed")
# What makes a source another one, where two of the same id state it and do not agree.
OWN = ("title", "publisher", "author", "published", "url", "file")

Tell = Callable[[Row, str, str, bool], None]  # row, column, reason, lost


class Sources:
    """Looks sources up, and collects those that are new."""

    def __init__(self, known: Mapping[str, Source], here: Conventions, rows: tuple[Row, ...], tell: Tell) -> None:
        """Take the sources of the timeline, how its dates read, and the rows of sources that the import has."""
        self.known = known
        self.here = here
        self.tell = tell
        self.new: dict[str, Source] = {}
        self.rows: dict[str, Row] = {}
        for row in rows:
            id_ = row.values.get("id")
            if not isinstance(id_, str) or not id_.strip():
                tell(row, "id", "there is none, and the source is left out", True)
            elif id_ in self.rows:
                tell(row, "id", f'"{clip(id_, 60)}" is given twice, and the first is taken', True)
            else:
                self.rows[id_] = row
        self.found: dict[str, str] = {}  # the id here by the id there

    def id(self, said: str | None, url: str = "", title: str = "") -> str | None:
        """Return the id of a source by its id, its title or its address; one that is new comes along."""
        said = said or title or None
        if said is None and not url:
            return None
        if said in self.rows:
            if said not in self.found:
                self.found[said] = self._taken(self.rows[said], said)
            return self.found[said]
        every = {**self.known, **self.new}
        if said in every:
            return said
        named = (id_ for id_, one in every.items() if (one.title == said if said else one.url == url))
        if (found := next(named, None)) is not None:
            return found
        plain = said is not None and is_id(said)
        id_ = str(said) if plain else unused(slug(said or url.partition("://")[2] or url), every)
        self.new[id_] = Source(id_, title if plain else said or "", url=url)
        return id_

    def coming(self) -> tuple[Source, ...]:
        """Return the sources that are new, in the order in which the file has them."""
        there = {self.found[id_]: at for at, id_ in enumerate(self.rows) if id_ in self.found}
        return tuple(sorted(self.new.values(), key=lambda one: there.get(one.id, len(self.rows))))

    def tell_unnamed(self, named: Collection[str]) -> None:
        """Say which sources come with the events but are named by none of them."""
        for id_, row in self.rows.items():
            if id_ not in named:
                self.tell(row, "", f'no event of the file names "{clip(id_, 60)}", and it is left out', True)

    def _taken(self, row: Row, said: str) -> str:
        """Return the id of the source of a row: the timeline's own where it is the same one, else a new one."""
        values = self._values(row)
        wanted = said if is_id(said) else slug(said)
        every = {**self.known, **self.new}
        for id_ in (wanted, *(id_ for id_ in self.known if id_.startswith(f"{wanted}-"))):
            if id_ in every and not self._differences(every[id_], values):
                self._tell_rest(row, every[id_], values)
                return id_
        made = unused(wanted, every)
        if wanted in every:
            key, there, mine = self._differences(every[wanted], values)[0]
            said = f'"{wanted}" is another source here ({key}: "{clip(mine, 60)}" and not "{clip(there, 60)}")'
            self.tell(row, "id", f'{said}: this one is "{made}"', False)
        self.new[made] = Source(made, **values, conventions=self.here)
        return made

    def _tell_rest(self, row: Row, mine: Source, values: Mapping[str, Any]) -> None:
        """Say what the source of the timeline does not say, or says otherwise: an import changes no record."""
        for key, value in values.items():
            here = self._meant(key, getattr(mine, key), mine)
            if here != self._meant(key, value, mine):
                beside = f'"{mine.id}" has "{clip(here, 60)}" here' if here else f'"{mine.id}" has none here'
                self.tell(row, key, f'{beside}, and "{clip(value, 60)}" is left out', True)

    def _differences(self, mine: Source, values: Mapping[str, Any]) -> list[tuple[str, str, str]]:
        """Return the keys that both state and that make another source of it, with what stands there and here."""
        both = [(key, values[key], getattr(mine, key)) for key in OWN if values.get(key) and getattr(mine, key)]
        return [one for one in both if self._meant(one[0], one[1], mine) != self._meant(one[0], one[2], mine)]

    def _meant(self, key: str, value: str | None, of: Source) -> str:
        found = day_of_source(value, of) if key in DAYS and value else None
        return found.edtf if found else value or ""

    def _values(self, row: Row) -> dict[str, Any]:
        reader = Reader(row)
        values = reader.source_values()
        of = Source("", language=values.get("language"), conventions=self.here)
        if of.language and not (fits(LANGUAGE, of.language) and is_known(of.language)):
            reader.remark("language", f'no dates can be read in "{clip(of.language, 60)}": left out')
            del values["language"]
        for key in DAYS:
            day = day_of_source(values[key], of) if key in values else None
            if key in values and (day is None or not day.dated):
                reader.remark(key, f'"{clip(values.pop(key), 60)}" is no day that can be read: left out')
        for remark in reader.remarks:
            self.tell(row, remark.column, remark.reason, remark.lost)
        return {key: value for key, value in values.items() if key in TABLES["source"]}
