"""What to cite a chronicle by: versions, digests, inputs, rule, and how good the program is."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

import msgspec

from kronik.chronicle.reader import Chronicle
from kronik.errors import DataError
from kronik.stories.events import Rule

NAME = "scores.toml"
"""Made by scripts/reference.py from the floors of the evaluation gate."""

ADDRESS = "kronik"
"""Name under which the program is installed; it has no address of its own yet."""

FEWEST_OUTLETS = 5
"""Outlets that are named, those with most articles first; of others their number is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What there is to say of a chronicle.

    Attributes:
        version: of the program that made it.
        content, settings: digests of its pages and settings.
        stages: names with versions, in the order they ran.
        pages, failures, outdated: how many.
        outlets: (name, articles), most articles first; without those whose outlet is unknown.
        first, last: ISO days of the first and last publication; None where no page tells it.
        fetched: first and last time of fetching; None where no container told it.
        reports: how many.
        rule: by which reports are merged into events.
        scores: name of a figure of the evaluation -> its value.
    """

    version: str
    content: str
    settings: str
    stages: tuple[str, ...]
    pages: int
    failures: int
    outdated: int
    outlets: tuple[tuple[str, int], ...]
    first: str | None
    last: str | None
    fetched: tuple[str, str] | None
    reports: int
    rule: str
    scores: Mapping[str, float]

    @property
    def title(self) -> str:
        """A title for the chronicle."""
        span = f", {self.first} to {self.last}" if self.first else ""
        return f"Chronicle of {self.pages} news pages{span}"

    @property
    def note(self) -> str:
        """Digests, rule and stages in one line."""
        digests = f"contents {self.content}; settings {self.settings}; events by rule {self.rule}"
        return f"{digests}; stages {', '.join(self.stages)}"


def citation_of(chronicle: Chronicle, rule: Rule) -> Citation:
    """Return what there is to say of a chronicle. Raises DataError when the packaged figures are damaged."""
    info = chronicle.info()
    counts = {count.name: count.count for count in info.tables}
    outlets: dict[str, int] = {}
    days = []
    for count in chronicle.daily_counts():
        if count.outlet:
            outlets[count.outlet] = outlets.get(count.outlet, 0) + count.articles
        if count.day:
            days.append(count.day)
    ((first, last),) = chronicle.rows("SELECT min(fetched), max(fetched) FROM fetches")
    return Citation(
        version=info.identity.kronik_version,
        content=info.content,
        settings=info.identity.settings,
        stages=tuple(f"{maker.stage} {maker.version}" for maker in info.identity.stages),
        pages=counts["pages"],
        failures=counts["failures"],
        outdated=info.pages_outdated,
        outlets=tuple(sorted(outlets.items(), key=lambda pair: (-pair[1], pair[0]))),
        first=min(days, default=None),
        last=max(days, default=None),
        fetched=(str(first), str(last)) if first else None,
        reports=counts["reports"],
        rule=rule.name,
        scores=load_scores(),
    )


def load_scores() -> Mapping[str, float]:
    """Return the packaged figures of the evaluation. Raises DataError when the file is damaged."""
    table = tomllib.loads(files("kronik.exchange").joinpath("data", NAME).read_text(encoding="utf-8"))
    scores = table.get("scores")
    if set(table) != {"source", "scores"} or not isinstance(scores, dict):
        raise DataError(NAME, "scores", "must be a table, beside the source")
    for name, value in scores.items():
        if not isinstance(value, float):
            raise DataError(NAME, name, "must be a decimal number")
    return scores


def bibtex(citation: Citation) -> Iterator[str]:
    """Yield two entries for BibTeX, line by line: the program and the chronicle."""
    fields = {
        f"@software{{{ADDRESS}": {"title": "{Kronik}", "author": "{The Kronik authors}", "version": citation.version},
        f"@misc{{{ADDRESS}-{citation.content[:8]}": {
            "title": f"{{{citation.title}}}",
            "howpublished": f"Made with Kronik {citation.version}",
            "note": citation.note,
        },
    }
    for head, entries in fields.items():
        yield f"{head},"
        yield from (f"  {name} = {{{_latex(value)}}}," for name, value in entries.items())
        yield "}"


def csl(citation: Citation) -> bytes:
    """Return two items as CSL-JSON: the program and the chronicle."""
    author = [{"literal": "The Kronik authors"}]
    items = [
        {"id": ADDRESS, "type": "software", "title": "Kronik", "version": citation.version, "author": author},
        {
            "id": f"{ADDRESS}-{citation.content[:8]}",
            "type": "dataset",
            "title": citation.title,
            "version": citation.content,
            "note": f"Made with Kronik {citation.version}; {citation.note}",
        },
    ]
    return msgspec.json.format(msgspec.json.encode(items), indent=2) + b"\n"


def _latex(text: str) -> str:
    """Return the text with the signs that TeX takes for commands made plain; braces of our own stay."""
    return "".join("\\" + sign if sign in "&%$#_" else sign for sign in text)
