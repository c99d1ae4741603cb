"""What the event lexicon reaches before any tree is read: ``python evals/lexicon_coverage.py SHARED [--set dev]``.

Gold's own debris is left out. A telling of an event is *named* when a form of the lexicon with the gold type stands
in its words (for AGREE that of a meeting or of aid, too), and *near* when one stands in its sentence; an event is
reached when one of its tellings is. A *false hit* is a form in a sentence in which gold tells no event of its type.
Conditions on words are tested on the words around (subject: before, object: behind); those on actors need the cast,
and count as met. The coder's own figures are other and better; these say which words are missing and which tell too
much.
"""

import argparse
import itertools
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kronik.languages.coding import Condition, Form, FormKind, Lexicon, Test, Where
from kronik.languages.id.coding import load_coding
from kronik.records.plover import EventType

WORD = re.compile(r"\w+(?:[-./]\w+)*")
SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+|\n+")
CLITICS = ("nya", "lah", "pun", "kah", "ku", "mu")
PLANNED = frozenset({EventType.AGREE, EventType.CONSULT, EventType.AID, EventType.COOPERATE})
"""Types that the words of a promise may have: what is still to come is AGREE, whatever the words say of its kind."""
ASIDE = 6
"""Words before or behind a form in which its subject or object is looked for."""


@dataclass(frozen=True, slots=True)
class Word:
    """A lower-cased word of the page text, clitics off where that makes it a form of the lexicon."""

    start: int
    end: int
    form: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A form of the lexicon in a sentence."""

    start: int
    end: int
    sentence: int
    form: Form


@dataclass(slots=True)
class Tally:
    """Counts of one type."""

    events: int = 0
    named: int = 0
    near: int = 0
    hits: int = 0
    false: int = 0
    misses: list[str] = field(default_factory=list)
    wrong: Counter[str] = field(default_factory=Counter)


def words_of(text: str, lexicon: Lexicon) -> list[Word]:
    """Return the words of a text as the lexicon's forms see them."""
    found = []
    for match in WORD.finditer(text):
        form = match[0].lower()
        if form not in lexicon.forms:
            bare = next((form.removesuffix(clitic) for clitic in CLITICS if form.endswith(clitic)), form)
            form = bare if bare in lexicon.forms else form
        found.append(Word(match.start(), match.end(), form))
    return found


def hits_of(words: Sequence[Word], sentence: int, lexicon: Lexicon, domains: frozenset[str]) -> Iterator[Hit]:
    """Yield the forms in a sentence whose conditions on words hold; at one place the longest, once for each entry."""
    forms = [word.form for word in words]
    at = 0
    while at < len(words):
        found = lexicon.forms_at(forms, at)
        found = tuple(
            form for form in found if len(form.words) == len(found[0].words) and form.kind is not FormKind.AGENT
        )
        for form in found:
            if _holds(forms, at, form, domains):
                yield Hit(words[at].start, words[at + len(form.words) - 1].end, sentence, form)
        at += len(found[0].words) if found else 1


def _holds(forms: list[str], at: int, form: Form, domains: frozenset[str]) -> bool:
    last = at + len(form.words)

    def met(condition: Condition, unknown: bool) -> bool:
        if condition.test is Test.DOMAIN:
            return bool(condition.values & domains)
        if condition.test is not Test.WORD or condition.where in {Where.ACTOR, Where.RECIPIENT}:
            return unknown
        before, behind = forms[max(0, at - ASIDE) : at], forms[last : last + ASIDE]
        around = {
            Where.NEXT: forms[last : last + 1],
            Where.PREVIOUS: forms[max(0, at - 1) : at],
            Where.SUBJECT: before,
            Where.OBJECT: before if form.kind is FormKind.PASSIVE else behind,
            Where.BELOW: before + behind,
        }.get(condition.where, forms[:at] + forms[last:])
        return bool(condition.values & set(around))

    if any(met(condition, False) for condition in form.entry.excludes):
        return False
    return all(any(met(condition, True) for condition in group) for group in form.entry.needs)


