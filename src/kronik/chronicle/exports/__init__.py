"""Exports: every row in order of id, streamed, the same bytes for the same chronicle."""

from kronik.chronicle.exports.annotations import annotations
from kronik.chronicle.exports.parquet import parquet_folder
from kronik.chronicle.exports.readme import readme
from kronik.chronicle.exports.records import records
from kronik.chronicle.exports.spreadsheets import csv_folder, csv_table
from kronik.chronicle.exports.tables import TABLES

__all__ = ["TABLES", "annotations", "csv_folder", "csv_table", "parquet_folder", "readme", "records"]
