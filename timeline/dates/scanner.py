"""Reads one EDTF date that is not plain: signs, marks, X, seasons, significant digits, long years, times of day."""

from typing import NoReturn

from timeline.dates.day import Day, month_length
from timeline.dates.errors import EdtfError, clipped
from timeline.dates.grain import Grain
from timeline.dates.interval import Interval
from timeline.dates.marks import MARKS
from timeline.dates.masks import TRAILING, earliest_match, latest_match, masked_grain, matching_numbers, matching_years
from timeline.dates.single import CODES

DIGITS = "0123456789"
LONGEST = 18  # digits of a year that Y, E and S can state
WISH = "a year (1984), a month (2004-06), a day (2004-06-11), an interval (1946/..) or a set ([1667,1668])"
YEAR_WISH = "a year has four digits, X where one is unknown, and Y before it if it has more (1984, 198X, -0233, Y17000)"
MONTH_WISH = "a month is 01 to 12, a season 21 to 32, a quarter 33 to 36, a quadrimester 37 to 39, a half 40 or 41"
DAY_WISH = "a day is 01 to 31, X where a digit is unknown"
TIME_WISH = "a time is written T09:30:01, T09:30:01Z or T09:30:01+07:00"
HINTS = {
    "x": "x is written X",
    "u": "u is of an old draft; an unknown digit is written X",
    "(": "parentheses are of an old draft; write the mark right after or before the part: 2004-06~-11, 2004-~06-11",
    " ": "no space stands inside a date",
    ",": "several dates stand in brackets: [1667,1668] one of them, {1667,1668} each of them",
    "W": "weeks are not of EDTF; write the week's Monday and Sunday: 2024-03-25/2024-03-31",
    ".": "dots stand in brackets or on one side of a stroke: [1670..1672], 1946/..",
    "?": "one mark at a part; both together are written %",
    "~": "one mark at a part; both together are written %",
    "%": "one mark at a part; both together are written %",
}


def scan(text: str, start: int, stop: int) -> Interval:
    """Return the date that stands between two places of a text, which is named whole in errors."""
    return _Scanner(text, start, stop).date()


