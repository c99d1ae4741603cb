"""What the network is trained to make small."""

import numpy as np
import torch
from items import IGNORED, LABELS, Item, tensors
from network import Network
from torch import Tensor
from torch.nn import functional

from kronik.languages.network.names import OUTSIDE, allowed
from kronik.languages.network.packing import Packing

BLOCKED = -1e4
"""Score of what cannot be."""


def tree_losses(model: Network, batch: list[Item], drop: float) -> list[Tensor]:
    """Return the losses of tags, heads and relations."""
    words, pieces, shapes, styles, packing = tensors(batch, drop)
    rows = model.encode(words, pieces, shapes, packing)
    rows = model.tree_rows(rows, styles, packing)
    tags = torch.from_numpy(np.concatenate([item.tags for item in batch])[packing.source])
    tag_loss = functional.cross_entropy(model.tag(model.dropout(rows)), tags)
    scores, below, above = model.arcs(rows, packing)
    ranked = [batch[given] for given in packing.order]
    sentence = np.concatenate([np.full(len(item.words), at) for at, item in enumerate(ranked)])
    place = np.concatenate([np.arange(len(item.words)) for item in ranked])
    heads = torch.from_numpy(np.concatenate([item.heads for item in ranked]) + 1)
    sure = torch.from_numpy(np.concatenate([item.sure for item in ranked]))
    relations = torch.from_numpy(np.concatenate([item.relations for item in ranked]))
    arc_loss = functional.cross_entropy(scores[sentence, place], torch.where(sure, heads, IGNORED))
    labels = model.relations(below[sentence, place], above[sentence, heads])
    return [tag_loss, arc_loss, functional.cross_entropy(labels, relations)]


def name_loss(model: Network, batch: list[Item], drop: float) -> Tensor:
    """Return the loss of the name labels."""
    words, pieces, shapes, styles, packing = tensors(batch, drop)
    rows = model.name_rows(model.encode(words, pieces, shapes, packing), styles, packing)
    wanted = torch.from_numpy(np.concatenate([item.labels for item in batch])[packing.source])
    return functional.cross_entropy(model.name(model.dropout(rows)), wanted, ignore_index=IGNORED)


def sequence_loss(scores: Tensor, wanted: Tensor, packing: Packing) -> Tensor:
    """Return what the share of the wanted labels among all valid sequences costs, for each word.

    Args:
        scores: packed words [n, labels].
        wanted: packed label of each word, `IGNORED` where any may stand.
        packing: of the sentences.
    """
    table = torch.where(torch.from_numpy(allowed(LABELS)), 0.0, BLOCKED)
    known = (wanted != IGNORED)[:, None]
    other = known & (torch.arange(len(LABELS)) != wanted[:, None])
    both = torch.stack([scores, scores.masked_fill(other, BLOCKED)], dim=1)
    starts, counts = packing.starts.tolist(), packing.counts.tolist()
    total = both[: counts[0]] + table[OUTSIDE]
    for at, count in zip(starts[1:], counts[1:], strict=False):
        reached = torch.logsumexp(total[:count, :, :, None] + table, dim=2) + both[at : at + count]
        total = torch.cat([reached, total[count:]])
    ends = torch.logsumexp(total, dim=2)
    return (ends[:, 0] - ends[:, 1]).sum() / len(scores)
