"""Indonesian affixes: whether a long word is a regular derivation of one that is known."""

from collections.abc import Callable, Iterator

STEM_LENGTH = 3
"""A stem has at least so many letters; shorter ones are met by chance."""
DEPTH = 4
"""Affixes taken off one after another: mem-per-tanggung-jawab-kan-nya has four."""

CLITICS = ("nya", "ku", "mu", "lah", "kah", "pun", "tah")
SUFFIXES = (*CLITICS, "kan", "an", "i", "wan", "wati", "isme", "isasi", "is")
PREFIXES = (
    *("di", "ke", "se", "ber", "be", "ter", "te", "per", "pe", "me", "ku", "kau"),
    *("mem", "men", "meng", "menge", "pem", "pen", "peng", "penge"),
)
"""Prefixes that leave the stem as it is."""
DROPPED = (
    ("mem", "p"),
    ("pem", "p"),
    ("men", "t"),
    ("pen", "t"),
    ("meny", "s"),
    ("peny", "s"),
    ("meng", "k"),
    ("peng", "k"),
)
"""Prefixes that swallow the first letter of the stem, and that letter: meny- + sapu = menyapu."""

Known = Callable[[str], bool]


def is_derived(word: str, known: Known, combining: frozenset[str] = frozenset()) -> bool:
    """Tell whether taking off affixes leads to a known stem.

    Args:
        word: case folded.
        known: whether a stem is a word.
        combining: first members of closed compounds ("antar", "pasca").
    """
    pending = {word}
    seen = {word}
    for _ in range(DEPTH):
        stems = {stem for form in pending for stem in _stems(form, combining) if len(stem) >= STEM_LENGTH} - seen
        if any(known(stem) for stem in stems):
            return True
        pending = stems
        seen |= stems
    return False


def without_clitic(word: str) -> str | None:
    """Return the word without its last clitic ("rumahnya" -> "rumah"); None when it has none."""
    if not word.endswith(CLITICS):
        return None
    stem = next(word.removesuffix(clitic) for clitic in CLITICS if word.endswith(clitic))
    return stem if len(stem) > STEM_LENGTH else None


def _stems(word: str, combining: frozenset[str]) -> Iterator[str]:
    for suffix in SUFFIXES:
        if word.endswith(suffix):
            yield word.removesuffix(suffix)
    for prefix in PREFIXES:
        if word.startswith(prefix):
            yield word.removeprefix(prefix)
    for prefix, letter in DROPPED:
        if word.startswith(prefix):
            yield letter + word.removeprefix(prefix)
    for length in range(2, 8):
        if word[:length] in combining:
            yield word[length:]
