"""Average networks that were trained from the same one: ``python average.py --out FOLDER FOLDER FOLDER ...``."""

import argparse
import json
from pathlib import Path

import torch
from corpora import read_all
from items import Maker, prepared_words
from network import Network, Sizes
from scoring import report
from train import show

from kronik.languages.id.tokens import load_tokeniser

TESTS = ("csui_test", "gsd_test", "nergrit_test", "idner_test")


def main() -> None:
    """Save the mean of the weights, print its scores on the tests."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="what train.py wrote")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--prep", type=Path, required=True, help="what prepare.py wrote")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    states = [torch.load(folder / "model.pt", weights_only=True) for folder in options.folders]
    mean = {key: torch.stack([state[key] for state in states]).mean(dim=0) for key in states[0]}
    about = json.loads((options.folders[0] / "model.json").read_text(encoding="utf-8"))
    model = Network(Sizes(**about["sizes"]))
    model.load_state_dict(mean)
    relations = {name: at for at, name in enumerate(about["relations"])}
    maker = Maker(prepared_words(options.prep, about["sizes"]["buckets"]), relations, load_tokeniser())
    corpora = read_all(options.shared / "corpora")
    scores = report(model, {key: maker.items(corpora[key]) for key in TESTS})
    show(scores)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(mean, options.out / "model.pt")
    (options.out / "model.json").write_text(json.dumps(about | {"scores": scores}), encoding="utf-8")


if __name__ == "__main__":
    main()
