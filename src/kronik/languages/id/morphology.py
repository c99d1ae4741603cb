"""Indonesian lemmas and voice: the root that a word comes from, and whether a verb is active or passive by its form."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kronik.errors import DataError
from kronik.languages.analysis import Voice
from kronik.languages.id.affixes import CAUSATIVE, CLITICS, reductions, stems
from kronik.languages.id.packaged import text_of

Morphology = Callable[[str, str], tuple[str, Voice | None]]
"""(form, universal part of speech) -> lemma in lower case (the form itself for names), and the voice of a verb."""

ROOTS = "roots.tsv"
LEMMAS = "lemmas.tsv"
VERB = "VERB"
CLOSED = frozenset({"ADP", "SCONJ", "CCONJ", "AUX", "DET", "PRON", "PART", "INTJ"})
"""Parts of speech whose words are taken apart by the table alone."""
AS_WRITTEN = frozenset({"PROPN", "PUNCT", "SYM", "X"})
LONGEST_FORM = 40
"""Letters; nothing longer is taken apart."""
PASSIVE = ("di", "ter")
ORDINAL = re.compile(r"ke-(\d+)")
DECADE = re.compile(r"(\d+)-an")
VERBAL = ("di", "ter", "ber", "me")
"""Prefixes of verbs."""
SHORTEST_GUESS = 4
"""Letters of a stem that is no known root."""
REPEATED = 3
"""Letters that two halves share at least to be one word said twice."""


@dataclass(frozen=True, slots=True)
class IndonesianMorphology:
    """The analyser of words: a `Morphology`.

    Attributes:
        roots: words that come from no other one, with how often they were met.
        lemmas: (form, part of speech) -> lemma where the rules would find another one.
    """

    roots: Mapping[str, int]
    lemmas: Mapping[tuple[str, str], str]

    def __call__(self, form: str, upos: str) -> tuple[str, Voice | None]:
        """Return the lemma and the voice of a word; see `Morphology`."""
        if upos in AS_WRITTEN:
            return form, None
        word = form.lower()
        lemma = self.lemmas.get((word, upos))
        if lemma is None:
            lemma = word if upos in CLOSED else self._lemma(word, verb=upos == VERB)
        return lemma, self._voice(word, lemma) if upos == VERB else None

    def _voice(self, word: str, lemma: str) -> Voice:
        whole = word in self.roots or (lemma != word and word.startswith(lemma))
        return Voice.PASSIVE if word.startswith(PASSIVE) and not whole else Voice.ACTIVE

    def _lemma(self, word: str, *, verb: bool) -> str:
        if len(word) > LONGEST_FORM:
            return word
        if "-" in word:
            return self._repeated(word)
        return self.root(word, verb=verb) or (_guess(word) if verb else word)

    def root(self, word: str, *, verb: bool | None = None) -> str | None:
        """Return the root of a word in lower case, without hyphen; None when no root is known.

        Of roots that lead to the word by as few affixes the one that was met most is taken.
        """
        if word in self.roots:
            return word
        best: tuple[int, int, str] | None = None
        for stem, count in stems(word, verb=verb):
            if best is not None and count > -best[0]:
                break
            if stem in self.roots:
                found = (-count, self.roots[stem], stem)
                best = found if best is None else max(best, found)
        if best is not None:
            return best[2]
        for clitic in CLITICS:
            if word.endswith(clitic) and len(word) > len(clitic) + 2:
                return self.root(word.removesuffix(clitic))
        return None

    def _repeated(self, word: str) -> str:
        numeral = ORDINAL.fullmatch(word) or DECADE.fullmatch(word)
        if numeral:
            return numeral[1]
        first, _, second = word.partition("-")
        left, right = self.root(first), self.root(second)
        if left and (left == right or second in first or first in second):
            return left
        if right and right[:REPEATED] in first:
            return right
        shared = left is not None and first[-REPEATED:] == second[-REPEATED:]
        return left if shared and left else word


def _guess(word: str) -> str:
    """Return what is left of a verb of no known root without its prefix and -kan: "digoogling", "menggelontorkan"."""
    plain = (found for found in reductions(word) if found.prefix and found.affix.startswith(VERBAL))
    stem = next((found.stem for found in plain if len(found.stem) >= SHORTEST_GUESS), word)
    bare = stem.removesuffix(CAUSATIVE)
    return bare if len(bare) >= SHORTEST_GUESS else stem


def load_morphology() -> Morphology:
    """Return the analyser of words, its data read and checked. It keeps nothing: a caller may keep what it found.

    Raises:
        DataError: a data file is wrong.
    """
    roots = read_roots(text_of(ROOTS))
    lemmas = read_lemmas(text_of(LEMMAS))
    return IndonesianMorphology(roots, lemmas)


def read_roots(text: str) -> dict[str, int]:
    """Return the roots of ``root<TAB>weight`` lines. Raises DataError."""
    roots: dict[str, int] = {}
    for line in _lines(text):
        root, _, weight = line.partition("\t")
        if not root.isalpha() or root != root.lower() or not weight.isdecimal() or root in roots:
            raise DataError(ROOTS, root, "not a new root with its weight")
        roots[root] = int(weight)
    return roots


def read_lemmas(text: str) -> dict[tuple[str, str], str]:
    """Return the lemmas of ``form<TAB>part of speech<TAB>lemma`` lines. Raises DataError."""
    lemmas: dict[tuple[str, str], str] = {}
    for line in _lines(text):
        form, upos, lemma = (*line.split("\t"), "", "")[:3]
        if not lemma or not upos.isupper() or form != form.lower() or (form, upos) in lemmas:
            raise DataError(LEMMAS, form, "not a new form with its part of speech and lemma")
        lemmas[form, upos] = lemma
    return lemmas


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith("#")]
