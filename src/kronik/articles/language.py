"""The language of a page text: a guess by letters, settled between near languages by their words."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

import py3langid.langid  # type: ignore[import-untyped]  # the package has no type information

from kronik.articles.lines import Line
from kronik.languages.pack import LanguagePack
from kronik.records.articles import Language

FEWEST_LETTERS = 40
"""Fewer letters tell no language."""
SAMPLE_CHARS = 300
"""Characters that the guess is made on: the longest lines of the page, which are prose."""
LANGUAGES = (
    *("ar", "bn", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "jv", "ko"),
    *("ms", "nl", "no", "pl", "pt", "ro", "ru", "sv", "ta", "th", "tl", "tr", "uk", "ur", "vi", "zh"),
)
"""Languages that the guess chooses among: those of the region and of the larger press."""
UNKNOWN = "und"

_WORD = re.compile(r"[^\W\d_]+")


def language_of(lines: Sequence[Line], packs: Mapping[str, LanguagePack]) -> Language:
    """Return the language of the lines; ``und`` when they are too short to tell.

    Where the guess is a language that a pack calls near, the words that only one of the two has decide.
    """
    sample = _sample(lines)
    found = _WORD.findall(sample)
    if sum(map(len, found)) < FEWEST_LETTERS:
        return Language(code=UNKNOWN, score=0.0)
    code, score = _identifier().classify(sample)
    for own in sorted(packs):
        cleaning = packs[own].cleaning
        if cleaning is None or (code not in cleaning.near_languages and code != own):
            continue
        folded = [word.casefold() for word in found]
        mine = sum(word in cleaning.own_words for word in folded)
        theirs = sum(word in cleaning.near_words for word in folded)
        if code != own and mine > theirs:
            code = own
        break
    return Language(code=code, score=round(float(score), 4))


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
