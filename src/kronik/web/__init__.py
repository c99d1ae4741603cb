"""Pages for the browser, drawn from the chronicle's read view."""
