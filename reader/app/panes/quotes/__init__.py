"""The quotes view: voices and their words."""
