"""Make the roots and the irregular lemmas of Indonesian: ``python training/roots.py [SHARED]``.

Writes `roots.tsv` and `lemmas.tsv` of the Indonesian pack from the lemma columns of UD CSUI train, UD PUD and UD GSD
dev (CC BY-SA 4.0, 3.0 and 4.0; no test part is read) and from the words of `glue_words.tsv`:

1. a lemma that differs from its form is a root; one that never does is a root if no affixes lead to another one, or
   one affix to a short one; so is a word of `roots_own.txt`;
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

from kronik.languages.id.affixes import SHORTEST_STEM, stems
from kronik.languages.id.glue_vocabulary import Shape, Vocabulary, load_vocabulary
from kronik.languages.id.morphology import AS_WRITTEN, CLOSED, LEMMAS, ROOTS, IndonesianMorphology

HOME = Path(__file__).resolve().parent.parent
DATA = HOME / "src" / "kronik" / "languages" / "id" / "data"
TREEBANKS = ("ud_csui/id_csui-ud-train.conllu", "ud_pud/id_pud-ud-test.conllu", "ud_gsd/id_gsd-ud-dev.conllu")
OWN = Path(__file__).with_name("roots_own.txt")
OWN_WEIGHT = 2
"""Times that a word of the own list counts as met."""
CLITIC = "nya"
LONGEST_WITH_CLITIC = 5
"""Letters of a root in -nya ("hanya")."""
VERBAL = ("ter", "ber", "di", "me")
"""Prefixes of verbs: a word that begins with one and holds a root comes from it, unless the own list has it."""
LONG = 6
"""Letters from which on a word of the vocabulary with a verb's prefix is no root: most are verbs of a rare one."""
NEAR = 2
"""Affixes between a word and a stem that is not known otherwise."""
DERIVED = re.compile(r"^n[gy]|(?:kan|nya)\Z")
"""How no stem looks that is known from its derivations alone."""
SEEN = 2
"""Times that a word in se- must be met whole to be listed ("sebesar"); other open words are left to the rules."""
CHANCE = 4
"""Letters of a stem that a longer word holds by chance, where one affix would be all ("seri" is not se- and "ri")."""
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


def treebank_roots(treebanks: list[list[Row]], own: list[str]) -> Counter[str]:
    """Return the roots that the lemmas show, and the own ones; a treebank adds to what those before it show."""
    roots = Counter(dict.fromkeys(own, OWN_WEIGHT))
    opened = [[row for row in rows if _is_open(row)] for rows in treebanks]
    for rows in opened:
        apart = Counter(lemma for form, _, lemma in rows if form != lemma)
        for lemma, count in sorted(apart.items(), key=lambda item: (len(item[0]), item[0])):
            if lemma in roots or not any(stem in roots for stem, _ in stems(lemma)):
                roots[lemma] += count
    same = Counter((lemma, upos == "VERB") for rows in opened for form, upos, lemma in rows if form == lemma)
    for (lemma, verb), count in sorted(same.items(), key=lambda item: (len(item[0][0]), item[0])):
        parts = [(stem, affixes) for stem, affixes in stems(lemma) if stem in roots]
        by_chance = not (verb or lemma.startswith(VERBAL)) and all(
            len(stem) <= CHANCE and affixes == 1 for stem, affixes in parts
        )
        if lemma in roots or by_chance:
            roots[lemma] += count
    return roots


def _is_open(row: Row) -> bool:
    _, upos, lemma = row
    return upos not in CLOSED | {"ADV"} and LETTERS.fullmatch(lemma) is not None and _sounds(lemma)


def _sounds(word: str) -> bool:
    """Tell whether a root may begin as the word does."""
    if word.endswith(CLITIC) and len(word) > LONGEST_WITH_CLITIC:
        return False
    return len(word) >= SHORTEST_STEM and re.match(r"n[^aeiouyg]|ng?[^aeiouyg]|[^aeiou]{4}", word) is None


def shared_stems(words: list[str], known: Counter[str]) -> Iterator[str]:
    """Yield stems that no one knows and that words share, one of which begins with a verb's prefix."""
    by_stem: dict[str, set[str]] = defaultdict(set)
    for word in words:
        if any(stem in known for stem, _ in stems(word)):
            continue
        for stem, affixes in stems(word):
            if affixes <= NEAR and len(stem) >= SHORTEST_ROOT and _sounds(stem) and not DERIVED.search(stem):
                by_stem[stem].add(word)
    taken: set[str] = set()
    for stem, found in sorted(by_stem.items(), key=lambda item: (-len(item[1]), -len(item[0]), item[0])):
        verbs = [word for word in found if word.startswith(("me", "di"))]
        if verbs and len(found) > 1 and not found & taken:
            taken |= found
            yield stem


def all_roots(treebanks: list[list[Row]], own: list[str], vocabulary: Vocabulary) -> Counter[str]:
    """Return every root with its weight."""
    roots = treebank_roots(treebanks, own)
    words = sorted(
        word for word, entry in vocabulary.entries.items() if entry.shape is Shape.LOWER and LETTERS.fullmatch(word)
    )
    for stem in shared_stems(words, roots):
        roots[stem] += 1
    for word in sorted(words, key=lambda word: (len(word), word)):
        derived = any(stem in roots for stem, _ in stems(word)) or (word.startswith(VERBAL) and len(word) >= LONG)
        if word not in roots and not derived and len(word) >= SHORTEST_ROOT and _sounds(word):
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
        whole = lemma == form and not closed and not (form.startswith("se") and count > SEEN)
        if not LETTERS.fullmatch(lemma) or 2 * count <= lemmas.total() or whole:
            continue
        if rules(form, upos)[0] != lemma and (count > 1 or closed):
            yield form, upos, lemma


def main() -> None:
    """Write both files."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("KRONIK_SHARED", HOME.parent / "shared"))
    news, other, web = (list(rows_of(shared / "corpora" / name)) for name in TREEBANKS)
    treebanks = [news + other, web]
    own = [word for line in OWN.read_text(encoding="utf-8").splitlines() if line[:1] != "#" for word in line.split()]
    roots = all_roots(treebanks, own, load_vocabulary())
    lines = (f"{root}\t{weight}\n" for root, weight in sorted(roots.items()))
    (DATA / ROOTS).write_text(CREDIT + "# root\tweight\n" + "".join(lines), encoding="utf-8")
    lemmas = list(irregular(news + other, IndonesianMorphology(roots, {})))
    text = "".join("\t".join(row) + "\n" for row in lemmas)
    (DATA / LEMMAS).write_text(CREDIT + "# form\tpart of speech\tlemma\n" + text, encoding="utf-8")
    print(f"{len(roots)} roots, {len(lemmas)} irregular lemmas")


if __name__ == "__main__":
    main()
