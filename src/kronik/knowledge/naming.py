"""When two spellings are one name: the keys under which names are kept and asked for."""

import unicodedata

LONGEST_CAPITALS = 6
"""Letters of an all-capital name that is kept apart from the word of the same letters ("AS", "PAN"); longer runs of
capitals are a headline's."""
MARKS = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "—": "-", "\u00a0": " "}
    | {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ð": "d"}
)
"""Characters that stand for another and have no decomposition in Unicode."""


def folded(name: str) -> str:
    """Return the key of a name: case, accents, kinds of apostrophe and dash, and runs of white space count alike."""
    if not name.isascii():
        name = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
        name = "".join(character for character in name if not unicodedata.combining(character)).translate(MARKS)
    return " ".join(name.lower().split())


def kept_key(name: str) -> str:
    """Return the key under which a name is kept: capitals stay capitals, everything else is folded."""
    return name if is_capitals(name) else folded(name)


def asked_keys(name: str) -> tuple[str, ...]:
    """Return the keys to ask for, the surest first: a run of capitals may be a headline's spelling of a word."""
    return (name, folded(name)) if is_capitals(name) else (folded(name),)


def is_capitals(name: str) -> bool:
    """Tell whether a name is a short run of capitals, in which case counts."""
    return len(name) <= LONGEST_CAPITALS and name.isupper()
