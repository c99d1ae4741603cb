"""Strings and offsets: views, projections, lines. Knows nothing of pages, languages or news."""
