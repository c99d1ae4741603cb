"""Put known debris into clean bodies and see what the cleaning finds.

    python evals/injection.py [--part test] [--errors N]

Bodies are the gold articles with their debris taken out; what is put in are real headlines of other articles, in the
forms of injection.toml. Outlets are held apart: ``tuning`` uses the bodies, headlines and forms of one group of
outlets, ``test`` those of the other. Figures are in characters, white space not counted:

    recall       share of what was put in that was removed
    precision    share of what was removed that was put in
    unsure       share of what was put in that is kept for reading only
"""

import argparse
import csv
import json
import os
import random
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kronik.articles.article import article_of
from kronik.languages.loader import load_packs
from kronik.languages.pack import LanguagePack
from kronik.records.articles import Verdict
from kronik.records.pages import Media, Page, Part, page_id
from kronik.records.spans import Slice, complement

HERE = Path(__file__).resolve().parent
GROUPS = {
    "tuning": ("liputan6.com", "okezone.com", "tempo.co", "republika.co.id"),
    "test": ("detik.com", "kompas.com"),
}
SEED = 20250618
"""Of the choice of headlines, forms and places; changing it makes another benchmark."""
VERSIONS = 3
"""Pages made of each body and kind."""
TEASERS = (2, 5)
"""Least and most headlines in a block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A way in which debris stands on a page."""

    kind: str
    outlets: tuple[str, ...]
    place: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The clean paragraphs of an article, and what the page says beside them."""

    uri: str
    outlet: str
    title: str
    stamp: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A page with debris put in, and where it stands."""

    page: Page
    injected: tuple[Slice, ...]


