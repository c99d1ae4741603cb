"""What the language model is trained on, and what it is measured on."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

RECIPE = Path(__file__).resolve().parents[2] / "training" / "language_model"


@pytest.fixture(scope="module")
def corpora() -> ModuleType:
    spec = importlib.util.spec_from_file_location("language_model_corpora", RECIPE / "corpora.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("sentence", "shared_text"),
    [
        pytest.param("Kemarin kapal tua itu berlayar dari pelabuhan kecil menuju pulau seberang .", True, id="same"),
        pytest.param("kapal tua itu berlayar dari pelabuhan kecil menuju laut", True, id="half of it"),
        pytest.param("Kapal tua itu berlayar, dari pelabuhan kecil (menuju) laut", True, id="marks and case aside"),
        pytest.param("Kapal tua itu berlayar dari pelabuhan besar menuju pulau seberang", False, id="another word"),
        pytest.param("Selamat pagi .", True, id="a short one as a whole"),
        pytest.param("Selamat pagi semua .", False, id="a short one within another"),
    ],
)
def test_shared_text(corpora: ModuleType, sentence: str, shared_text: bool) -> None:
    test = ["Kemarin kapal tua itu berlayar dari pelabuhan kecil menuju pulau seberang.", "Selamat pagi"]
    runs, whole = corpora.runs_of(corpora.Sample("x_test", text, text.split()) for text in test)
    assert corpora.shares(corpora.Sample("x_train", sentence, sentence.split()), runs, whole) is shared_text


def test_no_training_sentence_shares_text_with_a_test(corpora: ModuleType, shared: Path) -> None:
    found = corpora.read_all(shared / "corpora")
    tests = {key for key in found if key.endswith("_test")}
    assert tests == {"csui_test", "gsd_test", "nergrit_test", "idner_test"}
    wanted = {}
    for key in sorted(tests):
        for sample in found[key]:
            words = tuple(corpora.words_of(sample))
            wanted |= {words[at : at + 8]: (key, sample.text) for at in range(max(1, len(words) - 7))}
    for key in sorted(set(found) - tests):
        assert found[key], key
        for sample in found[key]:
            words = tuple(corpora.words_of(sample))
            runs = [words[at : at + 8] for at in range(max(1, len(words) - 7))]
            assert not [wanted[run] for run in runs if run in wanted], f"{key}: {sample.text}"
