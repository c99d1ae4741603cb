"""Soft articles ask more of a report, the less so the harder its evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.actors.cast import Member
from kronik.languages.coding import Scorer
from kronik.languages.id.coding import load_coding
from kronik.records.actors import ActorKind
from kronik.reports.coded import Coded, Role
from kronik.reports.softness import BIAS, MIDDLE, NO_PARTY, PRIVATE, SOFT, evidence_of, needed, refused, softness_of

TOPICS = Scorer(weights={BIAS: 0.1, "gawang": 2.0, "polisi": -2.0})
CLUB, POLICE, STATE, BRIDE, GROOM = range(5)
CHANCES = st.floats(min_value=0.01, max_value=0.99)


@pytest.fixture
def members() -> tuple[Member, ...]:
    return (
        Member(name="Klub Bina Raga", kind=ActorKind.ORGANISATION, country="IDN", sector="CVL"),
        Member(name="Polres Sukamulya", kind=ActorKind.ORGANISATION, country="IDN", sector="COP"),
        Member(name="Arvania", kind=ActorKind.STATE, country=None, sector="GOV"),
        Member(name="Melati Ayuningsih", kind=ActorKind.PERSON, country="IDN", sector="CVL"),
        Member(name="Bagas Raharja", kind=ActorKind.PERSON, country="IDN", sector=None),
    )


def report(kind: str, actors: tuple[int, ...], recipients: tuple[int, ...] = (), *, score=0.7, mode=None) -> Coded:
    return Coded(
        type=kind,
        mode=mode,
        actors=tuple(Role(member=one, rule="subj") for one in actors),
        recipients=tuple(Role(member=one, rule="obj") for one in recipients),
        triggers=((0, 4),),
        rule="made",
        score=score,
    )


def test_words_in_small_letters_tell_softness_once_each() -> None:
    assert softness_of("bola masuk gawang", TOPICS) > MIDDLE > softness_of("kata polisi", TOPICS)
    assert softness_of("gawang gawang", TOPICS) == softness_of("gawang", TOPICS)
    assert softness_of("Gawang", TOPICS) == softness_of("", TOPICS)


def test_without_weights_nothing_is_soft() -> None:
    assert softness_of("bola masuk gawang", Scorer()) == 0.0


@given(softness=CHANCES, other=CHANCES, threshold=CHANCES)
def test_softer_articles_and_weaker_evidence_never_need_less(softness: float, other: float, threshold: float) -> None:
    low, high = sorted((softness, other))
    for evidence in (0, 1, 2):
        assert threshold - 1e-9 <= needed(threshold, low, evidence) <= needed(threshold, high, evidence) + 1e-9
    assert needed(threshold, high, 2) <= needed(threshold, high, 1) <= needed(threshold, high, 0)


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (report("AGREE", (CLUB,)), SOFT),
        (report("COERCE", (POLICE,), mode="arrest"), None),
        (report("ASSAULT", (STATE,)), None),
        (report("ASSAULT", ()), NO_PARTY),
    ],
)
def test_club_agrees_in_vain_where_police_arrest(made: Coded, reason: str | None, members) -> None:
    assert refused(made, members, softness=0.6, threshold=0.5) == reason


@pytest.mark.parametrize("made", [report("AGREE", (CLUB,)), report("ASSAULT", ())])
def test_news_keeps_all(made: Coded, members) -> None:
    assert refused(made, members, softness=MIDDLE, threshold=0.5) is None


def test_state_counts_as_one_who_acts_not_as_where_it_happens(members) -> None:
    assert evidence_of(report("SUPPORT", (STATE,)), members) == 1
    assert evidence_of(report("SUPPORT", (), (STATE,)), members) == 0
    assert evidence_of(report("ACCUSE", (POLICE,), mode="allege"), members) == 2


def test_packaged_weights_tell_a_match_from_an_arrest() -> None:
    topics = load_coding().topics
    match = "Kedua klub bermain imbang pada babak pertama, lalu pemain pengganti mencetak gol dan pelatih memuji laga."
    arrest = "Polisi menangkap tersangka korupsi, dan penyidik memeriksa saksi; warga meminta aparat menegakkan hukum."
    assert softness_of(match, topics) > softness_of(arrest, topics) + 0.2
    assert BIAS in topics.weights


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (report("REQUEST", (BRIDE,), (GROOM,), score=0.99), PRIVATE),
        (report("SUPPORT", (BRIDE,), score=0.99), PRIVATE),
        (report("ASSAULT", (GROOM,), (BRIDE,), score=0.99), None),
        (report("ACCUSE", (GROOM,), (BRIDE,), score=0.99, mode="allege"), None),
        (report("REQUEST", (POLICE,), (GROOM,), score=0.99), None),
    ],
)
def test_words_among_private_persons_are_no_report_of_a_soft_article(made, reason, members) -> None:
    assert refused(made, members, softness=0.9, threshold=0.4) == reason
    assert refused(made, members, softness=0.1, threshold=0.4) is None
