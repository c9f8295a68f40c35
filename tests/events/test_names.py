import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.events.names import find, fold, slug, suggest, suggest_names, unused, with_free_people, with_free_places
from timeline.events.records import Event, FormerName, Organisation, Person, Place
from timeline.store.checking import is_id

REGISTRY = {
    "vwu": Organisation("vwu", "Vietnam Women's Union", ("VWU", "Hội Liên hiệp Phụ nữ Việt Nam")),
    "vwu-hanoi": Organisation("vwu-hanoi", "Women's Union of Hà Nội"),
    "kswu": Organisation(
        "kswu",
        "Korean Socialist Women's Union",
        ("KSWU", "조선사회주의녀성동맹"),
        names=(FormerName("Korean Democratic Women's Union", until="2016"),),
    ),
    "don-duong": Organisation("don-duong", "Đoàn Đường"),
}


@pytest.mark.parametrize(
    "one, other",
    [
        ("Hà Nội", "ha noi"),
        ("Hà Nội", "Hanoi"),
        ("HA-NOI", "hanoi"),
        ("Đảng", "dang"),
        ("Women's Union", "Women’s Union"),
        ("Women's Union", "Womens Union"),
        ("Straße", "STRASSE"),
        ("Łódź", "lodz"),
        ("녀성동맹", "녀성동맹"),
        ("녀성 동맹", "녀성동맹"),
        ("Ｈａｎｏｉ", "hanoi"),  # noqa: RUF001
        ("Chargé d'affaires a.i.", "charge daffaires a i"),
    ],
)
def test_texts_that_are_the_same_name(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("one, other", [("Hanoi", "Hue"), ("녀성동맹", "녀성동"), ("각", "가"), ("2016", "2017")])
def test_texts_that_are_not_the_same_name(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_folds_no_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "text, ids",
    [
        ("vwu", ("vwu",)),
        ("VWU", ("vwu",)),
        ("Vietnam Women's Union", ("vwu",)),
        ("vietnam womens union", ("vwu",)),
        ("hoi lien hiep phu nu viet nam", ("vwu",)),
        ("Hội Liên hiệp Phụ nữ Việt Nam", ("vwu",)),
        ("조선사회주의녀성동맹", ("kswu",)),
        ("녀성동맹", ("kswu",)),
        ("Korean Democratic Women’s Union", ("kswu",)),
        ("democratic", ("kswu",)),
        ("ha noi", ("vwu-hanoi",)),
        ("Hanoi", ("vwu-hanoi",)),
        ("VWU Hanoi", ("vwu-hanoi",)),
        ("doan duong", ("don-duong",)),
        ("socialist women", ("kswu",)),
        ("viet", ("vwu",)),
        ("women's union", ("vwu", "vwu-hanoi", "kswu")),
        ("union", ("vwu", "vwu-hanoi", "kswu")),
        ("omen", ("vwu", "vwu-hanoi", "kswu")),
        ("nobody", ()),
        ("-", ()),
        ("", ()),
        ("q", ()),
    ],
)
def test_find(text: str, ids: tuple[str, ...]) -> None:
    found = find(REGISTRY, text)
    assert found == ids, f"{text!r} should mean {ids}, means {found}"


def test_a_whole_name_wins_over_a_part() -> None:
    registry = {"a": Place("a", "Korea"), "b": Place("b", "North Korea")}
    assert find(registry, "korea") == ("a",)


def test_one_name_of_two_records_is_ambiguous() -> None:
    registry = {"a": Place("a", "Georgia"), "b": Place("b", "State of Georgia", ("Georgia",))}
    assert find(registry, "georgia") == ("a", "b")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Vietnam Womens Unoin", "Vietnam Women's Union"),
        ("kwsu", "KSWU"),
        ("조선사회주의녀성동명", "조선사회주의녀성동맹"),
    ],
)
def test_the_nearest_name_is_suggested_as_it_is_spelt(text: str, expected: str) -> None:
    assert suggest_names(REGISTRY, text)[0] == expected


def test_nothing_is_suggested_for_what_is_far_or_long() -> None:
    assert suggest("xyz", ["title", "when"]) == ()
    assert suggest("k" * 10**6, ["kind"]) == ()


@pytest.mark.parametrize(
    "title, expected",
    [
        ("7th Congress of the KSWU", "7th-congress-of-the-kswu"),
        ("Women’s Day", "womens-day"),
        ("Hội nghị Đảng", "hoi-nghi-dang"),
        ("  -- ", "event-"),
        ("제7차 대회", "event-"),
        ("2021", "2021"),
        ("VWU 창립", "vwu"),
        ("", "event-"),
    ],
)
def test_slug(title: str, expected: str) -> None:
    made = slug(title)
    assert made == expected or (expected.endswith("-") and made.startswith(expected))


def test_titles_in_other_scripts_get_ids_of_their_own() -> None:
    assert slug("제7차 대회") == slug("제7차  대회")
    assert slug("제7차 대회") != slug("제8차 대회")


@given(st.text())
def test_a_slug_is_an_id(text: str) -> None:
    assert is_id(slug(text))
    assert len(slug(text)) <= 60


def test_unused_counts_on() -> None:
    assert unused("a", ["b"]) == "a"
    assert unused("a", ["a", "a-2"]) == "a-3"


def test_people_and_places_that_only_events_name() -> None:
    events = [Event("e", "E", people=("Kim Jong Sun", "KIM JONG SUN", "Tran Huong"), places=("Hà Nội", "Pyongyang"))]
    people = with_free_people({"huong": Person("huong", "Tran Thi Huong", ("Tran Huong",))}, events)
    assert [person.name for person in people.values()] == ["Tran Thi Huong", "Kim Jong Sun"]
    places = with_free_places({"hanoi": Place("hanoi", "Hanoi")}, events)
    assert list(places) == ["hanoi", "pyongyang"]
