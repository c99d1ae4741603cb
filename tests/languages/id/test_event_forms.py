"""Word formation: meN- and peN- take the shape that the root asks for."""

import pytest

from kronik.errors import DataError
from kronik.languages.coding import FormKind
from kronik.languages.id.event_forms import active, surfaces


@pytest.mark.parametrize(
    ("root", "word"),
    [
        ("serang", "menyerang"),
        ("tangkap", "menangkap"),
        ("pukul", "memukul"),
        ("kecam", "mengecam"),
        ("kritik", "mengkritik"),
        ("protes", "memprotes"),
        ("bunuh", "membunuh"),
        ("dakwa", "mendakwa"),
        ("gugat", "menggugat"),
        ("usir", "mengusir"),
        ("hukum", "menghukum"),
        ("larang", "melarang"),
        ("rampas", "merampas"),
        ("nyata", "menyata"),
        ("bom", "mengebom"),
        ("cek", "mengecek"),
        ("veto", "memveto"),
        ("khianat", "mengkhianat"),
        ("jerat", "menjerat"),
    ],
)
def test_active(root: str, word: str) -> None:
    assert active(root) == word


def test_a_loan_may_keep_its_first_letter() -> None:
    assert active("subsidi", kept=True) == "mensubsidi"
    assert [" ".join(words) for words, _ in surfaces("persekusi?", "meN")] == ["memersekusi", "mempersekusi"]
    assert [" ".join(words) for words, _ in surfaces("subsidi!", "meN di")] == ["mensubsidi", "disubsidi"]


def test_affixes_go_to_the_first_of_several_words() -> None:
    found = surfaces("ambil alih", "T action=pengambilalihan")
    assert found[:4] == (
        (("mengambil", "alih"), FormKind.ACTIVE),
        (("diambil", "alih"), FormKind.PASSIVE),
        (("ambil", "alih"), FormKind.BARE),
        (("pengambilalihan",), FormKind.ACTION),
    )


def test_nouns_are_also_doubled() -> None:
    assert surfaces("tuduh", "-an") == ((("tuduhan",), FormKind.RESULT), (("tuduhan-tuduhan",), FormKind.RESULT))


@pytest.mark.parametrize(
    ("root", "pattern", "word"),
    [
        ("rapat", "ber", "berapat"),
        ("kerja", "ber", "bekerja"),
        ("temu", "ber", "bertemu"),
        ("renggut", "ter", "terenggut"),
        ("runding", "per-an:r", "perundingan"),
        ("tangkap", "peN-an", "penangkapan"),
        ("sita", "peN-an", "penyitaan"),
        ("bom", "peN-an", "pengeboman"),
        ("serang", "peN", "penyerang"),
    ],
)
def test_prefixes_meet_the_root(root: str, pattern: str, word: str) -> None:
    assert surfaces(root, pattern)[0][0] == (word,)


def test_a_root_that_is_a_noun_is_one_also_where_the_verb_has_it_bare() -> None:
    kinds = dict(surfaces("vonis", "T 0n"))
    assert kinds[("vonis",)] is FormKind.RESULT


def test_an_unknown_pattern_is_refused() -> None:
    with pytest.raises(DataError, match="unknown pattern"):
        surfaces("serang", "meN-nya")
