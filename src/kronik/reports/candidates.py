"""Words of a sentence that could tell an event: forms of the lexicon, and the light verbs that lend them a subject."""

from collections.abc import Iterator

from msgspec import Struct

from kronik.languages.analysis import ROOT, Sentence
from kronik.languages.coding import VERBS, Form, FormKind, LightVerb
from kronik.reports.clause import base
from kronik.reports.reading import Reading

LIGHT_REACH = 3
"""Words back from a noun within which a light verb is looked for where the tree joins the two otherwise."""


class Candidate(Struct, frozen=True, kw_only=True):
    """A form of the lexicon in a sentence.

    Attributes:
        sentence: index of the sentence.
        first, last: indices of its first and last token.
        head: index of the token that the others hang on.
        form: what stands there.
        light: the light verb that the noun stands with; None without one.
        light_head: index of that verb's token.
    """

    sentence: int
    first: int
    last: int
    head: int
    form: Form
    light: LightVerb | None = None
    light_head: int | None = None

    @property
    def verbal(self) -> bool:
        """Whether the trigger is a verb."""
        return self.form.kind in VERBS

    @property
    def predicate(self) -> int:
        """Index of the token that heads the event's clause: the light verb where there is one."""
        return self.head if self.light_head is None else self.light_head


def candidates_of(reading: Reading, sentence: int) -> Iterator[Candidate]:
    """Yield the candidates of a sentence; those at the same words stand in the lexicon's order, the longest alone."""
    words = reading.lower[sentence]
    tree = reading.sentences[sentence]
    openers = reading.lexicon.forms
    at = 0
    while at < len(words):
        forms = reading.lexicon.forms_at(words, at) if words[at] in openers else ()
        if not forms:
            at += 1
            continue
        length = len(forms[0].words)
        for form in forms:
            if len(form.words) == length and _fits(tree, at, form):
                yield from _placed(reading, sentence, tree, at, form)
        at += length


def _fits(tree: Sentence, at: int, form: Form) -> bool:
    """Tell whether a bare root stands as a verb: most roots are nouns or other words too."""
    return form.kind is not FormKind.BARE or tree.tokens[at].upos == "VERB"


def _placed(reading: Reading, sentence: int, tree: Sentence, first: int, form: Form) -> Iterator[Candidate]:
    last = first + len(form.words) - 1
    head = head_of(tree, first, last)
    light: LightVerb | None = None
    at: int | None = None
    if form.kind not in VERBS and form.kind is not FormKind.AGENT:
        light, at = _light(reading, sentence, tree, head)
    yield Candidate(sentence=sentence, first=first, last=last, head=head, form=form, light=light, light_head=at)


def head_of(tree: Sentence, first: int, last: int) -> int:
    """Return the first token of a run that hangs on none of its others."""
    for index in range(first, last + 1):
        if not first <= tree.tokens[index].head <= last:
            return index
    return first


def _light(reading: Reading, sentence: int, tree: Sentence, noun: int) -> tuple[LightVerb | None, int | None]:
    """Return the light verb that a noun is object or subject of, or that modifies it."""
    words = reading.lower[sentence]
    near: list[int] = []
    token = tree.tokens[noun]
    if token.head != ROOT and base(token.relation) in ("obj", "iobj", "nsubj", "obl", "xcomp", "ccomp"):
        near.append(token.head)
    near += [child for child in tree.children[noun] if base(tree.tokens[child].relation) == "acl"]
    near += [at for at in range(noun - 1, max(-1, noun - LIGHT_REACH - 1), -1) if _open(tree, at, noun)]
    for at in near:
        found = reading.lexicon.light_verbs_at(words, at)
        if found:
            return found[0], at
    return None, None


def _open(tree: Sentence, verb: int, noun: int) -> bool:
    """Tell whether only modifiers stand between a verb and a noun."""
    return all(tree.tokens[at].upos in ("ADJ", "ADV", "NUM", "DET", "NOUN") for at in range(verb + 1, noun))
