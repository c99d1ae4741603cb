"""A chronicle of another version is refused, or taken over and derived anew."""

from dataclasses import replace
from pathlib import Path

import pytest

from kronik.chronicle.exports import records
from kronik.chronicle.reader import Chronicle
from kronik.chronicle.writer import ChronicleWriter
from kronik.errors import ChronicleError, VersionError
from kronik.pipeline.build import build
from kronik.pipeline.extract import extract
from kronik.pipeline.settings import Settings
from kronik.pipeline.stages import identity_of
from kronik.pipeline.update import update
from kronik.records.articles import Article
from kronik.records.bundles import Outcome


def older(article: Article) -> Article:
    """Return the article as an older version would have made it."""
    return replace(article, prose="versi lama")


def write_old(path: Path, pages: Path, settings: Settings) -> None:
    """Write the chronicle that an older version would have written."""
    now = identity_of(settings)
    stages = tuple(replace(maker, version="0") for maker in now.stages)
    outcomes = [
        replace(outcome, bundle=replace(outcome.bundle, article=older(outcome.bundle.article)))
        if outcome.bundle
        else outcome
        for outcome in extract([pages], jobs=1, settings=settings)
    ]
    with ChronicleWriter.open(path, replace(now, kronik_version="0.0.1", stages=stages)) as writer:
        writer.add(outcomes)
        writer.finish()


def exported(path: Path) -> bytes:
    with Chronicle.open(path) as chronicle:
        return b"".join(records(chronicle))


def test_another_version_is_refused_and_its_file_left_alone(pages: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.kronik"
    write_old(path, pages, Settings())
    before = path.read_bytes()
    with pytest.raises(VersionError, match="--update"):
        build([pages], path, jobs=1)
    assert path.read_bytes() == before


@pytest.mark.parametrize("by_build", [False, True])
def test_an_updated_chronicle_is_as_a_new_one(pages: Path, tmp_path: Path, *, by_build: bool) -> None:
    path, new = tmp_path / "old.kronik", tmp_path / "new.kronik"
    write_old(path, pages, Settings())
    build([pages], new, jobs=1)
    assert exported(path) != exported(new)
    if by_build:
        assert build([pages], path, jobs=1, update=True).updated == 62
    else:
        assert update(path, jobs=1).pages == 62
    assert exported(path) == exported(new)
    assert update(path, jobs=1).pages == 0


def test_without_bytes_text_is_derived_from_what_is_stored_and_html_is_left(pages: Path, tmp_path: Path) -> None:
    path, new = tmp_path / "old.kronik", tmp_path / "new.kronik"
    write_old(path, pages, Settings(keep_raw=False))
    done = update(path, jobs=1, settings=Settings(keep_raw=False))
    assert (done.pages, done.left) == (61, 1)
    build([pages / "tabel.csv", pages / "polos.txt"], new, jobs=1)
    assert set(exported(new).splitlines()) <= set(exported(path).splitlines())


def test_there_must_be_a_chronicle_to_update(tmp_path: Path) -> None:
    with pytest.raises(ChronicleError, match="no such file"):
        update(tmp_path / "nowhere.kronik")


def test_outcomes_of_extract_carry_their_digests(pages: Path) -> None:
    outcomes: list[Outcome] = list(extract([pages], jobs=1))
    assert len({outcome.digest for outcome in outcomes if outcome.bundle}) == 62
