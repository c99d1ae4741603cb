"""Cuts a text where what is said on both sides can be read apart: at line ends, and at dots behind whole words."""

LONGEST_ABBREVIATION = 3
"""Letters of a word that a dot may shorten ("St.", "Kab."), by custom; behind a longer one it ends a sentence."""
DOT = ". "


def stretches(text: str) -> list[tuple[int, int]]:
    """Return the half-open code points of the stretches of a text, in order; line ends belong to none."""
    out: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        behind = end + 1
        dot = text.find(DOT, start, end)
        while dot >= 0:
            word = dot - LONGEST_ABBREVIATION - 1
            if word >= start and text[word:dot].isalnum():
                out.append((start, dot + len(DOT)))
                start = dot + len(DOT)
            dot = text.find(DOT, dot + len(DOT), end)
        if start < end:
            out.append((start, end))
        start = behind
    return out
