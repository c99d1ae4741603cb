"""The ontology is whole, agrees with the codes of the records, and finds its way to CAMEO and back."""

from importlib.resources import files

import pytest

from kronik.errors import DataError
from kronik.records.plover import MODES, EventType
from kronik.reports.ontology import Ontology, load_ontology, read_ontology


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology()


@pytest.fixture(scope="module")
def text() -> str:
    return files("kronik.reports").joinpath("data", "ontology.toml").read_text(encoding="utf-8")


def test_sixteen_types_with_sixty_seven_modes_and_thirty_seven_contexts(ontology: Ontology) -> None:
    assert [one.type for one in ontology.types] == list(EventType)
    assert sum(len(one.modes) for one in ontology.types) == 67
    assert len(ontology.contexts) == 37
    assert {one.type: tuple(mode.code for mode in one.modes) for one in ontology.types if one.modes} == MODES


def test_quads_part_cooperation_from_conflict(ontology: Ontology) -> None:
    for one in ontology.types:
        assert (one.score > 0) == (one.quad in {1, 2}), one.type
        assert all((mode.score > 0) == (one.score > 0) for mode in one.modes)


def test_the_scale_falls_from_promise_to_attack(ontology: Ontology) -> None:
    order = ["AID", "SUPPORT", "CONSULT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "COERCE", "ASSAULT"]
    scores = [ontology.score(kind) for kind in order]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("kind", "mode", "score"),
    [
        ("ASSAULT", "heavy-weapons", -10.0),
        ("ASSAULT", None, -9.0),
        ("ASSAULT", "no-such-mode", -9.0),
        ("CONSULT", "phone", 1.5),
    ],
)
def test_a_mode_may_have_a_score_of_its_own(ontology: Ontology, kind: str, mode: str | None, score: float) -> None:
    assert ontology.score(kind, mode) == score


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("042", (EventType.CONSULT, "visit")),
        ("0421", (EventType.CONSULT, "visit")),
        ("1712", (EventType.ASSAULT, "destroy")),
        ("173", (EventType.COERCE, None)),
        ("0831", (EventType.CONCEDE, None)),
        ("0841", (EventType.RETREAT, None)),
        ("1122", (EventType.ACCUSE, "allege")),
        ("190", (EventType.ASSAULT, None)),
        ("012", (None, None)),
    ],
)
def test_cameo_codes_have_a_type(ontology: Ontology, code: str, found: tuple[EventType | None, str | None]) -> None:
    assert ontology.from_cameo(code) == found


def test_an_unknown_root_is_refused(ontology: Ontology) -> None:
    with pytest.raises(KeyError):
        ontology.from_cameo("99")


def test_every_type_and_mode_goes_to_a_cameo_code_that_leads_back_to_the_type(ontology: Ontology) -> None:
    astray = set()
    for one in ontology.types:
        for mode in [None, *(mode.code for mode in one.modes)]:
            back, _ = ontology.from_cameo(ontology.cameo_of(one.type, mode))
            if back is not one.type:
                astray.add((one.type.value, mode))
    # CAMEO has one root for giving way in words and in deeds, the standard has two types.
    assert astray == {("RETREAT", mode) for mode in (None, "withdraw", "release", "disarm", "resign")}


def test_every_type_has_its_sentences(ontology: Ontology) -> None:
    for one in ontology.types:
        assert all((one.meaning, one.not_coded, one.recipient))
        assert one.examples["id"].endswith(".")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('code = "AID"', 'code = "HELP"'),
        ("score = -9.0", "score = -19.0"),
        ("quad = 3", "quad = 7"),
        ("phone = {", "telegram = {"),
        ('cyber = "attacks on computers"\n', ""),
        ('042 = ["CONSULT", "visit"]', '042 = ["CONSULT", "call"]'),
        ('PROTEST = "14"', 'PROTEST = "77"'),
        ('"ACCUSE/investigate" = "09"', '"ACCUSE/inspect" = "09"'),
        ('version = "', 'edition = "'),
    ],
)
def test_wrong_data_is_refused(text: str, old: str, new: str) -> None:
    assert old in text
    with pytest.raises(DataError):
        read_ontology(text.replace(old, new, 1))
