"""Whether two names of one story are one actor's: one in full, the other in part, shortened, or glued to a word.

Within a story a name that is a part of another mostly means the same; beyond it, it says nothing.
"""

from collections.abc import Sequence

GLUED = 5
"""Letters of a word from which one that goes on after it is taken for it: a name glued to the word behind it."""
WHOLE = 8
"""Letters of a name from which it may be looked for in another without regard to where words end."""
ABBREVIATED = 4
"""Letters from which a word may be an abbreviation of several: shorter ones fit too many names."""


def is_one_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two names may be one actor's; each is its words in lower case. The order of the two is all one."""
    if not one or not other:
        return False
    return _holds(one, other) or _holds(other, one)


def is_part(short: Sequence[str], long: Sequence[str]) -> bool:
    """Say whether every word of a name stands in another, or begins like one of its words that is glued to more."""
    return bool(short) and all(any(_same(word, other) for other in long) for word in short)


def _holds(long: Sequence[str], short: Sequence[str]) -> bool:
    letters = "".join(short)
    return (
        is_part(short, long)
        or (len(letters) >= WHOLE and letters in "".join(long))
        or any(_shortens(word, long) for word in short if len(word) >= ABBREVIATED)
    )


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    return min(len(one), len(other)) >= GLUED and (one.startswith(other) or other.startswith(one))


def _shortens(word: str, name: Sequence[str]) -> bool:
    """Say whether a word is made of the beginnings of a name's words, in order, the first of them and another at least.

    Letters of one beginning or of several: initials, and syllables too ("kejati" of "kejaksaan tinggi").
    """
    if len(name) < 2 or word in name:
        return False
    ends = {at for at in range(1, len(word)) if name[0].startswith(word[:at])}
    for part in name[1:]:
        ends |= {to for at in ends for to in range(at + 1, len(word) + 1) if part.startswith(word[at:to])}
    return len(word) in ends
