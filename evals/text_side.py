"""Sentences, tokens, lemmas and voice of the Indonesian pack: ``python evals/text_side.py [SHARED] [--errors]``.

Measured on the treebanks of the shared folder and on the pages of news of `labels/sentences_news.jsonl`:

- sentences: the places at which a sentence ends and another follows, F1. The sentences of a treebank are joined by
  `training/sentences/join.py`. The labels of news are offsets in the page text, given by a reader who saw the
  splitter's answers; what a pair of quotation marks encloses is one sentence. Part 1 was read first (F1 0.936 within
  lines) and the splitter changed after; part 2 was drawn when it was (F1 0.982 before the next change).
- tokens: F1 of half-open offsets in each sentence as written.
- lemmas: share of the words (punctuation aside, case aside) with the treebank's lemma; and of the nouns, verbs and
  adjectives alone.
- voice: share of the treebank's verbs that have a voice for which the answer is the same.
- words a second: sentences and tokens of the news together, one core.

No list of the pack was made from a test part of a treebank. Without the shared folder nothing is measured.
"""

import argparse
import hashlib
import importlib.util
import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from treebanks import Annotated, sentences_of

from kronik.annotation.views import language_view
from kronik.articles.article import article_of
from kronik.languages.analysis import SentenceSplitter
from kronik.languages.id.morphology import Morphology, load_morphology
from kronik.languages.id.sentences import load_sentences
from kronik.languages.id.tokens import Tokeniser, load_tokeniser
from kronik.languages.loader import load_packs
from kronik.pages.options import ReadOptions
from kronik.pages.projection import project
from kronik.pages.reading import read_inputs
from kronik.records.pages import Item
from kronik.text.views import View

HERE = Path(__file__).resolve().parent
LABELS = HERE / "labels" / "sentences_news.jsonl"
JOIN = HERE.parent / "training" / "sentences" / "join.py"
TREEBANKS = {
    "CSUI test": "ud_csui/id_csui-ud-test.conllu",
    "CSUI train": "ud_csui/id_csui-ud-train.conllu",
    "PUD": "ud_pud/id_pud-ud-test.conllu",
    "GSD dev": "ud_gsd/id_gsd-ud-dev.conllu",
    "GSD test": "ud_gsd/id_gsd-ud-test.conllu",
}
PARTS = {1: "news, first part", 2: "news, second part"}
VOICES = {"Act": "active", "Pass": "passive"}
CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
AROUND = 30
"""Characters shown on either side of an error."""
BREAKS = ("", "\n")

Join = Callable[[Iterable[str]], tuple[str, tuple[int, ...]]]


@dataclass(slots=True)
class Tally:
    """Counts of what is right, found and wanted, and the errors as text."""

    right: int
    found: int
    wanted: int
    errors: list[str]

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.found + self.wanted)

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.wanted)
        return f"F1 {self.f1:.4f}  precision {precision:.4f}  recall {recall:.4f}  of {self.wanted}"


def tally(places: Iterable[tuple[str, set[int], set[int]]]) -> Tally:
    """Return the counts over (text, places wanted, places found)."""
    total = Tally(0, 0, 0, [])
    for text, wanted, found in places:
        total.right += len(wanted & found)
        total.found += len(found)
        total.wanted += len(wanted)
        for place in sorted(wanted ^ found):
            kind = "missed" if place in wanted else "wrong "
            before, after = text[max(0, place - AROUND) : place], text[place : place + AROUND]
            total.errors.append(f"{kind} {before!r} | {after!r}")
    return total


def treebank_ends(path: Path, split: SentenceSplitter) -> Tally:
    """Return how well the sentences of a treebank are found in their joined text."""
    text, ends = joined()(sentence.text for sentence in sentences_of(path))
    found = {end for _, end in split(text)} - {len(text)}
    return tally([(text, set(ends[:-1]), found)])


def news_ends(shared: Path, part: int, split: SentenceSplitter, *, lines: bool) -> Tally:
    """Return how well the labelled ends are found in pages of news; with ``lines`` those at line ends count too."""
    places = []
    for view, wanted in labelled(shared, part):
        found = {end for _, end in split(view.text)}
        keep = {end for end in wanted | found if end < len(view.text) and (lines or view.text[end] not in BREAKS)}
        places.append((view.text, wanted & keep, found & keep))
    return tally(places)


