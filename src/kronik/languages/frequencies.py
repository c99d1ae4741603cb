"""How common words are: in how many articles of a language each stands, and which are names."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kronik.errors import DataError

UNLISTED = 2
"""Articles that are supposed to hold a word that the table does not list."""
NAME_SHARE = 0.6
"""Share of capitals from which a listed word is a name where it has one; an unlisted one always is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequencies:
    """In how many of the counted articles a word stands.

    Attributes:
        articles: how many were counted.
        words: word in lower case -> articles that hold it.
        names: words that are mostly written with a capital.
    """

    articles: int
    words: Mapping[str, int]
    names: frozenset[str]

    def weight(self, word: str) -> float:
        """Return how much a word says: the logarithm of articles for each one that holds it."""
        return math.log(self.articles / self.words.get(word, UNLISTED))

    def is_name(self, token: str) -> bool:
        """Say whether a token as written may be part of a name."""
        word = token.lower()
        return token[0].isupper() and (word not in self.words or word in self.names)


def read_frequencies(name: str, text: str) -> Frequencies:
    """Return the frequencies that a table holds: a line ``articles``, then word, articles, share of capitals.

    Raises:
        DataError: a line is damaged, a word stands there twice, or the number of articles is missing.
    """
    articles, words, names = 0, {}, set()
    for number, line in enumerate(text.splitlines(), 1):
        cells = line.split("\t")
        if line.startswith("#"):
            continue
        try:
            if cells[0] == "articles" and not articles:
                articles = int(cells[1])
                continue
            word, count, share = cells[0], int(cells[1]), float(cells[2])
        except (IndexError, ValueError) as error:
            raise DataError(name, f"line {number}", "must be a word, a count and a share") from error
        if word in words:
            raise DataError(name, word, "stands there twice")
        words[word] = count
        if share >= NAME_SHARE:
            names.add(word)
    if not articles:
        raise DataError(name, "articles", "is missing")
    return Frequencies(articles=articles, words=words, names=frozenset(names))


def together(several: Iterable[Frequencies]) -> Frequencies:
    """Return the frequencies of several languages as one table; a name of one that is a word of another is none."""
    tables = tuple(several)
    words: dict[str, int] = {}
    for table in tables:
        for word, count in table.words.items():
            words[word] = words.get(word, 0) + count
    names = frozenset(
        word
        for table in tables
        for word in table.names
        if all(word in other.names or word not in other.words for other in tables)
    )
    return Frequencies(articles=sum(table.articles for table in tables), words=words, names=names)
