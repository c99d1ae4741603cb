"""The Indonesian event lexicon: its data holds together, and wrong data is refused."""

import re
from collections import defaultdict

import pytest

from kronik.errors import DataError
from kronik.languages.coding import VERBS, FormKind, Lexicon, LightRole, Reach, Slot, Where
from kronik.languages.coding import Test as Asked
from kronik.languages.id import coding
from kronik.languages.id.event_rows import frames_of, groups_of
from kronik.records.plover import MODES, EventType
from kronik.records.reports import Status

FRAMES = frames_of(
    "frames.tsv", "frame\tverb\tresult\taction\tnote\nact\tsubj > obj\tgen > ke|terhadap\toleh > gen\tx\n"
)
HEADER = "\t".join(coding.ENTRY_COLUMNS)
ROW = "assault.serang\tserang\tT -an\t-\tact\t-\t-\t-\t0.8\tMilisi menyerang pos."


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return coding.load_coding()


def read(*rows: str, kind: EventType = EventType.ASSAULT) -> list[str]:
    forms = coding.read_entries(
        kind, "\n".join(("# source: test", HEADER, *rows)), FRAMES, {"arms": frozenset({"bom"})}
    )
    coding.index_forms(forms)
    return [" ".join(form.words) for form in forms]


def test_every_type_and_every_mode_has_an_entry(lexicon: Lexicon) -> None:
    modes = defaultdict(set)
    for entry in lexicon.entries:
        modes[entry.type].add(entry.mode)
    assert set(modes) == set(EventType)
    assert {kind: set(codes) - modes[kind] for kind, codes in MODES.items() if set(codes) - modes[kind]} == {}


def test_it_is_as_large_as_a_newspaper_asks_for(lexicon: Lexicon) -> None:
    assert len(lexicon.entries) >= 600
    words = {form.words for forms in lexicon.forms.values() for form in forms if form.kind is not FormKind.BARE}
    assert len(words) >= 3000


def test_every_example_holds_a_form_of_its_entry(lexicon: Lexicon) -> None:
    forms = defaultdict(set)
    for group in lexicon.forms.values():
        for form in group:
            forms[form.entry.id].add(" ".join(form.words))
    missing = []
    for entry in lexicon.entries:
        text = " ".join(re.findall(r"[\w-]+", entry.example.lower()))
        if not any(re.search(rf"\b{re.escape(words)}(nya)?\b", text) for words in forms[entry.id]):
            missing.append(entry.id)
    assert missing == []


def test_every_form_knows_where_a_participant_stands(lexicon: Lexicon) -> None:
    for group in lexicon.forms.values():
        for form in group:
            assert form.frame.actor or form.frame.recipient or form.frame.mutual, form
            if form.frame.mutual:
                assert form.frame.recipient == ()
            if form.kind not in VERBS:
                slots = {argument.slot for argument in form.frame.actor + form.frame.recipient}
                assert Slot.SUBJECT not in slots, form.entry.id


@pytest.mark.parametrize(
    ("words", "kind", "type_", "mode"),
    [
        ("menyerang", FormKind.ACTIVE, "ASSAULT", None),
        ("diserang", FormKind.PASSIVE, "ASSAULT", None),
        ("serangan", FormKind.RESULT, "ASSAULT", None),
        ("penyerangan", FormKind.ACTION, "ASSAULT", None),
        ("serangan-serangan", FormKind.RESULT, "ASSAULT", None),
        ("ditangkap", FormKind.PASSIVE, "COERCE", "arrest"),
        ("penangkapan", FormKind.ACTION, "COERCE", "arrest"),
        ("mengecam", FormKind.ACTIVE, "ACCUSE", "disapprove"),
        ("ditetapkan sebagai tersangka", FormKind.PASSIVE, "ACCUSE", "allege"),
        ("divonis", FormKind.PASSIVE, "SANCTION", "convict"),
        ("vonis bebas", FormKind.RESULT, "CONCEDE", None),
        ("bertemu", FormKind.MIDDLE, "CONSULT", None),
        ("pertemuan", FormKind.RESULT, "CONSULT", None),
        ("mangkir", FormKind.MIDDLE, "REJECT", "meet"),
        ("surat perintah penangkapan", FormKind.RESULT, "THREATEN", "arrest"),
        ("unjuk rasa", FormKind.RESULT, "PROTEST", "demo"),
    ],
)
def test_words_that_news_is_made_of(lexicon: Lexicon, words: str, kind: FormKind, type_: str, mode: str | None) -> None:
    found = lexicon.forms_at(words.split(), 0)
    assert any((one.kind, one.entry.type, one.entry.mode) == (kind, type_, mode) for one in found)