def domains_of(words: Sequence[Word], lexicon: Lexicon) -> frozenset[str]:
    """Return the domains that an article belongs to."""
    present = {word.form for word in words}
    size = max(1, len(words))
    return frozenset(one.name for one in lexicon.domains if 100 * len(one.words & present) / size >= one.share)


def article_hits(text: str, debris: list[dict[str, int]], lexicon: Lexicon) -> tuple[list[Hit], list[tuple[int, int]]]:
    """Return the hits of an article's prose and its sentences."""
    cut = [(one["start"], one["end"]) for one in debris]
    words = [word for word in words_of(text, lexicon) if not any(start <= word.start < end for start, end in cut)]
    bounds = [0, *(match.end() for match in SENTENCE_END.finditer(text)), len(text)]
    sentences = list(itertools.pairwise(bounds))
    domains = domains_of(words, lexicon)
    hits: list[Hit] = []
    for index, (start, end) in enumerate(sentences):
        inside = [word for word in words if start <= word.start < end]
        hits += hits_of(inside, index, lexicon, domains)
    return hits, sentences


def count(articles: list[dict[str, Any]], lexicon: Lexicon) -> tuple[dict[str, Tally], Counter[int]]:
    """Return a tally for each type, and how often a hit's place has so many types."""
    tallies: dict[str, Tally] = {}
    types: Counter[int] = Counter()
    for article in articles:
        text = str(article["page"]["text"])
        hits, sentences = article_hits(text, article["debris"], lexicon)
        places: dict[int, set[str]] = {}
        for hit in hits:
            places.setdefault(hit.start, set()).add(hit.form.entry.type.value)
        types.update(len(found) for found in places.values())
        told: set[tuple[object, int]] = set()
        for event in article["events"]:
            tally = tallies.setdefault(event["type"], Tally())
            tally.events += 1
            kinds = PLANNED if event["type"] == EventType.AGREE else {event["type"]}
            same = [hit for hit in hits if hit.form.entry.type in kinds]
            spans = [(one["start"], one["end"]) for one in event["triggers"]]
            at = {i for i, (start, end) in enumerate(sentences) for s, e in spans if s < end and start < e}
            told |= {(kind, index) for kind in kinds for index in at}
            named = any(hit.start < e and s < hit.end for hit in same for s, e in spans)
            near = any(hit.sentence in at for hit in same)
            tally.named += named
            tally.near += near
            if not named:
                tally.misses.append(f"{event['mode']}: {text[spans[0][0] : spans[0][1]]!r}{' (near)' if near else ''}")
        for hit in hits:
            kind = hit.form.entry.type.value
            tally = tallies.setdefault(kind, Tally())
            tally.hits += 1
            if (kind, hit.sentence) not in told:
                tally.false += 1
                tally.wrong[hit.form.entry.id] += 1
    return tallies, types


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--set", choices=("train", "dev"), default="train")
    parser.add_argument("--misses", action="store_true", help="print the tellings that no form of the type names")
    parser.add_argument("--wrong", action="store_true", help="print the entries with the most false hits")
    options = parser.parse_args()
    lines = (options.shared / "gold" / f"{options.set}.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [json.loads(line) for line in lines]
    tallies, types = count(articles, load_coding())
    print(f"{'type':10} {'events':>6} {'named':>6} {'near':>6} {'hits':>6} {'false':>6} {'false an article':>17}")
    rows = sorted(tallies.items())
    total = Tally(
        *(sum(getattr(one, name) for _, one in rows) for name in ("events", "named", "near", "hits", "false"))
    )
    for name, one in [*rows, ("all", total)]:
        share = [f"{value / one.events:6.2f}" if one.events else "     -" for value in (one.named, one.near)]
        each = one.false / len(articles)
        print(f"{name:10} {one.events:6} {share[0]} {share[1]} {one.hits:6} {one.false:6} {each:17.2f}")
    places = sum(types.values())
    print(f"types at a place: {sum(size * times for size, times in types.items()) / max(1, places):.2f}")
    for name, one in rows:
        if options.misses:
            print(*(f"{name} {miss}" for miss in one.misses), sep="\n")
        if options.wrong:
            print(name, one.wrong.most_common(25))


if __name__ == "__main__":
    main()
