"""The language stages of one article, in order: places, figures, cast, statements, reports."""

from kronik.actors.casting import cast_of
from kronik.annotation.prose import Prose, prose_of
from kronik.figures.finding import figures_of
from kronik.languages.pack import LanguagePack
from kronik.pipeline.resources import Resources
from kronik.places.finding import places_of
from kronik.records.articles import Article
from kronik.records.findings import Findings
from kronik.records.pages import Page
from kronik.records.times import Time
from kronik.reports.coder import reports_of
from kronik.reports.recording import findings_of
from kronik.reports.scene import Scene
from kronik.statements.finding import statements_of


def read_prose(page: Page, article: Article, times: tuple[Time, ...] | None, resources: Resources) -> Findings | None:
    """Return what the language stages find; None when the article's language has no grammar in its pack."""
    pack = resources.packs.get(article.language.code)
    prose = prose_of(page, article, times, resources.packs)
    if pack is None or prose is None:
        return None
    return _findings(prose, pack, resources)


def _findings(prose: Prose, pack: LanguagePack, resources: Resources) -> Findings | None:
    if pack.naming is None or pack.speech is None or pack.coding is None or pack.placing is None:
        return None
    placed = places_of(prose, pack.placing, resources.gazetteer)
    counted = figures_of(prose, pack.counting) if pack.counting is not None else ()
    cast = cast_of(prose, pack.naming, resources.knowledge)
    spoken = statements_of(prose, cast, pack.speech)
    coding = reports_of(prose, Scene(cast=cast, spoken=spoken, placed=placed, counted=counted), pack.coding)
    return findings_of(prose, placed, cast, spoken, coding)
