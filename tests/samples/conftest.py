"""The packaged samples as the program reads them, and what is expected of them."""

import pytest

from kronik.pages.options import ReadOptions
from kronik.pages.projection import project
from kronik.pages.reading import read_inputs
from kronik.records.pages import Item, Page
from kronik.samples.catalogue import ExpectedRecord, expected_records, sample_folder


@pytest.fixture(scope="session")
def sample_pages() -> dict[str, Page]:
    """The page of every sample by its place."""
    with sample_folder() as folder:
        found = list(read_inputs([str(folder)], ReadOptions()))
    assert all(isinstance(item, Item) for item in found)
    return {item.fetch.location: project(item) for item in found}


@pytest.fixture(scope="session")
def expected() -> dict[str, ExpectedRecord]:
    """The expected record of every sample by its place."""
    return {record.id: record for record in expected_records()}
