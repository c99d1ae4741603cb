"""Joins quotations that go on with a statement of the unit before or behind them."""

from dataclasses import replace

from kronik.records.statements import Speech
from kronik.statements.drafts import Draft

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


def _touches(before: Draft, draft: Draft) -> bool:
    return draft.unit - before.unit == 1 and before.content[-1][1] < draft.content[0][0]
