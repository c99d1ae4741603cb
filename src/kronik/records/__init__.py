"""The frozen record types that travel between rooms. Standard library only; imports nothing of ours."""
