"""Identity scores of hand-made profiles: what speaks for one actor, what for two, and that order does not matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.actors.identity import Profile, key_of, pair_score
from kronik.records.actors import ActorKind


def profile(name, kind=ActorKind.PERSON, country="IDN", sector="GOV", known=None, *, titles="", company=()):
    """A profile of one name."""
    return Profile(
        kind=kind,
        country=country,
        sector=sector,
        known=known,
        names=(key_of(name),) if name else (),
        titles=frozenset(titles.split()),
        company=frozenset(company),
    )


PAIRS = [
    ("one name in full", profile("Wira Santika"), profile("Wira Santika"), True),
    ("a spelling", profile("Whisma Hardianto Februan"), profile("Wishma Hardianto Februan"), True),
    ("a missing space", profile("WiraSantika"), profile("Wira Santika"), True),
    ("a first name in common", profile("Wira Santika"), profile("Wira Kusuma"), False),
    ("a surname in common", profile("Wira Santika"), profile("Dodi Santika"), False),
    ("initials in common", profile("AR", sector="CVL"), profile("AR", sector="CVL"), False),
    (
        "one name, two states",
        profile("Jan Berg", country="NOR"),
        profile("Jan Berg", country="ZAF", sector="COP"),
        False,
    ),
    ("one entry", profile("Jokowi", known="person:x"), profile("Joko Widodo", known="person:x"), True),
    (
        "one acronym, two entries",
        profile("AFP", ActorKind.ORGANISATION, "AUS", "COP", "body:a"),
        profile("AFP", ActorKind.ORGANISATION, "FRA", "JRN", "body:b"),
        False,
    ),
    ("crowds", profile("", ActorKind.GROUP), profile("", ActorKind.GROUP), False),
]


@pytest.mark.parametrize(("one", "other", "same"), [pair[1:] for pair in PAIRS], ids=[pair[0] for pair in PAIRS])
def test_two_profiles_are_one_actor_or_two(one, other, same):
    assert pair_score(one, other).same is same


def test_company_and_title_lift_a_short_name():
    one = profile("Santika", titles="bupati", company={"dinas air kota lor"})
    other = profile("Wira Santika", titles="bupati", company={"dinas air kota lor"})
    alone = pair_score(profile("Santika"), profile("Wira Santika"))
    score = pair_score(one, other)
    assert score.value > alone.value
    assert {"title", "company"} <= {part.name for part in score.parts}


NAMES = st.sampled_from(
    ["Wira Santika", "Wira", "AR", "Dodi Santika", "Dinas Air", "", "Wirasantika", "Santika Wira Adi"]
)
PROFILES = st.builds(
    profile,
    NAMES,
    kind=st.sampled_from(list(ActorKind)),
    country=st.sampled_from(["IDN", "NOR", None]),
    sector=st.sampled_from(["GOV", "CVL", "COP", None]),
    known=st.sampled_from([None, "person:a", "body:b:c"]),
    titles=st.sampled_from(["", "bupati"]),
    company=st.sampled_from([(), ("kpk",)]),
)


@given(PROFILES, PROFILES)
def test_the_order_of_the_two_does_not_matter(one, other):
    assert pair_score(one, other).value == pair_score(other, one).value
    assert 0 <= pair_score(one, other).value <= 1
