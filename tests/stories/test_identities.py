"""Identities: who is one across articles, whatever the order, and a user's word before the program's."""

import random

import pytest

from kronik.actors.identity import Profile, key_of
from kronik.errors import UsageError
from kronik.records.actors import ActorKind
from kronik.stories.identities import Bearer, explained, identities_of, named_of
from kronik.stories.judgements import Judgement, Verdict, read_judgements, unknown


def bearer(name, id_, *, kind=ActorKind.PERSON, country="IDN", sector="GOV", known=None, titles="", company=()):
    """An actor of a page of its own."""
    return Bearer(
        id=id_,
        page=f"page-{id_}",
        name=name,
        protected=False,
        profile=Profile(
            kind=kind,
            country=country,
            sector=sector,
            known=known,
            names=(key_of(name),),
            titles=frozenset(titles.split()),
            company=frozenset(company),
        ),
    )


PEOPLE = (
    bearer("Wira Santika", "a1", titles="bupati rangkas"),
    bearer("Wira Santika", "a2"),
    bearer("Wira Santikha", "a3", titles="bupati"),
    bearer("Wira Gunadi", "b1"),
    bearer("Republik Tanjung", "c1", kind=ActorKind.STATE, known="state:XTJ", country="XTJ"),
    bearer("Tanjung", "c2", kind=ActorKind.STATE, known="state:XTJ", country="XTJ"),
    bearer("Komisi II Dewan", "d1", kind=ActorKind.ORGANISATION, known="body:komisi-2:dewan", sector="LEG"),
    bearer("Komisi V Dewan", "d2", kind=ActorKind.ORGANISATION, known="body:komisi-5:dewan", sector="LEG"),
)


def groups(found):
    return sorted(identity.members for identity in found)


def same(one, other):
    return Judgement(verdict=Verdict.SAME, one=one, other=other, line=2)


def apart(one, other):
    return Judgement(verdict=Verdict.APART, one=one, other=other, line=2)


def test_one_name_in_two_spellings_is_one_and_two_persons_stay_two() -> None:
    found = groups(identities_of(PEOPLE))
    assert ("a1", "a2", "a3") in found
    assert ("b1",) in found


def test_an_entry_of_knowledge_is_one_and_two_entries_are_two() -> None:
    found = groups(identities_of(PEOPLE))
    assert ("c1", "c2") in found
    assert ("d1",) in found
    assert ("d2",) in found


def test_the_order_of_the_actors_does_not_matter() -> None:
    people = list(PEOPLE)
    expected = identities_of(people)
    shuffling = random.Random(7)  # noqa: S311 - the order of a test, no secret
    for _ in range(10):
        shuffling.shuffle(people)
        assert identities_of(people) == expected


def test_every_actor_stands_in_one_identity() -> None:
    members = [name for identity in identities_of(PEOPLE) for name in identity.members]
    assert sorted(members) == sorted(one.id for one in PEOPLE)


@pytest.mark.parametrize("side", ["Wira Gunadi", "wira gunadi"])
def test_a_user_may_say_that_two_are_one(side) -> None:
    found = identities_of(PEOPLE, [same("Wira Santika", side)])
    joined = next(identity for identity in found if "b1" in identity.members)
    assert joined.members == ("a1", "a2", "a3", "b1")
    assert joined.judged


def test_a_user_may_say_that_two_spellings_are_two() -> None:
    found = groups(identities_of(PEOPLE, [apart("Wira Santika", "Wira Santikha")]))
    assert ("a3",) in found
    assert ("a1", "a2") in found


def test_a_judgement_may_name_an_entry_of_knowledge() -> None:
    found = identities_of(PEOPLE, [same("state:XTJ", "Wira Gunadi")])
    assert ("b1", "c1", "c2") in groups(found)


def test_the_name_shown_is_the_most_frequent_in_full() -> None:
    found = next(one for one in identities_of(PEOPLE) if "a1" in one.members)
    assert found.name == "Wira Santika"
    assert found.names == (("Wira Santika", 2), ("Wira Santikha", 1))


def test_every_member_but_the_first_has_a_score_with_parts() -> None:
    found = next(one for one in identities_of(PEOPLE) if "a1" in one.members)
    rows = list(explained(found, {one.id: one for one in PEOPLE}))
    assert [row[1] is None for row in rows] == [True, False, False]
    assert all(score.parts for _, score in rows if score)


HEAD = "verdict\tone\tother\n"


def test_a_file_of_judgements_is_read_with_its_lines() -> None:
    text = f"# mine\n{HEAD}same\tWira Santika\tstate:XTJ\tnote\n\napart\ta\tb\n"
    found = read_judgements(text, "mine.tsv")
    assert [(one.verdict, one.one, one.other, one.line) for one in found] == [
        ("same", "Wira Santika", "state:XTJ", 3),
        ("apart", "a", "b", 5),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "first line"),
        ("one\tother\n", "first line"),
        (f"{HEAD}same\tA\n", "line 2"),
        (f"{HEAD}maybe\tA\tB\n", "maybe"),
        (f"{HEAD}same\tA\tB\napart\tB\tA\n", "contradicts line 2"),
    ],
)
def test_a_bad_file_of_judgements_is_told(text, told) -> None:
    with pytest.raises(UsageError, match=told):
        read_judgements(text, "mine.tsv")


def test_a_side_that_names_nobody_is_found() -> None:
    rows = [(one.line, side) for one, side in unknown((same("Wira Gunadi", "Nobody"),), named_of(PEOPLE))]
    assert rows == [(2, "Nobody")]
