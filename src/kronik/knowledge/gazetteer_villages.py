"""Villages by name: the packaged table searched as it is, without being read into objects."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Villages:
    """Names of villages with the codes that bear them.

    Attributes:
        table: UTF-8 lines ``name<TAB>code code ...`` (codes without dots), in order of their bytes; a ``#`` line first.
    """

    table: bytes = field(repr=False)

    def codes(self, name: str) -> tuple[str, ...]:
        """Return the Kemendagri codes of the villages with a name (normal form), ascending."""
        key = name.encode()
        low, high = 0, len(self.table)
        while low < high:
            middle = (low + high) // 2
            start = self.table.rfind(b"\n", 0, middle) + 1
            end = self.table.find(b"\n", middle)
            end = len(self.table) if end < 0 else end
            found, _, codes = self.table[start:end].partition(b"\t")
            if found == key:
                return tuple(f"{c[:2]}.{c[2:4]}.{c[4:6]}.{c[6:]}" for c in codes.decode().split())
            if found < key or found.startswith(b"#"):
                low = end + 1
            else:
                high = start
        return ()
