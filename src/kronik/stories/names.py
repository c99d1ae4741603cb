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
INITIALS = 2
"""Letters from which a word may be the initials of several, where the rest of the name is the same."""
HEAD = 4
"""Letters at the beginning of a word that its other spellings have too."""


def is_one_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two names may be one actor's; each is its words in lower case. The order of the two is all one."""
    if not one or not other:
        return False
    return _holds(one, other) or _holds(other, one)


def is_spelt_like(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two persons' names share a long word, and every other word of the shorter begins like one."""
    short, long = _by_length(one, other)
    shared = any(len(word) >= GLUED and word in long for word in short)
    return shared and all(any(word[:HEAD] == each[:HEAD] for each in long) for word in short if len(word) >= HEAD)


def are_called_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether half of the words by which unnamed people are called are the same; numbers count nothing."""
    ours, theirs = ([word for word in words if not word[0].isdigit()] for words in (one, other))
    short, long = _by_length(ours, theirs)
    return bool(short) and 2 * sum(any(_same(word, each) for each in long) for word in short) >= len(short)


def is_part(short: Sequence[str], long: Sequence[str]) -> bool:
    """Say whether every word of a name stands in another, or begins like one of its words that is glued to more."""
    return bool(short) and all(any(_same(word, other) for other in long) for word in short)


def _by_length(one: Sequence[str], other: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return the shorter of two names and the longer; of equals the first in order is taken for the shorter."""
    short, long = sorted((one, other), key=lambda words: (len(words), tuple(words)))
    return short, long


def _holds(long: Sequence[str], short: Sequence[str]) -> bool:
    letters = "".join(short)
    return (
        is_part(short, long)
        or (len(letters) >= WHOLE and letters in "".join(long))
        or any(_shortens(word, long) for word in short if len(word) >= ABBREVIATED)
        or _has_initials(short, long)
    )


def _has_initials(short: Sequence[str], long: Sequence[str]) -> bool:
    """Say whether a name has a word of another, and its other words are initials of words in a row of that one."""
    rest = [word for word in short if not any(_same(word, each) for each in long)]
    letters = "".join(word[0] for word in long)
    return 0 < len(rest) < len(short) and all(len(word) >= INITIALS and word in letters for word in rest)


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
