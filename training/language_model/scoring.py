"""What a network in training makes of labelled sentences, and how good that is."""

import numpy as np
import torch
from items import LABELS, Item, batches, tensors
from name_corpora import score, valid
from network import Network

from kronik.languages.network.names import allowed, best_labels
from kronik.languages.network.tree import best_tree

AT_ONCE = 1500
"""Words."""
Tree = tuple[list[int], list[int], list[int]]


@torch.no_grad()
def trees_of(model: Network, items: list[Item]) -> list[Tree]:
    """Return tags, heads and relations of each item, in order."""
    model.eval()
    found: dict[int, Tree] = {}
    for batch in batches(items, AT_ONCE, None):
        words, pieces, shapes, styles, packing = tensors(batch)
        rows = model.tree_rows(model.encode(words, pieces, shapes, packing), styles, packing)
        tags = model.tag(rows).argmax(1).numpy()
        scores, below, above = model.arcs(rows, packing)
        for rank, given in enumerate(packing.order):
            count = int(packing.lengths[rank])
            heads = best_tree(scores[rank, :count, : count + 1].numpy())
            places = torch.tensor(heads) + 1
            labels = model.relations(below[rank, :count], above[rank, places])
            labels[:, 0] = torch.where(places == 0, 1e4, -1e4)
            found[id(batch[given])] = (tags[packing.rows_of(rank)].tolist(), heads, labels.argmax(1).tolist())
    return [found[id(item)] for item in items]


def tree_scores(items: list[Item], found: list[Tree]) -> dict[str, float]:
    """Return UPOS, UAS and LAS in percent, marks counted."""
    right = np.zeros(3)
    for item, (tags, heads, relations) in zip(items, found, strict=True):
        arcs = item.heads == np.array(heads)
        both = arcs & (item.relations == np.array(relations))
        right += [(item.tags == np.array(tags)).sum(), arcs.sum(), both.sum()]
    total = sum(len(item.tags) for item in items)
    return dict(zip(("upos", "uas", "las"), (100 * right / total).tolist(), strict=True))


@torch.no_grad()
def names_of(model: Network, items: list[Item]) -> list[tuple[str, ...]]:
    """Return the name label of each form of each item."""
    model.eval()
    table = allowed(LABELS)
    moves = np.zeros(table.shape, dtype=np.float32)
    found: dict[int, tuple[str, ...]] = {}
    for batch in batches(items, AT_ONCE, None):
        words, pieces, shapes, styles, packing = tensors(batch)
        rows = model.name_rows(model.encode(words, pieces, shapes, packing), styles, packing)
        scores = torch.log_softmax(model.name(rows), dim=1).numpy()
        for rank, given in enumerate(packing.order):
            best = best_labels(scores[packing.rows_of(rank)], table, moves)
            found[id(batch[given])] = valid([LABELS[best[first]] for first in batch[given].firsts])
    return [found[id(item)] for item in items]


def report(model: Network, sets: dict[str, list[Item]]) -> dict[str, dict[str, float]]:
    """Return the scores of each set."""
    found = {}
    for key, items in sets.items():
        if items[0].labels.size:
            scores = score([tuple(item.sample.names) for item in items], names_of(model, items))
            found[key] = {"macro": scores.macro, "micro": scores.micro, **scores.kinds}
        else:
            found[key] = tree_scores(items, trees_of(model, items))
    return found
