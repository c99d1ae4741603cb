"""The evaluation gate: run Kronik on the shared dev sets, score it, and fail where a figure falls below its floor.

    python evals/gate.py [--update] [--allow-regression] [--json] [--keep FOLDER]

The shared folder is what KRONIK_SHARED names, or ``shared`` beside the checkout; without it nothing can be scored, the
gate says so and ends well. Exit code 1: a figure fell, or a file that decides the figures is not the one that
the floors were measured with.
"""

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bodies import shingle_f1, word_f1
from floors import DECIMALS, Floors, fallen, leading_comment, read_floors, table, updated, write_floors

ROOT = Path(__file__).resolve().parent.parent
FLOORS = Path(__file__).resolve().with_name("floors.toml")
DECISIVE = (
    "gold/dev.jsonl", "gold/dev.pages.jsonl", "gold/score.py", "gold/score_dates.py", "dates/dates.dev.jsonl",
    "seeds/000_2a8cf8501bf0b2a7.txt", "seeds/001_51c6f78b63b93dbc.txt", "html/id/gold.json",
    "html/aeb/ground-truth.json", "copies/copies.dev.jsonl", "gold/stories.dev.jsonl", "gold/score_copies.py",
    "gold/score_stories.py", "news/2025-06-18.csv", "news/2025-06-19.csv",
)  # fmt: skip
"""Files of the shared folder that decide the figures; floors hold only while these stand still."""

ORDERS = 3
"""Random orders in which the articles to be grouped come; evals/groups.py tries 20."""

SEED_REPORTS = (
    ("CONSULT", None, "2022-09-15"), ("CONSULT", None, "2023-03-20"), ("THREATEN", "arrest", "2023-03-17"),
    ("AGREE", None, "2023-03-21"),
)  # fmt: skip
"""Type, mode and day of reports that the two seed pages must give: the meetings, the warrant, the talks to come."""
WRONG_YEARS = ("2024", "2025")
"""Years of the teasers on these pages."""


def shared_folder() -> Path | None:
    """Return the folder of shared sets, None where it is missing."""
    folder = Path(os.environ.get("KRONIK_SHARED", ROOT.parent / "shared"))
    return folder if (folder / "gold" / "dev.jsonl").is_file() else None


def digests_of(shared: Path) -> dict[str, str]:
    """Return the SHA-256 of every decisive file."""
    return {name: hashlib.sha256((shared / name).read_bytes()).hexdigest() for name in DECISIVE}


def extract(inputs: Iterable[Path], output: Path) -> None:
    """Write the records of the inputs to a file, as ``kronik extract`` prints them."""
    with output.open("wb") as file:
        command = [sys.executable, "-m", "kronik", "extract", "--quiet", *map(str, inputs)]
        subprocess.run(command, stdout=file, check=True)


def figures(shared: Path, folder: Path) -> dict[str, float]:
    """Run Kronik on the shared sets, leave its records in the folder, and return every figure by name."""
    gold, dates = shared / "gold" / "dev.jsonl", shared / "dates" / "dates.dev.jsonl"
    seeds = sorted((shared / "seeds").glob("*.txt"))
    extract([shared / "gold" / "dev.pages.jsonl"], folder / "dev.jsonl")
    extract([dates], folder / "dates.jsonl")
    extract(seeds, folder / "seeds.jsonl")
    extract([shared / "html" / "id" / "*.html.gz"], folder / "html-id.jsonl")
    extract([shared / "html" / "aeb" / "*.html.gz"], folder / "html-aeb.jsonl")
    return {
        **gold_figures(run_scorer(shared / "gold" / "score.py", gold, folder / "dev.jsonl", "--json")),
        **date_figures(run_scorer(shared / "gold" / "score_dates.py", dates, folder / "dates.jsonl")),
        "seeds.teasers_left": float(teasers_left(json_lines(gold), json_lines(folder / "seeds.jsonl"))),
        **seed_figures(json_lines(folder / "seeds.jsonl")),
        **indonesian_pages(shared / "html" / "id" / "gold.json", json_lines(folder / "html-id.jsonl")),
        **english_pages(shared / "html" / "aeb" / "ground-truth.json", json_lines(folder / "html-aeb.jsonl")),
        **group_figures(shared),
        **fold_figures(shared),
    }


