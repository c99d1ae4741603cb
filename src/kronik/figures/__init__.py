"""Numbers of the prose: values, and what they count."""
