"""The year of yearless dates in a text without a day of writing: what bears on it."""

import pytest
from phrases import found, mentioned

TEXTS = [  # the text, the date of its last phrase
    ("It is of 2021. The congress (2021-2026) met on 9 March", "2021-03-09"),
    ("It met in 2019 for the 2022-2027 term, which opened on 9 March", "2022-03-09"),
    ("She led it from 2016 to 2021. They met on 9 March", "2021-03-09"),
    ("She was elected for the term from 2016 to 2021. They met on 9 March", "2016-03-09"),
    ("They marked 55 years (1969-2024). They met on 9 March", "2024-03-09"),
    ("They marked 55 years of the programme (1969-2024). They met on 9 March", "2024-03-09"),
    ("In 2022 they praised the 2030 Agenda. They met on 9 March", "2022-03-09"),
    ("In 2023 they signed a memorandum for 2024-2026. They met on 9 March", "2023-03-09"),
    ("In 2019 they signed a memorandum for 2024-2026. They met on 9 March", "2024-03-09"),
    ("They signed a memorandum for 2024-2026. They met on 9 March", "2024-03-09"),
    ("The memorandum of 2024 is here. They met on 9 March", "XXXX-03-09"),
    ("It has had a school since 2019. They met on 9 March", "2019-03-09"),
    ("In 2024 they went on. The prize will be given on 20 January 2024. They met on 9 March", "2023-03-09"),
    ("In 2024 they went on. The prize will be given on 20 May 2024. They met on 9 March", "2024-03-09"),
    ("They met on 5 January 2024. They had met in Hanoi\non 28 December", "2023-12-28"),
    ("They met on 5 January 2024. They had met in Hanoi\non 28 October", "2024-10-28"),
    ("They met on 5 January 2024. They had met in Hanoi\non 28 March", "2024-03-28"),
    ("They met on 5 November 2024. They will meet in Hanoi\non 28 January", "2025-01-28"),
    ("They met on 5 November 2024. They will meet in Hanoi\non 28 June", "2024-06-28"),
    ("They met on 5 November 2024. They will meet in Hanoi\non 28 December", "2024-12-28"),
    ("In 2024 they rested. They met on 29 February", "2024-02-29"),
    ("In 2023 they rested. They met in the third quarter", "2023-35"),
    ("In 2023 they rested. They met in winter", "2023"),
    ("In 2023 they rested. They met on Monday 24 October", "2022-10-24"),
    ("In 2022 they rested. They met on Monday 24 October", "2022-10-24"),
    ("In 2021 they rested. They met on Monday 24 October", "2022-10-24"),
    ("In 2020 they rested. They met on Monday 24 October", "2016-10-24"),
    ("In 2028 they rested. They met on Tuesday 29 February", "2028-02-29"),
    ("In 2023 they rested. They met on 29 February", "2024-02-29"),
    ("In 2022 they rested. They met on 29 February", "2020-02-29"),
    ("In 2023 they rested. They met on Wednesday 29 February", "2023"),
    ("In 2023 they rested. They met on Friday 24 October", "2023-10-24"),
    ("In the 1980s they rested. They met on 9 March", "XXXX-03-09"),
]


@pytest.mark.parametrize(("text", "wanted"), TEXTS)
def test_the_year_of_a_text_without_a_day_of_writing(text, wanted):
    got = found(text + ".", anchor=None)[-1][1]
    assert got == wanted, [(m.text, m.interval, m.steps) for m in mentioned(text + ".", anchor=None)]
