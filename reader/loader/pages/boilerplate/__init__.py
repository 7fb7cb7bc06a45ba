"""Boilerplate: what sites put around and between the paragraphs of a story. Rules by language."""
