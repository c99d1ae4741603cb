"""The Indonesian analyser as the pack offers it, on sentences made up here."""

import os
import subprocess
import sys
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kronik.languages.analysis import ROOT, Analyser, Analysis, NameKind
from kronik.languages.id.analyser import WEIGHTS
from kronik.languages.pack import LanguagePack

MOST_BYTES = 15_000_000
"""What the file of weights may measure."""


@pytest.fixture(scope="module")
def analyse(packs: dict[str, LanguagePack]) -> Analyser:
    found = packs["id"].analyser
    assert found is not None
    return found


def _relations(analysis: Analysis) -> list[tuple[str, str, str]]:
    """Return (form, relation, form of the head) of every token."""
    return [
        (token.form, token.relation, sentence.tokens[token.head].form if token.head != ROOT else "")
        for sentence in analysis.sentences
        for token in sentence.tokens
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Nelayan itu menjual ikan.", {("Nelayan", "nsubj", "menjual"), ("ikan", "obj", "menjual")}, id="active"
        ),
        pytest.param(
            "Ikan itu dijual oleh nelayan di pasar.",
            {("Ikan", "nsubj:pass", "dijual"), ("oleh", "case", "nelayan"), ("di", "case", "pasar")},
            id="passive",
        ),
        pytest.param(
            "Ia membeli rumahnya tahun lalu.", {("rumah", "obj", "membeli"), ("Ia", "nsubj", "membeli")}, id="clitic"
        ),
        pytest.param("Menteri itu belum datang.", {("belum", "advmod", "datang"), ("datang", "root", "")}, id="root"),
    ],
)
def test_trees(analyse: Analyser, text: str, wanted: set[tuple[str, str, str]]) -> None:
    assert wanted <= set(_relations(analyse(text)))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Wali Kota Bandung bertemu warga di Surabaya.", "Surabaya", NameKind.PLACE),
        ("Pengacara Budi Santoso mengatakan kliennya sakit.", "Budi Santoso", NameKind.PERSON),
        (
            "Komisi Pemberantasan Korupsi menahan seorang pejabat.",
            "Komisi Pemberantasan Korupsi",
            NameKind.ORGANISATION,
        ),
    ],
)
def test_names(analyse: Analyser, text: str, name: str, kind: NameKind) -> None:
    assert (name, kind) in {(text[one.start : one.end], one.kind) for one in analyse(text).names}


def test_a_title_alone_is_no_name(analyse: Analyser) -> None:
    text = "Kepala polisi daerah itu, Irjen Pol. Slamet Wibowo, datang ke Ambon."
    names = [text[name.start : name.end] for name in analyse(text).names]
    assert "Pol." not in names
    assert names[-2:] == ["Slamet Wibowo", "Ambon"]


@pytest.mark.parametrize("text", ["", " \n ", "!", "...", "\n\n- \n"])
def test_nearly_nothing(analyse: Analyser, text: str) -> None:
    assert sum(len(sentence.tokens) for sentence in analyse(text).sentences) == len(text.split()) * (text.strip() != "")


WORDS = st.sampled_from(
    [
        "Presiden",
        "berkata",
        ",",
        ".",
        '"',
        "di",
        "Jakarta",
        "rumahnya",
        "Rp",
        "1,5",
        "(",
        ")",
        "\n",
        "PT",
        "dan",
        "x",
        "—",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_well_formed(analyse: Analyser, text: str) -> None:
    analysis = analyse(text)
    done = 0
    for sentence in analysis.sentences:
        assert done <= sentence.start < sentence.end <= len(text)
        assert (sentence.start, sentence.end) == (sentence.tokens[0].start, sentence.tokens[-1].end)
        assert [token.head for token in sentence.tokens].count(ROOT) == 1
        assert len(sentence.subtree(sentence.root)) == len(sentence.tokens)
        for token in sentence.tokens:
            assert done <= token.start < token.end
            assert text[token.start : token.end] == token.form
            assert (token.relation == "root") == (token.head == ROOT)
            done = token.end
    ends = [0] + [name.end for name in analysis.names]
    for before, name in zip(ends, analysis.names, strict=False):
        assert before <= name.start < name.end <= len(text)
        assert 0 <= name.score <= 1


def test_a_very_long_line_is_read(analyse: Analyser) -> None:
    text = "kota " * 2000
    assert sum(len(sentence.tokens) for sentence in analyse(text).sentences) == 2000


def test_weights_are_small() -> None:
    file = resources.files("kronik.languages.id") / "data" / WEIGHTS
    assert len(file.read_bytes()) <= MOST_BYTES


@pytest.mark.parametrize("threads", ["1", "2"])
def test_the_number_of_threads_changes_nothing(analyse: Analyser, threads: str) -> None:
    text = "Gubernur Aceh meresmikan jembatan baru di Kota Langsa, kata juru bicaranya, Kamis. " * 12
    code = (
        "import sys; from kronik.languages.id.analyser import load_analyser;"
        "a = load_analyser()(sys.argv[1]);"
        "print([(t.upos, t.head, t.relation) for s in a.sentences for t in s.tokens],"
        " [(n.start, n.end, n.kind.value, n.score) for n in a.names])"
    )
    environment = os.environ | {"OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads}
    said = subprocess.run(
        [sys.executable, "-c", code, text], capture_output=True, text=True, check=True, env=environment
    )
    here = analyse(text)
    wanted = (
        [(token.upos, token.head, token.relation) for sentence in here.sentences for token in sentence.tokens],
        [(name.start, name.end, name.kind.value, name.score) for name in here.names],
    )
    assert said.stdout.strip() == f"{wanted[0]} {wanted[1]}"
