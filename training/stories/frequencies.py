"""Count in how many articles each word stands: ``python training/stories/frequencies.py TABLE [...] -o FILE``.

TABLE: CSV of news with the columns ``judul`` and ``isi_berita``. FILE is
``src/kronik/languages/id/data/frequencies.tsv``:
word, articles that hold it, and the share of its places within sentences at which it has a capital, for words of
`FEWEST` articles or more. The packaged file was counted on the shared ``text/`` (June 2025, not the days of the
labelled stories).
"""

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from kronik.stories.wording import tokens

FEWEST = 5
"""Least articles of a word that is listed: rarer ones are names of one week."""
FIELD_LIMIT = 10_000_000
WITHIN = re.compile(r"(?<=[^\W\d_][ ,] )[^\W\d_]+|(?<=[^\W\d_] )[^\W\d_]+")
"""A word after another one: no sentence begins there."""


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tables", nargs="+", type=Path, metavar="TABLE")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    options = parser.parse_args()
    articles, documents, places, capitals = 0, Counter[str](), Counter[str](), Counter[str]()
    for title, text in rows(options.tables):
        articles += 1
        documents.update({word.lower() for word in tokens(f"{title}\n{text}")})
        for match in WITHIN.finditer(text):
            places[match[0].lower()] += 1
            capitals[match[0].lower()] += match[0][0].isupper()
    lines = [
        f"# Articles of {articles} that hold a word, and the share of its places within sentences with a capital.",
        "# source: counted on Indonesian news of June 2025 by training/stories/frequencies.py; single words only",
        f"articles\t{articles}",
    ]
    lines += [
        f"{word}\t{count}\t{capitals[word] / places[word] if places[word] else 0:.1f}"
        for word, count in sorted(documents.items())
        if count >= FEWEST and not word[0].isdigit()
    ]
    options.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{articles} articles, {len(lines) - 3} words")


def rows(tables: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Yield title and text of each article, an address twice only once."""
    csv.field_size_limit(FIELD_LIMIT)
    seen = set()
    for table in tables:
        with table.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row.get("url") not in seen:
                    seen.add(row.get("url"))
                    yield row["judul"] or "", row["isi_berita"] or ""


if __name__ == "__main__":
    main()
