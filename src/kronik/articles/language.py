"""The language of a page text: a guess by letters, settled between near languages by their words."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

import py3langid.langid  # type: ignore[import-untyped]  # the package has no type information

from kronik.articles.lines import Line
from kronik.languages.pack import LanguagePack
from kronik.records.articles import Language

FEWEST_LETTERS = 18
"""Fewer letters tell no language: four short words."""
COMMON_SHARE = 0.08
"""Share of a pack's common words among all words from which on its words settle the language. On the pages of news of
gold train the share is 0.11 to 0.24."""
DOUBTFUL_SHARE = 0.04
"""The same where the letters say nothing clear: lists and tables of names."""
DOUBTFUL_SCORE = 0.7
"""A guess by letters below this says nothing clear."""
WORDS_SEEN = 600
"""Most words that are counted."""
SAMPLE_CHARS = 400
"""Characters that the guess by letters is made on: the longest lines of the page, which are prose."""
LANGUAGES = (
    *("ar", "bn", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "jv", "ko"),
    *("ms", "nl", "no", "pl", "pt", "ro", "ru", "sv", "ta", "th", "tl", "tr", "uk", "ur", "vi", "zh"),
)
"""Languages that the guess chooses among: those of the region and of the larger press."""
UNKNOWN = "und"

_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = bytes(byte if byte >= 128 or chr(byte).isalpha() else ord(" ") for byte in range(256))
"""Every byte of a letter as it is, all others of ASCII as blanks."""


def language_of(lines: Sequence[Line], packs: Mapping[str, LanguagePack]) -> Language:
    """Return the language of the lines; ``und`` when they are too short to tell.

    Where a pack's common words make up the text, the words that only its language or only the near ones have settle
    which it is; else the letters do.
    """
    found = _words(lines)
    if len(found) < FEWEST_LETTERS and sum(map(len, found)) < FEWEST_LETTERS:
        return Language(code=UNKNOWN, score=0.0)
    settled = _by_words(found, packs, COMMON_SHARE)
    if settled is not None:
        return settled
    code, score = _identifier().classify(_sample(lines))
    settled = _by_words(found, packs, DOUBTFUL_SHARE) if score < DOUBTFUL_SCORE else None
    return settled or Language(code=_likelier(code, found, packs), score=round(float(score), 4))


def _likelier(code: str, found: Sequence[str], packs: Mapping[str, LanguagePack]) -> str:
    """Return the language of a pack in place of a near one that none of its own words speaks for."""
    for own in sorted(packs):
        cleaning = packs[own].cleaning
        if cleaning is not None and code in cleaning.near_languages and not cleaning.near_words & set(found):
            return own
    return code


def _by_words(found: Sequence[str], packs: Mapping[str, LanguagePack], share: float) -> Language | None:
    for own in sorted(packs):
        cleaning = packs[own].cleaning
        if cleaning is None:
            continue
        telling = [word for word in found if word in cleaning.telling_words]
        if _count(telling, cleaning.common_words) < share * len(found):
            continue
        mine = _count(telling, cleaning.own_words)
        theirs = _count(telling, cleaning.near_words)
        code = own if mine >= theirs or not cleaning.near_languages else cleaning.near_languages[0]
        return Language(code=code, score=round((max(mine, theirs) + 1) / (mine + theirs + 1), 4))
    return None


def _count(found: Sequence[str], listed: frozenset[str]) -> int:
    """Return how many of the words stand in a list."""
    return sum(map(listed.__contains__, found))


def _words(lines: Sequence[Line]) -> list[str]:
    """Return the first words of the lines, case folded, in no particular order."""
    text = " ".join([line.text for line in lines]).casefold()
    # The pattern is asked only for what has letters outside of ASCII; the others stand between blanks in these bytes.
    letters = text.encode("utf-8", "surrogatepass").translate(_LETTERS).decode("utf-8", "surrogatepass")
    found = letters.split()
    if not letters.isascii():
        plain = [word for word in found if word.isascii()]
        found = plain + _WORD.findall(" ".join([word for word in found if not word.isascii()]))
    return found if len(found) <= WORDS_SEEN else _WORD.findall(text)[:WORDS_SEEN]


def _sample(lines: Sequence[Line]) -> str:
    size = 0
    chosen = []
    for index in sorted(range(len(lines)), key=lambda i: (-len(lines[i].text), i)):
        chosen.append(index)
        size += len(lines[index].text)
        if size >= SAMPLE_CHARS:
            break
    return " ".join(lines[index].text for index in sorted(chosen))[:SAMPLE_CHARS]


@cache
def _identifier() -> py3langid.langid.LanguageIdentifier:
    """Return the model, read on first use: a constant of the installed package, never changed."""
    identifier = py3langid.langid.LanguageIdentifier.from_model_file(py3langid.langid.MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(LANGUAGES))
    return identifier
