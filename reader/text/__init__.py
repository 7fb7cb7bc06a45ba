"""Text: clean what is untrusted, cut HTML into blocks, wrap blocks into lines of cells."""
