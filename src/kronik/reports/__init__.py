"""Reports: the PLOVER ontology, and the coder."""
