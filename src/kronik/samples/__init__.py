"""Packaged sample pages, in our own words, with the records expected of them."""

from kronik.samples.catalogue import expected_records, sample_folder

__all__ = ["expected_records", "sample_folder"]
