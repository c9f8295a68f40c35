from timeline.events import Conventions, Event, Records, Source, date_events
from timeline.render.explanation import explain, explanation_lines

ENGLISH = Conventions("en")
RECORDS = Records(
    sources={"window": Source("window", published="2024-11/2025-01", conventions=ENGLISH)},
    events=(
        Event("win", "A prize", "October 24", source="window", conventions=ENGLISH),
        Event("year", "A year of the prize", "1st anniversary of @win", order=1, conventions=ENGLISH),
    ),
)
DATED = date_events(RECORDS).dated


def test_every_step_to_a_hanging_date_is_told_and_that_it_is_inferred() -> None:
    assert [
        sentence for sentence in explain(DATED["year"], RECORDS) if "Step" in sentence or "inferred" in sentence
    ] == [
        "Step 1: @win is dated Thursday 24 October 2024.",
        "Step 2: 1 year after Thursday 24 October 2024, at its grain (day): Friday 24 October 2025.",
        "Step 3: @win is only inferred, and so is what hangs on it.",
        "This is inferred: neither the words nor a known day of writing say it.",
    ]


def test_sentences_are_wrapped_between_words_where_a_width_is_given() -> None:
    lines = explanation_lines(DATED["year"], RECORDS, 40)
    assert all(len(line) <= 40 for line in lines)
    assert " ".join(line.strip() for line in lines) == " ".join(explain(DATED["year"], RECORDS))
    assert explanation_lines(DATED["year"], RECORDS, 0) == explain(DATED["year"], RECORDS)
