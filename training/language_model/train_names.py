"""Learn the layers of names anew, sentence by sentence: ``python train_names.py --start X --out Y``. See README.md.

The body stays as it is, so that its rows are made once. What is made small is no longer the error of each word but that
of the whole sequence of labels among all valid ones, as in a conditional random field whose steps cost nothing.
"""

import argparse
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from corpora import read_all
from items import Item, Maker, batches, prepared_words, tensors
from losses import sequence_loss
from network import Network, Sizes
from scoring import report
from silver import read_silver
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from train import CLIP, LEAST, MEMORY, show

from kronik.languages.id.sentences import load_sentences
from kronik.languages.id.tokens import load_tokeniser
from kronik.languages.network.packing import pack

PER_BATCH = 1600
"""Words of a step."""
WARM = 50
"""Steps in which the rate rises."""
NOISED = 2
"""Times that a sentence's rows are made with parts of the body and words hidden, beside the one time without."""
DROPPED = 0.15
"""Share of the words that are then unknown."""


@dataclass
class Seen:
    """The body's rows of one sentence, made several times."""

    item: Item
    rows: list[Tensor]


def main() -> None:
    """Train, print the scores, save the weights of the whole network."""
    options = _options()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    np.random.seed(options.seed)
    about = json.loads((options.start / "model.json").read_text(encoding="utf-8"))
    words = prepared_words(options.prep, about["sizes"]["buckets"])
    maker = Maker(words, {name: at for at, name in enumerate(about["relations"])}, load_tokeniser())
    model = Network(Sizes(**about["sizes"]))
    model.load_state_dict(torch.load(options.start / "model.pt", weights_only=True))
    corpora = read_all(options.shared / "corpora")
    tuning = ["nergrit_valid", "idner_dev"]
    samples = [*corpora["nergrit_train"], *corpora["idner_train"]]
    samples += [sample for key in tuning if options.final for sample in corpora[key]]
    samples += read_silver(options.shared, words, load_sentences(), maker.tokenise)
    train(model, seen_by(model, maker.items(samples)), options)
    looked_at = ["nergrit_test", "idner_test"] if options.final else tuning
    scores = report(model, {key: maker.items(corpora[key]) for key in looked_at})
    show(scores)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), options.out / "model.pt")
    (options.out / "model.json").write_text(json.dumps(about | {"scores": scores}), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--prep", type=Path, required=True, help="what prepare.py wrote")
    parser.add_argument("--start", type=Path, required=True, help="the folder that train.py wrote")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--passes", type=int, default=9)
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--final", action="store_true", help="learn from the tuning sentences, too")
    return parser.parse_args()


@torch.no_grad()
def seen_by(model: Network, items: list[Item]) -> list[Seen]:
    """Return the body's rows of sentences, once as they are and `NOISED` times as in training."""
    found = {id(item): Seen(item, []) for item in items}
    for turn in range(1 + NOISED):
        model.train(turn > 0)
        for batch in batches(items, PER_BATCH, None):
            words, pieces, shapes, _, packing = tensors(batch, DROPPED if turn else 0.0)
            rows = model.encode(words, pieces, shapes, packing).half()
            for rank, given in enumerate(packing.order):
                found[id(batch[given])].rows.append(rows[packing.rows_of(rank)].clone())
    return [found[id(item)] for item in items]


def train(model: Network, sentences: list[Seen], options: argparse.Namespace) -> None:
    """Give the network the average of the name layers' weights of all steps, late ones counting most."""
    rng = random.Random(options.seed)  # noqa: S311 - no secret
    rows_of = {id(one.item): one.rows for one in sentences}
    items = [one.item for one in sentences]
    layers = nn.ModuleList([model.namer, model.name_style, model.name])
    averaged = AveragedModel(layers, multi_avg_fn=get_ema_multi_avg_fn(MEMORY))
    optimizer = torch.optim.AdamW(layers.parameters(), lr=options.rate, betas=(0.9, 0.98), weight_decay=1e-4)
    steps = options.passes * len(batches(items, PER_BATCH, None))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / WARM) * max(LEAST, 1 - step / steps)
    )
    print(f"{len(items)} sentences with names, {steps} steps")
    start = time.time()
    for at in range(options.passes):
        lost = 0.0
        for batch in batches(items, PER_BATCH, rng):
            model.train()
            loss = _loss(model, batch, [rng.choice(rows_of[id(item)]) for item in batch])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(layers.parameters(), CLIP)
            optimizer.step()
            schedule.step()
            averaged.update_parameters(layers)
            lost += float(loss.detach())
        print(at, f"{lost * options.passes / steps:.4f} {time.time() - start:.0f} s", flush=True)
    layers.load_state_dict(averaged.module.state_dict())


def _loss(model: Network, batch: list[Item], rows: list[Tensor]) -> Tensor:
    """Return the loss of one batch whose body's rows are given, sentence by sentence."""
    packing = pack([len(item.words) for item in batch])
    source = torch.from_numpy(packing.source)
    styles = torch.cat([torch.full((len(item.words),), item.style) for item in batch])[source]
    wanted = torch.from_numpy(np.concatenate([item.labels for item in batch]))[source]
    seen = model.name_rows(torch.cat(rows).float()[source], styles, packing)
    return sequence_loss(model.name(model.dropout(seen)), wanted, packing)


if __name__ == "__main__":
    main()
