"""Indonesian sentences, words, tree and names: rules find the first two, a network trained for it the others."""

from collections.abc import Callable
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from kronik.errors import DataError
from kronik.languages.analysis import (
    Analyser,
    Analysis,
    Name,
    NameKind,
    Sentence,
    SentenceSplitter,
    Token,
    Voice,
    sentence_of,
)
from kronik.languages.id.abbreviations import Abbreviations, load_abbreviations
from kronik.languages.id.frequencies import load_frequencies
from kronik.languages.id.morphology import load_morphology
from kronik.languages.id.naming import load_naming
from kronik.languages.id.sentences import load_sentences
from kronik.languages.id.things import load_things
from kronik.languages.id.tokens import Tokeniser, load_tokeniser
from kronik.languages.things.joining import with_things
from kronik.languages.things.words import ThingWords

if TYPE_CHECKING:
    from kronik.languages.network.reading import Reader, ReadSentence
    from kronik.languages.network.weights import Weights

WEIGHTS = "model.npz"
TREE_STYLE = "csui"
"""Conventions of trees: those of the treebank of news."""
NAME_STYLE = "idner"
"""Conventions of names: those of the corpus of news, where titles stand outside the name."""
LONGEST_SENTENCE = 250
"""Tokens read as one sentence; what is longer (a table, a list without marks) is read in parts, since time grows with
the square. The longest sentence of the treebanks has fewer."""
KINDS = {
    "PERSON": NameKind.PERSON,
    "ORG": NameKind.ORGANISATION,
    "PLACE": NameKind.PLACE,
    "OTHER": NameKind.OTHER,
}
KEPT_WORDS = 50_000
"""Forms whose lemma is kept in memory: words come again and again."""

Morphology = Callable[[str, str], tuple[str, Voice | None]]
"""(form, part of speech) -> lemma and voice."""


def load_analyser(
    sentences: SentenceSplitter | None = None, weights: "Weights | None" = None, things: ThingWords | None = None
) -> Analyser:
    """Return the analyser; its rules are read now, its weights at the first text.

    Args:
        sentences: the splitter, where it has been loaded already.
        weights: other weights than the package's.
        things: the words around names of things, where they have been loaded already.

    Raises:
        DataError: a data file is wrong (the weights: at the first text).
    """
    split, tokenise, known = sentences or load_sentences(), load_tokeniser(), load_abbreviations()
    morphology = lru_cache(KEPT_WORDS)(load_morphology())
    around = things or load_things(load_naming(), load_frequencies())

    @cache
    def reader() -> "Reader":
        from kronik.languages.network.reading import make_reader  # noqa: PLC0415 - most commands need no numpy

        return make_reader(weights or read_weights(), tree_style=TREE_STYLE, name_style=NAME_STYLE)

    def analyse(text: str) -> Analysis:
        places = sentence_tokens(text, split, tokenise)
        forms = [[text[start:end] for start, end in tokens] for tokens in places]
        read = reader()(forms)
        made: list[Sentence] = []
        names: list[Name] = []
        for tokens, said in zip(places, read, strict=True):
            made.append(_sentence(text, tokens, said, morphology))
            found = _names(tokens, said)
            names.extend(name for name in found if not _is_title(text[name.start : name.end], known))
        return Analysis(text=text, sentences=tuple(made), names=with_things(made, names, around))

    return analyse


def read_weights() -> "Weights":
    """Return the network's weights from the package. Raises DataError."""
    from kronik.languages.network.weights import load_weights  # noqa: PLC0415 - most commands need no numpy

    file = resources.files("kronik.languages.id") / "data" / WEIGHTS
    try:
        with file.open("rb") as opened:
            return load_weights(opened, WEIGHTS)
    except OSError as error:
        raise DataError(WEIGHTS, "file", f"cannot be read: {error}") from error


def sentence_tokens(text: str, split: SentenceSplitter, tokenise: Tokeniser) -> list[tuple[tuple[int, int], ...]]:
    """Return the offsets of the tokens of each sentence, none without tokens, none longer than `LONGEST_SENTENCE`."""
    found = []
    for start, end in split(text):
        tokens = tokenise(text, start, end)
        found += [tokens[at : at + LONGEST_SENTENCE] for at in range(0, len(tokens), LONGEST_SENTENCE)]
    return found


def _sentence(text: str, places: tuple[tuple[int, int], ...], said: "ReadSentence", morphology: Morphology) -> Sentence:
    """Return the sentence of what was read."""
    tokens = []
    for (start, end), upos, head, relation in zip(places, said.tags, said.heads, said.relations, strict=True):
        form = text[start:end]
        lemma, voice = morphology(form, upos)
        tokens.append(Token(start, end, form, lemma, upos, voice, head, relation))
    return sentence_of(places[0][0], places[-1][1], tuple(tokens))


def _is_title(name: str, known: Abbreviations) -> bool:
    """Tell whether what was taken for a name is but abbreviations that stand before names ("Pol.", "Drs. H.")."""
    return all(word.endswith(".") and known.is_before(word[:-1]) for word in name.split())


def _names(places: tuple[tuple[int, int], ...], said: "ReadSentence") -> list[Name]:
    """Return the names of a sentence; the score is that of the least certain word."""
    from kronik.languages.network.names import spans  # noqa: PLC0415 - most commands need no numpy

    return [
        Name(start=places[first][0], end=places[last - 1][1], kind=KINDS[kind], score=min(said.scores[first:last]))
        for first, last, kind in spans(list(said.names))
    ]
