"""Readers: inputs of many kinds, each yielding items, and the projection of an item to a page."""