def labelled(shared: Path, part: int) -> Iterator[tuple[View, set[int]]]:
    """Yield the prose views of the labelled pages with the offsets at which a sentence ends; others are left out."""
    labels: dict[str, list[int]] = {}
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["part"] == part:
            labels[row["sha256"]] = row["ends"]
    packs = load_packs()
    for item in read_inputs([str(path) for path in sorted((shared / "news").glob("*.csv"))], ReadOptions()):
        if not isinstance(item, Item):
            continue
        page = project(item)
        ends = labels.pop(hashlib.sha256(page.text.encode()).hexdigest(), None)
        if ends is not None:
            view = language_view(page, article_of(page, packs), packs)
            places = (view.to_view(end - 1) for end in ends)
            yield view, {place + 1 for place in places if place is not None}


def treebank_tokens(path: Path, tokenise: Tokeniser) -> Tally:
    """Return how well the words of a treebank are found in its sentences as written."""
    total = Tally(0, 0, 0, [])
    for sentence in sentences_of(path):
        wanted = {(word.start, word.end) for word in sentence.words}
        found = set(tokenise(sentence.text, 0, len(sentence.text)))
        total.right += len(wanted & found)
        total.found += len(found)
        total.wanted += len(wanted)
        missed = [sentence.text[start:end] for start, end in sorted(wanted - found)]
        if missed:
            total.errors.append(" ".join(missed))
    return total


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """Shares of right lemmas (all words, content words) and of right voices, and the errors as text."""

    lemmas: float
    content: float
    voices: float
    errors: tuple[str, ...]


def treebank_forms(sentences: Iterable[Annotated], morphology: Morphology) -> Forms:
    """Return how often lemma and voice are the treebank's."""
    lemmas, content, voices = [], [], []
    errors = []
    for word in (word for sentence in sentences for word in sentence.words):
        if word.upos == "PUNCT" or word.lemma == "_":
            continue
        lemma, voice = morphology(word.form, word.upos)
        lemmas.append(lemma.lower() == word.lemma.lower())
        if word.upos in CONTENT:
            content.append(lemmas[-1])
        if word.upos == "VERB" and word.voice in VOICES:
            voices.append(voice == VOICES[word.voice])
        if not lemmas[-1]:
            errors.append(f"{word.form} {word.upos}: {lemma}, not {word.lemma}")
    shares = [sum(row) / max(1, len(row)) for row in (lemmas, content, voices)]
    return Forms(lemmas=shares[0], content=shares[1], voices=shares[2], errors=tuple(errors))


def words_a_second(shared: Path, split: SentenceSplitter, tokenise: Tokeniser) -> tuple[int, float]:
    """Return how many tokens the labelled pages have, and how many are found in a second."""
    texts = [view.text for part in PARTS for view, _ in labelled(shared, part)]
    begun = time.perf_counter()
    count = sum(len(tokenise(text, start, end)) for text in texts for start, end in split(text))
    return count, count / (time.perf_counter() - begun)


def joined() -> Join:
    """Return the function that joins the sentences of a treebank."""
    spec = importlib.util.spec_from_file_location("join", JOIN)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(JOIN)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Join = module.joined
    return found


def report(shared: Path, *, errors: bool) -> Iterator[str]:
    """Yield the lines of the report."""
    split, tokenise, morphology = load_sentences(), load_tokeniser(), load_morphology()
    corpora = {name: shared / "corpora" / path for name, path in TREEBANKS.items()}
    for part, name in PARTS.items():
        inner = news_ends(shared, part, split, lines=False)
        yield f"sentences  {name:18}{inner}"
        yield f"sentences  {name:18}{news_ends(shared, part, split, lines=True)}, line ends too"
        yield from (f"    {error}" for error in inner.errors if errors)
    for name, path in corpora.items():
        ends = treebank_ends(path, split)
        yield f"sentences  {name:18}{ends}"
        yield from (f"    {error}" for error in ends.errors if errors)
    for name, path in corpora.items():
        tokens = treebank_tokens(path, tokenise)
        yield f"tokens     {name:18}{tokens}"
        yield from (f"    {error}" for error in tokens.errors if errors)
    for name, path in corpora.items():
        forms = treebank_forms(sentences_of(path), morphology)
        yield f"lemmas     {name:18}{forms.lemmas:.4f}  content words {forms.content:.4f}"
        yield f"voice      {name:18}{forms.voices:.4f}"
        yield from (f"    {error}" for error in forms.errors if errors)
    count, speed = words_a_second(shared, split, tokenise)
    yield f"speed      {count} tokens of news, {speed:,.0f} a second"


def main() -> int:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "shared", nargs="?", type=Path, default=os.environ.get("KRONIK_SHARED", HERE.parents[1] / "shared")
    )
    parser.add_argument("--errors", action="store_true", help="print what is wrong, too")
    arguments = parser.parse_args()
    shared = Path(arguments.shared)
    if not (shared / "corpora").is_dir():
        print("the shared folder is not here: nothing was measured")
        return 0
    for line in report(shared, errors=arguments.errors):
        print(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
