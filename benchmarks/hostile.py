"""How processor time grows with hostile input: what tempts a rule to go over all of it again and again.

    python benchmarks/hostile.py [--size N] [--rounds N]

Each input is read at a size and at four times that. A step that grows with the size shows a ratio of about 4, one that
grows with its square about 16. Times are of one core, the least of the rounds.
"""

import argparse
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from kronik.annotation.prose import Prose
from kronik.articles.article import article_of
from kronik.articles.body import body_of
from kronik.figures.finding import figures_of
from kronik.knowledge.gazetteer import load_gazetteer
from kronik.languages.analysis import Analysis
from kronik.languages.loader import load_packs
from kronik.languages.pack import LanguagePack
from kronik.places.finding import places_of
from kronik.records.pages import Media, Page, Part
from kronik.text.markup import project_markup
from kronik.text.views import View

SIZE, ROUNDS, GROWN = 20_000, 3, 4
NANO = 1e9
LINE = "Wali kota meresmikan jembatan baru di tepi sungai pada Rabu (4/6/2025) pagi dan berjanji memperbaiki jalan."
TEXTS = MappingProxyType(
    {
        "hashtags": "#a",
        "blanks": " ",
        "sentences": "a. ",
        "copies": LINE + "\n",
        "markers": "Baca juga: ",
        "closers": "Baca Selengkapnya",
        "brackets": "(",
        "datelines": "JAKARTA, ",
        "crumbs": "a>b>",
        "dashes": "-",
        "places": "Kota Bandung, ",
        "roads": "Jalan ",
        "digits": "12 ",
        "numbers": "dua ",
        "losses": "jumlah korban tewas ",
    }
)
"""What a text repeats, by name."""
SOURCES = MappingProxyType(
    {
        "div": "<div>",
        "formatting": "<b><i>",
        "tables": "<table><tr><td>a",
        "items": f"<li>{LINE}</a>",
        "paragraphs": f"<p>{LINE}",
        "scripts": "<script><!--",
        "quotes": "<a href='",
        "comments": "<!--",
        "references": "&amp",
    }
)
"""What markup repeats, by name."""

Reader = Callable[[str], Callable[[], object]]
"""Makes of an input what is timed: a step with everything that it reads at hand."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What a step took for an input: seconds at the size, and how many times that at `GROWN` times the size."""

    step: str
    text: str
    seconds: float
    ratio: float


def growth_of(step: str, text: str, piece: str, reader: Reader, *, size: int, rounds: int) -> Growth:
    """Return what reading a repeated piece takes, once everything is loaded; `size` is in characters."""
    inputs = [piece * (length // len(piece) + 1) for length in (size, GROWN * size)]
    reader(inputs[0])()
    small, large = (_least(reader(one), rounds) for one in inputs)
    return Growth(step, text, small, large / max(small, 1 / NANO))


def _least(read: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        started = time.process_time_ns()
        read()
        times.append(time.process_time_ns() - started)
    return min(times) / NANO


def steps(packs: Mapping[str, LanguagePack], rounds: int, size: int) -> Iterator[Growth]:
    """Yield what each step takes for each of its inputs.

    Raises:
        SystemExit: the Indonesian pack has no words for places or figures.
    """
    placing, counting, gazetteer = packs["id"].placing, packs["id"].counting, load_gazetteer()
    if placing is None or counting is None:
        raise SystemExit("the pack has no words for places or figures")
    readers: tuple[tuple[str, Mapping[str, str], Reader], ...] = (
        ("article", TEXTS, lambda text: partial(article_of, text_page(text), packs)),
        ("places", TEXTS, lambda text: partial(places_of, bare_prose(text, packs), placing, gazetteer)),
        ("figures", TEXTS, lambda text: partial(figures_of, bare_prose(text, packs), counting)),
        ("markup", SOURCES, lambda source: partial(project_markup, source)),
        ("body", SOURCES, lambda source: partial(body_of, markup_page(source))),
    )
    for step, inputs, reader in readers:
        for name, piece in inputs.items():
            yield growth_of(step, name, piece, reader, size=size, rounds=rounds)


def bare_prose(text: str, packs: Mapping[str, LanguagePack]) -> Prose:
    """Return a text as prose without analysis: finders of places and figures go by its characters."""
    return Prose(
        page=text_page(text),
        article=article_of(text_page(LINE), packs),
        view=View(text=text, pieces=()),
        analysis=Analysis(text=text, sentences=(), names=()),
        published=None,
        times=(),
    )


def text_page(text: str) -> Page:
    """Return a page of text."""
    parts = (Part(name="text", text=text),)
    return Page(id="0" * 32, uri="panjang.txt", media=Media.TEXT, encoding="utf-8", projection="text/1", parts=parts)


def markup_page(source: str) -> Page:
    """Return a page of markup."""
    return Page(
        id="0" * 32,
        uri="https://kabar.example/panjang",
        media=Media.HTML,
        encoding="utf-8",
        projection="html/1",
        parts=(Part(name="text", text=project_markup(source).text),),
        markup=source,
    )


def main() -> None:
    """Print the growth of each step with each input."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=SIZE, help=f"characters of the smaller input (default: {SIZE})")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    print(f"{'step':10}{'input':14}{'ms':>9}{'ratio':>8}")
    for one in steps(load_packs(), options.rounds, options.size):
        print(f"{one.step:10}{one.text:14}{1000 * one.seconds:9.2f}{one.ratio:8.1f}", flush=True)


if __name__ == "__main__":
    main()
