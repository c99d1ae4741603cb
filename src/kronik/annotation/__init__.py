"""Article to annotations: times, and later mentions and statements."""
