"""Facts about the world, with sources and days of validity: states, organisations, offices and who holds them."""
