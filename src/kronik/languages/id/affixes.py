"""Indonesian derivation taken back: which stems a word may come from, by its prefixes and suffixes."""

from collections.abc import Iterator
from dataclasses import dataclass

VOWELS = "aeiou"
SHORTEST_STEM = 3
"""Letters of a stem; shorter ones are met by chance."""
DEPTH = 5
"""Affixes taken off one after another: ke-tidak-ber-daya-an has four."""
SUFFIXES = ("kan", "an", "i")
CLITICS = ("nya", "lah", "kah", "pun")
PLAIN = ("di", "ke", "se", "ter", "ber", "per", "pe", "ketidak")
"""Prefixes that leave the stem as it is; those in -r drop it before another r ("berencana")."""
IRREGULAR = (("belajar", "ajar"), ("pelajar", "ajar"), ("bekerja", "kerja"), ("pekerja", "kerja"))
NASALS = (
    ("meny", "s", VOWELS),
    ("peny", "s", VOWELS),
    ("menge", "", ""),
    ("penge", "", ""),
    ("meng", "", VOWELS + "ghkqx"),
    ("peng", "", VOWELS + "ghkqx"),
    ("meng", "k", VOWELS),
    ("peng", "k", VOWELS),
    ("mem", "", "bfpv"),
    ("pem", "", "bfpv"),
    ("mem", "p", VOWELS + "r"),
    ("pem", "p", VOWELS + "r"),
    ("men", "", "cdjtsz"),
    ("pen", "", "cdjtsz"),
    ("men", "t", VOWELS + "r"),
    ("pen", "t", VOWELS + "r"),
    ("me", "", "lmnrwy"),
    ("pe", "", "lmnrwy"),
)
"""meN- and peN-: what is written, the first letter of the stem that it swallows, and the letters that may follow."""
NOMINAL = "an"
CAUSATIVE = "kan"
VERBAL = ("me", "di")
"""Prefixes that no other one stands before, and that no word in -an begins with."""
WITH_NOMINAL = ("ber", "be", "ke")
"""Prefixes of verbs that end in -an."""
MONOSYLLABLE = 4
"""Letters of a stem behind menge- at most: "mengecat"."""


@dataclass(frozen=True, slots=True)
class Reduction:
    """A word with one affix less."""

    stem: str
    affix: str
    prefix: bool


def reductions(word: str) -> Iterator[Reduction]:
    """Yield what a lower-case word may come from by one affix; what is left need not be a word."""
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST_STEM:
            yield Reduction(word[: -len(suffix)], suffix, False)
    for prefix in PLAIN:
        if word.startswith(prefix):
            yield Reduction(word[len(prefix) :], prefix, True)
            if prefix.endswith("r"):
                yield Reduction(word[len(prefix) - 1 :], prefix, True)
    yield from _without_nasal(word)
    for start, stem in IRREGULAR:
        if word.startswith(start):
            yield Reduction(stem + word[len(start) :], start[: -len(stem)], True)


def _without_nasal(word: str) -> Iterator[Reduction]:
    for prefix, swallowed, following in NASALS:
        rest = word[len(prefix) :]
        if not word.startswith(prefix) or (following and rest[:1] not in following):
            continue
        if following or len(rest) <= MONOSYLLABLE:
            yield Reduction(swallowed + rest, prefix, True)


def stems(word: str, *, verb: bool | None = None) -> Iterator[tuple[str, int]]:
    """Yield every stem that affixes taken off a word may leave, with how many were taken off, fewest first.

    Args:
        word: in lower case.
        verb: whether it is one, where that is known: no verb ends in -an unless it begins with ber- or ke-, and nothing
            but a verb in -kan.
    """
    seen = {word}
    layer = [(word, "", "")]
    for count in range(1, DEPTH + 1):
        below: list[tuple[str, str, str]] = []
        for form, outer, ending in layer:
            for found in reductions(form):
                if len(found.stem) < SHORTEST_STEM or found.stem in seen:
                    continue
                first = outer or (found.affix if found.prefix else "")
                last = ending if found.prefix else found.affix
                if not (_may_follow(found, outer, ending) and _may_end(word, first, last, verb=verb)):
                    continue
                seen.add(found.stem)
                below.append((found.stem, first, last))
                yield found.stem, count
        layer = below


def _may_follow(found: Reduction, outer: str, ending: str) -> bool:
    """Tell whether an affix may stand within the outermost prefix and the innermost suffix that were taken off."""
    if found.prefix:
        return not outer or not found.affix.startswith(VERBAL)
    return not ending or (ending != NOMINAL and found.affix == NOMINAL)


def _may_end(word: str, first: str, last: str, *, verb: bool | None) -> bool:
    """Tell whether a word with this outermost prefix may have this innermost suffix."""
    if last == NOMINAL:
        return not first.startswith(VERBAL) and not (verb and not word.startswith(WITH_NOMINAL))
    return last != CAUSATIVE or verb is not False
