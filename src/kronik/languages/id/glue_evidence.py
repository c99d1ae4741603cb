"""Spaces missing beside a name that the same text writes apart: "Lestariyang", where "Lestari" stands elsewhere."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from kronik.languages.id.glue_vocabulary import Shape, Vocabulary, shape_of

SPACE = " "
RUN = re.compile(r"[^\W\d_]+")
INNER = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
"""Between a small letter and a capital."""
LONGEST_RUN = 60
SHORTEST_NAME = 3
"""Letters of a name that tells where it ends."""
SHORTEST_TAIL = 3
"""Letters of a word behind it; the shorter ones of the pack's rules ("di") need a name that stands twice."""
COMMON, KNOWN = 60, 15
"""Weight of a word of four letters, and of a longer one, that may stand right behind a name; chosen on the unlabelled
news like the vocabulary's weights."""
BESIDE = frozenset("@#_/-.:")
"""Marks beside a run that make it part of an address or of a longer word."""


def evident_cuts(text: str, cuts: Sequence[int], words: Vocabulary) -> tuple[int, ...]:
    """Return more offsets at which a space is missing, ascending, by the names that the text writes apart.

    A run of letters that stands twice is a name itself, and is left alone. ``cuts`` are the offsets found before.
    """
    bounds = (0, *cuts, len(text))
    apart = SPACE.join([text[start:end] for start, end in pairwise(bounds)])
    count = Counter(RUN.findall(apart))
    out = []
    for run, times in count.items():
        cut = _cut_of(run, count, words) if times == 1 and _is_strange(run, words) else None
        if cut is not None:
            at = _place_of(run, apart)
            if _stands_free(apart, at, at + len(run)):
                out.append(at + cut - _before(at, cuts))
    return tuple(sorted(out))


def _place_of(run: str, text: str) -> int:
    """Return where the one run of these letters stands."""
    at = text.index(run)
    while text[at - 1 : at].isalpha() or text[at + len(run) : at + len(run) + 1].isalpha():
        at = text.index(run, at + 1)
    return at


def _before(at: int, cuts: Sequence[int]) -> int:
    """Return how many of the spaces put in at the cuts stand before a place of the text that has them."""
    return next((number for number, cut in enumerate(cuts) if cut + number >= at), len(cuts))


def _is_strange(run: str, words: Vocabulary) -> bool:
    """Whether a run may be two words: it has a capital, is long enough, and no word or name that is known."""
    if not SHORTEST_NAME + 1 < len(run) <= LONGEST_RUN or run.islower() or run.isupper():
        return False
    return run not in words.names and run.casefold() not in words.entries


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether no mark of an address and no digit touches a run."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if after and (after in BESIDE or after.isdigit()):
        return after in ".:" and not text[end + 1 : end + 2].isalnum()
    return not before or not (before in BESIDE or before.isdigit())


def _cut_of(run: str, count: Counter[str], words: Vocabulary) -> int | None:
    """Return where a run is parted: before a capital where both sides are known, else behind the longest name."""
    for match in INNER.finditer(run):
        left, right = run[: match.start()], run[match.start() :]
        if _is_apart(right, count) and (_is_apart(left, count) or _is_word(left, words)):
            return match.start()
    for cut in range(len(run) - len("di"), SHORTEST_NAME - 1, -1):
        left, right = run[:cut], run[cut:]
        if (
            right.islower()
            and _is_apart(left, count)
            and left.casefold() not in words.combining | words.not_parts
            and _may_follow(right, count[left], words)
        ):
            return cut
    return None


def _is_apart(part: str, count: Counter[str]) -> bool:
    """Whether the text writes a part by itself, as a name."""
    return len(part) >= SHORTEST_NAME and part[0].isupper() and count[part] > 0


def _is_word(part: str, words: Vocabulary) -> bool:
    """Whether a part is an ordinary word that is known, a common one where it is short."""
    lower = part.casefold()
    return (
        shape_of(part) is not Shape.MIXED
        and len(part) > SHORTEST_NAME
        and lower not in words.name_heads
        and (bool(words.weight(part, Shape.LOWER)) or lower in words.function)
    )


def _may_follow(right: str, times: int, words: Vocabulary) -> bool:
    """Whether a word in small letters may stand behind a name, and is no ending that names and their peoples have."""
    if right in words.short:
        return times > 1
    if len(right) < SHORTEST_TAIL or right in words.not_parts or right in words.place_parts:
        return False
    if right in words.function:
        return len(right) > SHORTEST_TAIL or times > 1
    least = COMMON if len(right) == SHORTEST_TAIL + 1 else KNOWN
    return len(right) > SHORTEST_TAIL and words.part_weight(right) >= least
