"""Language packs: what a language offers to the stages."""
