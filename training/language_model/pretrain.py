"""Train the shared layers to tell hidden words from those around them: ``python pretrain.py --prep X --out Y``."""

import argparse
import random
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from items import prepared_words
from network import Network, Sizes
from torch import Tensor, nn
from torch.nn import functional

from kronik.languages.network.features import PIECES, Vocabulary, plain, word_features
from kronik.languages.network.packing import Packing, pack

TARGETS = 12_000
"""Words among which the hidden one is told; the most frequent."""
HIDDEN = 0.2
"""Share of the words that are to be told."""
SHOWN_AS_NONE, SHOWN_AS_OTHER = 0.8, 0.1
"""Share of these that are shown as no word, and as another; the rest is shown as it is."""
LONGEST = 60
PER_BATCH = 1500
NARROW = 128
KEPT = ("words.", "pieces.", "shapes.", "entry", "window.", "trunk.")
WARM, LEAST = 200, 0.02
SAY = 100


@dataclass
class Text:
    """Sentences as numbers of forms, and for each form (0: none) its features and its number as a target (or -1)."""

    sentences: list[np.ndarray]
    words: np.ndarray
    pieces: np.ndarray
    shapes: np.ndarray
    targets: np.ndarray


class Teller(nn.Module):
    """The network without its tasks, and a layer that tells words."""

    def __init__(self, words: int) -> None:
        super().__init__()
        self.network = Network(Sizes(words, parser=0, namer=0), dropout=0.1)
        size = self.network.sizes.hidden
        self.output = nn.Sequential(
            nn.Linear(size, NARROW), nn.GELU(), nn.LayerNorm(NARROW), nn.Linear(NARROW, TARGETS)
        )

    def forward(self, features: list[Tensor], packing: Packing, rows: np.ndarray) -> Tensor:
        """Return scores of the targets at some rows."""
        seen = self.network.encode(features[0], features[1], features[2], packing)
        told: Tensor = self.output(seen[torch.from_numpy(rows)])
        return told


def main() -> None:
    """Train, save after every epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--prep", type=Path, required=True, help="what prepare.py wrote")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    words = prepared_words(options.prep, Sizes(0).buckets)
    text = read_text(options.prep / "text.txt", words)
    teller = Teller(len(words.capitals))
    with torch.no_grad():
        vectors = np.load(options.prep / "vectors.npy").astype(np.float32)
        teller.network.words.weight.copy_(torch.from_numpy(vectors))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    train(teller, text, options)


def read_text(path: Path, words: Vocabulary) -> Text:
    """Return the prepared text; long sentences in parts."""
    lines = [line.split() for line in path.read_text(encoding="utf-8").splitlines()]
    texts = [forms[at : at + LONGEST] for forms in lines for at in range(0, len(forms), LONGEST)]
    counts = Counter(plain(form) for forms in texts for form in forms)
    targets = {word: at for at, (word, _) in enumerate(counts.most_common(TARGETS))}
    forms = {form: at for at, form in enumerate(sorted({form for text in texts for form in text}), start=1)}
    features = [word_features(form, words) for form in forms]
    return Text(
        [np.array([forms[form] for form in text]) for text in texts],
        np.array([0, *(one.word for one in features)]),
        np.array([(0,) * PIECES, *(one.pieces for one in features)]),
        np.array([0, *(one.shape for one in features)]),
        np.array([-1, *(targets.get(plain(form), -1) for form in forms)]),
    )


def train(teller: Teller, text: Text, options: argparse.Namespace) -> None:
    """Train and save."""
    rng, shuffle = np.random.default_rng(options.seed), random.Random(options.seed)  # noqa: S311 - no secret
    rounds = make_batches(text.sentences)
    steps = options.epochs * len(rounds)
    optimizer = torch.optim.AdamW(
        teller.parameters(), lr=options.rate, betas=(0.9, 0.98), weight_decay=1e-3, fused=True
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / WARM) * max(LEAST, 1 - step / steps)
    )
    print(f"{sum(map(len, text.sentences))} words, {steps} steps", flush=True)
    start, lost, done = time.time(), 0.0, 0
    for epoch in range(options.epochs):
        shuffle.shuffle(rounds)
        for batch in rounds:
            loss = loss_of(teller, text, batch, rng)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(teller.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            lost += float(loss.detach())
            done += 1
            if done % SAY == 0:
                print(epoch, done, f"{lost / SAY:.3f} {time.time() - start:.0f} s", flush=True)
                lost = 0.0
        state = teller.network.state_dict()
        torch.save({key: value for key, value in state.items() if key.startswith(KEPT)}, options.out)


def make_batches(sentences: list[np.ndarray]) -> list[list[int]]:
    """Return batches of places of sentences of like length."""
    rounds, batch, size = [], [], 0
    for at in sorted(range(len(sentences)), key=lambda at: len(sentences[at])):
        batch.append(at)
        size += len(sentences[at])
        if size > PER_BATCH:
            rounds.append(batch)
            batch, size = [], 0
    return rounds


def loss_of(teller: Teller, text: Text, batch: list[int], rng: np.random.Generator) -> Tensor:
    """Return the loss of telling some words of a batch, chosen by chance."""
    packing = pack([len(text.sentences[at]) for at in batch])
    forms = np.concatenate([text.sentences[at] for at in batch])[packing.source]
    hidden = (rng.random(len(forms)) < HIDDEN) & (text.targets[forms] >= 0)
    hidden[int(rng.integers(len(forms)))] |= not hidden.any()
    shown, way = forms.copy(), rng.random(len(forms))
    shown[hidden & (way < SHOWN_AS_NONE)] = 0
    other = hidden & (way > 1 - SHOWN_AS_OTHER)
    shown[other] = rng.choice(forms, int(other.sum()))
    features = [torch.from_numpy(table[shown]) for table in (text.words, text.pieces, text.shapes)]
    told = teller(features, packing, np.nonzero(hidden)[0])
    return functional.cross_entropy(told, torch.from_numpy(text.targets[forms[hidden]]), ignore_index=-1)


if __name__ == "__main__":
    main()
