"""The evaluation of glued words: its file of places, and what its figures mean."""

import hashlib
from pathlib import Path

from glue import PLACES, Place, measure, read_places, texts_of

from kronik.languages.pack import LanguagePack

TEXT = "Ia berunding denganIsrael di Solo."


def place(offset: int, label: bool, weight: float = 1.0) -> Place:
    return Place("kabar.example.com", hashlib.sha256(TEXT.encode()).hexdigest(), offset, label, weight)


def test_figures_are_weighted() -> None:
    places = [place(19, True, 3.0), place(5, False), place(25, True), place(29, False)]
    texts = {places[0].digest: TEXT}
    figures = measure(places, texts, lambda _: (19, 29))
    assert (figures.precision, figures.recall) == (0.75, 0.75)
    assert [wrong.offset for wrong in figures.errors] == [25, 29]


def test_places_without_their_text_are_counted_apart() -> None:
    figures = measure([place(19, True)], {}, lambda _: ())
    assert (figures.places, figures.missing) == (0, 1)


def test_the_file_has_three_hundred_places() -> None:
    places = list(read_places(PLACES))
    assert len(places) == len({(one.digest, one.offset) for one in places}) == 300


def test_the_finder_holds_its_figures(shared: Path, packs: dict[str, LanguagePack]) -> None:
    finder = packs["id"].glue
    assert finder is not None
    figures = measure(list(read_places(PLACES)), texts_of(shared), finder)
    assert figures.missing == 0
    assert figures.precision >= 0.97
    assert figures.recall >= 0.85
