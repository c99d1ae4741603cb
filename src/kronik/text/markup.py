"""Projection of HTML source to page text."""
