"""When two names may be one: words of persons' and bodies' names compared."""

from functools import lru_cache

from kronik.languages.naming import NamingWords

FUZZY_FROM = 5
"""Letters from which a word of a name may differ by one letter; chosen on gold train."""
SURE_WORDS = 3
"""Words of a name from which one of them may differ by two letters."""
GLUED_NAME = 7
"""Letters of a name that may stand for one with a word written on to it."""
GLUED_FROM = 4
"""Letters of a word written on to a name."""
FUZZIER_FROM = 9
"""Letters from which it may differ by two."""


def person_key(texts: tuple[str, ...], words: NamingWords) -> tuple[str, ...]:
    """Return the words of a person's name that count: lower case, without address, degrees and marks."""
    lower = [text.replace(".", "").lower() if text.isupper() else text.lower().strip(".") for text in texts]
    kept = [word for word in lower if word[:1].isalnum()]
    bare = [word for word in kept if word not in words.honorifics and word not in words.kept]
    return tuple(bare or kept)


def body_key(lower: tuple[str, ...], words: NamingWords) -> tuple[str, ...]:
    """Return the words of a body's name as the press shortens them, brackets and legal forms left out."""
    flat: list[str] = []
    depth = 0
    for word in lower:
        if word == "(":
            depth += 1
        elif word == ")":
            depth -= 1
        elif depth == 0 and word[0].isalnum():
            flat.append(word)
    out: list[str] = []
    at = 0
    row = tuple(flat)
    while at < len(row):
        match = words.short.at(row, at)
        if match is None:
            out.append(row[at])
            at += 1
        else:
            out.extend(match[1].split(" "))
            at += match[0]
    bare = tuple(word for word in out if word not in words.legal)
    return bare or tuple(out)


@lru_cache(maxsize=50_000)
def near(one: str, other: str) -> bool:
    """Tell whether two words of names are spellings of one: equal, or a letter or two apart by their length."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < FUZZY_FROM or abs(len(one) - len(other)) > 2 or one[0] != other[0]:
        return False
    return _distance(one, other) <= (2 if shorter >= FUZZIER_FROM else 1)


def _distance(one: str, other: str) -> int:
    """Return the edits that part two words; two neighbours that changed places are one."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        line = [i]
        for j, right in enumerate(other, 1):
            cost = min(row[j] + 1, line[j - 1] + 1, row[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, before[j - 2] + 1)
            line.append(cost)
        before, row = row, line
    return row[-1]


def glued(one: str, other: str) -> bool:
    """Tell whether one word is the other with a word written on to it ("Wijayamengatakan")."""
    short, long = sorted((one, other), key=len)
    return len(short) >= FUZZY_FROM and len(long) - len(short) >= GLUED_FROM and long.startswith(short)


def short_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether every word of a short form stands in the full one, in order; a single letter is an initial."""
    at, length = 0, len(full)
    for word in short:
        while at < length and not (
            near(word, full[at])
            or (len(word) == 1 and full[at].startswith(word))
            or (at == length - 1 and len(word) >= GLUED_NAME and glued(word, full[at]))
        ):
            at += 1
        if at == length:
            return False
        at += 1
    return True


def same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two keys are one name word by word; a word may be written on to the last."""
    if len(one) != len(other):
        return False
    pairs = list(zip(one, other, strict=True))
    apart = [(left, right) for left, right in pairs if not near(left, right)]
    if len(pairs) >= SURE_WORDS and len(apart) == 1 and apart[0][0][0] == apart[0][1][0] and _distance(*apart[0]) <= 2:
        return True
    return all(near(left, right) for left, right in pairs[:-1]) and (near(*pairs[-1]) or glued(*pairs[-1]))


def spells(initials: str, full: tuple[str, ...]) -> bool:
    """Tell whether letters are the first ones of a name's words, in order, the first word's included."""
    letters = initials.replace(".", "").lower()
    firsts = [word[0] for word in full if word]
    if len(letters) < 2 or not firsts or letters[0] != firsts[0]:
        return False
    if len(letters) == len(firsts):
        return list(letters) == firsts
    at = 0
    for letter in letters:
        while at < len(firsts) and firsts[at] != letter:
            at += 1
        if at == len(firsts):
            return False
        at += 1
    return len(firsts) - len(letters) <= 2
