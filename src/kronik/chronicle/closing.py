"""What is closed at the end of a ``with`` block."""

from abc import ABC, abstractmethod
from typing import Self


class Closing(ABC):
    """Something open that must be closed; a ``with`` block closes it, whatever happens in it."""

    @abstractmethod
    def close(self) -> None:
        """Close it. Closing twice does nothing."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
