"""Samples as arrays, and batches of them."""

import json
import random
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from corpora import Sample
from silver import UNSURE
from torch import Tensor

from kronik.languages.id.tokens import Tokeniser
from kronik.languages.network.features import PIECES, Vocabulary, WordFeatures, word_features
from kronik.languages.network.packing import Packing, pack

TAGS = (
    *("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM"),
    *("PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"),
)
LABELS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-PLACE", "I-PLACE")
TREE_STYLES = ("csui", "pud", "gsd", "old")
NAME_STYLES = ("idner", "nergrit")
IGNORED = -100
"""Label that no loss counts."""
NOISE = 4.0
"""Words by which lengths are blurred when sentences of like length are put together."""


@dataclass
class Item:
    """A sample as arrays; of a corpus of names, the place of each form's first word, too."""

    sample: Sample
    words: np.ndarray
    pieces: np.ndarray
    shapes: np.ndarray
    style: int
    tags: np.ndarray
    heads: np.ndarray
    relations: np.ndarray
    sure: np.ndarray
    labels: np.ndarray
    firsts: list[int]


@dataclass
class Maker:
    """Makes samples to arrays."""

    words: Vocabulary
    relations: dict[str, int]
    tokenise: Tokeniser
    seen: dict[str, WordFeatures] = field(default_factory=dict)

    def items(self, samples: list[Sample]) -> list[Item]:
        """Return samples as arrays."""
        return [self.item(sample) for sample in samples]

    def item(self, sample: Sample) -> Item:
        """Return a sample as arrays; the forms of corpora of names are parted as the tokeniser parts words."""
        forms, marks, firsts = sample.forms, [], []
        if sample.names:
            forms = []
            for form, label in zip(sample.forms, sample.names, strict=True):
                firsts.append(len(forms))
                for at, (start, end) in enumerate(self.tokenise(form, 0, len(form))):
                    forms.append(form[start:end])
                    marks.append(label if at == 0 or label in {"O", UNSURE} else f"I-{label[2:]}")
        for form in forms:
            if form not in self.seen:
                self.seen[form] = word_features(form, self.words)
        seen = [self.seen[form] for form in forms]
        converted = sample.corpus == "gsd_conv"
        return Item(
            sample,
            np.array([one.word for one in seen]),
            np.array([one.pieces for one in seen]).reshape(-1, PIECES),
            np.array([one.shape for one in seen]),
            style_of(sample.corpus),
            np.array([TAGS.index(tag) for tag in sample.upos], dtype=np.int64),
            np.array(sample.heads, dtype=np.int64),
            np.array([self.relations.get(one, 0) for one in sample.relations], dtype=np.int64),
            np.array([not (converted and one == "punct") for one in sample.relations]),
            np.array([IGNORED if mark == UNSURE else LABELS.index(mark) for mark in marks], dtype=np.int64),
            firsts,
        )


def prepared_words(folder: Path, buckets: int) -> Vocabulary:
    """Return the vocabulary that `prepare.py` wrote."""
    found = json.loads((folder / "words.json").read_text(encoding="utf-8"))
    ids = {word: at for at, word in enumerate(found["known"], start=2)}
    return Vocabulary(ids=ids, capitals=tuple(found["capitals"]), buckets=buckets)


def style_of(corpus: str) -> int:
    """Return the number of the conventions that a corpus follows, by its key."""
    if corpus.startswith("gsd_old"):
        return TREE_STYLES.index("old")
    first = corpus.partition("_")[0]
    return (TREE_STYLES if first in TREE_STYLES else NAME_STYLES).index(first)


def batches(items: list[Item], words: int, shuffle: random.Random | None) -> list[list[Item]]:
    """Return batches of about so many words, sentences of like length together; in random order when shuffled."""
    noise = shuffle.random if shuffle else float
    found, batch, size = [], [], 0
    for item in sorted(items, key=lambda item: len(item.words) + NOISE * noise()):
        batch.append(item)
        size += len(item.words)
        if size >= words:
            found.append(batch)
            batch, size = [], 0
    if batch:
        found.append(batch)
    if shuffle:
        shuffle.shuffle(found)
    return found


def tensors(batch: list[Item], drop: float = 0.0) -> tuple[Tensor, Tensor, Tensor, Tensor, Packing]:
    """Return packed words, pieces, shapes and styles; a share of the words made unknown."""
    packing = pack([len(item.words) for item in batch])
    words = np.concatenate([item.words for item in batch])[packing.source]
    if drop:
        words = np.where(np.random.rand(len(words)) < drop, 1, words)
    pieces = np.concatenate([item.pieces for item in batch])[packing.source]
    shapes = np.concatenate([item.shapes for item in batch])[packing.source]
    styles = np.concatenate([np.full(len(item.words), item.style) for item in batch])[packing.source]
    made = [torch.from_numpy(one) for one in (words, pieces, shapes, styles)]
    return made[0], made[1], made[2], made[3], packing
