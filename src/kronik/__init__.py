"""Kronik reads raw news pages, Indonesian first, and writes a chronicle."""

__version__ = "0.1.0"
