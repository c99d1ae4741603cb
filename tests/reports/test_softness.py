"""How soft an article is by its words, and what it asks of its reports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.actors.cast import Member
from kronik.languages.coding import Scorer
from kronik.languages.id.coding import load_coding
from kronik.records.actors import ActorKind
from kronik.reports.coded import Role
from kronik.reports.sides import is_deed, side_of
from kronik.reports.softness import BIAS, MIDDLE, needed, odds, softness_of

TOPICS = Scorer(weights={BIAS: 0.1, "gawang": 2.0, "polisi": -2.0})
MEMBERS = (
    Member(name="Klub Bina Raga", kind=ActorKind.ORGANISATION, country="IDN", sector="CVL"),
    Member(name="Polres Sukamulya", kind=ActorKind.ORGANISATION, country="IDN", sector="COP"),
    Member(name="Arvania", kind=ActorKind.STATE, country=None, sector="GOV"),
    Member(name="Melati Ayuningsih", kind=ActorKind.PERSON, country="IDN", sector="CVL"),
    Member(name="PT Sawah Subur", kind=ActorKind.ORGANISATION, country="IDN", sector="BUS"),
)
CLUB, POLICE, STATE, BRIDE, FIRM = range(5)
CHANCES = st.floats(min_value=0.01, max_value=0.99)


def test_words_in_small_letters_tell_softness_once_each() -> None:
    assert softness_of("bola masuk gawang", TOPICS) > 0.5 > softness_of("kata polisi", TOPICS)
    assert softness_of("gawang gawang", TOPICS) == softness_of("gawang", TOPICS)
    assert softness_of("Gawang", TOPICS) == softness_of("", TOPICS)


def test_without_weights_nothing_is_soft() -> None:
    assert softness_of("bola masuk gawang", Scorer()) == 0.0


@given(softness=CHANCES, other=CHANCES, threshold=CHANCES)
def test_softer_articles_never_need_less(softness: float, other: float, threshold: float) -> None:
    low, high = sorted((softness, other))
    assert threshold - 1e-9 <= needed(threshold, low) <= needed(threshold, high) + 1e-9


def test_news_needs_the_threshold_and_no_article_bars_every_report() -> None:
    assert needed(0.5, MIDDLE) == 0.5
    assert 0.5 < needed(0.5, 0.8) < needed(0.5, 1.0) < 1.0


@given(chance=CHANCES)
def test_odds_are_those_of_the_chance(chance: float) -> None:
    assert odds(chance) == pytest.approx(-odds(1.0 - chance), abs=1e-6)


@pytest.mark.parametrize(
    ("soft", "hard"),
    [
        (
            "Kedua klub bermain imbang pada babak pertama, lalu pemain pengganti mencetak gol dan pelatih memuji laga.",
            "Polisi menangkap tersangka korupsi, dan penyidik memeriksa saksi; warga meminta aparat menegakkan hukum.",
        ),
        (
            "Mobil baru itu memakai mesin bensin dan baterai, dengan fitur layar serta warna pilihan untuk konsumen.",
            "Menteri luar negeri bertemu delegasi negara tetangga untuk membahas gencatan senjata dan serangan rudal.",
        ),
    ],
)
def test_packaged_weights_tell_soft_articles_from_news(soft: str, hard: str) -> None:
    topics = load_coding().topics
    assert softness_of(soft, topics) > softness_of(hard, topics) + 0.2
    assert BIAS in topics.weights


@pytest.mark.parametrize(
    ("roles", "side"),
    [
        ((), "none"),
        ((BRIDE,), "person"),
        ((CLUB,), "organisation"),
        ((BRIDE, FIRM), "firm"),
        ((FIRM, POLICE), "official"),
        ((POLICE, STATE), "state"),
    ],
)
def test_a_side_is_told_by_who_weighs_most_in_politics(roles: tuple[int, ...], side: str) -> None:
    assert side_of(MEMBERS, [Role(member=one, rule="subj") for one in roles]) == side


@pytest.mark.parametrize(
    ("kind", "mode", "deed"),
    [("ASSAULT", None, True), ("ACCUSE", "allege", True), ("ACCUSE", "disapprove", False), ("SUPPORT", None, False)],
)
def test_force_and_law_are_deeds_and_courtesies_are_words(kind: str, mode: str | None, deed: bool) -> None:
    assert is_deed(kind, mode) is deed
