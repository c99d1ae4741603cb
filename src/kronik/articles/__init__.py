"""Page to article: the body, the ledger of every character, and the metadata."""
