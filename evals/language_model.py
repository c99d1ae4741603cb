"""Tags, trees and names of the Indonesian pack: ``python evals/language_model.py [SHARED] [--weights FILE]``.

Measured on the test parts of the labelled corpora, which no training set shares a sentence with:

- trees with the treebank's words: UPOS, UAS and LAS (relations with their subtypes), every word counted, marks too.
  Beside it without marks, as some tools count.
- trees from raw text: the sentences joined as for the sentence figures, found again and parted by rules; F1 of words at
  the same place whose head is at the same place, as the CoNLL shared tasks count.
- names: F1 of whole names (place and kind). The conventions are those of the corpus; those that the pack follows in
  texts are marked.
- mentions of actors: of those in the gold dev articles that have a capital (persons, organisations, states), the share
  that a name is found for at the very place, and with the right kind. Epithets are among them.
- words a second on one core over whole articles of news, everything included, with the resident memory.

Set OMP_NUM_THREADS=1 and OPENBLAS_NUM_THREADS=1 for the speed. Without the shared folder nothing is measured.
"""

import argparse
import csv
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from name_corpora import Labelled, names_of, score, valid
from text_side import joined
from treebanks import Annotated, sentences_of

from kronik.languages.analysis import Analyser, NameKind
from kronik.languages.id.analyser import NAME_STYLE, TREE_STYLE, load_analyser, read_weights
from kronik.languages.id.tokens import Tokeniser, load_tokeniser
from kronik.languages.network.reading import Reader, make_reader
from kronik.languages.network.weights import Weights, load_weights

TREES = {"CSUI test": "ud_csui/id_csui-ud-test.conllu", "GSD test": "ud_gsd/id_gsd-ud-test.conllu"}
NAMES = {
    "NERGrit test": ("nergrit/test_preprocess.txt", "nergrit"),
    "idner test": ("idner-news-2k/test.txt", "idner"),
}
TREE_STYLES = {"CSUI test": "csui", "GSD test": "gsd"}
NEWS = "news/2025-06-18.csv"
ARTICLES = 300
"""Articles read for the speed."""
PUNCT = "PUNCT"
GOLD_KINDS = {"person": NameKind.PERSON, "organisation": NameKind.ORGANISATION, "state": NameKind.PLACE}
"""Kinds of actors -> kinds of names; a state's name is that of a place."""


@dataclass(frozen=True, slots=True)
class TreeScores:
    """Percent right."""

    upos: float
    uas: float
    las: float

    def __str__(self) -> str:
        return f"UPOS {self.upos:.1f}  UAS {self.uas:.1f}  LAS {self.las:.1f}"


def trees_of_words(sentences: list[Annotated], read: Reader, *, marks: bool = True) -> TreeScores:
    """Return the scores with the treebank's own words."""
    total = tag = arc = label = 0
    for sentence, said in zip(sentences, read([[one.form for one in s.words] for s in sentences]), strict=True):
        for word, upos, head, relation in zip(sentence.words, said.tags, said.heads, said.relations, strict=True):
            if not marks and word.upos == PUNCT:
                continue
            total += 1
            tag += upos == word.upos
            arc += head == word.head
            label += head == word.head and relation == word.relation
    return TreeScores(*(100 * count / total for count in (tag, arc, label)))


def trees_of_text(sentences: list[Annotated], analyse: Analyser) -> TreeScores:
    """Return F1 of tags, heads and labelled heads in the joined text."""
    text, ends = joined()(sentence.text for sentence in sentences)
    wanted = {}
    for sentence, end in zip(sentences, ends, strict=True):
        first = end - len(sentence.text)
        places = [(first + word.start, first + word.end) for word in sentence.words]
        for place, word in zip(places, sentence.words, strict=True):
            wanted[place] = (word.upos, places[word.head] if word.head >= 0 else None, word.relation)
    found = {}
    for read in analyse(text).sentences:
        places = [(token.start, token.end) for token in read.tokens]
        for place, token in zip(places, read.tokens, strict=True):
            found[place] = (token.upos, places[token.head] if token.head >= 0 else None, token.relation)
    same = [place for place in wanted if place in found]
    tag = sum(wanted[place][0] == found[place][0] for place in same)
    arc = sum(wanted[place][1] == found[place][1] for place in same)
    label = sum(wanted[place][1:] == found[place][1:] for place in same)
    return TreeScores(*(200 * count / (len(wanted) + len(found)) for count in (tag, arc, label)))


