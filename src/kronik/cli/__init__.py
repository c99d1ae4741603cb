"""The command line: calls the pipeline and the chronicle."""
