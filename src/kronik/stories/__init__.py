"""Many articles together: copies, stories, and events merged from reports. Works on records only."""
