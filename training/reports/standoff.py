"""Write labels without the text they stand on: ``python training/reports/standoff.py OUT LABELLED...``.

LABELLED are articles with actors and events in the shape of the gold, one JSON line each; OUT gets one line an article:
the digest of its page text, and labels by code points alone (an address can hold a whole headline). Actors lose their
names and get keys in order of their first mention; quotations go, and of places told only what the gazetteer names
stays. An article that stands in several files is taken from the first.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from articles import digest_of

Json = Mapping[str, Any]
LEVELS = ("country", "province", "regency")
PLAIN = ("type", "mode", "date", "status")
PARTIES = ("actors", "recipients", "claimed_by", "denied_by")
FIGURE = ("kind", "value", "unit", "bound")


def main(arguments: Sequence[str]) -> int:
    """Write the standoff labels."""
    out, *paths = (Path(argument) for argument in arguments)
    rows: dict[str, Json] = {}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            row = standoff_of(article)
            rows.setdefault(row["sha256"], row)
    lines = (json.dumps(rows[digest], ensure_ascii=False, separators=(",", ":")) for digest in sorted(rows))
    out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{len(rows)} articles, {sum(len(row['events']) for row in rows.values())} events")
    return 0


def standoff_of(article: Json) -> Json:
    """Return the labels of an article by code points of its page text."""
    order = sorted(article["actors"], key=lambda one: (_first(one), one["key"]))
    keys = {one["key"]: f"a{number}" for number, one in enumerate(order, start=1)}
    return {
        "sha256": digest_of(article["page"]["text"]),
        "actors": [
            {
                "key": keys[one["key"]],
                **{name: one.get(name) for name in ("kind", "country", "sector")},
                "mentions": [_span(mention) for mention in one["mentions"]],
            }
            for one in order
        ],
        "events": [_event(one, keys) for one in article["events"]],
    }


def _first(actor: Json) -> int:
    return min((int(mention["start"]) for mention in actor["mentions"]), default=0)


def _event(event: Json, keys: Mapping[str, str]) -> Json:
    where = {level: event["where"][level] for level in LEVELS if event["where"].get(level)} if event["where"] else None
    return {
        **{name: event[name] for name in PLAIN},
        **{name: [keys[key] for key in event[name]] for name in PARTIES},
        "triggers": [_span(trigger) for trigger in event["triggers"]],
        "place": None if event["place"] is None else _span(event["place"]),
        "where": where,
        "figures": list(_figures(event["figures"], keys)),
    }


def _figures(figures: Sequence[Json], keys: Mapping[str, str]) -> Iterator[Json]:
    for one in figures:
        row = {name: one[name] for name in FIGURE if one.get(name) is not None}
        by = {"by": keys[one["by"]]} if one.get("by") in keys else {}
        yield {**row, **by, **_span(one)}


def _span(one: Json) -> dict[str, int]:
    return {"start": one["start"], "end": one["end"]}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
