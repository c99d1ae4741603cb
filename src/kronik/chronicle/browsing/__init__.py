"""Listings of a chronicle for a reader who goes from page to page: side tables made once, and the questions to them."""
