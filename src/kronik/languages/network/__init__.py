"""A small neural network that reads sentences: parts of speech, a tree, names. It knows no language; weights do."""
