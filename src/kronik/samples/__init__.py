"""Packaged sample pages, in our own words, with the records expected of them."""