def test_the_genitive_of_a_deed_acts_and_that_of_a_doing_is_acted_on(lexicon: Lexicon) -> None:
    deed = next(one for one in lexicon.forms_at(["kecaman"], 0) if one.kind is FormKind.RESULT)
    doing = next(one for one in lexicon.forms_at(["penangkapan"], 0) if one.kind is FormKind.ACTION)
    assert Slot.GENITIVE in {argument.slot for argument in deed.frame.actor}
    assert Slot.GENITIVE in {argument.slot for argument in doing.frame.recipient}


@pytest.mark.parametrize("word", ["tentang", "pukul", "rudal", "bom"])
def test_common_words_that_only_look_like_verbs_are_left_out(lexicon: Lexicon, word: str) -> None:
    assert all(one.kind not in VERBS for one in lexicon.forms_at([word], 0))


@pytest.mark.parametrize(
    ("words", "role"),
    [("melakukan", LightRole.ACTOR), ("menerima", LightRole.RECIPIENT), ("menjalani", LightRole.RECIPIENT)],
)
def test_light_verbs_lend_a_subject(lexicon: Lexicon, words: str, role: LightRole) -> None:
    assert [one.subject for one in lexicon.light_verbs_at([words], 0)] == [role]


@pytest.mark.parametrize(
    ("words", "status", "reach"),
    [
        ("akan", Status.FUTURE, Reach.AUXILIARY),
        ("belum", Status.NEGATED, Reach.AUXILIARY),
        ("jika", Status.HYPOTHETICAL, Reach.MARKER),
        ("membantah", Status.NEGATED, Reach.GOVERNOR),
        ("dugaan", Status.ALLEGED, Reach.NOUN),
        ("sedang", Status.ONGOING, Reach.AUXILIARY),
    ],
)
def test_cues_of_status(lexicon: Lexicon, words: str, status: Status, reach: Reach) -> None:
    assert (status, reach) in {(one.status, one.reach) for one in lexicon.status_cues_at([words], 0)}


@pytest.mark.parametrize(
    ("word", "type_", "mode"),
    [("rudal", "ASSAULT", "heavy-weapons"), ("pisau", "ASSAULT", "primitive"), ("telepon", "CONSULT", "phone")],
)
def test_cues_of_mode(lexicon: Lexicon, word: str, type_: str, mode: str) -> None:
    assert (type_, mode) in {(one.type.value, one.mode) for one in lexicon.mode_cues_at([word], 0)}


def test_conditions_name_words_that_can_be_met(lexicon: Lexicon) -> None:
    kinds = {"person", "state", "organisation", "group"}
    domains = {domain.name for domain in lexicon.domains}
    for entry in lexicon.entries:
        for condition in (*entry.excludes, *(one for group in entry.needs for one in group)):
            allowed = {Asked.KIND: kinds, Asked.DOMAIN: domains, Asked.GIVEN: {"yes", "no"}}.get(condition.test)
            if allowed is not None:
                assert condition.values <= allowed, entry.id
            if condition.test is Asked.SECTOR:
                assert all(len(value) == 3 and value.isupper() for value in condition.values), entry.id