class _Scanner:
    __slots__ = ("approximate", "at", "start", "stop", "text", "uncertain")

    def __init__(self, text: str, start: int, stop: int) -> None:
        self.text, self.start, self.at, self.stop = text, start, start, stop
        self.approximate = self.uncertain = False

    def date(self) -> Interval:
        """Read year, month and day."""
        left = self.mark()
        year, negative = self.long_year() if self.peek() == "Y" else self.year()
        if self.peek() == "S":
            return self.significant(year, negative, left)
        self.right_mark(left)
        if self.at == self.stop:
            return self.masked(year, negative, "", "")
        place = self.hyphen() + 1
        month = self.component(2, MONTH_WISH)
        place += self.text[place] in MARKS
        if not matching_numbers(month, 12):
            return self.coded(place, year, negative, month)
        if self.at == self.stop:
            return self.masked(year, negative, month, "")
        place = self.hyphen() + 1
        day = self.component(2, DAY_WISH)
        if not matching_numbers(day, 31):
            self.refuse(place + (self.text[place] in MARKS), f"{day!r} is no day; {DAY_WISH}")
        if self.peek() == "T" and self.text[self.at - 1] not in MARKS:
            self.time()
        self.finish()
        return self.masked(year, negative, month, day)

    # The parts of a text, each moving on.

    def peek(self) -> str:
        return self.text[self.at] if self.at < self.stop else ""

    def mark(self) -> bool:
        """Read one mark if there is one."""
        mark = self.peek()
        if not mark or mark not in MARKS:
            return False
        self.at += 1
        self.approximate |= mark != "?"
        self.uncertain |= mark != "~"
        return True

    def right_mark(self, left: bool) -> None:
        """Read a mark after a part, unless one stands before it."""
        if not left:
            self.mark()

    def characters(self, count: int, wish: str) -> str:
        """Read so many digits or X."""
        end = self.at + count
        for place in range(self.at, min(end, self.stop)):
            if self.text[place] not in "0123456789X":
                self.at = place
                self.stray(wish)
        if end > self.stop:
            self.refuse(self.stop, f"the date ends too early; {wish}")
        read, self.at = self.text[self.at : end], end
        return read

    def year(self) -> tuple[str, bool]:
        """Read four digits or X; tell whether a minus stands before them."""
        place = self.at
        negative = self.peek() == "-"
        self.at += negative
        if not self.peek():
            self.refuse(place, f"nothing is written; write {WISH}")
        word = self.text[self.at : self.stop]
        if word in ("open", "unknown"):
            self.refuse(place, f"{word!r} is of an old draft; an open side is written .., an unknown one is left empty")
        # What does not even begin like a date is told of all that is EDTF.
        year = self.characters(4, YEAR_WISH if self.at > 0 or self.peek() in DIGITS else f"write {WISH}")
        if negative and year == "0000":
            self.refuse(place, "'-0000' is no year; 0000 is 1 BCE, and the year before it is -0001")
        return year, negative

    def long_year(self) -> tuple[str, bool]:
        """Read Y and a year of more than four digits, which zeros may shorten: Y-17000, Y17E7."""
        wish = f"after Y stands a year of 5 to {LONGEST} digits that does not begin with 0: Y17000, Y-17000, Y17E7"
        self.at += 1
        negative = self.peek() == "-"
        self.at += negative
        place = self.at
        year = self.number(wish)
        shortened = self.peek() == "E"
        if shortened:
            self.at += 1
            year *= 10 ** min(self.number("after E stands the number of zeros: Y17E7"), LONGEST)
        if not 10_000 <= year < 10**LONGEST or self.text[place] == "0":
            self.refuse(place, wish)
        if shortened and self.peek() == "-":
            self.refuse(self.at, "a year with E states neither month nor day; end here")
        return str(year), negative

    def component(self, count: int, wish: str) -> str:
        """Read a part with its mark before or after it."""
        left = self.mark()
        read = self.characters(count, wish)
        self.right_mark(left)
        return read

    def number(self, wish: str) -> int:
        """Read as many digits as there are."""
        place = self.at
        while self.peek() and self.peek() in DIGITS:
            self.at += 1
        if not 1 <= self.at - place <= LONGEST:
            self.refuse(place, wish)
        return int(self.text[place : self.at])

    def hyphen(self) -> int:
        """Read the hyphen between two parts and return its place."""
        if self.peek() != "-":
            self.stray("a hyphen stands between the parts (2004-06-11), a mark (? ~ %) before or after one of them")
        self.at += 1
        return self.at - 1

    def time(self) -> None:
        """Read the time of a day, which an interval of days does not keep."""
        clock = self.text[self.at + 1 : self.stop]
        zone = ""
        if clock.endswith("Z"):
            clock = clock[:-1]
        elif "+" in clock or "-" in clock:
            clock, sign, zone = clock.partition("+" if "+" in clock else "-")
            zone = zone or sign
        hours, minutes, seconds = [*clock.split(":"), "00"][:3] if 1 <= clock.count(":") <= 2 else ("", "", "")
        seconds, dot, fraction = seconds.partition(".")
        fine = (
            clock.isascii()
            and _two(hours, 24)
            and _two(minutes, 59)
            and _two(seconds, 60)
            and fraction.isdigit() == bool(dot)
        )
        offset, colon, rest = zone.partition(":")
        if not (fine and (not zone or _two(offset, 14)) and (not colon or _two(rest, 59))):
            self.refuse(self.at, f"{clipped(self.text[self.at : self.stop])} is no time of day; {TIME_WISH}")
        # The text of the interval ends here.
        self.stop = self.at

    # What has been read, as an interval.

    def written(self) -> str:
        return self.text[self.start : self.stop]

    def interval(self, earliest: Day | None, latest: Day | None, grain: Grain, yearless: bool = False) -> Interval:
        return Interval(
            self.written(),
            earliest,
            latest,
            grain,
            approximate=self.approximate,
            uncertain=self.uncertain,
            yearless=yearless,
        )

    def masked(self, year: str, negative: bool, month: str, day: str) -> Interval:
        """Return the days from the first to the last that the parts can mean."""
        if year == "XXXX" and not negative:
            self.any_year(month, day)
            return self.interval(None, None, masked_grain(year, month, day), yearless=True)
        if "X" not in year + month + day:
            return self.plain(-int(year) if negative else int(year), month, day)
        parts = matching_years(year, negative), matching_numbers(month or "XX", 12), matching_numbers(day or "XX", 31)
        first, last = earliest_match(*parts), latest_match(*parts)
        if first is None:
            self.refuse(self.start, f"no day exists that {self.written()!r} could be, whatever X stands for")
        return self.interval(first, last, masked_grain(year, month, day))

    def plain(self, year: int, month: str, day: str) -> Interval:
        """Return a year, month or day without X."""
        if day:
            one = Day.of(year, int(month), int(day))
            return self.interval(one, one, Grain.DAY)
        if month:
            first = Day.of(year, int(month))
            return self.interval(first, first + (month_length(year, int(month)) - 1), Grain.MONTH)
        return self.interval(Day.of(year), Day.of(year, 12, 31), Grain.YEAR)

    def any_year(self, month: str, day: str) -> None:
        """Refuse what exists in no year, such as XXXX-02-30."""
        if earliest_match((2000,), matching_numbers(month or "XX", 12), matching_numbers(day or "XX", 31)) is None:
            self.refuse(self.start, f"{self.written()!r} exists in no year: no such month has that day")

    def coded(self, place: int, year: str, negative: bool, code: str) -> Interval:
        """Return a season, quarter, quadrimester or half of a year."""
        group = None if "X" in code else CODES.get(int(code))
        if group is None:
            self.refuse(place, f"{code!r} is no month; {MONTH_WISH}")
        first_month, months, grain = group
        if self.peek() == "-":
            self.refuse(self.at, f"{code!r} is a season or another part of a year, which has no days; end here")
        self.finish()
        if year == "XXXX" and not negative:
            return self.interval(None, None, grain, yearless=True)
        years = matching_years(year, negative)
        last = Day.of(years[-1], first_month).add_months(months) - 1
        return self.interval(Day.of(years[0], first_month), last, grain)

    def significant(self, digits: str, negative: bool, left: bool) -> Interval:
        """Read S and how many leading digits of the year are significant; the years that share them are meant."""
        if "X" in digits:
            self.refuse(self.at, "S follows a year without X: 1950S2 or 195X")
        self.at += 1
        place, year = self.at, int(digits)
        count = self.number("after S stands the number of significant digits: 1950S2")
        if not 1 <= count <= len(str(year)):
            self.refuse(place, f"{year} has 1 to {len(str(year))} significant digits")
        self.right_mark(left)
        self.finish()
        dropped = len(str(year)) - count
        low = year // 10**dropped * 10**dropped
        high = low + 10**dropped - 1
        first, last = (-high, -low) if negative else (low, high)
        return self.interval(Day.of(first), Day.of(last, 12, 31), TRAILING[min(dropped, 3)])

    # What is not EDTF.

    def finish(self) -> None:
        """Refuse what follows the date."""
        if self.at < self.stop:
            self.stray("the date has ended here")

    def stray(self, wish: str) -> NoReturn:
        """Refuse the character here."""
        character = self.peek()
        # A letter that begins the text begins a word; only inside a date it is a slip.
        reason = wish if character.isalpha() and self.at == self.start else HINTS.get(character, wish)
        self.refuse(self.at, f"{character!r} cannot stand here; {reason}")

    def refuse(self, place: int, reason: str) -> NoReturn:
        raise EdtfError(self.text, place + 1, reason)


def _two(digits: str, top: int) -> bool:
    """Tell whether a text is two digits that state at most this number."""
    return len(digits) == 2 and digits.isascii() and digits.isdigit() and int(digits) <= top
