"""Other versions: refused, or derived anew."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from chronicle_records import failed, identity, make_bundle, outcome_of

from kronik.chronicle.identity import Identity
from kronik.chronicle.reader import Chronicle
from kronik.chronicle.writer import ChronicleWriter
from kronik.errors import VersionError
from kronik.records.articles import Kind
from kronik.records.bundles import Bundle, Outcome
from kronik.records.failures import FailureCode
from kronik.records.pages import Fetch, page_id

OLD = make_bundle()
OTHER = make_bundle("https://kabar.example/durian", prose="Durian jatuh.")


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (identity(version="0.2.0"), "kronik 0.1.0, now 0.2.0"),
        (identity(stage="2"), "stage article 1 (s1), now 2 (s1)"),
        (identity(settings="s2"), "settings s1, now s2"),
        (replace(identity(), stages=identity().stages[:1]), "stage times 1 (s1), now none"),
        (replace(identity(), stages=identity().stages[::-1]), "order of stages article times, now times article"),
    ],
    ids=["version", "stage", "settings", "fewer stages", "order"],
)
def test_another_version_is_refused_and_the_message_says_what_differs(
    built: Callable[..., Path], now: Identity, told: str
) -> None:
    path = built(outcome_of(OLD))
    before = path.read_bytes()
    with pytest.raises(VersionError) as refusal:
        ChronicleWriter.open(path, now)
    assert told in str(refusal.value)
    assert "--update" in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert path.read_bytes() == before


def test_the_same_version_is_not_refused(built: Callable[..., Path]) -> None:
    path = built(outcome_of(OLD))
    with ChronicleWriter.open(path, identity()) as writer:
        assert list(writer.outdated()) == []


def test_another_format_is_refused_even_with_update(built: Callable[..., Path]) -> None:
    path = built(outcome_of(OLD))
    with pytest.raises(VersionError):
        ChronicleWriter.open(path, replace(identity(), format=99), update=True)


def test_outdated_pages_are_replaced(built: Callable[..., Path]) -> None:
    path = built(outcome_of(OLD, "d1"), outcome_of(OTHER, "d2"))
    fresh = replace(OLD, article=replace(OLD.article, kind=Kind.FACT_CHECK))
    with ChronicleWriter.open(path, identity(stage="2"), update=True) as writer:
        seen = []
        for outdated in writer.outdated():
            seen.append(outdated)
            bundle = fresh if outdated == OLD.page.id else OTHER
            writer.replace([outcome_of(bundle, writer.digest(outdated))])
        assert seen == sorted([OLD.page.id, OTHER.page.id])
        assert list(writer.outdated()) == []
        writer.finish()
    with Chronicle.open(path) as chronicle:
        assert chronicle.bundle(OLD.page.id).article.kind is Kind.FACT_CHECK
        info = chronicle.info()
        assert info.identity == identity(stage="2")
        assert info.pages_outdated == 0
        assert chronicle.makers(OLD.page.id) == identity(stage="2").stages
    with pytest.raises(VersionError):
        ChronicleWriter.open(path, identity())


def test_an_update_that_was_stopped_half_way_must_be_gone_on_with(built: Callable[..., Path]) -> None:
    path = built(outcome_of(OLD, "d1"), outcome_of(OTHER, "d2"))
    with ChronicleWriter.open(path, identity(stage="2"), update=True) as writer:
        writer.replace([outcome_of(OLD, "d1")])
    with pytest.raises(VersionError, match="--update"):
        ChronicleWriter.open(path, identity(stage="2"))
    with ChronicleWriter.open(path, identity(stage="2"), update=True) as writer:
        assert list(writer.outdated()) == [OTHER.page.id]
        writer.replace([outcome_of(OTHER, "d2")])
        writer.finish()
    with ChronicleWriter.open(path, identity(stage="2")) as writer:
        assert list(writer.outdated()) == []


def projected_anew(bundle: Bundle) -> Bundle:
    new = page_id("text/2", bundle.page.uri, bundle.page.parts)
    return replace(
        bundle,
        page=replace(bundle.page, id=new, projection="text/2"),
        article=replace(bundle.article, page_id=new),
    )


def test_a_page_whose_id_changes_takes_its_places_along(built: Callable[..., Path]) -> None:
    path = built(outcome_of(OLD, "d1", "a.txt"), outcome_of(OLD, "d5", "b.txt"))
    fresh = projected_anew(OLD)
    with ChronicleWriter.open(path, identity(stage="2"), update=True) as writer:
        writer.replace([outcome_of(fresh, "d1", "a.txt")])
        assert writer.known(["d1", "d5"]) == {"d1", "d5"}
        writer.finish()
    with Chronicle.open(path) as chronicle:
        assert [bundle.page.id for bundle in chronicle.bundles()] == [fresh.page.id]
        assert [fetch.location for fetch in chronicle.fetches(fresh.page.id)] == ["a.txt", "b.txt"]


def test_a_page_without_bytes_is_derived_anew_when_its_item_is_read_again(built: Callable[..., Path]) -> None:
    old = replace(OLD, raw=None)
    path = built(outcome_of(old, "d1"))
    with ChronicleWriter.open(path, identity(stage="2"), update=True) as writer:
        assert writer.item(OLD.page.id) is None
        assert writer.known(["d1"]) == frozenset()
        writer.add([outcome_of(projected_anew(old), "d1")])
        assert list(writer.outdated()) == []
        assert writer.known(["d1"]) == {"d1"}


@pytest.mark.parametrize(("code", "stays"), [(FailureCode.RESOURCE, True), (FailureCode.INTERNAL, False)])
def test_a_failure_takes_the_page_only_when_it_is_no_limit(
    built: Callable[..., Path], code: FailureCode, stays: bool
) -> None:
    path = built(outcome_of(OLD, "d1", "a.txt"), outcome_of(OLD, "d1", "b.txt"))
    with ChronicleWriter.open(path, identity(stage="2"), update=True) as writer:
        writer.replace([failed("d1", code, "a.txt")])
        writer.finish()
    with Chronicle.open(path) as chronicle:
        assert [bundle.page.id for bundle in chronicle.bundles()] == ([OLD.page.id] if stays else [])
        assert sorted(row.location for row in chronicle.failures()) == ([] if stays else ["a.txt", "b.txt"])


def test_what_failed_is_tried_again_by_other_stages(built: Callable[..., Path]) -> None:
    path = built(failed("d3", FailureCode.INTERNAL))
    with ChronicleWriter.open(path, identity(stage="2"), update=True) as writer:
        assert writer.known(["d3"]) == frozenset()
        again = failed("d3", FailureCode.TOO_LARGE)
        assert writer.add([again]).failures == 0
        assert writer.known(["d3"]) == {"d3"}


def test_replacing_an_unknown_item_adds_it(path: Path) -> None:
    with ChronicleWriter.open(path, identity()) as writer:
        outcome = Outcome(digest="d1", fetch=Fetch(location="a.txt"), bundle=OLD)
        assert writer.replace([outcome]).pages == 1
