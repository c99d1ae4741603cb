"""How names of places are compared: letters and digits in lower case, words parted by one space."""

import re

WORD = re.compile(r"\w+(?:['’‘`ʼ]\w+)*")
"""A word of a name; an apostrophe within belongs to it."""
APOSTROPHES = "'’‘`ʼ"
_LEFT_OUT = str.maketrans("", "", APOSTROPHES)


def normal(name: str) -> str:
    """Return the form under which a name is looked up: ``St. Petersburg`` -> ``st petersburg``."""
    return " ".join(map(normal_word, WORD.findall(name)))


def normal_word(word: str) -> str:
    """Return the form of one word (a match of `WORD`)."""
    return word.lower().translate(_LEFT_OUT)
