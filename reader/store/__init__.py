"""How what is kept is opened, packed and encoded, and where it lies."""
