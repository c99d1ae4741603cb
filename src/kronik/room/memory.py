"""Answers that are the same for every visitor of one state of the chronicle, made once."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

MOST_KEPT = 256
"""Answers that are kept, the last asked for: some kilobytes each."""

_Answer = TypeVar("_Answer")


class Memory:
    """A bounded store of answers by question; the question names the state of the chronicle."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, object] = OrderedDict()

    def answer(self, question: Hashable, make: Callable[[], _Answer]) -> _Answer:
        """Return the answer to a question, made now if it is not kept. A question has one type of answer."""
        with self._lock:
            if question in self._kept:
                self._kept.move_to_end(question)
                return cast("_Answer", self._kept[question])
        made = make()
        with self._lock:
            self._kept[question] = made
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return made
