"""Judges drafts: signs of each, weighed by weights that gold train gave, tell how likely it is a statement."""

from collections.abc import Mapping
from math import exp

from kronik.languages.analysis import Analysis, token_at
from kronik.records.statements import Speech
from kronik.statements.drafts import Cue, Draft, Scan, Side

SIZES = ((2, "size=2"), (5, "size=5"), (12, "size=12"), (10**6, "size=more"))
MOST_COUNTED = 13
"""Words of a content that are counted: one more than the greatest size that is told apart."""
JUDGED = frozenset(
    {"active", "passive", "passive-agent", "passive-clause", "passive-clitic", "noun", "cited", "as-told"}
)
"""Rules that find more than statements; what the others find is one."""
CERTAIN = 0.95
"""Score of what needs no judge: about the share that was right on gold train."""
SUBJECT_REACH = 3
"""Words before a reporting word that are looked at one by one; chosen on gold train."""
DIGITS = 4


def score_of(signs: tuple[str, ...], weights: Mapping[str, float]) -> float:
    """Return how likely a draft with these signs is a statement, between 0 and 1, rounded to 4 decimals."""
    if "bias" not in signs:
        return CERTAIN
    total = sum([weights.get(sign, 0.0) for sign in signs])
    return round(1.0 / (1.0 + exp(-max(-30.0, min(30.0, total)))), DIGITS)


def signs_of(scan: Scan, draft: Draft, analysis: Analysis, around: tuple[Draft, ...]) -> tuple[str, ...]:
    """Return the signs of a draft; ``around`` are all drafts of the article.

    A draft of a rule that needs no judge has one sign alone.
    """
    cue = draft.cue
    if draft.rule not in JUDGED or cue is None:
        return (f"rule={draft.rule}", *_place_signs(draft, around))
    clause = _clause(scan, draft)
    signs = [
        "bias",
        f"rule={draft.rule}",
        f"kind={draft.kind}",
        *_content_signs(scan, draft, clause),
        *_place_signs(draft, around),
    ]
    words = sum([len(scan.words.text[start:end].split(None, MOST_COUNTED)) for start, end in draft.content])
    size = next(name for most, name in SIZES if words <= most)
    tree = _tree_signs(scan, cue, analysis)
    if cue.word is None:
        return (*signs, size, f"word={scan.words.forms[cue.first]}", *tree)
    sort = f"{cue.word.sort}/{cue.word.place}"
    signs += [size, f"sort={sort}", f"root={cue.word.root}/{cue.word.place}"]
    together = (
        size,
        clause,
        _before(scan, cue.first - 1),
        *[one for one in tree if one.startswith("takes")],
    )
    signs += [f"{sort}+{one}" for one in together]
    signs += _subject_signs(scan, draft)
    if scan.unit.quotes and any(
        quote.single and quote.start <= scan.words.starts[cue.first] < quote.end for quote in scan.unit.quotes
    ):
        signs.append("cue-quoted")
    if scan.words.is_name(cue.first) and cue.first > scan.unit.first and scan.words.is_word(cue.first - 1):
        signs.append("cue-capital")
    return (*signs, *tree)


def _first_word(scan: Scan, draft: Draft) -> int:
    return draft.complement if draft.complement >= 0 else scan.words.at_or_after(draft.content[0][0])


def _clause(scan: Scan, draft: Draft) -> str:
    """Return how the content is joined, and whether it holds what may be a predicate before a relative clause."""
    first = _first_word(scan, draft)
    before = scan.form(first - 1)
    speech = scan.speech
    if before in speech.bahwa:
        return "bahwa"
    if before in speech.that or before in speech.purpose:
        return "that"
    if before in tuple(",:"):
        return "comma"
    last = scan.words.before(draft.content[-1][1]) + 1
    for at in range(first, last):
        form = scan.words.forms[at]
        if form in speech.relative and at > first:
            break
        if form in speech.predicates or (len(form) > SHORTEST_VERB and form.startswith(speech.verb_starts)):
            return "clause"
    return "phrase"


SHORTEST_VERB = 5
"""A word of at most so many letters is no verb by its first letters."""


