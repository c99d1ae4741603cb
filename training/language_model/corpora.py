"""The labelled corpora as samples, those that share text with a test left out; and the unlabelled text."""

import csv
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "evals"))

from name_corpora import names_of
from treebanks import sentences_of

TREES = {
    "csui_train": "ud_csui/id_csui-ud-train.conllu",
    "csui_test": "ud_csui/id_csui-ud-test.conllu",
    "pud": "ud_pud/id_pud-ud-test.conllu",
    "gsd_dev": "ud_gsd/id_gsd-ud-dev.conllu",
    "gsd_test": "ud_gsd/id_gsd-ud-test.conllu",
    "gsd_old_dev": "ud_gsd/id_gsd-ud-dev.OLD-2017-02-ud20.conllu",
    "gsd_old_train": "ud_gsd/id_gsd-ud-train.OLD-2017-02-ud20.conllu",
}
NAMES = {
    "nergrit_train": "nergrit/train_preprocess.txt",
    "nergrit_valid": "nergrit/valid_preprocess.txt",
    "nergrit_test": "nergrit/test_preprocess.txt",
    "idner_train": "idner-news-2k/train.txt",
    "idner_dev": "idner-news-2k/dev.txt",
    "idner_test": "idner-news-2k/test.txt",
}
SHARED_RUN = 8
"""Words in a row that make two sentences share text: a half sentence of one corpus may be a sentence of another."""
SHORTEST_LINE = 15
"""Characters; shorter lines of news are labels and buttons."""


@dataclass
class Sample:
    """A labelled sentence: of a treebank (upos, heads, relations) or of a corpus of names (one label a form)."""

    corpus: str
    text: str
    forms: list[str]
    upos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)  # -1: the root
    relations: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


def read_trees(path: Path, corpus: str) -> list[Sample]:
    """Return the sentences of a treebank."""
    return [
        Sample(
            corpus,
            one.text,
            [word.form for word in one.words],
            upos=[word.upos for word in one.words],
            heads=[word.head for word in one.words],
            relations=[word.relation for word in one.words],
        )
        for one in sentences_of(path)
    ]


def read_names(path: Path, corpus: str) -> list[Sample]:
    """Return the sentences of a corpus of names, forms as parted there."""
    return [Sample(corpus, " ".join(one.forms), list(one.forms), names=list(one.labels)) for one in names_of(path)]


def read_all(folder: Path) -> dict[str, list[Sample]]:
    """Return every corpus by its key; what shares text with a test is left out of all that are none."""
    found = {key: read_trees(folder / name, key) for key, name in TREES.items()}
    found |= {key: read_names(folder / name, key) for key, name in NAMES.items()}
    tests = [key for key in found if key.endswith("_test")]
    runs, whole = runs_of(sample for key in tests for sample in found[key])
    for key, samples in found.items():
        if key not in tests:
            found[key] = [sample for sample in samples if not shares(sample, runs, whole)]
    return found


def words_of(sample: Sample) -> list[str]:
    """Return the written words without marks, in lower case, so that ways to part words compare."""
    return re.findall(r"\w+", sample.text.lower())


def runs_of(samples: Iterator[Sample]) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """Return all runs of `SHARED_RUN` words of some sentences, and the sentences that are shorter."""
    runs, whole = set(), set()
    for sample in samples:
        words = words_of(sample)
        if len(words) < SHARED_RUN:
            whole.add(tuple(words))
        runs |= {tuple(words[at : at + SHARED_RUN]) for at in range(len(words) - SHARED_RUN + 1)}
    return runs, whole


def shares(sample: Sample, runs: set[tuple[str, ...]], whole: set[tuple[str, ...]]) -> bool:
    """Tell whether a sentence has a run of words in common, or is a short sentence."""
    words = words_of(sample)
    if tuple(words) in whole:
        return True
    return any(tuple(words[at : at + SHARED_RUN]) in runs for at in range(len(words) - SHARED_RUN + 1))


def unlabelled(shared: Path) -> Iterator[str]:
    """Yield the lines of the unlabelled news, headlines too, each once."""
    csv.field_size_limit(sys.maxsize)
    seen: set[str] = set()
    for path in [*sorted((shared / "news").glob("*.csv")), *sorted((shared / "text").glob("*.csv"))]:
        with path.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                for line in [row["judul"], *row["isi_berita"].splitlines()]:
                    kept = line.strip()
                    if len(kept) > SHORTEST_LINE and kept not in seen:
                        seen.add(kept)
                        yield kept


def count_capitals(
    sentences: list[list[str]], lower: Counter[str], upper: Counter[str], plain: Callable[[str], str]
) -> None:
    """Count how often words stand with and without a capital inside sentences that are not mostly capitals."""
    for forms in sentences:
        if sum(form[0].isupper() for form in forms) * 2 > len(forms):
            continue
        for form in forms[1:]:
            if form[0].isalpha():
                (upper if form[0].isupper() else lower)[plain(form)] += 1