def test_one_row_gives_its_forms() -> None:
    assert read(ROW) == ["menyerang", "diserang", "serang", "serangan", "serangan-serangan"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (ROW.replace("\tact\t", "\tfly\t"), "unknown frame"),
        (ROW.replace("\t-\tact", "\tphone\tact"), "has no mode phone"),
        (ROW.replace("T -an", "T -kannya"), "unknown pattern"),
        (ROW.replace("T -an", "noise=serang"), "unknown kind of form"),
        (ROW.replace("\t0.8\t", "\t1.8\t"), "weight must be"),
        (ROW.replace("\t0.8\t", "\thigh\t"), "weight is no number"),
        (ROW.replace("act\t-\t", "act\tactor.kind\t"), "condition must look like"),
        (ROW.replace("act\t-\t", "act\tactor.colour=red\t"), "colour"),
        (ROW.replace("act\t-\t", "act\tobject.word=@tools\t"), "unknown word list"),
        (ROW.replace("act\t-\t", "act\tobject.word=kapal induk\t"), "is no single word"),
        (ROW.replace("act\t-\t-", "act\t-\tnext.word=a & next.word=b"), "joined by or"),
        (ROW.replace("act\t-\t-\t-", "act\t-\t-\tmaybe"), "maybe"),
        (ROW + "\textra", "11 cells instead of 10"),
    ],
)
def test_a_wrong_row_is_refused(row: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        read(row)


def test_an_id_stands_once() -> None:
    with pytest.raises(DataError, match="needs an id of its own"):
        read(ROW, ROW)


def test_two_entries_with_a_form_in_common_need_a_rule() -> None:
    twin = ROW.replace("assault.serang", "assault.serbu")
    with pytest.raises(DataError, match="share a form: menyerang"):
        read(ROW, twin)
    assert read(ROW, twin.replace("act\t-\t", "act\tobject.word=@arms\t"))


def test_a_turned_form_names_its_subject_as_object() -> None:
    frames = frames_of("frames.tsv", "frame\tverb\tresult\taction\tnote\nact\toleh > subj\t-\toleh > gen\tx\n")
    row = "\n".join((HEADER, ROW.replace("T -an", "stative=tewas")))
    with pytest.raises(DataError, match="name it obj"):
        coding.read_entries(EventType.ASSAULT, row, frames, {})


def test_a_table_with_other_columns_is_refused() -> None:
    with pytest.raises(DataError, match="columns must be"):
        coding.read_entries(EventType.AID, "id\troot\n", FRAMES, {})


def test_conditions_are_groups_of_which_one_must_hold() -> None:
    groups = groups_of(
        "x", "y", "actor.kind=state or actor.sector=MIL & object.word=@arms,rudal", {"arms": frozenset({"bom"})}
    )
    assert [[one.where for one in group] for group in groups] == [[Where.ACTOR, Where.ACTOR], [Where.OBJECT]]
    assert groups[1][0].values == {"bom", "rudal"}


@pytest.mark.parametrize(
    "text",
    [
        "source = 'x'\n[words]\nlaw = ['a', 'a']\n[[domain]]\nname='d'\nshare=1.0\nwords=['b']\n",
        "source = 'x'\n[words]\nlaw = ['a']\n[[domain]]\nname='d'\nwords=['b']\n",
        "[words]\nlaw = ['a']\n",
        "source = \n",
    ],
)
def test_wrong_word_lists_are_refused(text: str) -> None:
    with pytest.raises(DataError):
        coding.read_classes("classes.toml", text)


@pytest.mark.parametrize("cell", ["subj", "subj, subj > obj", "gen > gen, gen"])
def test_wrong_frames_are_refused(cell: str) -> None:
    with pytest.raises(DataError):
        frames_of("frames.tsv", f"frame\tverb\tresult\taction\tnote\nx\t{cell}\t-\t-\tx\n")
