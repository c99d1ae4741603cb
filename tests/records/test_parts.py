"""The number of a part tells the whole and the part."""

import pytest

from kronik.records.parts import numbered_part, part_of, whole_of


@pytest.mark.parametrize(("whole", "part"), [("kabar:7", 1), ("kabar:7", 2), ("https://kabar.example/x", 12)])
def test_a_part_is_taken_apart_as_it_was_made(whole: str, part: int) -> None:
    number = numbered_part(whole, part)
    assert (whole_of(number), part_of(number)) == (whole, part)


def test_a_page_without_a_number_or_a_part_is_the_first() -> None:
    assert part_of(None) == part_of("kabar:7") == part_of("kabar:x#y") == 1
    assert whole_of("kabar:x#y") == "kabar:x#y"