def labels_of(sentences: list[Labelled], read: Reader, tokenise: Tokeniser) -> list[tuple[str, ...]]:
    """Return a label of each form: the forms are parted as the tokeniser parts words, the first part's label counts."""
    parts = [[[form[a:b] for a, b in tokenise(form, 0, len(form))] for form in one.forms] for one in sentences]
    found = []
    for sentence, said in zip(parts, read([[part for form in forms for part in form] for forms in parts]), strict=True):
        firsts, at = [], 0
        for form in sentence:
            firsts.append(at)
            at += len(form)
        found.append(valid([said.names[first] for first in firsts]))
    return found


def mentions(shared: Path, analyse: Analyser) -> tuple[int, float, float]:
    """Return how many mentions with a capital gold dev has, and the percent found, and found with their kind."""
    total = placed = right = 0
    for line in (shared / "gold" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        text = article["page"]["text"]
        found = {(name.start, name.end): name.kind for name in analyse(text).names}
        for actor in article["actors"]:
            for one in actor["mentions"]:
                place = (one["start"], one["end"])
                if actor["kind"] not in GOLD_KINDS or not text[place[0]].isupper():
                    continue
                total += 1
                placed += place in found
                right += found.get(place) == GOLD_KINDS[actor["kind"]]
    return total, 100 * placed / total, 100 * right / total


def speed(texts: Iterable[str], analyse: Analyser) -> tuple[int, float]:
    """Return the number of words and how many were read in a second; the first text is read once before."""
    given = list(texts)
    analyse(given[0])
    start = time.perf_counter()
    count = sum(len(sentence.tokens) for text in given for sentence in analyse(text).sentences)
    return count, count / (time.perf_counter() - start)


def news(shared: Path, most: int) -> list[str]:
    """Return bodies of news."""
    csv.field_size_limit(sys.maxsize)
    with (shared / NEWS).open(encoding="utf-8", newline="") as rows:
        return [row["isi_berita"] for row, _ in zip(csv.DictReader(rows), range(most), strict=False)]


def report(shared: Path, weights: Weights, analyse: Analyser, say: Callable[[str], None]) -> None:
    """Say every figure."""
    tokenise = load_tokeniser()
    for name, file in TREES.items():
        sentences = list(sentences_of(shared / "corpora" / file))
        for style in sorted({TREE_STYLES[name], TREE_STYLE}):
            read = make_reader(weights, tree_style=style, name_style=NAME_STYLE)
            mark = " (the pack's)" if style == TREE_STYLE else ""
            say(f"{name}, its words, conventions {style}{mark}: {trees_of_words(sentences, read)}")
            say(f"    without marks: {trees_of_words(sentences, read, marks=False)}")
        say(f"{name}, raw text: {trees_of_text(sentences, analyse)}")
    for name, (file, own) in NAMES.items():
        labelled = names_of(shared / "corpora" / file)
        for style in sorted({own, NAME_STYLE}):
            read = make_reader(weights, tree_style=TREE_STYLE, name_style=style)
            scores = score([one.labels for one in labelled], labels_of(labelled, read, tokenise))
            mark = " (the pack's)" if style == NAME_STYLE else ""
            say(f"{name}, conventions {style}{mark}: {scores}")
    total, placed, right = mentions(shared, analyse)
    say(f"gold dev: {total} mentions with a capital, {placed:.1f} % found, {right:.1f} % with their kind")
    count, rate = speed(news(shared, ARTICLES), analyse)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    say(f"news: {count} words, {rate:.0f} words a second; {memory:.0f} MB at most resident")


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", type=Path, default=Path(os.environ.get("KRONIK_SHARED", "../shared")))
    parser.add_argument("--weights", type=Path, help="other weights than the package's")
    options = parser.parse_args()
    if not (options.shared / "corpora").is_dir():
        print("no shared folder: nothing measured")
        return
    if options.weights:
        with options.weights.open("rb") as file:
            weights = load_weights(file, options.weights.name)
    else:
        weights = read_weights()
    report(options.shared, weights, load_analyser(weights=weights), print)


if __name__ == "__main__":
    main()
