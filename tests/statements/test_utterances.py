"""The same quotation in several articles is one utterance, in whatever order they come."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.statements.utterances import Heard, same_name, utterances_of

WORDS = "Kami akan membangun tiga jembatan baru di atas sungai itu sebelum musim hujan datang"


def heard(name: str, page: str, speaker: str, content: str) -> Heard:
    return Heard(name, page, (speaker,) if speaker else (), content)


def groups(*statements: Heard) -> list[tuple[str, ...]]:
    return [utterance.statements for utterance in utterances_of(statements)]


def test_the_same_words_in_two_outlets_are_one() -> None:
    one = heard("a", "p", "Budi Santoso", WORDS)
    other = heard("b", "q", "Budi Santoso", WORDS + ".")
    assert groups(one, other) == [("a", "b")]
    assert utterances_of((one, other))[0].pages == ("p", "q")


def test_a_part_of_the_words_is_the_same_utterance() -> None:
    part = "Kami akan membangun tiga jembatan baru di atas sungai"
    assert groups(heard("a", "p", "Budi Santoso", WORDS), heard("b", "q", "Santoso", part)) == [("a", "b")]


def test_other_words_are_another_utterance() -> None:
    other = "Harga beras di pasar kota ini turun sejak pekan lalu"
    assert groups(heard("a", "p", "Budi", WORDS), heard("b", "q", "Budi", other)) == [("a",), ("b",)]


def test_another_number_is_another_utterance() -> None:
    one, other = (f"Menjatuhkan pidana kepada terdakwa dengan penjara selama {years} tahun" for years in (16, 4))
    assert groups(heard("a", "p", "hakim", one), heard("b", "q", "hakim", other)) == [("a",), ("b",)]
    assert groups(heard("a", "p", "hakim", one), heard("b", "q", "hakim", one + " dan denda 5 juta")) == [("a", "b")]


def test_another_speaker_is_another_utterance() -> None:
    assert groups(heard("a", "p", "Budi Santoso", WORDS), heard("b", "q", "Rina", WORDS)) == [("a",), ("b",)]


def test_a_named_speaker_is_not_an_unnamed_one() -> None:
    assert groups(heard("a", "p", "Budi Santoso", WORDS), heard("b", "q", "", WORDS)) == [("a",), ("b",)]


def test_two_unnamed_sources_with_the_same_words_are_one() -> None:
    assert groups(heard("a", "p", "", WORDS), heard("b", "q", "", WORDS)) == [("a", "b")]


def test_one_page_tells_two_statements() -> None:
    assert groups(heard("a", "p", "Budi", WORDS), heard("b", "p", "Budi", WORDS)) == [("a",), ("b",)]


def test_a_few_words_are_said_by_many() -> None:
    assert groups(heard("a", "p", "Budi", "Terima kasih banyak"), heard("b", "q", "Budi", "Terima kasih banyak")) == [
        ("a",),
        ("b",),
    ]


def test_words_told_by_very_many_pages_are_still_one() -> None:
    many = [heard(f"{at:04}", f"p{at}", "Budi", WORDS) for at in range(300)]
    assert len(utterances_of(many)) == 1


def test_a_statement_that_comes_twice_counts_once() -> None:
    one = heard("a", "p", "Budi", WORDS)
    assert groups(one, one) == [("a",)]


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Budi Santoso", "Santoso", True),
        ("Budi Santoso", "budi santoso", True),
        ("Budi Santoso", "Budi Hartono", False),
        ("Bank Lestari", "Lestari", True),
        ("", "Budi", False),
    ],
)
def test_names(left: str, right: str, same: bool) -> None:
    assert same_name(left, right) is same
    assert same_name(right, left) is same


ROWS = st.lists(
    st.tuples(
        st.sampled_from("pqrs"),
        st.sampled_from(["Budi", "Rina", ""]),
        st.lists(st.sampled_from(WORDS.split()), min_size=4, max_size=12),
    ),
    min_size=2,
    max_size=9,
)


@given(st.data(), ROWS)
def test_the_order_makes_no_difference(data: st.DataObject, rows: list[tuple[str, str, list[str]]]) -> None:
    statements = [heard(f"s{at}", page, who, " ".join(words)) for at, (page, who, words) in enumerate(rows)]
    shuffled = data.draw(st.permutations(statements))
    assert utterances_of(statements) == utterances_of(shuffled)
    assert sorted(name for group in groups(*statements) for name in group) == sorted(one.id for one in statements)
