"""Layers of the network, on rows laid out by `kronik.languages.network.packing`."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from kronik.languages.network.packing import Floats, Packing

_TINY = np.float32(1e-5)
_HALF = np.float32(0.5)
_ONE = np.float32(1)


@dataclass(frozen=True, slots=True)
class Linear:
    """Product and shift: weight [in, out], bias [out]."""

    weight: Floats
    bias: Floats

    def __call__(self, rows: Floats) -> Floats:
        """Return [n, out] of [n, in]."""
        out = rows @ self.weight
        out += self.bias
        return out


@dataclass(frozen=True, slots=True)
class Norm:
    """Each row brought to mean 0 and spread 1, then scaled and shifted."""

    scale: Floats
    shift: Floats

    def __call__(self, rows: Floats) -> Floats:
        """Return new rows of the same size."""
        size = np.float32(rows.shape[1])
        out = rows - (rows @ np.full((rows.shape[1], 1), 1 / size, dtype=np.float32))
        spread = np.einsum("ij,ij->i", out, out)[:, None] / size
        out *= 1 / np.sqrt(spread + _TINY)
        out *= self.scale
        out += self.shift
        return out


@dataclass(frozen=True, slots=True)
class Window:
    """Each word seen with two neighbours on each side, added to what is known of it through a gate, brought to norm.

    Attributes:
        taps: [5, size], the weight of each neighbour, unit by unit, from two before to two after.
        inner: [size, 2 size], what is added and its gate.
    """

    taps: Floats
    inner: Linear
    norm: Norm

    def __call__(self, rows: Floats, packing: Packing) -> Floats:
        """Return rows of the same size."""
        padded = np.concatenate([rows, np.zeros((1, rows.shape[1]), dtype=np.float32)])
        mixed = np.zeros_like(rows)
        for near, tap in zip(packing.around(), self.taps, strict=True):
            mixed += padded[near] * tap
        both = self.inner(mixed)
        size = rows.shape[1]
        out = both[:, :size] * sigmoid(both[:, size:])
        out += rows
        return self.norm(out)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A simple recurrent layer that reads left to right with one half of its units, right to left with the other.

    What is kept at a word depends on the word alone, so that all products are made at once and only a sum runs along
    the sentence: ``c[t] = f[t] c[t-1] + (1 - f[t]) u[t]``, out ``norm(r c + (1 - r) x)``. The half that reads right to
    left is turned round for it, so that one run serves both.
    """

    inner: Linear
    norm: Norm

    def __call__(self, rows: Floats, packing: Packing) -> Floats:
        """Return rows of the same size."""
        size = rows.shape[1]
        inner = self.inner(rows)
        gates = sigmoid(inner[:, size:])
        forget, reset = gates[:, :size], gates[:, size:]
        state = inner[:, :size] * (_ONE - forget)
        half = size // 2
        forget[:, half:] = forget[packing.turned, half:]
        state[:, half:] = state[packing.turned, half:]
        run_along(forget, state, packing)
        state[:, half:] = state[packing.turned, half:]
        state -= rows
        state *= reset
        state += rows
        return self.norm(state)


def run_along(forget: Floats, state: Floats, packing: Packing) -> None:
    """Turn what each word brings into the sums along each sentence, first word to last, in place."""
    starts = packing.starts.tolist()
    last = state[: starts[1]]
    for start, end in pairwise(starts[1:]):
        here = state[start:end]
        here += forget[start:end] * last[: end - start]
        last = here


def sigmoid(values: Floats) -> Floats:
    """Return 1 / (1 + exp(-x)), by way of tanh, which cannot overflow."""
    out: Floats = values * _HALF
    np.tanh(out, out=out)
    out += _ONE
    out *= _HALF
    return out


def softmax_rows(values: Floats) -> Floats:
    """Return each row as shares that sum to 1."""
    out = values - values.max(axis=-1, keepdims=True)
    np.exp(out, out=out)
    shares: Floats = out / out.sum(axis=-1, keepdims=True)
    return shares
