"""Join the sentences of a treebank to one text: ``python training/sentences/join.py TREEBANK.conllu``.

The sentences stand one after another as their ``# text`` lines have them, with a space between two of them and a line
end before every fifth. Prints the text; `joined` gives it together with the places at which a sentence ends.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

EVERY = 5
"""Before every so many sentences a line ends."""
MARK = "# text = "


def sentences_of(path: Path) -> Iterator[str]:
    """Yield the sentences of a CoNLL-U file, as they were written."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(MARK):
            yield line.removeprefix(MARK).strip()


def joined(sentences: Iterable[str]) -> tuple[str, tuple[int, ...]]:
    """Return the text, and for each sentence the offset behind its last character (code points, ascending)."""
    pieces: list[str] = []
    ends = []
    length = 0
    for index, sentence in enumerate(sentences):
        if index:
            pieces.append(" " if index % EVERY else "\n")
            length += 1
        pieces.append(sentence)
        length += len(sentence)
        ends.append(length)
    return "".join(pieces), tuple(ends)


if __name__ == "__main__":
    print(joined(sentences_of(Path(sys.argv[1])))[0])
