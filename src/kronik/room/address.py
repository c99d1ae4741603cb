"""Addresses of the room: each holds the whole question, so that a page can be kept, sent and asked for again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

LONGEST_VALUE = 300
"""Characters of one value of a question that count: more is a pasted text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A path and its question.

    Attributes:
        path: without the ending of a face (``/stories``).
        values: names and values, in order; no name twice, no empty value.
    """

    path: str
    values: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str | None:
        """Return the value of a name; None when it is not asked for."""
        return next((value for key, value in self.values if key == name), None)

    def to(self, path: str | None = None, **changes: str | int | None) -> "Address":
        """Return the address with values changed; None takes one out. Another page number is asked for anew."""
        if path is not None:
            kept = tuple(pair for pair in self.values if pair[0] == "lang")
            return replace(self, path=path, values=kept).to(None, **changes)
        keep = {name: value for name, value in self.values if name != "page" or "page" in changes}
        for name, value in changes.items():
            if value is None or value == "":
                keep.pop(name, None)
            else:
                keep[name] = str(value)
        return replace(self, values=tuple(keep.items()))

    def face(self, ending: str) -> str:
        """Return the same question in another form: ``json``, ``csv``, ``parquet``, ``svg``, ``png``."""
        path = "/overview" if self.path == "/" else self.path
        kept = [pair for pair in self.values if pair[0] != "page" or ending == "json"]
        return f"{path}.{ending}" + (f"?{urlencode(kept)}" if kept else "")

    def hidden(self, *names: str) -> tuple[tuple[str, str], ...]:
        """Return what a form has to carry that asks for ``names`` itself."""
        return tuple(pair for pair in self.values if pair[0] not in {*names, "page"})

    def __str__(self) -> str:
        return self.path + (f"?{urlencode(self.values)}" if self.values else "")


def address_of(path: str, values: Mapping[str, str]) -> Address:
    """Return the address of what came in: values trimmed and cut, empty ones and control characters left out."""
    kept = {}
    for name, value in values.items():
        clean = "".join(sign if sign.isprintable() else " " for sign in value[:LONGEST_VALUE]).strip()
        if clean and name.isidentifier():
            kept[name] = clean
    return Address(path=path, values=tuple(kept.items()))