def _content_signs(scan: Scan, draft: Draft, clause: str) -> list[str]:
    first = _first_word(scan, draft)
    form = scan.form(first)
    signs = [f"content={clause}"]
    speech = scan.speech
    if form in speech.addressing or form in speech.closing:
        signs.append("opens=adjunct")
    elif form in speech.whether:
        signs.append("opens=question")
    elif form in speech.about or form in speech.standing_for:
        signs.append("opens=topic")
    elif form.startswith(speech.verb_starts):
        signs.append("opens=verb")
    elif form and scan.words.is_name(first):
        signs.append("opens=name")
    if draft.cue is not None and scan.form(draft.cue.last) in speech.addressing:
        signs.append("aside")
    return signs


def _place_signs(draft: Draft, around: tuple[Draft, ...]) -> list[str]:
    start, end = draft.content[0][0], draft.content[-1][1]
    signs = set()
    for other in around:
        apart = other.unit - draft.unit
        if apart > 1 or apart < -1 or other is draft:
            continue
        if apart == 0 and other.content[0][0] <= start and end <= other.content[-1][1]:
            signs.add("nested")
        if apart == 0 and start <= other.content[0][0] and other.content[-1][1] <= end:
            signs.add("holds-other")
        if apart == 1 and other.kind is Speech.DIRECT:
            signs.add("quote-follows")
        if apart == -1 and other.kind is Speech.DIRECT:
            signs.add("quote-precedes")
    return sorted(signs)


def _before(scan: Scan, at: int) -> str:
    """Return what stands before a reporting word."""
    speech, words = scan.speech, scan.words
    if at < scan.unit.first:
        return "before=nothing"
    form = words.forms[at]
    for name, group in (
        ("purpose", speech.purpose),
        ("relative", speech.relative),
        ("negator", speech.negators),
        ("pronoun", speech.pronouns),
        ("joining", speech.joining),
        ("between", speech.between),
        ("adjunct", speech.addressing),
    ):
        if form in group:
            return f"before={name}"
    if not words.is_word(at):
        return "before=mark"
    return "before=name" if words.is_name(at) else "before=noun"


def _subject_signs(scan: Scan, draft: Draft) -> list[str]:
    cue = draft.cue
    if cue is None:
        return []
    speech, forms = scan.speech, scan.words.forms
    signs = [_before(scan, cue.first - 1)]
    for at in range(max(scan.unit.first, cue.first - SUBJECT_REACH), cue.first):
        form = forms[at]
        if form in speech.purpose:
            signs.append("near=purpose")
        elif form in speech.relative:
            signs.append("near=relative")
        elif form in speech.negators:
            signs.append("near=negator")
        elif form in speech.modals:
            signs.append("near=modal")
        elif form in speech.pointing and at == cue.first - 1:
            signs.append("near=pointing")
        elif form in speech.utterances:
            signs.append("near=utterance")
    first, last = draft.region
    if draft.side is Side.BEFORE and not speech.utterances.isdisjoint(forms[first:last]):
        signs.append("subject=utterance")
    return sorted(set(signs))


def _tree_signs(scan: Scan, cue: Cue, analysis: Analysis) -> list[str]:
    """Return what the tree makes of a reporting word: its relation, and what hangs on it."""
    offset = scan.words.starts[cue.first]
    number = analysis.sentence_at(offset)
    if number is None:
        return []
    sentence = analysis.sentences[number]
    tokens = sentence.tokens
    at = token_at(tokens, offset)
    if at is None:
        return []
    token = tokens[at]
    below = {tokens[child].relation.partition(":")[0] for child in sentence.children[at]}
    signs = [f"tree={token.relation.partition(':')[0]}", f"upos={token.upos}"]
    if below:
        signs += [f"has={name}" for name in WATCHED if name in below]
    clause = "clause" if below & CLAUSES else "object" if "obj" in below else "bare"
    return [*signs, f"takes={clause}"]


WATCHED = ("nsubj", "obj", "iobj", "ccomp", "xcomp", "obl", "mark", "parataxis", "advcl")
"""Relations below a reporting word that are signs."""
CLAUSES = frozenset({"ccomp", "xcomp", "parataxis", "csubj"})
"""Relations of a clause that is reported."""
