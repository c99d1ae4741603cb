"""The network as torch trains it; `kronik.languages.network` computes the same with numpy."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from kronik.languages.network.features import PIECES, SHAPES
from kronik.languages.network.packing import Packing, pack


@dataclass
class Sizes:
    """Sizes of the network."""

    words: int
    buckets: int = 16000
    word: int = 128
    piece: int = 128
    shape: int = 32
    hidden: int = 256
    trunk: int = 3
    parser: int = 1
    namer: int = 1
    arc: int = 160
    label: int = 48
    tags: int = 17
    relations: int = 50
    labels: int = 7
    tree_styles: int = 3
    name_styles: int = 2


class Running(torch.autograd.Function):
    """The sum along each sentence, ``c[t] = f[t] c[t-1] + v[t]``, and its gradient."""

    @staticmethod
    def forward(ctx, forget: Tensor, value: Tensor, packing: Packing, backwards: bool) -> Tensor:
        state = value.detach().clone()
        _run(forget, state, packing, backwards)
        ctx.save_for_backward(forget, state)
        ctx.packing, ctx.backwards = packing, backwards
        return state

    @staticmethod
    def backward(ctx, grad: Tensor):
        forget, state = ctx.saved_tensors
        packing, backwards = ctx.packing, ctx.backwards
        padded = torch.cat([forget, forget.new_zeros(1, forget.shape[1])])
        following = torch.from_numpy(packing.before if backwards else packing.after)
        flow = grad.clone()
        _run(padded[following], flow, packing, not backwards)
        padded = torch.cat([state, state.new_zeros(1, state.shape[1])])
        last = torch.from_numpy(packing.after if backwards else packing.before)
        return flow * padded[last], flow, None, None


def _run(forget: Tensor, state: Tensor, packing: Packing, backwards: bool) -> None:
    starts, counts = packing.starts.tolist(), packing.counts.tolist()
    if backwards:
        for step in range(len(counts) - 2, -1, -1):
            at, following, count = starts[step], starts[step + 1], counts[step + 1]
            state[at : at + count].addcmul_(forget[at : at + count], state[following : following + count])
    else:
        for step in range(1, len(counts)):
            at, count, last = starts[step], counts[step], starts[step - 1]
            state[at : at + count].addcmul_(forget[at : at + count], state[last : last + count])


class Recurrence(nn.Module):
    """See `kronik.languages.network.layers.Recurrence`."""

    def __init__(self, size: int, dropout: float) -> None:
        super().__init__()
        self.inner = nn.Linear(size, 3 * size)
        self.norm = nn.LayerNorm(size, eps=1e-5)
        self.dropout = nn.Dropout(dropout)
        nn.init.xavier_uniform_(self.inner.weight[:size])
        nn.init.zeros_(self.inner.bias)

    def forward(self, rows: Tensor, packing: Packing) -> Tensor:
        size = rows.shape[1]
        inner = self.inner(self.dropout(rows))
        forget, reset = torch.sigmoid(inner[:, size : 2 * size]), torch.sigmoid(inner[:, 2 * size :])
        value = inner[:, :size] * (1 - forget)
        half = size // 2
        state = torch.cat(
            [
                Running.apply(forget[:, :half].contiguous(), value[:, :half].contiguous(), packing, False),
                Running.apply(forget[:, half:].contiguous(), value[:, half:].contiguous(), packing, True),
            ],
            dim=1,
        )
        return self.norm(reset * state + (1 - reset) * rows)


class Window(nn.Module):
    """See `kronik.languages.network.layers.Window`."""

    def __init__(self, size: int, dropout: float) -> None:
        super().__init__()
        self.taps = nn.Parameter(torch.randn(5, size) * 0.3 + 0.2)
        self.inner = nn.Linear(size, 2 * size)
        self.norm = nn.LayerNorm(size, eps=1e-5)
        self.dropout = nn.Dropout(dropout)

    def forward(self, rows: Tensor, packing: Packing) -> Tensor:
        padded = torch.cat([self.dropout(rows), rows.new_zeros(1, rows.shape[1])])
        mixed = sum(padded[torch.from_numpy(near)] * tap for near, tap in zip(packing.around(), self.taps, strict=True))
        return self.norm(rows + functional.glu(self.inner(mixed), dim=1))


class Network(nn.Module):
    """Words in, tags, arcs, relations and name labels out."""

    def __init__(self, sizes: Sizes, dropout: float = 0.33) -> None:
        super().__init__()
        self.sizes = sizes
        self.words = nn.Embedding(sizes.words, sizes.word)
        self.pieces = nn.EmbeddingBag(sizes.buckets, sizes.piece, mode="sum", padding_idx=0)
        self.shapes = nn.Embedding(SHAPES, sizes.shape)
        nn.init.normal_(self.words.weight, std=0.1)
        nn.init.normal_(self.pieces.weight, std=0.1)
        nn.init.normal_(self.shapes.weight, std=0.3)
        with torch.no_grad():
            self.pieces.weight[0] = 0
        size = sizes.hidden
        self.entry = nn.Linear(sizes.word + sizes.piece + sizes.shape, size)
        self.entry_norm = nn.LayerNorm(size, eps=1e-5)
        self.window = Window(size, dropout)
        self.trunk = nn.ModuleList(Recurrence(size, dropout) for _ in range(sizes.trunk))
        self.parser = nn.ModuleList(Recurrence(size, dropout) for _ in range(sizes.parser))
        self.namer = nn.ModuleList(Recurrence(size, dropout) for _ in range(sizes.namer))
        self.tree_style = nn.Embedding(sizes.tree_styles, size)
        self.name_style = nn.Embedding(sizes.name_styles, size)
        nn.init.normal_(self.tree_style.weight, std=0.1)
        nn.init.normal_(self.name_style.weight, std=0.1)
        self.tag = nn.Linear(size, sizes.tags)
        self.arc = nn.Linear(size, 2 * sizes.arc)
        self.label = nn.Linear(size, 2 * sizes.label)
        self.root = nn.Parameter(torch.zeros(sizes.arc + sizes.label))
        self.arc_weight = nn.Parameter(torch.zeros(sizes.arc + 1, sizes.arc))
        nn.init.normal_(self.arc_weight, std=0.02)
        self.label_weight = nn.Parameter(torch.zeros(sizes.label + 1, sizes.relations * (sizes.label + 1)))
        nn.init.normal_(self.label_weight, std=0.05)
        self.name = nn.Linear(size, sizes.labels)
        self.dropout = nn.Dropout(dropout)

    def encode(self, words: Tensor, pieces: Tensor, shapes: Tensor, packing: Packing) -> Tensor:
        """Return the trunk's rows of packed words."""
        seen = torch.cat([self.words(words), self.pieces(pieces), self.shapes(shapes)], dim=1)
        rows = self.entry_norm(self.entry(self.dropout(seen)))
        rows = self.window(rows, packing)
        for layer in self.trunk:
            rows = layer(rows, packing)
        return rows

    def tree_rows(self, rows: Tensor, style: Tensor, packing: Packing) -> Tensor:
        """Return the rows that arcs are read from."""
        rows = rows + self.tree_style(style)
        for layer in self.parser:
            rows = layer(rows, packing)
        return rows

    def name_rows(self, rows: Tensor, style: Tensor, packing: Packing) -> Tensor:
        """Return the rows that names are read from."""
        rows = rows + self.name_style(style)
        for layer in self.namer:
            rows = layer(rows, packing)
        return rows

    def arcs(self, rows: Tensor, packing: Packing) -> tuple[Tensor, Tensor, Tensor]:
        """Return padded arc scores [sentences, words, words + 1], and rows [.., label] of dependents and heads."""
        arc = functional.leaky_relu(self.arc(self.dropout(rows)), 0.1)
        label = functional.leaky_relu(self.label(self.dropout(rows)), 0.1)
        size, small = self.sizes.arc, self.sizes.label
        count, longest = len(packing.lengths), int(packing.lengths[0])
        index = torch.from_numpy(_grid(packing))
        pad = lambda values: torch.cat([values, values.new_zeros(1, values.shape[1])])[index]  # noqa: E731
        dependent, head = pad(self.dropout(arc[:, :size])), pad(self.dropout(arc[:, size:]))
        root = self.root[:size].expand(count, 1, size)
        head = torch.cat([root, head], dim=1)
        ones = dependent.new_ones(count, longest, 1)
        scores = torch.cat([dependent, ones], dim=2) @ self.arc_weight @ head.transpose(1, 2)
        real = torch.from_numpy(np.arange(longest)[None, :] < packing.lengths[:, None])
        blocked = ~torch.cat([torch.ones(count, 1, dtype=torch.bool), real], dim=1)
        scores = scores.masked_fill(blocked[:, None, :], -1e4)
        itself = torch.eye(longest, longest + 1, dtype=torch.bool)
        itself = torch.roll(itself, 1, 1)
        scores = scores.masked_fill(itself[None], -1e4)
        below, above = pad(self.dropout(label[:, :small])), pad(self.dropout(label[:, small:]))
        above = torch.cat([self.root[size:].expand(count, 1, small), above], dim=1)
        return scores, below, above

    def relations(self, below: Tensor, above: Tensor) -> Tensor:
        """Return scores [n, relations] of pairs of dependents and heads [n, label]."""
        below = torch.cat([below, below.new_ones(len(below), 1)], dim=1)
        above = torch.cat([above, above.new_ones(len(above), 1)], dim=1)
        wide = (below @ self.label_weight).view(len(below), self.sizes.relations, -1)
        return (wide * above[:, None, :]).sum(dim=2)


def _grid(packing: Packing) -> np.ndarray:
    """Return [sentences, longest] of rows, the number of rows where there is no word."""
    steps = np.arange(len(packing.counts))
    grid = packing.starts[:-1][None, :] + np.arange(len(packing.lengths))[:, None]
    return np.where(steps[None, :] < packing.lengths[:, None], grid, packing.rows)


__all__ = ["PIECES", "Network", "Sizes", "pack"]
