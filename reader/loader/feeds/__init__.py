"""Bytes of feeds to entries, and when a feed is asked."""
