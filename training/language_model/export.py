"""Write a trained network as the one file of weights that the package ships."""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from items import prepared_words

from kronik.languages.network.features import word_features
from kronik.languages.network.weights import FORMAT


def main() -> None:
    """Write the weights file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--prep", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    state = {key: value.numpy() for key, value in torch.load(options.model / "model.pt", weights_only=True).items()}
    about = json.loads((options.model / "model.json").read_text())
    arrays = export(state, about, options.prep)
    np.savez(options.out, **arrays)
    print(options.out, options.out.stat().st_size)


def export(state: dict[str, np.ndarray], about: dict, prep: Path) -> dict[str, np.ndarray]:
    """Return the arrays of the file; the entry layer is multiplied into the tables of words, pieces and shapes."""
    sizes = about["sizes"]
    words = prepared_words(prep, sizes["buckets"])
    entry = state["entry.weight"].T
    first, second = sizes["word"], sizes["word"] + sizes["piece"]
    pieces = state["pieces.weight"].copy()
    pieces[0] = 0
    pieces = pieces @ entry[first:second]
    vectors = state["words.weight"] @ entry[:first]
    for word, at in words.ids.items():
        vectors[at] += pieces[list(word_features(word, words).pieces)].sum(axis=0)
    small = state["root"]
    arrays = {
        "about": _bytes(
            json.dumps(
                {
                    "format": FORMAT,
                    "tags": about["tags"],
                    "relations": about["relations"],
                    "names": about["labels"],
                    "tree_styles": about["tree_styles"],
                    "name_styles": about["name_styles"],
                    "trunk": sizes["trunk"],
                    "parser": sizes["parser"],
                    "namer": sizes["namer"],
                }
            )
        ),
        "vocabulary": _bytes("\n".join(words.ids)),
        "capitals": np.array(words.capitals, dtype=np.uint8),
        "shapes": _half(state["shapes.weight"] @ entry[second:] + state["entry.bias"]),
        "tree_styles": _half(state["tree_style.weight"]),
        "name_styles": _half(state["name_style.weight"]),
        "root_arc": _half(small[: sizes["arc"]]),
        "root_relation": _half(small[sizes["arc"] :]),
        "arc_weight": _half(state["arc_weight"]),
        "relation_weight": _half(_by_head(state["label_weight"], sizes["label"] + 1)),
        "window.taps": _half(state["window.taps"]),
        "name_moves": _half(state.get("moves", np.zeros((len(about["labels"]),) * 2))),
    }
    for key, table in (("words", vectors), ("pieces", pieces)):
        scales = np.maximum(np.abs(table).max(axis=1), 1e-8) / 127
        arrays[f"{key}.values"] = np.round(table / scales[:, None]).astype(np.int8)
        arrays[f"{key}.scales"] = scales.astype(np.float32)
    for ours, theirs in (
        ("tag", "tag"),
        ("arc", "arc"),
        ("relation", "label"),
        ("name", "name"),
        ("window.inner", "window.inner"),
    ):
        _linear(arrays, ours, state, theirs)
    _norm(arrays, "entry", state, "entry_norm")
    _norm(arrays, "window.norm", state, "window.norm")
    for part in ("trunk", "parser", "namer"):
        for at in range(sizes[part]):
            _linear(arrays, f"{part}.{at}.inner", state, f"{part}.{at}.inner")
            _norm(arrays, f"{part}.{at}.norm", state, f"{part}.{at}.norm")
    return arrays


def _by_head(weight: np.ndarray, size: int) -> np.ndarray:
    """Return the weight [dependent, relation x head] with the relation last."""
    return weight.reshape(size, -1, size).transpose(0, 2, 1).reshape(size, -1)


def _bytes(text: str) -> np.ndarray:
    return np.frombuffer(text.encode(), dtype=np.uint8)


def _half(values: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(values).astype(np.float16)


def _linear(arrays: dict, ours: str, state: dict, theirs: str) -> None:
    arrays[f"{ours}.weight"] = _half(state[f"{theirs}.weight"].T)
    arrays[f"{ours}.bias"] = _half(state[f"{theirs}.bias"])


def _norm(arrays: dict, ours: str, state: dict, theirs: str) -> None:
    arrays[f"{ours}.scale"] = _half(state[f"{theirs}.weight"])
    arrays[f"{ours}.shift"] = _half(state[f"{theirs}.bias"])


if __name__ == "__main__":
    main()