def group_figures(shared: Path) -> dict[str, float]:
    """Return the figures of copies and stories, as evals/groups.py prints them."""
    command = (Path(__file__).with_name("groups.py"), "--json", "--orders", str(ORDERS))
    environment = {**os.environ, "KRONIK_SHARED": str(shared)}
    run = subprocess.run(
        [sys.executable, *map(str, command)], stdout=subprocess.PIPE, text=True, check=False, env=environment
    )
    found: dict[str, float] = json.loads(run.stdout)
    return found


def fold_figures(shared: Path) -> dict[str, float]:
    """Return the figures of debris on train and dev, each fifth judged by the others: the worse reading of unsure."""
    command = (str(Path(__file__).with_name("articles_on_gold.py")), "--folds", "5", "--json")
    environment = {**os.environ, "KRONIK_SHARED": str(shared)}
    run = subprocess.run([sys.executable, *command], stdout=subprocess.PIPE, text=True, check=True, env=environment)
    readings = [gold_figures(json.dumps(told)) for told in json.loads(run.stdout).values()]
    return {
        "folds.debris.f1": min(told["debris.f1"] for told in readings),
        "folds.prose.lost.share": max(told["prose.lost.share"] for told in readings),
    }


def run_scorer(*command: str | Path) -> str:
    """Return what a scorer prints."""
    run = subprocess.run([sys.executable, *map(str, command)], stdout=subprocess.PIPE, text=True, check=True)
    return run.stdout


def gold_figures(printed: str) -> dict[str, float]:
    """Return the figures of score.py's JSON, ``section.measure`` by name; counts are left out."""
    return {
        f"{section}.{measure}": round(float(value), DECIMALS)
        for section, measures in json.loads(printed).items()
        for measure, value in measures.items()
        if measure not in {"gold", "predicted", "of"}
    }


def date_figures(printed: str) -> dict[str, float]:
    """Return the figures of score_dates.py's one line.

    Raises:
        ValueError: the scorer prints something else.
    """
    found = re.fullmatch(r"(\d+) of (\d+) values right, (\d+) of (\d+) traps false", printed.strip())
    if not found:
        raise ValueError(f"score_dates.py printed {printed!r}")
    right, wanted, alarms, traps = map(int, found.groups())
    return {
        "dates.right": round(right / max(1, wanted), DECIMALS),
        "dates.false_alarms": round(alarms / max(1, traps), DECIMALS),
    }


