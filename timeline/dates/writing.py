"""Years, months and days as EDTF writes them; past the year 9999 months and days are an extension: 'Y17000-01-31'."""

from timeline.dates.day import Day


def year_text(number: int) -> str:
    """Return an astronomical year: '0987', '-0233', 'Y17000'."""
    if 0 <= number <= 9999:
        return f"{number:04d}"
    return f"-{-number:04d}" if -9999 <= number < 0 else f"Y{number}"


def month_text(number: int, month: int) -> str:
    """Return a month of a year, or a season and its like by its code: '2021-06', '2021-33'."""
    return f"{year_text(number)}-{month:02d}"


def day_text(wanted: Day) -> str:
    """Return a day: '2021-06-20'."""
    number, month, day = wanted.date
    return f"{year_text(number)}-{month:02d}-{day:02d}"
