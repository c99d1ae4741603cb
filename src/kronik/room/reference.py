"""Reference works that pages look things up in, loaded when a page first asks."""

from threading import Lock

from kronik.knowledge.knowledge import Knowledge
from kronik.knowledge.outlines import Outline, load_outlines
from kronik.reports.ontology import Ontology, load_ontology


class Reference:
    """The knowledge files, the outlines and the ontology, each read once."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._knowledge: Knowledge | None = None
        self._ontology: Ontology | None = None
        self._outlines: tuple[Outline, ...] | None = None

    def knowledge(self) -> Knowledge:
        """Return the knowledge files."""
        from kronik.knowledge.loading import load_knowledge  # noqa: PLC0415 (some tenths of a second)

        with self._lock:
            if self._knowledge is None:
                self._knowledge = load_knowledge()
            return self._knowledge

    def ontology(self) -> Ontology:
        """Return the ontology of reports."""
        with self._lock:
            if self._ontology is None:
                self._ontology = load_ontology()
            return self._ontology

    def outlines(self) -> tuple[Outline, ...]:
        """Return the outlines of provinces and regencies."""
        with self._lock:
            if self._outlines is None:
                self._outlines = load_outlines()
            return self._outlines
