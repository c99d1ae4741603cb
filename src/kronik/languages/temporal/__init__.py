"""A finite-state engine for time expressions; every word of a language comes to it as data."""
