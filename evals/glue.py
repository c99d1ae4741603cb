"""Glued words on labelled places: ``python evals/glue.py [SHARED] [--errors]``.

`glue_places.tsv` names 300 places of the unlabelled news, of outlets that neither the word list nor the rules were made
on: 150 that the finder split when they were drawn, 150 that it left although a space may be missing there (a capital,
a digit or a mark beside a letter; a word that is not listed and holds one that is). Each was read in its text and
labelled: 1 where a space is missing, else 0. A place stands for as many distinct places as its weight says, so the
figures are those of the distinct places of these outlets. Offsets are code points of the body as it stands in the
table. Nothing of the text is kept here. Without the shared folder nothing is measured.
"""

import argparse
import csv
import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kronik.languages.glue import GlueFinder
from kronik.languages.loader import load_packs

HERE = Path(__file__).resolve().parent
PLACES = HERE / "glue_places.tsv"
AROUND = 25
"""Characters shown on either side of an error."""


@dataclass(frozen=True, slots=True)
class Place:
    """A labelled place in the body of one page, that is known by its sha256."""

    outlet: str
    digest: str
    offset: int
    label: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision and recall, and the places whose text was not found."""

    precision: float
    recall: float
    places: int
    missing: int
    errors: tuple[Place, ...]


def read_places(path: Path) -> Iterator[Place]:
    """Yield the places of the file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            outlet, digest, offset, label, weight = line.split("\t")
            yield Place(outlet, digest, int(offset), label == "1", float(weight))


def texts_of(shared: Path) -> dict[str, str]:
    """Return the bodies of the news by sha256."""
    csv.field_size_limit(sys.maxsize)
    texts = {}
    for path in sorted((shared / "news").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                body = row["isi_berita"]
                texts[hashlib.sha256(body.encode()).hexdigest()] = body
    return texts


def measure(places: list[Place], texts: Mapping[str, str], finder: GlueFinder) -> Figures:
    """Return the weighted figures of the finder on the places whose text is there."""
    cuts = {digest: frozenset(finder(texts[digest])) for digest in {p.digest for p in places} if digest in texts}
    there = [place for place in places if place.digest in cuts]
    found = [place for place in there if place.offset in cuts[place.digest]]
    right = sum(place.weight for place in found if place.label)
    all_found = sum(place.weight for place in found)
    all_glued = sum(place.weight for place in there if place.label)
    return Figures(
        precision=right / all_found if all_found else 1.0,
        recall=right / all_glued if all_glued else 1.0,
        places=len(there),
        missing=len(places) - len(there),
        errors=tuple(place for place in there if place.label != (place.offset in cuts[place.digest])),
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    default = Path(os.environ.get("KRONIK_SHARED", HERE.parent.parent / "shared"))
    parser.add_argument("shared", type=Path, nargs="?", default=default, help="the folder that holds news/")
    parser.add_argument("--errors", action="store_true", help="print the places that are wrong")
    args = parser.parse_args()
    if not (args.shared / "news").is_dir():
        print("the shared folder is not here: nothing was measured")
        return
    finder = load_packs()["id"].glue
    if finder is None:
        raise SystemExit("the pack has no finder of glued words")
    texts = texts_of(args.shared)
    figures = measure(list(read_places(PLACES)), texts, finder)
    print(f"places {figures.places}  precision {figures.precision:.4f}  recall {figures.recall:.4f}")
    if figures.missing:
        print(f"{figures.missing} places are of texts that are not here")
    for place in figures.errors if args.errors else ():
        text = texts[place.digest]
        before, after = text[max(0, place.offset - AROUND) : place.offset], text[place.offset :][:AROUND]
        print(f"{'missed' if place.label else 'wrong'}  {before}|{after}".replace("\n", "/"))


if __name__ == "__main__":
    main()
