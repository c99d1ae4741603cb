"""Bring the 2017 annotation to today's, by rules learnt from the sentences that stand in both.

A rule says what a label becomes where certain things hold (old label, word, tag of the head, ...). Rules are tried from
the most special to the most general; one counts when it was seen often enough and was mostly right.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from corpora import Sample

from kronik.languages.id.tokens import Tokeniser
from kronik.languages.network.features import plain

SEEN = 2
"""Times that a rule must have been seen."""
PURE = 0.7
"""Share of them in which it must have been right."""
CLITIC = "nya"


class Rules:
    """Learnt rules from what holds of a word to its new label."""

    def __init__(self) -> None:
        self.counts: dict[tuple, Counter[str]] = defaultdict(Counter)

    def learn(self, keys: Iterator[tuple], label: str) -> None:
        """Count a word's new label under each of its keys."""
        for key in keys:
            self.counts[key][label] += 1

    def tell(self, keys: Iterator[tuple], otherwise: str) -> str:
        """Return the label of the first key that can be trusted."""
        for key in keys:
            found = self.counts.get(key)
            if found:
                label, count = found.most_common(1)[0]
                total = sum(found.values())
                if total >= SEEN and count / total >= PURE:
                    return label
        return otherwise


def _below(heads: list[int]) -> list[list[int]]:
    below: list[list[int]] = [[] for _ in heads]
    for at, head in enumerate(heads):
        if head >= 0:
            below[head].append(at)
    return below


def tag_keys(sample: Sample, at: int) -> Iterator[tuple]:
    """Give what may tell a word's new tag, the most special first."""
    form, tag, relation = plain(sample.forms[at]), sample.upos[at], sample.relations[at]
    head = sample.heads[at]
    above = sample.upos[head] if head >= 0 else "ROOT"
    yield ("form", form, tag, relation, above)
    yield ("form", form, tag, relation)
    yield ("form", form, tag)
    yield ("end", form[:2], form[-3:], tag, relation)
    yield ("tag", tag, relation, above)
    yield ("tag", tag)


def relation_keys(sample: Sample, tags: list[str], at: int) -> Iterator[tuple]:
    """Give what may tell a word's new relation, the most special first; tags are the new ones."""
    form, relation, head = plain(sample.forms[at]), sample.relations[at], sample.heads[at]
    above = tags[head] if head >= 0 else "ROOT"
    over = plain(sample.forms[head]) if head >= 0 else ""
    below = _below(sample.heads)[at]
    opening = tuple(
        sorted(
            {
                plain(sample.forms[one])
                for one in below
                if sample.relations[one] in {"nsubj", "nsubj:pass", "mark", "case"} and one < at
            }
        )
    )
    case = bool({"case"} & {sample.relations[one] for one in below})
    tag = tags[at]
    yield ("form", relation, tag, above, form, over)
    yield ("form", relation, tag, above, form)
    yield ("opening", relation, tag, above, opening[:2], at > head)
    yield ("yang", relation, tag, above, "yang" in opening, case, at > head)
    yield ("tags", relation, tag, above, at > head)
    yield ("form", relation, tag, form)
    yield ("tags", relation, tag, above)
    yield ("tag", relation, tag)
    yield ("relation", relation)


def align(old: Sample, new: Sample) -> dict[int, int] | None:
    """Return for old words the new ones that begin at the same letter; None where the texts differ."""
    if "".join(old.forms) != "".join(new.forms):
        return None
    starts, at = {}, 0
    for place, form in enumerate(new.forms):
        starts[at] = place
        at += len(form)
    found, at = {}, 0
    for place, form in enumerate(old.forms):
        if at in starts:
            found[place] = starts[at]
        at += len(form)
    return found


def learn(pairs: list[tuple[Sample, Sample]]) -> tuple[Rules, Rules]:
    """Return the rules of tags and of relations, learnt from pairs of an old and a new annotation."""
    tags, relations = Rules(), Rules()
    for old, new in pairs:
        places = align(old, new)
        if places is None:
            continue
        renewed = [new.upos[places[at]] if at in places else tag for at, tag in enumerate(old.upos)]
        for at, place in places.items():
            tags.learn(tag_keys(old, at), new.upos[place])
            head = old.heads[at]
            wanted = new.heads[place]
            if (head < 0 and wanted < 0) or (head >= 0 and places.get(head) == wanted):
                relations.learn(relation_keys(old, renewed, at), new.relations[place])
    return tags, relations


def convert(old: Sample, rules: tuple[Rules, Rules], tokenise: Tokeniser) -> Sample:
    """Return the sentence in today's annotation."""
    tags = [rules[0].tell(tag_keys(old, at), tag) for at, tag in enumerate(old.upos)]
    told = [rules[1].tell(relation_keys(old, tags, at), one) for at, one in enumerate(old.relations)]
    relations = ["root" if head < 0 else one for head, one in zip(old.heads, told, strict=True)]
    heads = place_marks(old.heads, relations)
    made = replace(old, corpus="gsd_conv", upos=tags, relations=relations, heads=heads)
    return part_clitics(made, tokenise)