def main() -> int:
    """Print the figures of one part, or of both."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--part", choices=tuple(GROUPS), help="only this part (default: both)")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N misses of each kind")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    shared = Path(os.environ.get("KRONIK_SHARED", HERE.parent.parent / "shared"))
    if not (shared / "gold").is_dir():
        print("the shared folder is not here: nothing was measured")
        return 0
    packs = load_packs()
    figures = {}
    for part in [options.part] if options.part else list(GROUPS):
        for kind in ("marked", "unmarked"):
            figures[f"{part}.{kind}"] = measure(list(cases(shared, part, kind)), packs, options.errors)
    if options.json:
        print(json.dumps(figures, indent=1))
    else:
        for name, values in figures.items():
            print(f"{name:18}" + "  ".join(f"{key} {value:.3f}" for key, value in values.items()))
    return 0


def measure(made: Sequence[Case], packs: Mapping[str, LanguagePack], errors: int) -> dict[str, float]:
    """Return the figures of some pages, and print the first misses."""
    count: Counter[str] = Counter()
    for case in made:
        article = article_of(case.page, packs)
        text = case.page.text
        solid = {at for at, character in enumerate(text) if not character.isspace()}
        put_in = _offsets(case.injected) & solid
        removed = _offsets(article.spans(Verdict.REMOVED)) & solid
        unsure = _offsets(article.spans(Verdict.UNSURE)) & solid
        count.update(put_in=len(put_in), removed=len(removed), hit=len(put_in & removed), unsure=len(put_in & unsure))
        for what, offsets in (("missed", put_in - removed - unsure), ("wrong", removed - put_in)):
            if offsets and errors:
                errors -= 1
                first = min(offsets)
                print(f"  {what}: {case.page.uri}: {text[first : first + 100]!r}", file=sys.stderr)
    return {
        "recall": count["hit"] / max(1, count["put_in"]),
        "precision": count["hit"] / max(1, count["removed"]),
        "unsure": count["unsure"] / max(1, count["put_in"]),
        "pages": float(len(made)),
    }


def cases(shared: Path, part: str, kind: str) -> Iterator[Case]:
    """Yield the pages of one part and kind; the same ones each time."""
    chance = random.Random(f"{SEED} {part} {kind}")  # noqa: S311 - no secret
    outlets = GROUPS[part]
    headlines = headlines_of(shared, outlets)
    forms = [form for form in forms_of() if form.kind == kind and set(form.outlets) & set(outlets)]
    for body in bodies_of(shared, outlets):
        for version in range(VERSIONS):
            form = chance.choice(forms)
            others = [headline for headline in chance.sample(headlines, 12) if headline != body.title]
            yield inject(body, form, others, chance, version)


def forms_of() -> list[Form]:
    """Return the forms of injection.toml."""
    tables = tomllib.loads((HERE / "injection.toml").read_text(encoding="utf-8"))["form"]
    return [
        Form(kind=t["kind"], outlets=tuple(t["outlets"]), place=t["place"], texts=tuple(t["texts"])) for t in tables
    ]


def headlines_of(shared: Path, outlets: Sequence[str]) -> list[str]:
    """Return the headlines of the news of some outlets, in the order of the files."""
    csv.field_size_limit(2**24)
    found: dict[str, None] = {}
    for path in sorted((shared / "news").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found.update((row["judul"].strip(), None) for row in csv.DictReader(file) if row["sumber"] in outlets)
    return [headline for headline in found if headline]


def bodies_of(shared: Path, outlets: Sequence[str]) -> Iterator[Body]:
    """Yield the gold articles of some outlets without their debris."""
    for name in ("train", "dev"):
        with (shared / "gold" / f"{name}.jsonl").open(encoding="utf-8") as file:
            for article in map(json.loads, file):
                page = article["page"]
                if page.get("outlet") not in outlets:
                    continue
                debris = [Slice(span["start"], span["end"]) for span in article["debris"]]
                clean = "".join(piece.of(page["text"]) for piece in complement(debris, len(page["text"])))
                paragraphs = tuple(line.strip() for line in clean.splitlines() if line.strip())
                if len(paragraphs) > 2:
                    yield Body(
                        uri=page["uri"],
                        outlet=page["outlet"],
                        title=page["title"],
                        stamp=page["stamp"],
                        paragraphs=paragraphs,
                    )


def inject(body: Body, form: Form, others: Sequence[str], chance: random.Random, version: int) -> Case:
    """Return the body with debris of this form put in."""
    text = chance.choice(form.texts)
    block = list(others[: chance.randint(*TEASERS)])
    at = chance.randrange(1, len(body.paragraphs))
    before, after = list(body.paragraphs[:at]), list(body.paragraphs[at:])
    if form.place == "glued":
        runs = [*_lines(before[:-1]), (before[-1], False), (text.format(headline=others[0]), True), ("\n", False)]
        runs += _lines(after)
    elif form.place == "suffix":
        runs = [*_lines([*before, *after]), *((f"{headline}{text}", True) for headline in block)]
    elif form.place == "tail":
        runs = [*_lines([*before, *after]), *_lines(block, put_in=True)]
    else:
        lines = [text, *block] if form.place == "below" else [text.format(headline=others[0])]
        runs = [*_lines(before), *_lines(lines, put_in=True), *_lines(after)]
    return _case(body, runs, version)


def _lines(lines: Sequence[str], *, put_in: bool = False) -> list[tuple[str, bool]]:
    return [run for line in lines for run in ((line, put_in), ("\n", False))]


def _case(body: Body, runs: Sequence[tuple[str, bool]], version: int) -> Case:
    out, injected, at = [], [], 0
    for string, put_in in runs:
        if put_in:
            injected.append(Slice(at, at + len(string)))
        out.append(string)
        at += len(string)
    texts = {"text": "".join(out), "title": body.title, "stamp": body.stamp, "outlet": body.outlet}
    parts = tuple(Part(name=name, text=text) for name, text in sorted(texts.items()) if text)
    uri = f"{body.uri.split('?')[0]}?version={version}"
    page = Page(
        id=page_id("row/1", uri, parts),
        uri=uri,
        media=Media.ROW,
        encoding="utf-8",
        projection="row/1",
        parts=parts,
    )
    return Case(page=page, injected=tuple(injected))


def _offsets(slices: Sequence[Slice]) -> set[int]:
    return {at for piece in slices for at in range(piece.start, piece.end)}


if __name__ == "__main__":
    sys.exit(main())
