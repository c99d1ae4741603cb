"""What the stages read beside the page: language packs, knowledge, gazetteer. Loaded once, passed down."""

from collections.abc import Mapping
from dataclasses import dataclass

from kronik.knowledge.gazetteer import load_gazetteer
from kronik.knowledge.gazetteer_units import Gazetteer
from kronik.knowledge.knowledge import Knowledge
from kronik.knowledge.loading import load_knowledge
from kronik.languages.loader import load_packs
from kronik.languages.pack import LanguagePack


@dataclass(frozen=True, slots=True, kw_only=True)
class Resources:
    """Packs by language code, facts of states, offices and organisations, and the gazetteer of places."""

    packs: Mapping[str, LanguagePack]
    knowledge: Knowledge
    gazetteer: Gazetteer


def load_resources() -> Resources:
    """Return the packaged resources. Costs file reads, the language model's weights among them.

    Raises:
        DataError: a data file is wrong.
    """
    return Resources(packs=load_packs(), knowledge=load_knowledge(), gazetteer=load_gazetteer())
