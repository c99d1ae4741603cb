"""Indonesian clitics: where a word ends and -nya, -lah, -kah, -pun, -ku, -mu, ku- or kau- begins."""

from dataclasses import dataclass, fields

from kronik.languages.id.abbreviations import read_lists
from kronik.languages.id.glue_vocabulary import Shape, Vocabulary
from kronik.languages.id.packaged import text_of

FILE = "clitics.toml"
NYA = "nya"
PARTICLES = ("lah", "kah")
POSSESSORS = ("ku", "mu")
PUN = "pun"
PERSONS = ("kau", "ku")
SHORTEST_HOST = 3
"""Letters of what a clitic hangs on; -nya hangs on two as well ("ah")."""
SHORTEST_VERB = 4
"""Letters of a verb behind ku- or kau-: shorter ones are met by chance."""
USUAL = 20
"""Weight of a word behind ku- or kau-: as of a word that news use often."""
LONGEST_WORD = 60
"""Letters; nothing longer is looked at."""


@dataclass(frozen=True, slots=True)
class Clitics:
    """Finds the clitics of a word.

    Attributes:
        words: the vocabulary that a host must be in.
        nya, particle, possessor, pun, person: words that only look as if they had one, case folded.
    """

    words: Vocabulary
    nya: frozenset[str]
    particle: frozenset[str]
    possessor: frozenset[str]
    pun: frozenset[str]
    person: frozenset[str]

    def cuts(self, word: str) -> tuple[int, ...]:
        """Return the offsets within a word of letters, or of a reduplication with its hyphen, at which a token ends."""
        if len(word) > LONGEST_WORD:
            return ()
        folded = word.lower()
        if len(folded) != len(word):
            return ()
        out = []
        start = self._proclitic(word, folded)
        if start:
            out.append(start)
        end = self._enclitic(word, folded)
        if end is not None and end > start and not (word[end:].isupper() and not word[:end].isupper()):
            out.append(end)
        return tuple(out)

    def _enclitic(self, word: str, folded: str) -> int | None:
        host: str | None = None
        if folded.endswith(NYA):
            host = folded[:-3] if self._takes_nya(folded) else None
        elif folded.endswith(PARTICLES):
            host = self._host(folded, 3, self.particle)
        elif folded.endswith(PUN):
            host = self._host(folded, 3, self.pun)
        elif folded.endswith(POSSESSORS):
            host = self._host(folded, 2, self.possessor)
            if host and not (word.islower() or self.words.weight(host.rpartition("-")[2], Shape.LOWER)):
                host = None
        return None if host is None else len(host)

    def _takes_nya(self, folded: str) -> bool:
        if folded in self.nya or len(folded) < len(NYA) + 2:
            return False
        last = folded.rpartition("-")[2]
        return last == folded or last not in self.nya

    def _host(self, folded: str, length: int, whole: frozenset[str]) -> str | None:
        """Return the word without its last letters when it is a word, and the whole is none of its own."""
        host = folded[:-length]
        last = host.rpartition("-")[2]
        if len(last) < SHORTEST_HOST or folded[len(host) - len(last) :] in whole:
            return None
        return host if last in self.words.entries and last not in self.words.not_parts else None

    def _proclitic(self, word: str, folded: str) -> int:
        if not word.islower() or folded in self.person or folded in self.words.entries:
            return 0
        for clitic in PERSONS:
            if folded.startswith(clitic):
                verb = folded[len(clitic) :]
                if len(verb) >= SHORTEST_VERB and self.words.weight(verb, Shape.LOWER) >= USUAL:
                    return len(clitic)
        return 0


def make_clitics(words: Vocabulary) -> Clitics:
    """Return the finder that knows these words, its own lists read and checked. Raises DataError."""
    text = text_of(FILE)
    keys = tuple(field.name for field in fields(Clitics) if field.name != "words")
    return Clitics(words, **read_lists(text, FILE, keys))
