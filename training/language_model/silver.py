"""Names of the news of 2025: mentions of actors in the gold train articles, as labels of some words.

Only actors that take part in something are annotated there, so that a capitalised word outside a mention may be a name
or none: it teaches nothing. Words in small letters, and the words next to a mention (titles stand there), are no names.
"""

import json
from pathlib import Path

from corpora import Sample

from kronik.languages.analysis import SentenceSplitter
from kronik.languages.id.tokens import Tokeniser
from kronik.languages.network.features import UNKNOWN, Vocabulary, plain

KINDS = {"person": "PERSON", "organisation": "ORG", "state": "PLACE"}
UNSURE = "?"
"""Label of a word that teaches nothing."""
SELDOM = 1
"""Class of words that hardly ever have a capital inside a sentence: a mention of them alone is an epithet, no name."""

Mention = tuple[int, int, str]


def read_silver(shared: Path, words: Vocabulary, split: SentenceSplitter, tokenise: Tokeniser) -> list[Sample]:
    """Return the sentences of the gold train articles that hold a mention by name."""
    found = []
    for line in (shared / "gold" / "train.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        text = article["page"]["text"]
        mentions = [
            (one["start"], one["end"], KINDS[actor["kind"]])
            for actor in article["actors"]
            if actor["kind"] in KINDS
            for one in actor["mentions"]
            if "start" in one and _is_name(text[one["start"] : one["end"]], words)
        ]
        for start, end in split(text):
            inside = [one for one in mentions if start <= one[0] and one[1] <= end]
            if inside:
                found.append(_sample(text, tokenise(text, start, end), inside))
    return found


def _is_name(quote: str, words: Vocabulary) -> bool:
    """Tell whether a mention is by name: capitals, and not words that are else in small letters."""
    parts = quote.split()
    if not parts or not parts[0][0].isupper() or not parts[-1][0].isupper():
        return False
    classes = [words.capitals[words.ids.get(plain(part), UNKNOWN)] for part in parts]
    return classes[0] != SELDOM and (len(parts) > 1 or classes[0] in {0, 3})


def _sample(text: str, places: tuple[tuple[int, int], ...], mentions: list[Mention]) -> Sample:
    """Return a sentence with its labels."""
    labels = [UNSURE if text[start].isupper() else "O" for start, _ in places]
    for start, end, kind in mentions:
        inside = [at for at, (low, high) in enumerate(places) if low >= start and high <= end]
        if not inside:
            continue
        for near in (inside[0] - 1, inside[-1] + 1):
            if 0 <= near < len(labels) and labels[near] == UNSURE:
                labels[near] = "O"
        for at in inside:
            labels[at] = f"{'B' if at == inside[0] else 'I'}-{kind}"
    return Sample("idner_silver", text[places[0][0] : places[-1][1]], [text[a:b] for a, b in places], names=labels)