def place_marks(heads: list[int], relations: list[str]) -> list[int]:
    """Return heads in which a mark hangs on the highest word that lets no arc cross it.

    A mark before a coordinated word hangs on that word, as the guidelines have it.
    """
    out = list(heads)
    marks = {at for at, one in enumerate(relations) if one == "punct"}
    if any(heads[at] in marks for at in range(len(heads))):
        return out
    for at in marks:
        if heads[at] < 0:
            continue
        left, right = at - 1, at + 1
        while left >= 0 and left in marks:
            left -= 1
        while right < len(heads) and right in marks:
            right += 1
        found = []
        for start in (left, right):
            if not 0 <= start < len(heads):
                continue
            node = start
            while (
                heads[node] >= 0 and (heads[node] < at) == (node < at) and not _crossed(heads, marks, at, heads[node])
            ):
                node = heads[node]
            found.append(node)
        if found:
            out[at] = _highest(found, heads)
    return out


def _crossed(heads: list[int], marks: set[int], at: int, node: int) -> bool:
    low, high = min(at, node), max(at, node)
    return any(
        heads[other] >= 0
        and other not in marks
        and other != node
        and heads[other] != node
        and (low < other < high) != (low < heads[other] < high)
        and low != heads[other] != high
        for other in range(len(heads))
        if other != at
    )


def _highest(nodes: list[int], heads: list[int]) -> int:
    def depth(node: int) -> int:
        count = 0
        while heads[node] >= 0:
            node = heads[node]
            count += 1
        return count

    return max(nodes, key=depth)


def part_clitics(sample: Sample, tokenise: Tokeniser) -> Sample:
    """Return the sentence with its clitics as words of their own."""
    forms, tags, heads, relations, starts = [], [], [], [], []
    later: list[tuple[int, int]] = []
    for at, form in enumerate(sample.forms):
        parts = [form[a:b] for a, b in tokenise(form, 0, len(form))]
        starts.append(len(forms))
        forms.append(parts[0] if len(parts) == 2 and _is_clitic(parts[1]) else form)
        tags.append(sample.upos[at])
        relations.append(sample.relations[at])
        heads.append(sample.heads[at])
        if forms[-1] != form:
            later.append((at, len(forms)))
            forms.append(parts[1])
            question = plain(parts[1]) in {"kah", "lah", "pun"}
            tags.append("PART" if question else "PRON")
            noun = sample.upos[at] in {"NOUN", "PROPN", "NUM", "DET"}
            relations.append(
                "advmod:emph" if question else "nmod:poss" if noun else "obj" if sample.upos[at] == "VERB" else "nmod"
            )
            heads.append(-2)
    final = []
    clitics = {place: starts[at] for at, place in later}
    for place, head in enumerate(heads):
        final.append(clitics[place] if place in clitics else -1 if head == -1 else starts[head])
    for place, host in clitics.items():
        if tags[host] == "ADP" and relations[host] == "case":
            continue
        if tags[host] == "ADP":
            final[place], relations[place] = final[host], relations[host]
            final[host], relations[host] = place, "case"
            final = [place if head == host and other != place else head for other, head in enumerate(final)]
    return replace(sample, forms=forms, upos=tags, heads=final, relations=relations)


def _is_clitic(form: str) -> bool:
    return plain(form) in {"nya", "kah", "lah", "pun", "ku", "mu"}


def agreement(pairs: list[tuple[Sample, Sample]]) -> dict[str, float]:
    """Return UPOS, UAS, LAS of the first of each pair against the second, over words that begin at the same letter."""
    total = tag = arc = label = 0
    for old, new in pairs:
        places = align(old, new)
        if places is None:
            continue
        for at, place in places.items():
            total += 1
            tag += old.upos[at] == new.upos[place]
            head = old.heads[at]
            good = new.heads[place] == (places.get(head, -9) if head >= 0 else -1)
            arc += good
            label += good and old.relations[at] == new.relations[place]
    return {"upos": 100 * tag / total, "uas": 100 * arc / total, "las": 100 * label / total}


def folds(pairs: list[tuple[Sample, Sample]], tokenise: Tokeniser, count: int = 5) -> dict[str, float]:
    """Return the agreement after conversion by rules learnt on the other folds."""
    made = []
    for fold in range(count):
        rules = learn([pair for at, pair in enumerate(pairs) if at % count != fold])
        made += [(convert(old, rules, tokenise), new) for at, (old, new) in enumerate(pairs) if at % count == fold]
    return agreement(made)
