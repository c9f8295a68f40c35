import pytest

from timeline.dates.edtf import parse
from timeline.events.claims import exclude, refines


@pytest.mark.parametrize(
    "one, other, expected",
    [
        ("2021-06", "2021-06-20/2021-06-21", False),
        ("2021-06", "2021-07-01", True),
        ("2021", "2021-07", False),
        ("2021-06-20", "2021-06-21", True),
        ("2021-06-20", "2021-06-20/2021-06-21", False),
        ("2022-03-09/2022-03-11", "2022-03-09/2022-03-13", True),
        ("2022-03-09/2022-03-11", "2022-03-10/2022-03-11", True),
        ("2022-03-09/2022-03-11", "2022-03-09/2022-03-11", False),
        ("2022-03-09/2022-03-11", "2022-03-09/..", False),
        ("2002/2007", "2003/2007", False),
        ("2020/2021", "2021/2022", False),
        ("2020/2021", "2020-06/2021", False),
        ("2020/2021", "2020/2022~", False),
        ("2020/2021", "2021-03", False),
        ("2022-06-20/2022-06-21", "2022-06/2022-07", False),
        ("2002/2007", "2008/2009", True),
        ("1946/..", "1996/..", False),
        ("1946/..", "1946-08/..", False),
        ("1946/..", "1996", False),
        ("../1945", "1946/..", True),
        ("1950~", "1951", False),
        ("1950~", "1952", False),
        ("1950~", "1955", False),
        ("1950~", "1956", True),
        ("1950-06-15~", "1950-06-19", False),
        ("1950-06-15~", "1950-07", True),
        ("195X~", "1962", False),
        ("195X~", "1972", True),
        ("2004/2006~", "2009", False),
        ("2004/2006~", "2003", True),
        ("1984?", "1985", True),
        ("[..1927]", "1928", True),
        ("[1929..]", "1950", False),
        ("XXXX-10-24", "2024-10-24", False),
        ("XXXX-10-24", "2024-11-15", True),
        ("XXXX-10-24", "2024", False),
        ("XXXX-10-24", "XXXX-10-24", False),
        ("XXXX-10-24", "XXXX-10-25", True),
    ],
)
def test_exclude(one: str, other: str, expected: bool) -> None:
    assert exclude(parse(one), parse(other)) is expected
    assert exclude(parse(other), parse(one)) is expected


@pytest.mark.parametrize(
    "coarse, fine, expected",
    [
        ("2021-06", "2021-06-20/2021-06-21", True),
        ("2021-06", "2021-06-20", True),
        ("2021", "2021-06", True),
        ("19XX", "1950-01-31", True),
        ("2021-06", "2021-06", False),
        ("2021-06", "2021-06~", False),
        ("2021-06-20", "2021-06", False),
        ("2021-06", "2021-07-01", False),
        ("2021-06", "2021-06-20/..", False),
        ("1996/..", "1996-06/..", True),
        ("1996/..", "1996-06", False),
        ("1996/..", "1997/..", False),
        ("2002/2007", "2002-05/2007-10-01", True),
        ("2002/2007", "2002/2007", False),
        ("[..1927]", "1925", True),
        ("XXXX-10-24", "2024-10-24", True),
        ("2024", "XXXX-10-24", False),
        ("{1975,1980}", "1975-06", False),
        ("[1667,1668]", "1667", True),
    ],
)
def test_refines(coarse: str, fine: str, expected: bool) -> None:
    assert refines(parse(coarse), parse(fine)) is expected
