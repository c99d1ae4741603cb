"""Actors and events as a graph in GraphML (http://graphml.graphdrawing.org), for networkx, igraph and Gephi.

An edge leads from an actor to an event that it takes part in, and from an event to its recipient, so that a way through
the graph follows who did what to whom.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from xml.etree import ElementTree as Xml

from kronik.exchange.edition import Edition, party_id
from kronik.records.identifiers import identify
from kronik.reports.ontology import Ontology
from kronik.stories.events import Event
from kronik.stories.tellings import Party

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
NODE_KEYS = (
    ("label", "string"), ("node_type", "string"), ("actor_kind", "string"), ("country", "string"),
    ("event_type", "string"), ("mode", "string"), ("date", "string"), ("earliest", "string"), ("latest", "string"),
    ("status", "string"), ("place", "string"), ("reports", "int"), ("independent_sources", "int"), ("quad", "int"),
    ("scale", "double"), ("rule", "string"),
)  # fmt: skip
"""Attributes of nodes and their types; ``node_type`` is actor or event."""
EDGE_KEYS = (("role", "string"), ("reports", "int"))
GRAPH_KEYS = (("made_by", "string"), ("rule", "string"))

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold."""

Attributes = Mapping[str, str | int | float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A part that an actor takes in an event; ``start`` acts on ``end``."""

    start: str
    end: str
    role: str


def graphml(edition: Edition, ontology: Ontology) -> Iterator[bytes]:
    """Yield the graph as GraphML in UTF-8, nodes by kind and id, edges by their ends."""
    yield b"<?xml version='1.0' encoding='utf-8'?>\n"
    yield f'<graphml xmlns="{NAMESPACE}">\n'.encode()
    for scope, keys in (("graph", GRAPH_KEYS), ("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for name, kind in keys:
            key = {"id": _key(scope, name), "for": scope, "attr.name": name, "attr.type": kind}
            yield _written(Xml.Element("key", key))
    yield b'<graph id="events" edgedefault="directed">\n'
    for name, value in (("made_by", edition.made_by), ("rule", edition.rule)):
        yield _written(_data("graph", name, value))
    for node, party in sorted(_actors(edition).items()):
        yield _element("node", {"id": node}, _actor(party))
    for event in edition.events:
        yield _element("node", {"id": event.id}, _event(event, ontology))
    edges = Counter(edge for event in edition.events for edge, _ in _parts(event))
    for number, (edge, count) in enumerate(sorted(edges.items(), key=lambda pair: astuple(pair[0]))):
        ends = {"id": f"e{number}", "source": edge.start, "target": edge.end}
        yield _element("edge", ends, {"role": edge.role, "reports": count})
    yield b"</graph>\n</graphml>\n"


def _parts(event: Event) -> Iterator[tuple[Edge, Party]]:
    """Yield an edge for each report and party of an event."""
    for one in event.tellings:
        for node, party in {_node(party, event): party for party in one.actors}.items():
            yield Edge(start=node, end=event.id, role="actor"), party
        for node, party in {_node(party, event): party for party in one.recipients}.items():
            yield Edge(start=event.id, end=node, role="recipient"), party


def _actors(edition: Edition) -> dict[str, Party]:
    """Return the parties by node, each under the longest name that it has anywhere."""
    found: dict[str, Party] = {}
    for event in edition.events:
        for edge, party in _parts(event):
            node = edge.start if edge.role == "actor" else edge.end
            shown = found.get(node)
            if shown is None or (-len(party.name), party.name) < (-len(shown.name), shown.name):
                found[node] = party
    return found


def _actor(party: Party) -> Attributes:
    return {"label": party.name, "node_type": "actor", "actor_kind": party.kind.value, "country": party.country}


def _node(party: Party, event: Event) -> str:
    """Return the node of a party: one without an identity has a node for each event."""
    return party_id(party) or identify("party", event.id, party.kind.value, party.name)


def _event(event: Event, ontology: Ontology) -> Attributes:
    report = event.tellings[0].report
    mode = next((one.report.mode for one in event.tellings if one.report.mode), None)
    start, end = event.day
    return {
        "label": report.type if mode is None else f"{report.type}/{mode}",
        "node_type": "event",
        "event_type": report.type,
        "mode": mode,
        "date": next((one.report.date for one in event.tellings if one.report.date), None),
        "earliest": start,
        "latest": end,
        "status": " | ".join(dict.fromkeys(one.report.status.value for one in event.tellings)),
        "place": _place(event),
        "reports": len(event.tellings),
        "independent_sources": event.independent,
        "quad": ontology.meaning(report.type).quad,
        "scale": ontology.score(report.type, mode),
        "rule": event.rule,
    }


def _place(event: Event) -> str | None:
    fields = {field.name: field for field in (*event.agreed, *event.differing)}
    return " | ".join(value.value for value in fields["place"].values) if "place" in fields else None


def _element(tag: str, identity: Mapping[str, str], attributes: Attributes) -> bytes:
    element = Xml.Element(tag, dict(identity))
    element.extend(_data(tag, name, value) for name, value in attributes.items() if value is not None)
    return _written(element)


def _data(scope: str, name: str, value: str | int | float) -> Xml.Element:
    element = Xml.Element("data", {"key": _key(scope, name)})
    element.text = _NO_XML.sub("", str(value))
    return element


def _key(scope: str, name: str) -> str:
    return f"{scope}_{name}"


def _written(element: Xml.Element) -> bytes:
    return Xml.tostring(element, encoding="unicode").encode() + b"\n"
