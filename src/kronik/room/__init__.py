"""The reading room: a chronicle in the browser, served from this machine."""
