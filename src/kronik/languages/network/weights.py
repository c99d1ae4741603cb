"""The file of a trained network: what it holds, and reading it."""

import json
from dataclasses import dataclass
from typing import IO

import numpy as np
from numpy.typing import NDArray

from kronik.errors import DataError
from kronik.languages.network.features import Vocabulary
from kronik.languages.network.layers import Linear, Norm, Recurrence, Window
from kronik.languages.network.packing import Floats

FORMAT = 1
"""Layout of the file; another layout has another number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Vectors kept as bytes: row k is ``values[k] * scales[k]``."""

    values: NDArray[np.int8]
    scales: Floats

    def rows(self, wanted: list[int]) -> Floats:
        """Return the wanted vectors."""
        found: Floats = self.values[wanted].astype(np.float32)
        found *= self.scales[wanted][:, None]
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What the numbers of the outputs mean; the first name label is ``O``, the first relation ``root``."""

    tags: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A trained network.

    Attributes:
        vocabulary: words with vectors of their own.
        words, pieces, shapes: what a word's number, its pieces and its shape add to its vector.
        entry: brings the sum to norm.
        window, trunk: layers shared by all tasks; tags are read from the last.
        parser, namer: layers of the tree and of the names above the trunk.
        tree_styles, name_styles: what tells which corpus' conventions to follow, by the corpus' name; added to the
            trunk's rows.
    """

    labels: Labels
    vocabulary: Vocabulary
    words: Table
    pieces: Table
    shapes: Floats
    entry: Norm
    window: Window
    trunk: tuple[Recurrence, ...]
    parser: tuple[Recurrence, ...]
    namer: tuple[Recurrence, ...]
    tree_styles: dict[str, Floats]
    name_styles: dict[str, Floats]
    tag: Linear
    arc: Linear
    relation: Linear
    root_arc: Floats
    root_relation: Floats
    arc_weight: Floats
    relation_weight: Floats
    name: Linear
    name_moves: Floats


def load_weights(file: IO[bytes], name: str) -> Weights:
    """Return the network of a weights file.

    Args:
        file: the open file.
        name: how the file is called in an error.

    Raises:
        DataError: it is no such file, or of another layout.
    """
    try:
        with np.load(file, allow_pickle=False) as archive:
            arrays = {key: archive[key] for key in archive.files}
        return _Reader(arrays).weights()
    except (KeyError, ValueError, OSError, IndexError) as error:
        raise DataError(name, "weights", f"no readable file of weights: {error}") from error


@dataclass(frozen=True, slots=True)
class _Reader:
    """Makes the parts of a network from the arrays of its file."""

    arrays: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]]

    def floats(self, key: str) -> Floats:
        return np.ascontiguousarray(self.arrays[key].astype(np.float32))

    def table(self, key: str) -> Table:
        values = self.arrays[f"{key}.values"]
        return Table(values=values.astype(np.int8, copy=False), scales=self.floats(f"{key}.scales"))

    def linear(self, key: str) -> Linear:
        return Linear(self.floats(f"{key}.weight"), self.floats(f"{key}.bias"))

    def norm(self, key: str) -> Norm:
        return Norm(self.floats(f"{key}.scale"), self.floats(f"{key}.shift"))

    def recurrences(self, key: str, count: int) -> tuple[Recurrence, ...]:
        return tuple(Recurrence(self.linear(f"{key}.{at}.inner"), self.norm(f"{key}.{at}.norm")) for at in range(count))

    def text(self, key: str) -> str:
        return self.arrays[key].tobytes().decode()

    def weights(self) -> Weights:
        about = json.loads(self.text("about"))
        if about["format"] != FORMAT:
            raise ValueError(f"layout {about['format']}, not {FORMAT}")
        words = self.text("vocabulary").split("\n")
        return Weights(
            labels=Labels(tags=tuple(about["tags"]), relations=tuple(about["relations"]), names=tuple(about["names"])),
            vocabulary=Vocabulary(
                ids={word: at for at, word in enumerate(words, start=2)},
                capitals=tuple(self.arrays["capitals"].tolist()),
                buckets=len(self.arrays["pieces.values"]),
            ),
            words=self.table("words"),
            pieces=self.table("pieces"),
            shapes=self.floats("shapes"),
            entry=self.norm("entry"),
            window=Window(self.floats("window.taps"), self.linear("window.inner"), self.norm("window.norm")),
            trunk=self.recurrences("trunk", about["trunk"]),
            parser=self.recurrences("parser", about["parser"]),
            namer=self.recurrences("namer", about["namer"]),
            tree_styles=dict(zip(about["tree_styles"], self.floats("tree_styles"), strict=True)),
            name_styles=dict(zip(about["name_styles"], self.floats("name_styles"), strict=True)),
            tag=self.linear("tag"),
            arc=self.linear("arc"),
            relation=self.linear("relation"),
            root_arc=self.floats("root_arc"),
            root_relation=self.floats("root_relation"),
            arc_weight=self.floats("arc_weight"),
            relation_weight=self.floats("relation_weight"),
            name=self.linear("name"),
            name_moves=self.floats("name_moves"),
        )
