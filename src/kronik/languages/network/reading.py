"""Reading sentences with a trained network: tags, trees and names of all sentences of a text at once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from kronik.languages.network.features import UNKNOWN, word_features
from kronik.languages.network.layers import Linear, softmax_rows
from kronik.languages.network.names import allowed, best_labels
from kronik.languages.network.packing import Floats, Packing, Rows, pack
from kronik.languages.network.tree import best_tree
from kronik.languages.network.weights import Weights

DECIMALS = 4
"""Scores are rounded to so many decimals before they decide, so that the last bits of a sum decide nothing."""
LEAK = np.float32(0.1)
"""What is left of a negative value where arcs and relations are read from."""
MOST_WORDS = 1_500
"""Words read at once, unless one sentence has more; a long article. Bounds memory; speed no longer grows above 500."""
KEPT_FORMS = 50_000
"""Forms whose features are kept in memory: words come again and again."""


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """What the network says of one sentence.

    Attributes:
        tags: part of speech of each word.
        heads: index of the head of each word, -1 for the one root.
        relations: relation of each word to its head; the root's is ``root``.
        names: name label of each word (``O``, ``B-x``, ``I-x``), a valid sequence.
        scores: share that the network gives each word's name label, 4 decimals.
    """

    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    scores: tuple[float, ...]


Reader = Callable[[Sequence[Sequence[str]]], tuple[ReadSentence, ...]]
"""Forms of each sentence of a text (none empty) -> what the network says of each."""


@dataclass(frozen=True, slots=True)
class _Outputs:
    """What all words of a text give, words in order of place."""

    tags: Rows
    below: Floats
    above: Floats
    label_below: Floats
    label_above: Floats
    names: Floats


def make_reader(weights: Weights, *, tree_style: str, name_style: str) -> Reader:
    """Return the reader of a network that follows the conventions of one treebank and of one corpus of names."""
    seen = lru_cache(KEPT_FORMS)(_form_rows(weights))
    table = allowed(weights.labels.names)
    tree_shift, name_shift = weights.tree_styles[tree_style], weights.name_styles[name_style]

    def read(sentences: Sequence[Sequence[str]]) -> tuple[ReadSentence, ...]:
        return tuple(said for group in _groups(sentences) for said in read_group(group))

    def read_group(sentences: Sequence[Sequence[str]]) -> tuple[ReadSentence, ...]:
        packing = pack([len(forms) for forms in sentences])
        rows = _entry(weights, seen, [form for forms in sentences for form in forms])[packing.source]
        rows = weights.window(rows, packing)
        for layer in weights.trunk:
            rows = layer(rows, packing)
        tree = rows + tree_shift
        for layer in weights.parser:
            tree = layer(tree, packing)
        name = rows + name_shift
        for layer in weights.namer:
            name = layer(name, packing)
        outputs = _outputs(weights, packing, tree, name)
        heads = _heads(weights, outputs, [len(forms) for forms in sentences])
        return _sentences(weights, outputs, heads, table, [len(forms) for forms in sentences])

    return read


def _groups(sentences: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """Yield the sentences in order, as many at once as `MOST_WORDS` lets."""
    group: list[Sequence[str]] = []
    words = 0
    for forms in sentences:
        if group and words + len(forms) > MOST_WORDS:
            yield group
            group, words = [], 0
        group.append(forms)
        words += len(forms)
    if group:
        yield group


def _form_rows(weights: Weights) -> Callable[[str], tuple[int, int, tuple[int, ...]]]:
    """Return the function form -> rows of the tables of words, shapes and (of unknown words alone) pieces."""

    def rows(form: str) -> tuple[int, int, tuple[int, ...]]:
        found = word_features(form, weights.vocabulary)
        pieces = tuple(piece for piece in found.pieces if piece) if found.word == UNKNOWN else ()
        return found.word, found.shape, pieces

    return rows


def _entry(weights: Weights, seen: Callable[[str], tuple[int, int, tuple[int, ...]]], forms: list[str]) -> Floats:
    """Return the vector of each form: that of its word (which holds its pieces' where known), pieces and shape."""
    places: dict[str, int] = {}
    indices = [places.setdefault(form, len(places)) for form in forms]
    features = [seen(form) for form in places]
    vectors = weights.words.rows([word for word, _, _ in features])
    vectors += weights.shapes[[shape for _, shape, _ in features]]
    for at, (_, _, pieces) in enumerate(features):
        if pieces:
            vectors[at] += weights.pieces.rows(list(pieces)).sum(axis=0)
    return weights.entry(vectors)[indices]


def _outputs(weights: Weights, packing: Packing, tree: Floats, name: Floats) -> _Outputs:
    """Return what tags, arcs, relations and names are decided by."""
    back = np.empty(packing.rows, dtype=np.int64)
    back[packing.source] = np.arange(packing.rows)
    tree = tree[back]
    arc, label = _leaky(weights.arc, tree), _leaky(weights.relation, tree)
    size, small = arc.shape[1] // 2, label.shape[1] // 2
    one = np.ones((packing.rows, 1), dtype=np.float32)
    return _Outputs(
        tags=np.round(weights.tag(tree), DECIMALS).argmax(axis=1),
        below=np.concatenate([arc[:, :size], one], axis=1) @ weights.arc_weight,
        above=arc[:, size:],
        label_below=np.concatenate([label[:, :small], one], axis=1),
        label_above=np.concatenate([label[:, small:], one], axis=1),
        names=weights.name(name)[back],
    )


def _leaky(layer: Linear, rows: Floats) -> Floats:
    out = layer(rows)
    leaked: Floats = np.maximum(out, LEAK * out)
    return leaked


def _heads(weights: Weights, outputs: _Outputs, lengths: list[int]) -> list[list[int]]:
    """Return the heads of each sentence."""
    root = (outputs.below @ weights.root_arc)[:, None]
    found, at = [], 0
    for length in lengths:
        end = at + length
        scores = np.concatenate([root[at:end], outputs.below[at:end] @ outputs.above[at:end].T], axis=1)
        found.append(best_tree(np.round(scores, DECIMALS)))
        at = end
    return found


def _relations(weights: Weights, outputs: _Outputs, heads: list[list[int]]) -> list[str]:
    """Return the relation of each word to its head; only a root's is ``root``."""
    rows, at = [], 0
    for sentence in heads:
        rows += [head + at if head >= 0 else -1 for head in sentence]
        at += len(sentence)
    places = np.array(rows)
    root = np.concatenate([weights.root_relation, np.ones(1, dtype=np.float32)])
    above = np.where(places[:, None] < 0, root, outputs.label_above[places])
    wide = (outputs.label_below @ weights.relation_weight).reshape(len(rows), above.shape[1], -1)
    scores = np.round((above[:, None, :] @ wide)[:, 0], DECIMALS)
    scores[:, 0] = np.where(places < 0, np.inf, -np.inf)
    return [weights.labels.relations[best] for best in scores.argmax(axis=1).tolist()]


def _sentences(
    weights: Weights,
    outputs: _Outputs,
    heads: list[list[int]],
    table: np.ndarray[tuple[int, int], np.dtype[np.bool_]],
    lengths: list[int],
) -> tuple[ReadSentence, ...]:
    """Return the sentences, names made valid."""
    labels = weights.labels
    relations = _relations(weights, outputs, heads)
    tags = [labels.tags[tag] for tag in outputs.tags.tolist()]
    shares = softmax_rows(outputs.names)
    scores = np.round(np.log(shares + 1e-9), DECIMALS)
    greedy = scores.argmax(axis=1)
    chosen = greedy.tolist()
    plain = not weights.name_moves.any()
    found, at = [], 0
    for sentence, length in zip(heads, lengths, strict=True):
        end = at + length
        mine = chosen[at:end]
        if any(mine) and not (plain and _is_valid(mine, table)):
            mine = best_labels(scores[at:end], table, weights.name_moves)
        certain = np.round(shares[np.arange(at, end), mine].astype(np.float64), DECIMALS).tolist()
        names = tuple(labels.names[label] for label in mine)
        found.append(
            ReadSentence(tuple(tags[at:end]), tuple(sentence), tuple(relations[at:end]), names, tuple(certain))
        )
        at = end
    return tuple(found)


def _is_valid(labels: list[int], table: np.ndarray[tuple[int, int], np.dtype[np.bool_]]) -> bool:
    """Tell whether each label may follow the one before."""
    return all(table[before, to] for before, to in zip([0, *labels], labels, strict=False))
