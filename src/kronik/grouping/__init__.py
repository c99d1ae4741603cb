"""Groups of a chronicle's articles: computed, or kept in a file beside it and made to grow."""
