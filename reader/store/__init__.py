"""How databases are opened, how articles are encoded and packed in them, and where files lie."""
