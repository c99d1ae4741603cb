"""The tables of an export: names, columns, queries."""

TABLES: tuple[str, ...] = ("pages", "articles", "readings", "ledger", "times", "fetches", "failures")
"""Names of the tables that CSV and Parquet exports hold."""
