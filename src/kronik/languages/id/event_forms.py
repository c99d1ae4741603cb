"""Indonesian word formation: from a root and its affixes to the surface forms that tell an event."""

from kronik.errors import DataError
from kronik.languages.coding import FormKind

VOWELS = frozenset("aeiou")
KEPT = "!"
"""Mark behind a root whose first letter stays after meN- and peN- (a loan: "mensubsidi", "mengkoordinasikan")."""
BOTH = "?"
"""Mark behind a root that is found with and without it."""
SWALLOWED = {"p": "mem", "t": "men", "s": "meny", "k": "meng"}
STAYING = {
    **dict.fromkeys("lmnrwy", "me"),
    **dict.fromkeys("bfvp", "mem"),
    **dict.fromkeys("dcjzts", "men"),
    **dict.fromkeys("aeioughkq", "meng"),
}
GROUPS = {
    "T": ("meN", "di", "0"),
    "Tk": ("meN-kan", "di-kan", "-kan"),
    "Ti": ("meN-i", "di-i", "-i"),
    "Tp": ("memper", "diper", "per"),
    "Tpk": ("memper-kan", "diper-kan", "per-kan"),
    "Tpi": ("memper-i", "diper-i", "per-i"),
}
"""Short names for the forms that every transitive verb of a pattern has."""
PATTERNS: dict[str, tuple[str, str, FormKind]] = {
    "meN": ("meN", "", FormKind.ACTIVE),
    "meN-kan": ("meN", "kan", FormKind.ACTIVE),
    "meN-i": ("meN", "i", FormKind.ACTIVE),
    "memper": ("memper", "", FormKind.ACTIVE),
    "memper-kan": ("memper", "kan", FormKind.ACTIVE),
    "memper-i": ("memper", "i", FormKind.ACTIVE),
    "di": ("di", "", FormKind.PASSIVE),
    "di-kan": ("di", "kan", FormKind.PASSIVE),
    "di-i": ("di", "i", FormKind.PASSIVE),
    "diper": ("diper", "", FormKind.PASSIVE),
    "diper-kan": ("diper", "kan", FormKind.PASSIVE),
    "diper-i": ("diper", "i", FormKind.PASSIVE),
    "ter": ("ter", "", FormKind.STATIVE),
    "ter-kan": ("ter", "kan", FormKind.STATIVE),
    "ter-i": ("ter", "i", FormKind.STATIVE),
    "0": ("", "", FormKind.BARE),
    "-kan": ("", "kan", FormKind.BARE),
    "-i": ("", "i", FormKind.BARE),
    "per": ("per", "", FormKind.BARE),
    "per-kan": ("per", "kan", FormKind.BARE),
    "per-i": ("per", "i", FormKind.BARE),
    "ber": ("ber", "", FormKind.MIDDLE),
    "ber-an": ("ber", "an", FormKind.MIDDLE),
    "ber-kan": ("ber", "kan", FormKind.MIDDLE),
    "meN:m": ("meN", "", FormKind.MIDDLE),
    "0m": ("", "", FormKind.MIDDLE),
    "0s": ("", "", FormKind.STATIVE),
    "peN-an": ("peN", "an", FormKind.ACTION),
    "per-an": ("per", "an", FormKind.ACTION),
    "per-an:r": ("per", "an", FormKind.RESULT),
    "pe-an:r": ("pe", "an", FormKind.RESULT),
    "peN-an:r": ("peN", "an", FormKind.RESULT),
    "-an": ("", "an", FormKind.RESULT),
    "-an:p": ("", "an", FormKind.ACTION),
    "ke-an": ("ke", "an", FormKind.RESULT),
    "0n": ("", "", FormKind.RESULT),
    "0p": ("", "", FormKind.ACTION),
    "peN": ("peN", "", FormKind.AGENT),
    "pe": ("pe", "", FormKind.AGENT),
    "0a": ("", "", FormKind.AGENT),
}
"""Name of a pattern -> prefix, suffix, and what the form is."""

Surface = tuple[tuple[str, ...], FormKind]


def surfaces(root: str, patterns: str) -> tuple[Surface, ...]:
    """Return the surface forms of a root, in the order of its patterns; nouns of one word also doubled (plural).

    Args:
        root: lower-cased; the affixes go to the first of several words; marks see `KEPT` and `BOTH`.
        patterns: names of `PATTERNS` or `GROUPS`, or ``kind=words`` for a form that is given as it stands, separated
            by spaces; words of a given form are joined by ``_``.

    Raises:
        DataError: a pattern is unknown.
    """
    first, _, rest = root.partition(" ")
    following = tuple(rest.split())
    found: dict[tuple[str, ...], FormKind] = {}
    for name in patterns.split():
        if "=" in name:
            kind, _, words = name.partition("=")
            found.setdefault(tuple(words.split("_")), _kind(root, kind))
            continue
        for pattern in GROUPS.get(name, (name,)):
            if pattern not in PATTERNS:
                raise DataError("events", root, f"unknown pattern of word formation: {pattern}")
            prefix, suffix, kind_ = PATTERNS[pattern]
            for stem in _stems(first, prefix):
                form = (stem + suffix, *following)
                # A root that is said to be a noun of its own is read as one, also where a verb's group has it bare.
                found[form] = kind_ if pattern == "0n" else found.get(form, kind_)
    return tuple(found.items()) + tuple(_plurals(found))


def active(root: str, *, kept: bool = False) -> str:
    """Return the root with meN- ("serang" -> "menyerang", "bom" -> "mengebom").

    Args:
        root: lower-cased, without mark.
        kept: the first letter stays.
    """
    if sum(letter in VOWELS for letter in root) == 1 and not root.startswith(("t", "p")):
        return "menge" + root
    letter, second = root[0], root[1:2]
    if letter in SWALLOWED and not kept and second in VOWELS:
        return SWALLOWED[letter] + root[1:]
    return STAYING.get(letter, "me") + root


def _stems(root: str, prefix: str) -> tuple[str, ...]:
    bare = root.rstrip(KEPT + BOTH)
    if prefix not in {"meN", "peN"}:
        return (_joined(prefix, bare),)
    kept = [root.endswith(KEPT)] if not root.endswith(BOTH) else [False, True]
    words = [active(bare, kept=keep) for keep in kept]
    return tuple(dict.fromkeys(word if prefix == "meN" else "p" + word[1:] for word in words))


def _joined(prefix: str, root: str) -> str:
    """One r where prefix and root meet in two ("berapat"), none before a syllable in -er ("bekerja")."""
    loses = prefix.endswith("er") and (root.startswith("r") or (root[1:3] == "er" and root[3:4] not in VOWELS))
    return (prefix[:-1] if loses else prefix) + root


def _plurals(found: dict[tuple[str, ...], FormKind]) -> list[Surface]:
    nouns = {FormKind.RESULT, FormKind.ACTION}
    single = [(words[0], kind) for words, kind in found.items() if kind in nouns and len(words) == 1]
    return [((f"{word}-{word}",), kind) for word, kind in single if "-" not in word]


def _kind(root: str, name: str) -> FormKind:
    try:
        return FormKind(name)
    except ValueError as error:
        raise DataError("events", root, f"unknown kind of form: {name}") from error
