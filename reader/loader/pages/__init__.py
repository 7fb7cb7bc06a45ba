"""Bytes of pages to stories."""
