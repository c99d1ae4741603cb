"""The lexicon is looked up by surface form: the longest form first, then the one with conditions."""

from kronik.languages.coding import Argument, Condition, Entry, Form, FormKind, Frame, Lexicon, Slot, Where
from kronik.languages.coding import Test as Asked
from kronik.languages.id.coding import index_forms
from kronik.records.plover import EventType

FRAME = Frame(name="act", actor=(Argument(Slot.SUBJECT),), recipient=(Argument(Slot.OBJECT),))
NEEDS = ((Condition(Where.OBJECT, Asked.WORD, frozenset({"pasukan"})),),)


def form(words: str, key: str, *, needs: bool = False, weight: float = 0.5) -> Form:
    entry = Entry(
        id=key,
        type=EventType.RETREAT,
        mode=None,
        needs=NEEDS if needs else (),
        excludes=(),
        status=None,
        weight=weight,
        example="",
    )
    return Form(words=tuple(words.split()), kind=FormKind.ACTIVE, frame=FRAME, entry=entry)


def lexicon(*forms: Form) -> Lexicon:
    return Lexicon(
        version="test",
        entries=tuple(one.entry for one in forms),
        forms=index_forms(forms),
        light_verbs={},
        mode_cues={},
        status_cues={},
        classes={},
        domains=(),
    )


def test_the_longest_form_comes_first_and_only_what_stands_there() -> None:
    found = lexicon(form("menarik", "a"), form("menarik pasukan", "b"), form("menarik duta besar", "c"))
    words = ["militer", "menarik", "pasukan", "dari", "kota"]
    assert [one.entry.id for one in found.forms_at(words, 1)] == ["b", "a"]
    assert found.forms_at(words, 0) == ()
    assert [one.entry.id for one in found.forms_at(["menarik"], 0)] == ["a"]


def test_among_equals_those_with_needs_come_first_then_the_heavier() -> None:
    found = lexicon(
        form("mundur", "plain"), form("mundur", "light", needs=True, weight=0.3), form("mundur", "heavy", needs=True)
    )
    assert [one.entry.id for one in found.forms_at(["mundur"], 0)] == ["heavy", "light", "plain"]


def test_cues_and_light_verbs_are_silent_where_there_are_none() -> None:
    found = lexicon(form("menarik", "a"))
    assert found.light_verbs_at(["melakukan"], 0) == ()
    assert found.mode_cues_at(["rudal"], 0) == ()
    assert found.status_cues_at(["akan"], 0) == ()
