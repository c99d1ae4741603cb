"""Bundles survive the store exactly."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from chronicle_records import bundles, identity, make_bundle, outcome_of
from hypothesis import given, settings

from kronik.chronicle.packing import pack, unpack
from kronik.chronicle.reader import Chronicle
from kronik.chronicle.writer import ChronicleWriter
from kronik.records.articles import Article, Language
from kronik.records.bundles import Bundle


@given(bundles())
@settings(max_examples=150)
def test_unpacking_gives_back_what_was_packed(bundle: Bundle) -> None:
    assert unpack(pack(bundle, "d1", "m1")) == bundle


@given(bundles())
@settings(max_examples=25, deadline=None)
def test_a_chronicle_gives_back_what_was_added(bundle: Bundle) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "uji.kronik"
        with ChronicleWriter.open(path, identity()) as writer:
            writer.add([outcome_of(bundle, "d1")])
            assert writer.bundle(bundle.page.id) == bundle
            writer.finish()
        with Chronicle.open(path) as chronicle:
            assert chronicle.bundle(bundle.page.id) == bundle
            assert list(chronicle.bundles()) == [bundle]


def test_raw_bytes_are_packed_smaller_and_the_same_way_each_time() -> None:
    bundle = make_bundle(prose="Hujan turun. " * 500)
    first, second = pack(bundle, "d1", "m1"), pack(bundle, "d1", "m1")
    assert first.raw is not None
    assert first.raw == second.raw
    assert bundle.raw is not None
    assert len(first.raw[-1]) < len(bundle.raw.data) // 10  # type: ignore[arg-type]


def test_an_article_of_another_page_is_refused() -> None:
    bundle = make_bundle()
    stranger = Article(page_id="elsewhere", uri=bundle.page.uri, language=Language(code="id", score=1.0))
    with pytest.raises(ValueError, match="does not belong"):
        pack(Bundle(page=bundle.page, raw=None, article=stranger, times=()), "d1", "m1")
