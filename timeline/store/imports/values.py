"""The values of a row as the table of definitions wants them; what cannot be is remarked."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from timeline.events.names import did_you_mean, slug, suggest
from timeline.store.checking import describe, forbidden, is_id
from timeline.store.definitions import LONGEST_DATE, TABLES, Key
from timeline.store.imports.rows import ADDRESS, TITLE, Remark, Row
from timeline.store.problems import clip

YES, NO = ("true", "yes", "y", "1", "x"), ("false", "no", "n", "0", "")
DATES = {name: Key(name, "date", "") for name in ("edtf", "earliest", "latest")}
WORDS = {name: Key(name, "text", "") for name in ("grain", "part", ADDRESS, TITLE)}
MORE: Mapping[str, Key] = {**DATES, **WORDS, "inferred": Key("inferred", "flag", "")}
CLAIM: Mapping[str, Key] = {**TABLES["claim"], "edtf": DATES["edtf"]}


class Reader:
    """Reads the values of one row, and keeps the remarks."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.remarks: list[Remark] = []

    def values(self) -> dict[str, Any]:
        """Return what can be used, by key: texts, tuples of texts, numbers, flags, claims as a list of such."""
        keys = {**{key: one for key, one in TABLES["event"].items() if key != "claim"}, **MORE}
        found = self._table(self.row.values, keys)
        claims = self.row.values.get("claims", ())
        if isinstance(claims, list):
            found["claims"] = [
                self._table({key: value for key, value in claim.items() if value is not None}, CLAIM)
                for claim in claims
                if isinstance(claim, dict)
            ]
        return found

    def source_values(self) -> dict[str, Any]:
        """Return the values of a row that is a source, by key: texts."""
        unknown = [key for key in self.row.values if key not in (*TABLES["source"], "id")]
        for key in unknown:
            self.remark(key, "no key of a source, and left out")
        return self._table(
            {key: value for key, value in self.row.values.items() if value is not None}, TABLES["source"]
        )

    def remark(self, column: str, reason: str, *, lost: bool = True) -> None:
        """Note something about a value."""
        self.remarks.append(Remark(self.row.place, column, reason, lost))

    def _refused(self, column: str, reason: str) -> Any:
        """Note that a value is lost, and return nothing in its place."""
        self.remark(column, reason)
        return None

    def _table(self, values: Mapping[str, Any], keys: Mapping[str, Key]) -> dict[str, Any]:
        read = {name: self._value(keys[name], value) for name, value in values.items() if name in keys}
        return {name: value for name, value in read.items() if value is not None and value not in ("", ())}

    def _value(self, key: Key, value: Any) -> Any:
        if key.type == "texts":
            return self._texts(key, value)
        if key.type == "flag":
            return self._flag(key, value)
        if isinstance(value, dict) and key.name == "source":
            value = value.get("id", "")
        if type(value) in (int, float):
            value = str(value)
        if type(value) is not str:
            return self._refused(key.name, f"this is {describe(value)}, and left out")
        if key.type == "count":
            return self._count(key, value)
        return self._prose(value) if key.type == "prose" else self._line(key, value)

    def _line(self, key: Key, value: str) -> Any:
        text = self._one_line(key, value)
        if key.type == "date" and len(text) > LONGEST_DATE:
            return self._refused(key.name, f"{len(text):,} characters are too many for a date: {clip(text, 60)}")
        if text and key.allowed and text not in key.allowed:
            near = did_you_mean(suggest(text, key.allowed)) or f"; there are: {', '.join(key.allowed)}"
            folded = text.casefold()
            return folded if folded in key.allowed else self._refused(key.name, f'cannot be "{clip(text, 60)}"{near}')
        if text and key.name == "id" and not is_id(text):
            self.remark("id", f'"{clip(text, 60)}" is no id here, and is written "{slug(text)}"', lost=False)
            return slug(text)
        return text

    def _count(self, key: Key, value: str) -> Any:
        if not value.strip():
            return None
        if re.fullmatch(r"0*[1-9][0-9]{0,8}(\.0+)?", value.strip()):
            return int(value.strip().partition(".")[0])
        return self._refused(key.name, f'"{clip(value, 60)}" is no whole number from 1 on')

    def _flag(self, key: Key, value: Any) -> Any:
        word = str(value).strip().casefold()
        if word in YES or word in NO:
            return word in YES
        return self._refused(key.name, f'"{clip(word, 60)}" is neither true nor false')

    def _texts(self, key: Key, value: Any) -> Any:
        if isinstance(value, str):
            value = value.split(";")
        if not isinstance(value, list):
            return self._refused(key.name, f"this is {describe(value)}, and no list")
        return tuple(self._items(key, value))

    def _items(self, key: Key, items: list[Any]) -> Iterator[Any]:
        for item in items:
            id_ = item.get("id") if isinstance(item, dict) else None
            name = item.get("name", id_) if isinstance(item, dict) else item
            if not isinstance(name, str):
                self.remark(key.name, f"{describe(name)} is no name, and left out")
            elif text := self._one_line(key, name):
                # An organisation may come with its id; of people and places the name is all.
                yield (id_ if isinstance(id_, str) else None, text) if key.name == "organisations" else text

    def _one_line(self, key: Key, text: str) -> str:
        # Spaces that were there stay; a line break of a cell becomes one.
        text = text.strip() if text.isprintable() else re.sub(r"\s*[\r\n\t\v\f\x85\u2028\u2029]+\s*", " ", text).strip()
        kept = "".join(letter for letter in text if not forbidden(letter, prose=False))
        if kept != text:
            self.remark(key.name, "control characters are left out", lost=False)
        return kept

    def _prose(self, text: str) -> str:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return "".join(letter for letter in text if not forbidden(letter, prose=True))
