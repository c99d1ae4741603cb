"""The files of a shard: some hundred items in one, the outcomes of them in another, and a done-mark.

A shard is done when its manifest stands beside its output. Both are written under another name and then renamed, so
that a run killed at any moment leaves either nothing or the whole.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from kronik.pipeline.settings import Settings
from kronik.records.bundles import Outcome
from kronik.records.identifiers import identify
from kronik.records.pages import Item

Record = TypeVar("Record", Item, Outcome)

LENGTH_BYTES = 8
"""Bytes of the length before each record of a shard file (big-endian)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Done-mark of a shard.

    Attributes:
        shard: id of the shard.
        settings: digest of the settings that its outcomes depend on.
        items, bundles, failures: how many.
    """

    shard: str
    settings: str
    items: int
    bundles: int
    failures: int


def shard_id(digests: Iterable[str], settings: Settings) -> str:
    """Return the id of the shard of these items under these settings."""
    return identify("shard", settings.digest, int(settings.keep_raw), *digests)


def write_items(path: Path, items: Iterable[Item]) -> None:
    """Write the input of a shard."""
    _write(path, items)


def read_items(path: Path) -> Iterator[Item]:
    """Yield the items of a shard, in order."""
    return _read(path, Item)


def read_outcomes(path: Path) -> Iterator[Outcome]:
    """Yield the outcomes of a shard, in the order of its items."""
    return _read(path, Outcome)


def write_outcomes(path: Path, outcomes: Iterable[Outcome]) -> None:
    """Write the output of a shard."""
    _write(path, outcomes)


def write_manifest(output: Path, manifest: Manifest) -> None:
    """Write the done-mark of an output."""
    _replace(manifest_path(output), msgspec.json.encode(manifest))


def manifest_path(output: Path) -> Path:
    """Return where the done-mark of an output stands."""
    return output.with_suffix(".done")


def read_manifest(output: Path) -> Manifest | None:
    """Return the done-mark of an output; None when it is missing or unreadable, which means not done."""
    try:
        return msgspec.json.decode(manifest_path(output).read_bytes(), type=Manifest)
    except (OSError, msgspec.MsgspecError):
        return None


def _write(path: Path, records: Iterable[Item] | Iterable[Outcome]) -> None:
    encoder = msgspec.msgpack.Encoder()
    part = _unfinished(path)
    with part.open("wb") as file:
        for record in records:
            data = encoder.encode(record)
            file.write(len(data).to_bytes(LENGTH_BYTES, "big") + data)
    part.replace(path)


def _read(path: Path, kind: type[Record]) -> Iterator[Record]:
    decoder = msgspec.msgpack.Decoder(kind)
    with path.open("rb") as file:
        while head := file.read(LENGTH_BYTES):
            yield decoder.decode(file.read(int.from_bytes(head, "big")))


def _replace(path: Path, data: bytes) -> None:
    part = _unfinished(path)
    part.write_bytes(data)
    part.replace(path)


def _unfinished(path: Path) -> Path:
    # Of this process alone: a worker whose build was killed may still be at the same shard.
    return path.with_suffix(f"{path.suffix}.{os.getpid()}.part")
