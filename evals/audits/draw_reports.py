"""Draw reports for reading by hand: ``python evals/audits/draw_reports.py CHRONICLE [--seed 5] [--text]``.

The chronicle is one that ``kronik build`` made of the shared news pages. Two sets are drawn with one seed: 100 reports,
at most one of a page; and 200 articles of soft sections (sport, markets, lifestyle and the like, told by the address),
with all reports that they hold. Printed as tab-separated lines without text or address, or with ``--text`` as a sheet
to read: every field, and the sentences around its characters.
"""

import argparse
import hashlib
import random
import re
from collections.abc import Iterator
from pathlib import Path

from kronik.articles.fields import site_of
from kronik.chronicle.reader import Chronicle
from kronik.records.bundles import Bundle
from kronik.records.reports import Report

SEED = 5
REPORTS = 100
SOFT = 200
AROUND = 220
"""Code points of the page shown on each side of the words that tell a report."""
SECTION = re.compile(
    r"//(?:sport|sports|bola|oto|hot|travel|finance|economy|money|bisnis|saham|lifestyle|gaya|seleb|celebrity|techno"
    r"|tekno|otomotif|inet|food|wolipop|health|muslim|khazanah)\."
    r"|//[^/]+/(?:bola|sports?|saham|crypto|lifestyle|hot|showbiz|otomotif|tekno|health|citizen6|islami|bisnis|on-off"
    r"|properti|sains)/"
)
"""Addresses of soft sections of the six outlets."""
COLUMNS = ("set", "number", "outlet", "sha256", "report", "type", "mode", "start", "end")


def main() -> int:
    """Print the drawn reports and soft articles."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("chronicle", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--text", action="store_true", help="print a sheet to read")
    arguments = parser.parse_args()
    with Chronicle.open(arguments.chronicle) as chronicle:
        told = [bundle for bundle in chronicle.bundles() if bundle.findings is not None]
    if not arguments.text:
        print("\t".join(COLUMNS))
    drawing = random.Random(arguments.seed)  # noqa: S311 - a draw that can be repeated, no secret
    for name, drawn in (("reports", _reports(told, drawing)), ("soft", _soft(told, drawing))):
        for number, (bundle, reports) in enumerate(drawn, 1):
            if arguments.text:
                print(_sheet(f"{name} {number}", bundle, reports))
                continue
            for report in reports or (None,):
                print("\t".join(map(str, (name, number, *_row(bundle, report)))))
    return 0


def _reports(told: list[Bundle], drawing: random.Random) -> list[tuple[Bundle, tuple[Report, ...]]]:
    """Return reports with their bundles, at most one of a page."""
    found = [(bundle, report) for bundle in told if bundle.findings for report in bundle.findings.reports]
    drawing.shuffle(found)
    out: dict[str, tuple[Bundle, tuple[Report, ...]]] = {}
    for bundle, report in found:
        out.setdefault(bundle.page.id, (bundle, (report,)))
    return list(out.values())[:REPORTS]


def _soft(told: list[Bundle], drawing: random.Random) -> list[tuple[Bundle, tuple[Report, ...]]]:
    """Return articles of soft sections with all their reports."""
    found = [bundle for bundle in told if SECTION.search(bundle.page.uri)]
    drawing.shuffle(found)
    return [(bundle, bundle.findings.reports if bundle.findings else ()) for bundle in found[:SOFT]]


def _row(bundle: Bundle, report: Report | None) -> Iterator[object]:
    yield site_of(bundle.page.uri)
    yield hashlib.sha256(bundle.page.text.encode()).hexdigest()
    if report is None:
        yield from ("", "", "", "", "")
    else:
        yield from (report.id, report.type, report.mode or "", report.triggers[0].start, report.triggers[0].end)


def _sheet(name: str, bundle: Bundle, reports: tuple[Report, ...]) -> str:
    text = bundle.page.text
    headline = bundle.article.headline.value if bundle.article.headline else ""
    published = bundle.article.published.value if bundle.article.published else "?"
    lines = [f"===== {name}: {site_of(bundle.page.uri)} {published} {headline}"]
    names = {actor.id: actor.name for actor in bundle.findings.actors} if bundle.findings else {}
    for report in reports:
        trigger = report.triggers[0]
        lines.append(f"  {report.type}/{report.mode or '-'}  {report.status}  {report.passage}  score {report.score}")
        actors, recipients = ([names[one] for one in role] for role in (report.actors, report.recipients))
        lines.append(f"    actors {actors}  recipients {recipients}")
        place = report.place.quote(text) if report.place else None
        lines.append(
            f"    date {report.date} ({report.date_rule})  place {place} ({report.place_rule})  where {report.where}"
        )
        figures = [f"{one.kind} {one.value} {one.unit or ''} {one.limit or ''}" for one in report.figures]
        lines.append(
            f"    claimed by {[names[one] for one in report.claimed_by]}  denied by"
            f" {[names[one] for one in report.denied_by]}  figures {figures}"
        )
        before, after = text[max(0, trigger.start - AROUND) : trigger.start], text[trigger.end : trigger.end + AROUND]
        lines.append(f"    …{before}[[{text[trigger.start : trigger.end]}]]{after}…".replace("\n", " / "))
        others = [one.quote(text) for one in report.triggers[1:]]
        if others:
            lines.append(f"    told again: {others}")
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
