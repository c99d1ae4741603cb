"""A page beyond the time or memory of a worker becomes a failure row; the others are built."""

from pathlib import Path

import pytest

from kronik.chronicle.reader import Chronicle
from kronik.pages.options import MEBIBYTE
from kronik.pipeline.build import build
from kronik.pipeline.settings import Settings, WorkerLimits

PARAGRAPHS = 160_000
"""Some 13 MB of markup: seconds of work, and more memory than the small limit below leaves."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page that is too much, between two that are not."""
    folder = tmp_path_factory.mktemp("limits")
    (folder / "a.txt").write_text("Rapat digelar Senin (1/9/2025) di balai kota Tanjung Biru.")
    paragraphs = "".join(
        f"<div><p>Kalimat nomor {number} tentang pasar ikan dan jembatan.</p></div>" for number in range(PARAGRAPHS)
    )
    (folder / "b.html").write_text(f"<html><body><article>{paragraphs}</article></body></html>")
    (folder / "c.txt").write_text("Jembatan diresmikan Selasa (2/9/2025) oleh gubernur.")
    return folder


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (WorkerLimits(page_seconds=1.0), "more than 1 seconds"),
        (WorkerLimits(page_seconds=60.0, memory_bytes=400 * MEBIBYTE), "memory"),
    ],
    ids=["time", "memory"],
)
def test_only_the_page_beyond_the_limit_fails(folder: Path, tmp_path: Path, limits: WorkerLimits, reason: str) -> None:
    output = tmp_path / "x.kronik"
    summary = build([folder], output, jobs=1, settings=Settings(worker=limits))
    assert summary.added.pages == 2
    with Chronicle.open(output) as chronicle:
        (failed,) = chronicle.failures()
    assert (failed.location, failed.code) == ("b.html", "resource")
    assert reason in failed.reason


def test_a_resource_failure_is_tried_again_by_the_next_build(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "x.kronik"
    build([folder / "b.html"], output, jobs=1, settings=Settings(worker=WorkerLimits(page_seconds=1.0)))
    again = build([folder / "b.html"], output, jobs=1, settings=Settings(worker=WorkerLimits(page_seconds=1.0)))
    assert again.known == 0
    assert dict(again.failures) == {"resource": 1}
