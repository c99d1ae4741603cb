"""Names of products and other things that are no one and nowhere: what a language knows of them, and their finder."""
