"""Train the network on the labelled corpora: ``python train.py --prep X --start Y --out Z``. See README.md."""

import argparse
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from convert import agreement, convert, folds, learn
from corpora import Sample, read_all
from items import LABELS, NAME_STYLES, TAGS, TREE_STYLES, Item, Maker, batches, prepared_words
from losses import name_loss, tree_losses
from network import Network, Sizes
from scoring import report
from silver import read_silver
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from kronik.languages.id.sentences import load_sentences
from kronik.languages.id.tokens import Tokeniser, load_tokeniser

PER_BATCH = 800
"""Words; a step sees as many of treebanks and, while there are as many, of names."""
MEMORY = 0.995
"""How much of the average of all steps' weights stays at each step; the average is what is kept."""
CLIP = 2.0
WARM = 100
"""Steps in which the rate rises."""
LEAST = 0.02
"""Share of the rate that the last step has."""
OF_2017 = ("gsd_conv", "gsd_old_train")
SHOWN = 3
"""Passes after which the tuning sentences are looked at."""
TWICE = ("csui_train", "pud")
"""Treebanks read twice in a pass: they are news, and of today's annotation."""
EVERY = 6
"""Of the CSUI train sentences one in so many is for tuning."""


@dataclass
class Sets:
    """What is learnt from and what is looked at."""

    trees: list[Item]
    names: list[Item]
    tuning: dict[str, list[Item]]
    tests: dict[str, list[Item]]


def main() -> None:
    """Train, print the scores, save the weights."""
    options = _options()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    np.random.seed(options.seed)
    words = prepared_words(options.prep, Sizes(0).buckets)
    relations = {name: at for at, name in enumerate(_numbered(options.start))}
    sets = make_sets(options, Maker(words, relations, load_tokeniser()))
    sizes = Sizes(
        len(words.capitals), relations=len(relations), tree_styles=len(TREE_STYLES), name_styles=len(NAME_STYLES)
    )
    model = Network(sizes, options.dropout)
    with torch.no_grad():
        model.words.weight.copy_(torch.from_numpy(np.load(options.prep / "vectors.npy").astype(np.float32)))
    if options.start:
        own = model.state_dict()
        given = torch.load(options.start, weights_only=True)
        fitting = {key: value for key, value in given.items() if key in own and own[key].shape == value.shape}
        print(f"started from {len(fitting)} of {len(given)} parts")
        model.load_state_dict(fitting, strict=False)
    averaged = train(model, sets, options)
    options.out.mkdir(parents=True, exist_ok=True)
    scores = report(averaged, sets.tuning | sets.tests)
    show(scores)
    torch.save(averaged.state_dict(), options.out / "model.pt")
    about = {
        "sizes": vars(sizes),
        "tags": TAGS,
        "labels": LABELS,
        "tree_styles": TREE_STYLES,
        "name_styles": NAME_STYLES,
        "relations": list(relations),
        "options": {
            key: str(value) for key, value in vars(options).items() if key not in {"shared", "prep", "out", "start"}
        },
        "scores": scores,
    }
    (options.out / "model.json").write_text(json.dumps(about), encoding="utf-8")


