"""Actors of an article: candidates, who is meant by each mention, and which of them take part."""
