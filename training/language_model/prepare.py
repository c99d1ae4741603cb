"""Choose the words that get a vector and give them a first one: ``python prepare.py --out FOLDER``. See README.md."""

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np
from corpora import count_capitals, read_all, unlabelled
from gensim.models import Word2Vec

from kronik.languages.id.sentences import load_sentences
from kronik.languages.id.tokens import load_tokeniser
from kronik.languages.network.features import plain

SEEN_NEWS, SEEN_TRAIN = 4, 2
"""Times that a word must be met in the unlabelled text, or in the training sentences, to get a vector."""
SHORTEST = 4
"""Words; shorter sentences of the news are labels and buttons."""
SIZE = 128
SPREAD = 1 / 3
"""Standard deviation of the numbers of the vectors, so that they do not drown the other features."""
SEEN_CAPITALS = 3
HARDLY, MOSTLY = 0.2, 0.8
"""Shares of capitals that part the classes of words."""
TRAINING = (
    *("csui_train", "pud", "gsd_dev", "gsd_old_train"),
    *("nergrit_train", "nergrit_valid", "idner_train", "idner_dev"),
)


def main() -> None:
    """Write the words, their vectors, and all text as one sentence a line, a space between words."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    split, tokenise = load_sentences(), load_tokeniser()
    labelled, trees = [], []
    corpora = read_all(options.shared / "corpora")
    for sample in (sample for key in TRAINING for sample in corpora[key]):
        parts = [form[a:b] for form in sample.forms for a, b in tokenise(form, 0, len(form))]
        labelled.append(parts)
        if sample.upos:
            trees.append(parts)
    news = []
    for line in unlabelled(options.shared):
        found = ([line[a:b] for a, b in tokenise(line, start, end)] for start, end in split(line))
        news += [forms for forms in found if len(forms) >= SHORTEST]
    known = choose_words(news, labelled)
    capitals = classes_of(known, news + trees)
    options.out.mkdir(parents=True, exist_ok=True)
    np.save(options.out / "vectors.npy", first_vectors(known, news + labelled).astype(np.float16))
    (options.out / "words.json").write_text(json.dumps({"known": known, "capitals": capitals}), encoding="utf-8")
    (options.out / "text.txt").write_text("\n".join(" ".join(forms) for forms in news + labelled), encoding="utf-8")
    print(f"{len(news)} sentences of news, {sum(map(len, news))} words; {len(known)} words get a vector")


def choose_words(news: list[list[str]], labelled: list[list[str]]) -> list[str]:
    """Return the words met often enough, in order of the alphabet."""
    unlabelled_counts = Counter(plain(form) for forms in news for form in forms)
    labelled_counts = Counter(plain(form) for forms in labelled for form in forms)
    often = {word for word, count in unlabelled_counts.items() if count >= SEEN_NEWS}
    return sorted(often | {word for word, count in labelled_counts.items() if count >= SEEN_TRAIN})


def classes_of(known: list[str], sentences: list[list[str]]) -> list[int]:
    """Return for each number of a word how often the word has a capital; see `Vocabulary.capitals`."""
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    count_capitals(sentences, lower, upper, plain)
    classes = [0, 0]
    for word in known:
        seen = lower[word] + upper[word]
        share = upper[word] / max(1, seen)
        classes.append(0 if seen < SEEN_CAPITALS else 1 if share < HARDLY else 2 if share < MOSTLY else 3)
    return classes


def first_vectors(known: list[str], sentences: list[list[str]]) -> np.ndarray:
    """Return skip-gram vectors of the words; rows 0 and 1, and words met once, are zero."""
    texts = [[plain(form) for form in forms] for forms in sentences]
    model = Word2Vec(
        texts, vector_size=SIZE, window=4, min_count=2, sg=1, negative=8, epochs=6, workers=1, seed=1, sample=1e-4
    )
    vectors = np.zeros((len(known) + 2, SIZE), dtype=np.float32)
    for at, word in enumerate(known, start=2):
        if word in model.wv:
            vectors[at] = model.wv[word]
    return vectors * (SPREAD / vectors.std())


if __name__ == "__main__":
    main()
