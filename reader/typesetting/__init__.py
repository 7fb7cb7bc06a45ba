"""Blocks to lines of cells."""
