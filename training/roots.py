"""Make the roots and the irregular lemmas of Indonesian: ``python training/roots.py [SHARED]``.

Writes `roots.tsv` and `lemmas.tsv` of the Indonesian pack from the lemma columns of UD CSUI train, UD PUD and UD GSD
dev (CC BY-SA 4.0, 3.0 and 4.0; no test part is read) and from the words of `glue_words.tsv`:

1. a lemma that differs from its form is a root; one that never does is a root if no affixes lead to another one;
2. a stem that two words of the vocabulary share by a verb's prefix and another affix is a root;
3. a word of the vocabulary in small letters that comes from no root is one itself.

An irregular lemma is one that a form has mostly and that the rules do not find.
"""

import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from kronik.languages.id.affixes import reductions, stems
from kronik.languages.id.glue_vocabulary import Shape, Vocabulary, load_vocabulary
from kronik.languages.id.morphology import AS_WRITTEN, LEMMAS, ROOTS, IndonesianMorphology

HOME = Path(__file__).resolve().parent.parent
DATA = HOME / "src" / "kronik" / "languages" / "id" / "data"
TREEBANKS = ("ud_csui/id_csui-ud-train.conllu", "ud_pud/id_pud-ud-test.conllu", "ud_gsd/id_gsd-ud-dev.conllu")
LETTERS = re.compile(r"[a-z]+")
SHORTEST_ROOT = 4
"""Letters of a root that only the vocabulary knows: shorter ones are met within other words by chance."""
CREDIT = (
    "# source: made by training/roots.py from the lemma columns of UD Indonesian CSUI train, PUD and GSD dev\n"
    "# (CC BY-SA 4.0, 3.0, 4.0: this file is CC BY-SA 4.0) and from glue_words.tsv.\n"
)
Row = tuple[str, str, str]


def rows_of(path: Path) -> Iterator[Row]:
    """Yield (form, part of speech, lemma) in lower case of the words of a treebank."""
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) == 10 and cells[0].isdecimal() and cells[3] not in AS_WRITTEN:
            yield cells[1].lower(), cells[3], cells[2].lower()


def treebank_roots(rows: list[Row]) -> Counter[str]:
    """Return the roots that the lemmas show."""
    apart = Counter(lemma for form, _, lemma in rows if form != lemma and LETTERS.fullmatch(lemma))
    same = Counter(lemma for form, _, lemma in rows if form == lemma and LETTERS.fullmatch(lemma))
    for lemma, count in sorted(same.items(), key=lambda item: (len(item[0]), item[0])):
        if lemma in apart or not any(stem in apart for stem, _ in stems(lemma)):
            apart[lemma] += count
    return apart


def shared_stems(words: list[str], known: Counter[str]) -> Iterator[str]:
    """Yield stems that no one knows and that several words share, one of them by a verb's prefix."""
    by_stem: dict[str, set[str]] = defaultdict(set)
    for word in words:
        if any(stem in known for stem, _ in stems(word)):
            continue
        for found in reductions(word):
            if found.prefix and len(found.stem) >= SHORTEST_ROOT:
                by_stem[found.stem].add(found.affix[:2])
    for stem, affixes in sorted(by_stem.items()):
        if len(affixes) > 1 and affixes & {"me", "di"} and not any(part in by_stem for part, _ in stems(stem)):
            yield stem


def all_roots(rows: list[Row], vocabulary: Vocabulary) -> Counter[str]:
    """Return every root with its weight."""
    roots = treebank_roots(rows)
    words = sorted(word for word, entry in vocabulary.entries.items() if entry.shape is Shape.LOWER)
    for stem in shared_stems(words, roots):
        roots[stem] += 1
    for word in sorted(words, key=lambda word: (len(word), word)):
        analysed = any(stem in roots for stem, _ in stems(word))
        if word not in roots and not analysed and len(word) >= SHORTEST_ROOT and LETTERS.fullmatch(word):
            roots[word] += 1
    return roots


def irregular(rows: list[Row], rules: IndonesianMorphology) -> Iterator[Row]:
    """Yield the lemmas that the rules do not find."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for form, upos, lemma in rows:
        found[form, upos][lemma] += 1
    for (form, upos), lemmas in sorted(found.items()):
        lemma, count = lemmas.most_common(1)[0]
        closed = upos not in {"NOUN", "VERB", "ADJ", "NUM"}
        if not LETTERS.fullmatch(lemma) or 2 * count <= lemmas.total() or (lemma == form and not closed):
            continue
        if rules(form, upos)[0] != lemma and (count > 1 or closed):
            yield form, upos, lemma


def main() -> None:
    """Write both files."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("KRONIK_SHARED", HOME.parent / "shared"))
    rows = [row for name in TREEBANKS for row in rows_of(shared / "corpora" / name)]
    roots = all_roots(rows, load_vocabulary())
    lines = (f"{root}\t{weight}\n" for root, weight in sorted(roots.items()))
    (DATA / ROOTS).write_text(CREDIT + "# root\tweight\n" + "".join(lines), encoding="utf-8")
    lemmas = list(irregular(rows, IndonesianMorphology(roots, {})))
    text = "".join("\t".join(row) + "\n" for row in lemmas)
    (DATA / LEMMAS).write_text(CREDIT + "# form\tpart of speech\tlemma\n" + text, encoding="utf-8")
    print(f"{len(roots)} roots, {len(lemmas)} irregular lemmas")


if __name__ == "__main__":
    main()