def json_lines(path: Path) -> list[dict[str, object]]:
    """Return the objects of a JSONL file."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def teasers_left(gold: Sequence[Mapping[str, object]], records: Sequence[Mapping[str, object]]) -> int:
    """Return how many links to other stories in the gold of these pages kept a character in the prose."""
    removed = {uri_of(record): characters(record.get("debris")) for record in records}
    left = 0
    for article in gold:
        uri = uri_of(article)
        if uri not in removed:
            continue
        text = page_of(article)["text"]
        for span in spans(article.get("debris")):
            if span["reason"] == "related":
                solid = {at for at in characters([span]) if not str(text)[at].isspace()}
                left += not solid <= removed[uri]
    return left


def seed_figures(records: Sequence[Mapping[str, object]]) -> dict[str, float]:
    """Return how many of the reports that the two seed pages must give are there, and how many of a year not theirs."""
    coded = [told for record in records for told in spans(record.get("events"))]
    years = [str(one.get("date") or "")[:4] for one in coded]
    right = sum(any(is_report(one, wanted) for one in coded) for wanted in SEED_REPORTS)
    return {
        "seeds.reports": round(right / len(SEED_REPORTS), DECIMALS),
        "seeds.wrong_years": float(sum(year in WRONG_YEARS for year in years)),
    }


def is_report(coded: Mapping[str, object], wanted: tuple[str, str | None, str]) -> bool:
    """Tell whether a report has this type, mode (None: any) and day."""
    kind, mode, day = wanted
    return coded.get("type") == kind and coded.get("date") == day and mode in (None, coded.get("mode"))


def indonesian_pages(gold: Path, records: Sequence[Mapping[str, object]]) -> dict[str, float]:
    """Return the figures of the Indonesian HTML pages: words of the body, and days of publication that are right."""
    found = {uri_of(record).removesuffix(".gz"): record for record in records}
    pages = json.loads(gold.read_text(encoding="utf-8"))
    bodies = [
        (page["body"], str(found.get(name, {}).get("prose", ""))) for name, page in pages.items() if page.get("body")
    ]
    dated = [(page["date"], found.get(name, {}).get("published")) for name, page in pages.items() if page.get("date")]
    return {
        "html.id.word_f1": round(word_f1(bodies), DECIMALS),
        "html.id.published": round(sum(day == read for day, read in dated) / max(1, len(dated)), DECIMALS),
    }


def english_pages(gold: Path, records: Sequence[Mapping[str, object]]) -> dict[str, float]:
    """Return the figure of the English HTML pages."""
    found = {uri_of(record).removesuffix(".html.gz"): str(record.get("prose", "")) for record in records}
    pages = json.loads(gold.read_text(encoding="utf-8"))
    bodies = [(page["articleBody"], found.get(name, "")) for name, page in pages.items()]
    return {"html.aeb.shingle_f1": round(shingle_f1(bodies), DECIMALS)}


def page_of(record: Mapping[str, object]) -> Mapping[str, object]:
    """Return the page of a gold article or record."""
    page = record["page"]
    if not isinstance(page, dict):
        raise TypeError("page is no object")
    return page


def uri_of(record: Mapping[str, object]) -> str:
    """Return the uri of a gold article or record."""
    return str(page_of(record)["uri"])


def spans(value: object) -> list[Mapping[str, object]]:
    """Return a list of spans; what is left out is an empty one."""
    return list(value) if isinstance(value, list) else []


def characters(value: object) -> set[int]:
    """Return the code points that a list of spans covers."""
    return {at for span in spans(value) for at in range(int(str(span["start"])), int(str(span["end"])))}


def check(floors: Floors, measured: Mapping[str, float], digests: Mapping[str, str]) -> int:
    """Print what fell and what changed; return the exit code."""
    changed = [name for name, digest in digests.items() if floors.digests.get(name) != digest]
    for name in changed:
        say(f"{name} is not the file that the floors were measured with; look at it, then run --update")
    fell = fallen(floors, measured)
    if fell:
        say("below the floor: " + ", ".join(fell))
    return 1 if changed or fell else 0


def say(message: str) -> None:
    """Print a message beside the figures."""
    print(message, file=sys.stderr)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--update", action="store_true", help="raise the floors to what is measured, and take the digests"
    )
    parser.add_argument("--allow-regression", action="store_true", help="with --update: lower floors too")
    parser.add_argument("--json", action="store_true", help="print every figure as JSON, and no table")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leave the records in this folder")
    options = parser.parse_args(arguments)
    shared = shared_folder()
    if shared is None:
        print("evaluation gate: the shared folder is not here (KRONIK_SHARED names it); nothing was scored")
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        measured = figures(shared, folder)
    written = FLOORS.read_text(encoding="utf-8")
    floors, digests = read_floors(written), digests_of(shared)
    print(json.dumps(measured, indent=1) if options.json else table(floors, measured))
    if not options.update:
        return check(floors, measured, digests)
    try:
        floors = updated(floors, measured, allow_regression=options.allow_regression)
    except ValueError as error:
        say(str(error))
        return 1
    FLOORS.write_text(write_floors(replace(floors, digests=digests), leading_comment(written)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
