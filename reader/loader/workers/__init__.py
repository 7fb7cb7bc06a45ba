"""Processes that read what came from outside."""
