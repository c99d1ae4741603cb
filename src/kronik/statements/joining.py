"""Joins quotations that go on with a statement of the unit before or behind them."""

from collections.abc import Mapping

from msgspec.structs import replace

from kronik.records.statements import Speech
from kronik.statements.drafts import Draft
from kronik.statements.spoken import Stretch

ALONE = "quote-alone"
BEHIND = "quote-then-attribution"


def joined(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Return the drafts with quotations that lack an attribution joined to their neighbour.

    A quotation alone goes on with the direct speech of the unit right before it; where there is none, it opens that of
    the unit right behind it; else it stays a statement without cue.
    """
    out: list[Draft] = []
    waiting: list[Draft] = []
    for draft in drafts:
        if draft.rule != ALONE:
            fits = waiting and draft.rule == BEHIND and draft.unit - waiting[-1].unit == 1
            if fits and draft.content[0][0] > waiting[-1].content[-1][1]:
                slices = tuple(piece for one in waiting for piece in one.content)
                out.append(replace(draft, content=(*slices, *draft.content)))
            else:
                out += [*waiting, draft]
            waiting = []
            continue
        before = out[-1] if out and not waiting else None
        if before is not None and before.kind is Speech.DIRECT and _touches(before, draft):
            out[-1] = replace(before, content=(*before.content, *draft.content), unit=draft.unit)
        else:
            waiting.append(draft)
    return (*out, *waiting)


def with_fragments(drafts: tuple[Draft, ...], fragments: Mapping[int, Stretch]) -> tuple[Draft, ...]:
    """Return the drafts with verbless sentences that go on with the indirect speech that ends the unit before.

    ``fragments`` holds the code points of such a sentence by the number of its unit.
    """
    last = {draft.unit: index for index, draft in enumerate(drafts)}
    return tuple(
        replace(draft, content=(*draft.content, fragments[draft.unit + 1]))
        if draft.kind is not Speech.DIRECT
        and draft.complement >= 0
        and last[draft.unit] == index
        and draft.unit + 1 in fragments
        and draft.unit + 1 not in last
        else draft
        for index, draft in enumerate(drafts)
    )


def _touches(before: Draft, draft: Draft) -> bool:
    return draft.unit - before.unit == 1 and before.content[-1][1] < draft.content[0][0]
