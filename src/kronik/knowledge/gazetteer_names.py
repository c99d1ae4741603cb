"""How names of places are compared: letters and digits in lower case, words parted by one space."""

import re

WORD = re.compile(r"[^\W_]+(?:['’‘`ʼ][^\W_]+)*")
"""A word of a name; an apostrophe within belongs to it."""
_APOSTROPHES = str.maketrans("", "", "'’‘`ʼ")


def normal(name: str) -> str:
    """Return the form under which a name is looked up: ``St. Petersburg`` -> ``st petersburg``."""
    return " ".join(map(normal_word, WORD.findall(name)))


def normal_word(word: str) -> str:
    """Return the form of one word (a match of `WORD`)."""
    return word.casefold().translate(_APOSTROPHES)
