"""A network of chance weights: whatever it says is well formed, and depends on the sentence alone."""

import json
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kronik.errors import DataError
from kronik.languages.network.reading import MOST_WORDS, Reader, make_reader
from kronik.languages.network.weights import FORMAT, load_weights

SIZE, ARC, LABEL = 16, 8, 4
ABOUT = {
    "format": FORMAT,
    "tags": ["NOUN", "VERB", "PUNCT"],
    "relations": ["root", "nsubj", "obj", "punct"],
    "names": ["O", "B-PERSON", "I-PERSON", "B-PLACE", "I-PLACE"],
    "tree_styles": ["one", "other"],
    "name_styles": ["one"],
    "trunk": 2,
    "parser": 1,
    "namer": 1,
}
WORDS = ["kapal", "laut", "berlayar", "."]


def _bytes(text: str) -> np.ndarray:
    return np.frombuffer(text.encode(), dtype=np.uint8)


def _arrays(**about: object) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(7)

    def chance(*shape: int) -> np.ndarray:
        return rng.normal(0, 0.5, shape).astype(np.float16)

    tags, relations, names = (len(ABOUT[key]) for key in ("tags", "relations", "names"))
    arrays = {
        "about": _bytes(json.dumps(ABOUT | about)),
        "vocabulary": _bytes("\n".join(WORDS)),
        "capitals": np.zeros(len(WORDS) + 2, dtype=np.uint8),
        "shapes": chance(512, SIZE),
        "tree_styles": chance(2, SIZE),
        "name_styles": chance(1, SIZE),
        "root_arc": chance(ARC),
        "root_relation": chance(LABEL),
        "arc_weight": chance(ARC + 1, ARC),
        "relation_weight": chance(LABEL + 1, relations * (LABEL + 1)),
        "name_moves": np.zeros((names, names), dtype=np.float16),
        "window.taps": chance(5, SIZE),
    }
    for key, rows in (("words", len(WORDS) + 2), ("pieces", 100)):
        arrays[f"{key}.values"] = rng.integers(-127, 128, (rows, SIZE), dtype=np.int8)
        arrays[f"{key}.scales"] = np.full(rows, 0.01, dtype=np.float32)
    layers = {
        "tag": (SIZE, tags),
        "arc": (SIZE, 2 * ARC),
        "relation": (SIZE, 2 * LABEL),
        "name": (SIZE, names),
        "window.inner": (SIZE, 2 * SIZE),
    }
    recurrences = ("trunk.0", "trunk.1", "parser.0", "namer.0")
    layers |= {f"{key}.inner": (SIZE, 3 * SIZE) for key in recurrences}
    for key, (inward, outward) in layers.items():
        arrays[f"{key}.weight"], arrays[f"{key}.bias"] = chance(inward, outward), chance(outward)
    for key in ("entry", "window.norm", *(f"{key}.norm" for key in recurrences)):
        arrays[f"{key}.scale"], arrays[f"{key}.shift"] = np.ones(SIZE, np.float16), np.zeros(SIZE, np.float16)
    return arrays


def _file(arrays: dict[str, np.ndarray]) -> BytesIO:
    file = BytesIO()
    np.savez(file, **arrays)
    file.seek(0)
    return file


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader(load_weights(_file(_arrays()), "chance.npz"), tree_style="one", name_style="one")


FORMS = st.sampled_from([*WORDS, "Kapal", "PELABUHAN", "12", "3,5", "melayarkan", "x" * 60, "—"])
SENTENCES = st.lists(st.lists(FORMS, min_size=1, max_size=12), max_size=6)


@settings(deadline=None)
@given(sentences=SENTENCES)
def test_well_formed(reader: Reader, sentences: list[list[str]]) -> None:
    read = reader(sentences)
    assert [len(one.tags) for one in read] == [len(forms) for forms in sentences]
    for one in read:
        assert one.heads.count(-1) == 1
        for start in range(len(one.heads)):
            at, steps = start, 0
            while at >= 0:
                at, steps = one.heads[at], steps + 1
                assert steps <= len(one.heads)
        assert [relation == "root" for relation in one.relations] == [head == -1 for head in one.heads]
        for before, label in zip(("O", *one.names), one.names, strict=False):
            assert not label.startswith("I-") or before[1:] == label[1:]
        assert all(0 <= score <= 1 and round(score, 4) == score for score in one.scores)


@settings(deadline=None)
@given(sentences=SENTENCES)
def test_a_sentence_is_read_the_same_alone(reader: Reader, sentences: list[list[str]]) -> None:
    together = reader(sentences)
    alone = [reader([forms])[0] for forms in sentences]
    assert [(one.tags, one.heads, one.relations, one.names) for one in together] == [
        (one.tags, one.heads, one.relations, one.names) for one in alone
    ]


def test_long_texts_are_read_in_parts(reader: Reader) -> None:
    sentences = [["kapal", "berlayar", "."]] * MOST_WORDS
    read = reader(sentences)
    assert len(read) == len(sentences)
    assert len({one.heads for one in read}) == 1


def test_conventions_change_what_is_read() -> None:
    weights = load_weights(_file(_arrays()), "chance.npz")
    sentences = [["kapal", "laut", "berlayar", "Kapal", "12", "."]]
    read = [make_reader(weights, tree_style=style, name_style="one")(sentences)[0] for style in ("one", "other")]
    assert read[0].heads != read[1].heads or read[0].relations != read[1].relations


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        pytest.param(BytesIO(b"no archive"), "no readable file of weights", id="not an archive"),
        pytest.param(_file(_arrays(format=FORMAT + 1)), "layout", id="another layout"),
        pytest.param(_file({"about": _bytes("{}")}), "no readable file of weights", id="arrays missing"),
    ],
)
def test_wrong_files_are_told(file: BytesIO, reason: str) -> None:
    with pytest.raises(DataError, match=reason):
        load_weights(file, "chance.npz")