def _numbered(start: Path | None) -> list[str]:
    """Return the relations in the order that an earlier stage numbered them in; the root alone where there was none."""
    about = start.parent / "model.json" if start else None
    if about and about.exists():
        found: list[str] = json.loads(about.read_text(encoding="utf-8"))["relations"]
        return found
    return ["root"]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--prep", type=Path, required=True, help="what prepare.py wrote")
    parser.add_argument("--start", type=Path, help="what pretrain.py wrote")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--early", type=int, default=8, help="passes over all trees, the 2017 train with them")
    parser.add_argument("--epochs", type=int, default=9, help="passes over the trees of today's annotation after these")
    parser.add_argument("--name-passes", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--dropout", type=float, default=0.33)
    parser.add_argument("--drop-words", type=float, default=0.15)
    parser.add_argument("--old", choices=("none", "raw", "converted"), default="converted", help="the 2017 train")
    parser.add_argument("--once", action="store_true", help="do not read the treebanks of news twice in a pass")
    parser.add_argument("--no-silver", action="store_true", help="leave the mentions of the gold train articles out")
    parser.add_argument("--final", action="store_true", help="learn from the tuning sentences, too")
    return parser.parse_args()


def make_sets(options: argparse.Namespace, maker: Maker) -> Sets:
    """Return the sentences to learn from and to look at; relations are numbered as they are met."""
    corpora = read_all(options.shared / "corpora")
    trees = [*corpora["csui_train"], *corpora["pud"], *corpora["gsd_dev"]]
    tuning = [] if options.final else corpora["csui_train"][::EVERY]
    left = {id(one) for one in tuning}
    trees = [one for one in trees if id(one) not in left]
    if options.old == "raw":
        trees += corpora["gsd_old_train"]
    elif options.old == "converted":
        trees += renewed(corpora, maker.tokenise)
    for one in (one for sample in trees for one in sample.relations):
        maker.relations.setdefault(one, len(maker.relations))
    if not options.once:
        trees += [one for one in trees if one.corpus in TWICE]
    names = [*corpora["nergrit_train"], *corpora["idner_train"]]
    if options.final:
        names += [*corpora["nergrit_valid"], *corpora["idner_dev"]]
    if not options.no_silver:
        names += read_silver(options.shared, maker.words, load_sentences(), maker.tokenise)
    looked_at = (
        {} if options.final else {"csui_tuning": tuning} | {key: corpora[key] for key in ("nergrit_valid", "idner_dev")}
    )
    tests = {key: corpora[key] for key in ("csui_test", "gsd_test", "nergrit_test", "idner_test")}
    return Sets(
        maker.items(trees),
        maker.items(names),
        {key: maker.items(samples) for key, samples in looked_at.items()},
        {key: maker.items(samples) for key, samples in tests.items()},
    )


def renewed(corpora: dict[str, list[Sample]], tokenise: Tokeniser) -> list[Sample]:
    """Return the 2017 train in today's annotation, by rules learnt from the sentences that stand in both."""
    today = {sample.text: sample for sample in corpora["gsd_dev"]}
    pairs = [(old, today[old.text]) for old in corpora["gsd_old_dev"] if old.text in today]
    print("2017 annotation against today's:", agreement(pairs), "by rules of other folds:", folds(pairs, tokenise))
    rules = learn(pairs)
    return [convert(sample, rules, tokenise) for sample in corpora["gsd_old_train"]]


def train(model: Network, sets: Sets, options: argparse.Namespace) -> Network:
    """Return the network with the average of the weights of all steps, late ones counting most."""
    rng = random.Random(options.seed)  # noqa: S311 - no secret
    today = [item for item in sets.trees if item.sample.corpus not in OF_2017]
    passes = [sets.trees] * options.early + [today] * options.epochs
    averaged = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(MEMORY))
    optimizer = torch.optim.AdamW(model.parameters(), lr=options.rate, betas=(0.9, 0.98), weight_decay=1e-4, fused=True)
    steps = sum(len(batches(items, PER_BATCH, None)) for items in passes)
    share = min(1.0, options.name_passes * len(batches(sets.names, PER_BATCH, None)) / steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / WARM) * max(LEAST, 1 - step / steps)
    )
    print(f"{len(sets.trees)} trees ({len(today)} today's), {len(sets.names)} sentences with names, {steps} steps")
    queue: list[list[Item]] = []
    due, start = 0.0, time.time()
    for epoch, items in enumerate(passes):
        lost = np.zeros(4)
        rounds = batches(items, PER_BATCH, rng)
        for batch in rounds:
            model.train()
            losses = tree_losses(model, batch, options.drop_words)
            due += share
            if due >= 1:
                due -= 1
                queue = queue or batches(sets.names, PER_BATCH, rng)
                losses.append(name_loss(model, queue.pop(), options.drop_words))
            torch.stack(losses).sum().backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), CLIP)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            averaged.update_parameters(model)
            lost[: len(losses)] += [float(one.detach()) for one in losses]
        print(epoch, np.round(lost / len(rounds), 3), f"{time.time() - start:.0f} s", flush=True)
        if sets.tuning and epoch % SHOWN == SHOWN - 1:
            show(report(averaged.module, sets.tuning))
    return averaged.module


def show(scores: dict[str, dict[str, float]]) -> None:
    """Print scores."""
    for key, values in scores.items():
        print("   ", key, " ".join(f"{name} {value:.1f}" for name, value in values.items()), flush=True)


if __name__ == "__main__":
    main()
