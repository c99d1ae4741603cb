"""Places that the prose names, resolved to administrative units."""
