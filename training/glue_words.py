"""Count the vocabulary for taking glued words apart: python training/glue_words.py [-o FILE].

Writes single words with the number of pages they were met in, as mostly written, from the unlabelled Indonesian news
and the word columns of the corpora; needs the shared folder. The outlets that evals/glue.py is measured on are not
seen. The texts hold glued words themselves: a form that parts into well known words is left out unless it is met on
many pages, or in the corpora too.
"""

import argparse
import csv
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from kronik.languages.id.glue_letters import LetterCuts, make_letter_cuts
from kronik.languages.id.glue_vocabulary import (
    NAMES,
    RULES,
    Entry,
    Shape,
    Vocabulary,
    read_lists,
    read_names,
    shape_of,
)

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "src" / "kronik" / "languages" / "id" / "data"
HELD_APART = ("okezone", "tempo.co", "kompas", "republika")
"""Beginnings of outlets that the evaluation draws its places from."""
LETTERS = re.compile(r"[^\W\d_]+")
LEAST = 4
"""Weight under which a form is left out: too rare to be trusted as a part."""
CORPUS_SHARE = 3
"""So many words of a corpus count as one page."""
OFTEN = 12
"""Pages on which a form that parts into known words must be met to be a word ("sepakbola", "orangtua")."""
OFTEN_NAME = 6
"""The same for a form that is mostly written with a capital."""
COMMON_NAME = 30
"""The same where a part is a closed-class word ("Danantara" beside "Ghazali dan")."""
IN_CORPORA = 2
"""Times it must be met in the corpora, whose words are apart, to be a word all the same."""
SOURCE = (
    "# source: counted by training/glue_words.py in unlabelled Indonesian news of June 2025 (pages) and in the word\n"
    "# columns of UD CSUI, GSD, PUD (CC BY-SA 4.0 and 3.0), idner-news-2k (MIT) and NERGrit: single words and counts.\n"
    "# word\tweight\n"
)


def main() -> int:
    """Count and write."""
    csv.field_size_limit(sys.maxsize)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("-o", "--output", type=Path, default=DATA / "glue_words.tsv")
    options = parser.parse_args()
    shared = Path(os.environ.get("KRONIK_SHARED", HERE.parent.parent / "shared"))
    if not (shared / "news").is_dir():
        print("the shared folder is not here: nothing to count")
        return 1
    corpora = Counter(word for word in _corpus_words(shared) if shape_of(word) is not Shape.MIXED)
    pages: Counter[str] = Counter()
    for text in _pages(shared):
        pages.update({word for word in LETTERS.findall(text) if shape_of(word) is not Shape.MIXED})
    entries = weighed(pages, corpora)
    kept = without_glued(entries, corpora)
    lines = sorted(f"{_spelling(word, entry.shape)}\t{entry.weight}\n" for word, entry in kept.items())
    options.output.write_text(SOURCE + "".join(lines), encoding="utf-8")
    print(f"{len(kept)} words of {len(entries)}")
    return 0


def weighed(pages: Mapping[str, int], corpora: Mapping[str, int]) -> dict[str, Entry]:
    """Return every form that is not too rare, by case-folded word, with its weight and its commonest shape."""
    shapes: dict[str, Counter[Shape]] = {}
    for counts, share in ((pages, 1), (corpora, CORPUS_SHARE)):
        for word, count in counts.items():
            shapes.setdefault(word.casefold(), Counter())[shape_of(word)] += count / share  # type: ignore[assignment]
    out = {}
    for word in sorted(shapes):
        weight = int(sum(shapes[word].values()))
        shape = max(sorted(shapes[word]), key=lambda shape: shapes[word][shape])
        # A form that is met in small letters often enough is a word; its capitals come from the beginnings of lines.
        if shapes[word][Shape.LOWER] * 4 >= weight:
            shape = Shape.LOWER
        if weight >= LEAST and len(word) > 1 and word.isalpha() and _spelling(word, shape).casefold() == word:
            out[word] = Entry(weight=weight, shape=shape)
    return out


def without_glued(entries: Mapping[str, Entry], corpora: Mapping[str, int]) -> dict[str, Entry]:
    """Return the entries without the forms that part into others."""
    rules = read_lists((DATA / RULES).read_text(encoding="utf-8"))
    names = read_names((DATA / NAMES).read_text(encoding="utf-8"))
    others = dict(entries)
    words = Vocabulary(entries=others, names=names, **rules)
    prices = dict(make_letter_cuts(words).prices)
    letters = LetterCuts(words, prices)
    kept = {}
    for word, entry in entries.items():
        del others[word]
        price = prices.pop(word, None)
        if _is_word(word, entry, letters, corpora):
            kept[word] = entry
        others[word] = entry
        if price is not None:
            prices[word] = price
    return kept


def _is_word(word: str, entry: Entry, letters: LetterCuts, corpora: Mapping[str, int]) -> bool:
    if word in letters.words.function or letters.words.knows(word):
        return True
    cuts = letters.find(_spelling(word, entry.shape))
    if not cuts:
        return True
    bounds = (0, *cuts, len(word))
    parts = [word[start:end] for start, end in pairwise(bounds)]
    if corpora.get(word, 0) + corpora.get(word.capitalize(), 0) >= IN_CORPORA:
        return True
    closed = bool(letters.words.function.intersection(parts))
    if entry.shape is Shape.LOWER:
        return not closed and entry.weight >= OFTEN
    return entry.weight >= (COMMON_NAME if closed else OFTEN_NAME)


def _spelling(word: str, shape: Shape) -> str:
    if shape is Shape.CAPS:
        return word.upper()
    return word.capitalize() if shape is Shape.TITLE else word


def _pages(shared: Path) -> Iterator[str]:
    for path in (*sorted((shared / "news").glob("*.csv")), *sorted((shared / "text").glob("*.csv"))):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if not row["sumber"].casefold().startswith(HELD_APART):
                    yield f"{row['judul']}\n{row['isi_berita']}"


def _corpus_words(shared: Path) -> Iterator[str]:
    for path in sorted((shared / "corpora").glob("*/*.conllu")):
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > 3 and cells[0].isdecimal():
                yield from LETTERS.findall(cells[1])
    for path in sorted((shared / "corpora").glob("*/*.txt")):
        if "LICENSE" in path.name:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from LETTERS.findall(line.split()[0]) if line.split() else ()


if __name__ == "__main__":
    sys.exit(main())
