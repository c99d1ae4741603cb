"""The SQLite store of the chronicle, its queries and its exports."""
