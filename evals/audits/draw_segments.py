"""Draw segments for reading by hand: ``python evals/audits/draw_segments.py CHRONICLE [--seed 3] [--around 2]``.

A segment is a line of the page text within one ledger entry. The chronicle is one that ``kronik build`` made of the
shared news pages. Three sets are drawn with one seed, at most three segments of a page in each: removed, prose, and
removed without the rules that cannot well be wrong (labels, datelines, whole-page copies). Printed as tab-separated
lines without text or address, or with ``--around`` as text with that many lines of the page before and after.
"""

import argparse
import hashlib
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kronik.articles.fields import site_of
from kronik.chronicle.reader import Chronicle
from kronik.records.articles import LedgerEntry, Verdict
from kronik.records.pages import Page

SEED = 3
PER_PAGE = 3
"""Most segments of one page in a set."""
SIZES = (("removed", 200), ("prose", 200), ("removed-telling", 100))
TRIVIAL = frozenset(
    {
        "advert.label",
        "advert.scroll",
        "embed.placeholder",
        "read-also.label",
        "repeat.page",
        "repeat.gap",
        "dateline.dash",
        "dateline.glued",
        "dateline.two-lines",
    }
)
"""Rules for labels that stand alone, for datelines and for copies of the whole page."""
COLUMNS = ("set", "outlet", "sha256", "start", "end", "verdict", "rule")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A line within a ledger entry: half-open code points of the page text."""

    page: Page
    start: int
    end: int
    verdict: Verdict
    rule: str


def main() -> int:
    """Print the drawn segments and every unsure one."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("chronicle", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--around", type=int, metavar="LINES", help="print text, with this many lines around")
    arguments = parser.parse_args()
    with Chronicle.open(arguments.chronicle) as chronicle:
        found = sorted(
            (segment for bundle in chronicle.bundles() for segment in segments(bundle.page, bundle.article.ledger)),
            key=lambda segment: (segment.page.uri, segment.page.id, segment.start),
        )
    if arguments.around is None:
        print("\t".join(COLUMNS))
    for name, drawn in sets(found, arguments.seed):
        for number, segment in enumerate(drawn, 1):
            if arguments.around is None:
                digest = hashlib.sha256(segment.page.text.encode()).hexdigest()
                row = (
                    name,
                    site_of(segment.page.uri),
                    digest,
                    segment.start,
                    segment.end,
                    segment.verdict,
                    segment.rule,
                )
                print("\t".join(map(str, row)))
            else:
                print(f"=== {name} {number} {segment.rule} {segment.page.uri}")
                print(surroundings(segment, arguments.around))
    return 0


def segments(page: Page, ledger: tuple[LedgerEntry, ...]) -> Iterator[Segment]:
    """Yield the lines of the ledger entries of a page, white space aside."""
    for entry in ledger:
        at = entry.span.start
        for line in page.text[entry.span.start : entry.span.end].splitlines(keepends=True):
            start = at + len(line) - len(line.lstrip())
            if line.strip():
                yield Segment(
                    page=page, start=start, end=start + len(line.strip()), verdict=entry.verdict, rule=entry.rule
                )
            at += len(line)


def sets(found: list[Segment], seed: int) -> Iterator[tuple[str, list[Segment]]]:
    """Yield the name of each set and its segments, drawn at random with this seed."""
    wanted = {
        "removed": [s for s in found if s.verdict is Verdict.REMOVED],
        "prose": [s for s in found if s.verdict is Verdict.PROSE],
        "removed-telling": [s for s in found if s.verdict is Verdict.REMOVED and s.rule not in TRIVIAL],
    }
    for name, size in SIZES:
        yield name, drawn(wanted[name], size, random.Random(f"{seed} {name}"))  # noqa: S311 a draw, no secret
    yield "unsure", [s for s in found if s.verdict is Verdict.UNSURE]


def drawn(choices: list[Segment], size: int, chance: random.Random) -> list[Segment]:
    """Return ``size`` segments in random order, at most ``PER_PAGE`` of a page."""
    taken: Counter[str] = Counter()
    out: list[Segment] = []
    for segment in chance.sample(choices, len(choices)):
        if taken[segment.page.id] < PER_PAGE and len(out) < size:
            taken[segment.page.id] += 1
            out.append(segment)
    return out


def surroundings(segment: Segment, around: int) -> str:
    """Return the segment between marks, with lines of the page before and after."""
    text = segment.page.text
    before = [line for line in text[: segment.start].splitlines() if line.strip()][-around:]
    after = [line for line in text[segment.end :].splitlines() if line.strip()][:around]
    inside = f">>> {text[segment.start : segment.end]} <<<"
    return (
        "\n".join("    " + line[-160:] for line in before)
        + f"\n{inside}\n"
        + "\n".join("    " + line[:160] for line in after)
    )


if __name__ == "__main__":
    raise SystemExit(main())
