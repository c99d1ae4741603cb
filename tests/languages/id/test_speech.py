"""The Indonesian reporting words are read and checked."""

from collections.abc import Callable

import pytest

from kronik.errors import DataError
from kronik.languages.id import speech
from kronik.languages.speech import Place, Sort

HEAD = "active\tpassive\tbare\tsort\tmarks\n"
GOOD = HEAD + "mengatakan\tdikatakan\tkata\tsay\t-\n"


def entry(form: str) -> tuple[Place, Sort, bool]:
    (word,) = speech.load_speech().verbs[form]
    return word.place, word.sort, word.denies


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("mengatakan", (Place.ACTIVE, Sort.SAY, False)),
        ("dikatakan", (Place.PASSIVE, Sort.SAY, False)),
        ("kata", (Place.BARE, Sort.SAY, False)),
        ("membantah", (Place.ACTIVE, Sort.STANCE, True)),
        ("meminta", (Place.ACTIVE, Sort.URGE, False)),
        ("menilai", (Place.ACTIVE, Sort.HOLD, False)),
    ],
)
def test_forms(form: str, expected: tuple[Place, Sort, bool]) -> None:
    assert entry(form) == expected


def test_a_phrase_is_found_by_its_first_word() -> None:
    words = speech.load_speech()
    assert [word.words for word in words.verbs["angkat"]] == [("angkat", "bicara"), ("angkat", "suara")]


def test_every_cue_may_start_an_expression() -> None:
    words = speech.load_speech()
    assert {"mengatakan", "ujarnya", "menurut", "dilansir", "tuduhan"} <= words.cues
    assert words.citing_only <= words.citing
    assert words.bahwa <= words.that


@pytest.mark.parametrize(
    "rows",
    [
        "active\tpassive\n",
        HEAD + "mengatakan\tdikatakan\n",
        HEAD + "mengatakan\tdikatakan\tkata\tchat\t-\n",
        HEAD + "mengatakan\tdikatakan\tkata\tsay\tloud\n",
        GOOD + "mengatakan\t-\t-\tsay\t-\n",
    ],
)
def test_wrong_verbs_are_told(rows: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speech, "text_of", instead_of(speech.text_of, speech.VERBS, rows))
    with pytest.raises(DataError):
        speech.load_speech()


@pytest.mark.parametrize(
    "change",
    [
        ("that = [", "unknown_key = 1\nthat = ["),
        ('clitic = "nya"', "clitic = 3"),
        ('bahwa = ["bahwa"', 'bahwa = ["BAHWA"'),
    ],
)
def test_wrong_words_are_told(change: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = speech.text_of(speech.WORDS).replace(*change, 1)
    monkeypatch.setattr(speech, "text_of", instead_of(speech.text_of, speech.WORDS, wrong))
    with pytest.raises(DataError):
        speech.load_speech()


def test_wrong_weights_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speech, "text_of", instead_of(speech.text_of, speech.WEIGHTS, "bias\tmuch\n"))
    with pytest.raises(DataError):
        speech.load_speech()


def instead_of(read: Callable[[str], str], file: str, text: str) -> Callable[[str], str]:
    return lambda name: text if name == file else read(name)
