from dataclasses import replace

from kronik.chronicle.reader import ArticleFilter
from kronik.chronicle.rows import Count
from kronik.records.articles import Completeness
from kronik.web.overview import Figure, overview


def overview_of(chronicle, **changes):
    info = replace(chronicle.info(), **changes)
    return overview(info, chronicle.articles(ArticleFilter()), chronicle.verdict_counts())


def test_counts_are_those_of_the_tables_in_a_fixed_order(bundle_of, memory_chronicle, plain_stretches):
    tables = tuple(Count(name=name, count=n) for n, name in enumerate(("times", "ledger", "pages", "articles"), 1))
    found = overview_of(memory_chronicle([bundle_of(plain_stretches)]), tables=tables)
    assert found.counts == (
        Figure(name="pages", count=3),
        Figure(name="articles", count=4),
        Figure(name="times", count=1),
    )


def test_quality_counts_articles_and_characters(bundle_of, memory_chronicle, plain_stretches):
    found = overview_of(
        memory_chronicle(
            [
                bundle_of(plain_stretches, uri="a", published=None),
                bundle_of(plain_stretches, uri="b", completeness=Completeness.CUT),
                bundle_of(plain_stretches, uri="c", completeness=Completeness.PARTIAL, outlet=None),
                bundle_of(plain_stretches, uri="d", outlet="Antarkabar"),
            ]
        )
    )
    quality = found.quality
    length = sum(len(text) for text, _, _ in plain_stretches)
    assert (quality.articles, quality.undated, quality.cut) == (4, 1, 2)
    assert (quality.characters, quality.unsure) == (4 * length, 4 * len("Ikuti kabar kami"))
    assert quality.removed == 4 * len("JAKARTA, Warta Contoh - Baca juga: Harga cabai naik\n")
    assert [share.reason or share.verdict for share in quality.verdicts] == ["prose", "unsure", "related", "dateline"]
    assert found.outlets == ("Antarkabar", "Warta Contoh")


def test_groups_and_failures_are_ranked_with_ties_by_name(bundle_of, memory_chronicle, plain_stretches):
    languages = ["id", "en", "jv", "id"]
    bundles = [bundle_of(plain_stretches, uri=str(at), language=code) for at, code in enumerate(languages)]
    failures = tuple(Count(name=name, count=n) for name, n in (("broken", 1), ("empty", 4), ("bomb", 1)))
    found = overview_of(memory_chronicle(bundles), failures=failures)
    language = next(group for group in found.groups if group.name == "language")
    assert [(figure.name, figure.count) for figure in language.figures] == [("id", 2), ("en", 1), ("jv", 1)]
    assert [figure.name for figure in found.failures] == ["empty", "bomb", "broken"]


def test_nothing_makes_figures_of_nothing(memory_chronicle):
    quality = overview_of(memory_chronicle([])).quality
    assert (quality.articles, quality.characters, quality.verdicts) == (0, 0, ())
